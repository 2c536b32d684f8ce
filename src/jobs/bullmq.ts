import { setTimeout as pause } from 'node:timers/promises'
import {
  Queue as BullQueue,
  type ConnectionOptions,
  createPostgresBackend,
  createRedisBackend,
  runMigrations,
  Worker,
} from 'bullmq'
import { Redis } from 'ioredis'
import type pg from 'pg'
import { Misconfigured } from '../errors.ts'
import type { Log } from '../log.ts'
import type { Job, Queue } from './job.ts'

/** Where BullMQ keeps its jobs: in our PostgreSQL, or in Redis. */
export type QueueStore =
  | { readonly kind: 'database'; readonly pool: pg.Pool }
  | { readonly kind: 'redis'; readonly url: string }

const NAME = 'abdi'
const ATTEMPTS = 5
const KEPT_FAILURES = 500
const PATIENCE_MS = 5_000
/** BullMQ's SchedulerJobIdCollision and SchedulerJobSlotsBusy. */
const PLANNED: readonly unknown[] = [-10, -11]
const SCHEDULE_TRIES = 40
const SCHEDULE_PAUSE_MS = 500

/** How a queue runs; `retryMs` is the pause before a failed job's second attempt, and doubles with each. */
export interface QueueOptions {
  readonly timeZone: string
  readonly log: Log
  readonly concurrency?: number
  readonly retryMs?: number
}

/** Opens the queue. Throws `Misconfigured` when its store cannot be reached. */
export async function openQueue(store: QueueStore, options: QueueOptions): Promise<Queue> {
  const { timeZone, log, concurrency = 4, retryMs = 1_000 } = options
  await prepare(store)
  const { connection, backend, disconnect } = connect(store)
  const queue = new BullQueue(NAME, { connection }, backend)
  if (store.kind === 'redis') await reach(queue, disconnect)
  queue.on('error', (error) => log.warn({ err: error }, 'the queue lost its store'))
  let worker: Worker | undefined

  return {
    board: queue,
    async start(jobs) {
      const known = new Map(jobs.map((job) => [job.name as string, job]))
      await reconcile(queue, jobs, timeZone)
      worker = new Worker(
        NAME,
        async (task) => {
          const job = known.get(task.name)
          if (job === undefined) return log.warn({ job: task.name }, 'a job of another version was skipped')
          await job.run(task.data)
        },
        { connection, concurrency, removeOnComplete: { count: 0 }, removeOnFail: { count: KEPT_FAILURES } },
        backend,
      )
      worker.on('error', (error) => log.warn({ err: error }, 'the worker lost its store'))
      worker.on('failed', (task, error) =>
        log.error({ job: task?.name, id: task?.id, err: error }, 'a job failed'),
      )
      await worker.waitUntilReady()
    },
    async add(job, payload, { id, delaySeconds } = {}) {
      const before = id === undefined ? undefined : await queue.getJob(id)
      if (await before?.isFailed()) await before?.remove() // what failed for good no longer waits
      await queue.add(job.name, payload, {
        attempts: ATTEMPTS,
        backoff: { type: 'exponential', delay: retryMs },
        ...(id && { jobId: id }),
        ...(delaySeconds && { delay: delaySeconds * 1_000 }),
      })
    },
    async counts() {
      const {
        waiting = 0,
        delayed = 0,
        active = 0,
        failed = 0,
      } = await queue.getJobCounts('waiting', 'delayed', 'active', 'failed')
      return { waiting: waiting + delayed, active, failed }
    },
    async stop() {
      await worker?.close()
      await queue.close()
      disconnect()
    },
  }
}

/** Every schedule named by a job is there once, every other is gone. */
async function reconcile(queue: BullQueue, jobs: readonly Job[], timeZone: string): Promise<void> {
  for (const { name, every } of jobs) {
    if (every === undefined) continue
    const repeat =
      'seconds' in every ? { every: every.seconds * 1_000 } : { pattern: every.cron, tz: timeZone }
    await schedule(queue, name, repeat)
  }
  for (const scheduler of await queue.getJobSchedulers()) {
    if (!jobs.some((job) => job.every && job.name === scheduler.key))
      await queue.removeJobScheduler(scheduler.key)
  }
}

type Repeat = { readonly every: number } | { readonly pattern: string; readonly tz: string }

/**
 * Puts one schedule in order. While another process runs it, or died running it, BullMQ refuses to plan its next run a
 * second time: then it stands already, or is asked again where it is to change.
 */
async function schedule(queue: BullQueue, name: string, repeat: Repeat): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await queue.upsertJobScheduler(name, repeat, { name, data: {} })
      return
    } catch (error) {
      const isPlanned = PLANNED.includes((error as { readonly code?: unknown }).code)
      if (!isPlanned || tries === SCHEDULE_TRIES) throw error
      const stands = await queue.getJobScheduler(name)
      if (stands && Object.entries(repeat).every(([key, value]) => stands[key as 'every'] === value)) return
      await pause(SCHEDULE_PAUSE_MS)
    }
  }
}

async function prepare(store: QueueStore): Promise<void> {
  if (store.kind === 'redis') return
  const client = await store.pool.connect()
  try {
    await runMigrations(client)
    await client.query('set search_path to public, bullmq')
  } finally {
    client.release()
  }
}

interface Connected {
  readonly connection: ConnectionOptions
  readonly backend: typeof createRedisBackend
  disconnect(): void
}

/** BullMQ types a queue by its backend; seen from here the two are the same, so one type stands for both. */
function connect(store: QueueStore): Connected {
  if (store.kind === 'database')
    return {
      connection: store.pool,
      backend: createPostgresBackend,
      disconnect: () => undefined,
    } as unknown as Connected
  const redis = new Redis(store.url, { maxRetriesPerRequest: null })
  return { connection: redis, backend: createRedisBackend, disconnect: () => redis.disconnect() }
}

/** Resolves once Redis answers; after five seconds without an answer it is said to be out of reach. */
async function reach(queue: BullQueue, disconnect: () => void): Promise<void> {
  let reason = 'tidak ada jawaban'
  const note = (error: NodeJS.ErrnoException): void => {
    reason = error.code ?? error.message.split(' ')[0] ?? reason // Redis' own errors begin with their code
  }
  queue.on('error', note)
  const ready = queue.waitUntilReady()
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(reject, PATIENCE_MS)
  try {
    await Promise.race([ready, late])
    queue.off('error', note)
  } catch {
    ready.catch(() => undefined) // the same failure, reported here
    disconnect()
    throw new Misconfigured(
      'REDIS_URL',
      `antrean tidak bisa dihubungi (${reason}). Periksa alamatnya dan apakah Redis menyala; atau kosongkan kunci ini supaya antrean memakai basis data.`,
    )
  } finally {
    clearTimeout(timer)
  }
}
