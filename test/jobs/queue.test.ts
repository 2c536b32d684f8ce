import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type Database, openDatabase } from '../../src/database/database.ts'
import { IN_MEMORY } from '../../src/database/embedded/pool.ts'
import { openQueue, type QueueStore } from '../../src/jobs/bullmq.ts'
import { type Job, job, type Queue } from '../../src/jobs/job.ts'
import type { Log } from '../../src/log.ts'
import { administer, withName } from '../support/global-setup.ts'

const ROOT = join(import.meta.dirname, '../..')
const REDIS_DATABASE = 11
const server = process.env.TEST_DATABASE_URL
const redis = process.env.TEST_REDIS_URL
const kinds = ['embedded PostgreSQL', 'native PostgreSQL', 'Redis'] as const
type Kind = (typeof kinds)[number]
const missing: Readonly<Record<Kind, string | undefined>> = {
  'embedded PostgreSQL': undefined,
  'native PostgreSQL': server === undefined ? 'skipped, TEST_DATABASE_URL is not set' : undefined,
  Redis: redis === undefined ? 'skipped, TEST_REDIS_URL is not set' : undefined,
}
const logged: object[] = []
const queues: Queue[] = []

afterEach(async () => {
  await Promise.all(queues.splice(0).map((queue) => queue.stop()))
  logged.length = 0
})

describe.each(kinds)('a queue on %s', (kind) => {
  describe.skipIf(missing[kind])(missing[kind] ?? 'at hand', () => {
    let stage: Stage

    beforeAll(async () => {
      stage = await open(kind)
    })
    beforeEach(() => stage.empty())
    afterAll(() => stage.close())

    const opened = async (): Promise<Queue> => {
      const queue = await openQueue(stage.store, { timeZone: 'Asia/Jakarta', log, retryMs: 5 })
      queues.push(queue)
      return queue
    }

    it('runs a job with what it was given', async () => {
      const queue = await opened()
      const greet = recorded('test.greet')
      await queue.start([greet.job])
      await queue.add(greet.job, { name: 'Wati "NIP" 👍', at: 1.5 })
      expect(await greet.ran(1)).toEqual([{ name: 'Wati "NIP" 👍', at: 1.5 }])
      await expect.poll(() => queue.counts()).toEqual({ waiting: 0, active: 0, failed: 0 })
    })

    it('runs also what was added before it started, and by another process', async () => {
      const [adding, running] = [await opened(), await opened()]
      const greet = recorded('test.greet')
      await adding.add(greet.job, { n: 1 })
      expect(await adding.counts()).toEqual({ waiting: 1, active: 0, failed: 0 })
      await running.start([greet.job])
      expect(await greet.ran(1)).toEqual([{ n: 1 }])
      await adding.add(greet.job, { n: 2 })
      expect(await greet.ran(2)).toEqual([{ n: 1 }, { n: 2 }])
    })

    it('is joined by processes that start while the schedules are being run', async () => {
      const tick = (): Job =>
        job({ name: 'test.tick', payload: z.object({}), every: { seconds: 1 }, run: () => pause(300) })
      await (await opened()).start([tick()])
      for (let i = 0; i < 12; i++) {
        const joins = await openQueue(stage.store, { timeZone: 'Asia/Jakarta', log, retryMs: 5 })
        await joins.start([tick()])
        await joins.stop()
      }
      await expect.poll(async () => (await (await opened()).counts()).failed).toBe(0)
    })

    it('takes an id once while its job waits, and again after it ran', async () => {
      const queue = await opened()
      const remind = recorded('test.remind')
      for (let i = 0; i < 3; i++) await queue.add(remind.job, { i }, { id: 'reminder-7.1' })
      await queue.add(remind.job, { i: 9 }, { id: 'reminder-8' })
      expect(await queue.counts()).toMatchObject({ waiting: 2 })
      await queue.start([remind.job])
      expect(await remind.ran(2)).toEqual(expect.arrayContaining([{ i: 0 }, { i: 9 }]))
      await expect.poll(() => queue.counts()).toMatchObject({ waiting: 0, active: 0 })
      await queue.add(remind.job, { i: 10 }, { id: 'reminder-7.1' })
      expect(await remind.ran(3)).toContainEqual({ i: 10 })
    })

    it('lets a delayed job wait, and runs it when its time has come', async () => {
      const queue = await opened()
      const later = recorded('test.later')
      await queue.start([later.job])
      await queue.add(later.job, { when: 'tomorrow' }, { delaySeconds: 86_400 })
      await queue.add(later.job, { when: 'soon' }, { delaySeconds: 0.05 })
      expect(await later.ran(1)).toEqual([{ when: 'soon' }])
      expect(await queue.counts()).toMatchObject({ waiting: 1 })
    })

    it('tries a failing job again, and keeps it as failed after the fifth time', async () => {
      const queue = await opened()
      const flaky = recorded('test.flaky', (_, run) => {
        if (run < 3) throw new Error('not yet')
      })
      const broken = recorded('test.broken', () => {
        throw new TypeError('nomor saya 0812')
      })
      await queue.start([flaky.job, broken.job])
      await queue.add(flaky.job, {})
      await queue.add(broken.job, {})
      await flaky.ran(3)
      await broken.ran(5)
      await expect.poll(() => queue.counts()).toEqual({ waiting: 0, active: 0, failed: 1 })
      expect(broken.payloads).toHaveLength(5)
      expect(logged).toContainEqual(expect.objectContaining({ job: 'test.broken', message: 'a job failed' }))
    })

    it('takes the id of a job that failed for good again', async () => {
      const queue = await opened()
      let healed = false
      const send = recorded('test.send', () => {
        if (!healed) throw new Error('down')
      })
      await queue.start([send.job])
      await queue.add(send.job, { n: 1 }, { id: 'once-1' })
      await expect.poll(() => queue.counts()).toMatchObject({ failed: 1 })
      healed = true
      await queue.add(send.job, { n: 2 }, { id: 'once-1' })
      expect((await send.ran(6)).at(-1)).toEqual({ n: 2 })
      await expect.poll(() => queue.counts()).toEqual({ waiting: 0, active: 0, failed: 0 })
    })

    it('refuses a payload its job does not understand, and keeps it as failed', async () => {
      const queue = await opened()
      const strict = job({
        name: 'test.strict',
        payload: z.object({ n: z.number() }),
        run: async () => expect.unreachable(),
      })
      await queue.start([strict])
      await queue.add(strict, { n: 'satu' })
      await expect.poll(() => queue.counts()).toMatchObject({ failed: 1 })
    })

    it('skips a job it does not know, says so, and goes on', async () => {
      const queue = await opened()
      const known = recorded('test.known')
      await queue.start([known.job])
      await queue.add(recorded('test.retired').job, {})
      await queue.add(known.job, {})
      await known.ran(1)
      await expect.poll(() => queue.counts()).toEqual({ waiting: 0, active: 0, failed: 0 })
      expect(logged).toContainEqual({ job: 'test.retired', message: 'a job of another version was skipped' })
    })

    it('runs a schedule again and again by itself', async () => {
      const queue = await opened()
      const tick = recorded('test.tick', undefined, { seconds: 0.05 })
      await queue.start([tick.job])
      expect(await tick.ran(3)).toEqual([{}, {}, {}])
    })

    it('has every schedule once, however often it starts', async () => {
      const hourly = recorded('test.hourly', undefined, { seconds: 3_600 })
      const nightly = recorded('test.nightly', undefined, { cron: '30 2 * * *' })
      for (let i = 0; i < 3; i++) {
        const queue = await opened()
        await queue.start([hourly.job, nightly.job])
        await expect.poll(() => queue.counts()).toEqual({ waiting: 2, active: 0, failed: 0 })
        if (i < 2) await queue.stop()
      }
      expect(nightly.payloads).toEqual([])
    })

    it('drops the schedule of a job that is gone, or has none any more', async () => {
      const all = ['test.kept', 'test.gone', 'test.unscheduled'] as const
      const first = await opened()
      await first.start(all.map((name) => recorded(name, undefined, { cron: '0 3 1 1 *' }).job))
      expect(await first.counts()).toMatchObject({ waiting: 3 })
      await first.stop()
      const second = await opened()
      await second.start([
        recorded('test.kept', undefined, { cron: '0 3 1 1 *' }).job,
        recorded('test.unscheduled').job,
      ])
      expect(await second.counts()).toMatchObject({ waiting: 1 })
    })

    it('follows a schedule that was changed', async () => {
      const slow = await opened()
      await slow.start([recorded('test.tick', undefined, { cron: '0 3 1 1 *' }).job])
      await slow.stop()
      const tick = recorded('test.tick', undefined, { seconds: 0.05 })
      const fast = await opened()
      await fast.start([tick.job])
      await tick.ran(2)
      await fast.stop()
      const slowAgain = await opened()
      await slowAgain.start([recorded('test.tick', undefined, { cron: '0 3 1 1 *' }).job])
      await expect.poll(() => slowAgain.counts()).toEqual({ waiting: 1, active: 0, failed: 0 })
    })

    it('stops once the job under way has ended, and begins no other', async () => {
      const queue = await openQueue(stage.store, { timeZone: 'Asia/Jakarta', log, concurrency: 1 })
      const { promise: mayEnd, resolve: end } = Promise.withResolvers<void>()
      const order: string[] = []
      const slow = recorded('test.slow', async () => {
        await mayEnd
        order.push('ended')
      })
      await queue.start([slow.job])
      await queue.add(slow.job, {})
      await queue.add(slow.job, {})
      await slow.ran(1)
      const stopped = queue.stop().then(() => order.push('stopped'))
      end()
      await stopped
      expect(order).toEqual(['ended', 'stopped'])
      expect(await (await opened()).counts()).toMatchObject({ waiting: 1, active: 0 })
    })
  })
})

it('keeps two queues on different stores in one process apart', async () => {
  const stages = await Promise.all(
    [...kinds.filter((kind) => missing[kind] === undefined), 'embedded PostgreSQL' as const].map(open),
  )
  const runs = await Promise.all(
    stages.map(async ({ store, empty }, i) => {
      await empty()
      const queue = await openQueue(store, { timeZone: 'Asia/Jakarta', log })
      queues.push(queue)
      const greet = recorded('test.greet')
      await queue.start([greet.job])
      for (let n = 0; n < 5; n++) await queue.add(greet.job, { store: i, n }, { id: `same-${n}` })
      return greet
    }),
  )
  for (const [i, greet] of runs.entries()) {
    const payloads = await greet.ran(5)
    expect(payloads.map((payload) => payload.store)).toEqual(Array(5).fill(i))
  }
  await Promise.all(queues.splice(0).map((queue) => queue.stop()))
  for (const stage of stages) await stage.close()
})

describe('Redis that is out of reach', () => {
  it.each(['nobody', 'somebody who never answers'])(
    'is named with its key, and the process can end (%s is there)',
    async (who) => {
      const silent = createServer(() => undefined)
      await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
      const { port } = silent.address() as AddressInfo // a TCP server's address is always one
      if (who === 'nobody') await new Promise((resolve) => silent.close(resolve))
      const program = `
      import { openQueue } from ${JSON.stringify(join(ROOT, 'src/jobs/bullmq.ts'))}
      const quiet = () => console.log('logged')
      const log = { debug: quiet, info: quiet, warn: quiet, error: quiet }
      const url = 'redis://:rahasia@127.0.0.1:${port}'
      await openQueue({ kind: 'redis', url }, { timeZone: 'UTC', log }).catch((error) => console.log(String(error)))`
      const child = spawn(join(ROOT, 'node_modules/.bin/node'), ['--input-type=module', '-e', program], {
        cwd: ROOT,
      })
      let output = ''
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data))
      const [code] = await once(child, 'close')
      silent.close()
      expect(code).toBe(0)
      expect(output).toBe(
        `Misconfigured: REDIS_URL: antrean tidak bisa dihubungi (${who === 'nobody' ? 'ECONNREFUSED' : 'tidak ada jawaban'}). Periksa alamatnya dan apakah Redis menyala; atau kosongkan kunci ini supaya antrean memakai basis data.\n`,
      )
    },
  )
})

interface Stage {
  readonly store: QueueStore
  empty(): Promise<void>
  close(): Promise<void>
}

async function open(kind: Kind): Promise<Stage> {
  if (kind === 'Redis') {
    const url = `${redis}/${REDIS_DATABASE}`
    const client = new Redis(url)
    return {
      store: { kind: 'redis', url },
      empty: async () => void (await client.flushdb()),
      close: async () => client.disconnect(),
    }
  }
  if (kind === 'embedded PostgreSQL' || server === undefined)
    return onDatabase(await openDatabase({ kind: 'embedded', directory: IN_MEMORY }))
  const name = `abdi_jobs_${randomBytes(6).toString('hex')}`
  await administer(server, `create database ${name}`)
  return onDatabase(await openDatabase({ kind: 'native', url: withName(server, name), poolSize: 12 }), () =>
    administer(server, `drop database ${name} with (force)`),
  )
}

function onDatabase(database: Database, after = async (): Promise<void> => undefined): Stage {
  return {
    store: { kind: 'database', pool: database.pool },
    async empty() {
      const tables = await database.query<{ name: string }>(
        `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'bullmq' and tablename <> 'migration'`,
      )
      if (tables.length > 0) await database.query(`truncate ${tables.map(({ name }) => name).join(', ')}`)
    },
    async close() {
      await database.close()
      await after()
    },
  }
}

type Payload = Readonly<Record<string, unknown>>

/** A job that remembers what it ran with. */
function recorded(
  name: Job['name'],
  run?: (payload: Payload, times: number) => void | Promise<void>,
  every?: Job['every'],
) {
  const payloads: Payload[] = []
  const waiting = new Set<() => void>()
  return {
    payloads,
    job: job({
      name,
      payload: z.record(z.string(), z.unknown()),
      ...(every && { every }),
      async run(payload) {
        payloads.push(payload)
        for (const look of waiting) look()
        await run?.(payload, payloads.length)
      },
    }),
    /** Resolves with all it ran with, once it has run so often. */
    ran: (times: number): Promise<readonly Payload[]> =>
      new Promise((resolve) => {
        const look = (): void => {
          if (payloads.length >= times) resolve([...payloads])
        }
        waiting.add(look)
        look()
      }),
  }
}

const note = (fields: object, message: string): void => void logged.push({ ...fields, message })
const log: Log = { debug: note, info: note, warn: note, error: note }
