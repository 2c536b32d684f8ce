import { createPostgresBackend, type Job, Worker } from 'bullmq'
import { describe, expect, it } from 'vitest'
import { ADMIN, openDashboard, type Stage } from './stage.ts'

const BOARD = '/dasbor/antrean'

describe('the board of queues', () => {
  it('is shut for whoever is not in, with all that is below it', async () => {
    const stage = await openDashboard()
    for (const path of ['', '/', '/api/queues', '/queue/abdi', '/static/js/main.js', '/api/redis/stats'])
      expect((await fetch(`${stage.url}${BOARD}${path}`)).status, path).toBe(401)
    const put = await fetch(`${stage.url}${BOARD}/api/queues/abdi/pause`, { method: 'PUT' })
    expect(put.status).toBe(401)
    expect(await stage.queue.isPaused()).toBe(false)
  })

  it('shows its page and the files it is made of', async () => {
    const stage = await openDashboard()
    const cookie = await stage.cookie()
    for (const path of ['', '/', '/queue/abdi', '/job-schedulers']) {
      const page = await fetch(`${stage.url}${BOARD}${path}`, { headers: { cookie } })
      expect(page.status, path).toBe(200)
      const text = await page.text()
      expect(text).toContain('<base href="/dasbor/antrean/" />')
      for (const [, file] of text.matchAll(/(?:src|href)="(static\/[^"]+)"/g)) {
        const part = await fetch(`${stage.url}${BOARD}/${file}`, { headers: { cookie } })
        expect([file, part.status]).toEqual([file, 200])
        expect(part.headers.get('cache-control')).toBe('private, max-age=86400')
      }
    }
  })

  it('lists the queue of our PostgreSQL with its schedules', async () => {
    const stage = await openDashboard()
    const queues = await api(stage, '/api/queues?activeQueue=abdi&status=latest&page=1&jobsPerPage=10')
    expect(queues).toMatchObject({ queues: [{ name: 'abdi', jobSchedulerCount: 1, counts: { delayed: 1 } }] })
    const schedulers = await api(stage, '/api/job-schedulers')
    expect(JSON.stringify(schedulers)).toContain('"pattern":"0 8 * * *"')
    expect(await api(stage, '/api/redis/stats')).toMatchObject({ backend: 'postgres' })
    expect(stage.logged).toEqual([])
  })

  it('what failed is shown without long numbers, run again, and removed; both are written down', async () => {
    const stage = await openDashboard()
    const id = await fail(stage)
    const seen = JSON.stringify(await api(stage, `/api/queues/abdi/${id}`))
    expect(seen).toContain('nomor saya … tidak bisa')
    expect(seen).not.toContain('081234567890')
    expect((await change(stage, `/api/queues/abdi/${id}/retry`)).ok).toBe(true)
    expect(await stage.queue.getJobCounts('failed', 'waiting')).toMatchObject({ failed: 0, waiting: 1 })
    await run(stage)
    expect((await change(stage, `/api/queues/abdi/${id}/clean`)).ok).toBe(true)
    expect(await stage.queue.getJobCounts('failed')).toEqual({ failed: 0 })
    const trail = await stage.database.query(
      `select account, detail from audit where action = 'dashboard.changed' order by id`,
    )
    expect(trail).toEqual([
      { account: ADMIN, detail: { what: 'retry' } },
      { account: ADMIN, detail: { what: 'clean' } },
    ])
  })

  it.each([
    ['PUT', '/api/queues/abdi/pause'],
    ['PUT', '/api/queues/pause'],
    ['PUT', '/api/queues/abdi/empty'],
    ['PUT', '/api/queues/abdi/obliterate'],
    ['PUT', '/api/queues/abdi/clean/delayed'],
    ['PUT', '/api/queues/abdi/job-schedulers/reminders.tick/remove'],
    ['PATCH', '/api/queues/abdi/job-schedulers/reminders.tick'],
    ['POST', '/api/queues/abdi/add'],
  ])('%s %s is refused: schedules follow from the code', async (method, path) => {
    const stage = await openDashboard()
    const response = await change(stage, path, {
      method,
      body: '{"name":"x","data":{},"options":{},"every":1000}',
    })
    expect(response.status).toBe(403)
    expect(await stage.queue.getJobSchedulersCount()).toBe(1)
    expect(await stage.queue.getJobCounts('delayed', 'waiting')).toEqual({ delayed: 1, waiting: 0 })
    expect(await stage.queue.isPaused()).toBe(false)
  })

  it('other sites cannot change anything', async () => {
    const stage = await openDashboard()
    const id = await fail(stage)
    const response = await change(stage, `/api/queues/abdi/${id}/retry`, {
      headers: { origin: 'https://jahat.example' },
    })
    expect(response.status).toBe(403)
    expect(await stage.queue.getJobCounts('failed')).toEqual({ failed: 1 })
  })
})

async function api(stage: Stage, path: string): Promise<unknown> {
  const response = await fetch(`${stage.url}${BOARD}${path}`, { headers: { cookie: await stage.cookie() } })
  expect([path, response.status]).toEqual([path, 200])
  return response.json()
}

async function change(
  stage: Stage,
  path: string,
  { headers = {}, ...rest }: RequestInit = {},
): Promise<Response> {
  return fetch(`${stage.url}${BOARD}${path}`, {
    method: 'PUT',
    ...rest,
    headers: {
      cookie: await stage.cookie(),
      origin: stage.url,
      'content-type': 'application/json',
      ...headers,
    },
  })
}

/** Adds a job and has it fail for good; resolves to its id. */
async function fail(stage: Stage): Promise<string> {
  const { id = '' } = await stage.queue.add('test.broken', {}, { attempts: 1 })
  await run(stage)
  return id
}

/** Runs what waits until one has failed. */
async function run({ database, queue }: Stage): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const work = async (_job: Job): Promise<void> => {
    throw new TypeError('nomor saya 081234567890 tidak bisa')
  }
  const worker = new Worker(
    queue.name,
    work,
    { connection: database.pool } as never,
    createPostgresBackend as never,
  )
  worker.on('failed', () => resolve())
  worker.on('error', () => undefined)
  await promise
  await worker.close()
}
