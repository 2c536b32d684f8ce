import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { Database } from '../../database/database.ts'
import type { Log } from '../../log.ts'
import type { EmbeddingModel } from '../../model/model.ts'
import { embedMissing, type Progress } from '../embedding.ts'

/** Embeds in the background for as long as the bot runs. */
export interface Embedder {
  /** How far it is, as it last knew. */
  progress(): Progress
  /** Ends what it is doing, in the middle of a request too; resolves once it has. */
  stop(): Promise<void>
}

const LOOK_EVERY_MS = 60_000
const REST_AFTER_FAILURE_MS = 60_000
const LEASE_SECONDS = 180

/**
 * Starts to give passages their vectors, now and whenever there are new ones, which it looks for every `lookEvery`
 * milliseconds. One process at a time does.
 */
export function startEmbedding(
  database: Database,
  model: EmbeddingModel,
  log: Log,
  lookEvery = LOOK_EVERY_MS,
): Embedder {
  const off = new AbortController()
  const { signal } = off
  const holder = database.kind === 'embedded' ? 'embedded' : randomUUID() // alone on its database, a crash leaves it its own lease
  let progress: Progress = { done: 0, of: 0 }
  let seen = ''

  /** Resolves to how long to rest, in milliseconds. */
  async function round(): Promise<number> {
    const newest = await newestPassage(database)
    if (newest === seen || !(await lease(database, holder))) return lookEvery
    const beat = setInterval(() => void renew(), (LEASE_SECONDS * 1_000) / 3)
    try {
      const ending = await embedMissing(database, model, log, { signal, progress: (now) => (progress = now) })
      if (ending.kind === 'complete') seen = newest
      return ending.kind === 'away' ? (ending.retryAfter ?? 30) * 1_000 : lookEvery
    } finally {
      clearInterval(beat)
      await release(database, holder)
    }
  }

  async function renew(): Promise<void> {
    try {
      await lease(database, holder)
    } catch (error) {
      log.warn({ err: error }, 'the lease for making vectors could not be renewed')
    }
  }

  async function run(): Promise<void> {
    while (!signal.aborted) {
      const wait = await round().catch((error: unknown) => {
        log.error({ err: error }, 'making vectors failed')
        return REST_AFTER_FAILURE_MS
      })
      await setTimeout(wait, undefined, { signal }).catch(() => undefined) // called off, the loop ends too
    }
  }

  const running = run()
  return {
    progress: () => progress,
    async stop() {
      off.abort()
      await running
    },
  }
}

/** A passage that is written again has a new id. */
async function newestPassage(database: Database): Promise<string> {
  const [row] = await database.query<{ newest: string | null }>('select max(id) as newest from passage')
  return row?.newest ?? ''
}

async function lease(database: Database, holder: string): Promise<boolean> {
  const rows = await database.query(
    `insert into setting (name, value)
     values ('embedding', jsonb_build_object('holder', $1::text, 'until', now() + make_interval(secs => $2)))
     on conflict (name) do update set value = excluded.value
     where setting.value ->> 'holder' = $1 or (setting.value ->> 'until')::timestamptz < now()
     returning name`,
    [holder, LEASE_SECONDS],
  )
  return rows.length > 0
}

async function release(database: Database, holder: string): Promise<void> {
  await database.query(`delete from setting where name = 'embedding' and value ->> 'holder' = $1`, [holder])
}
