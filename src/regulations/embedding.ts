import { setTimeout } from 'node:timers/promises'
import { toSql } from 'pgvector'
import type { Database } from '../database/database.ts'
import type { Log } from '../log.ts'
import { type EmbeddingModel, ModelUnavailable } from '../model/model.ts'
import { tidyVectors } from './embedding/vectors.ts'

/** What the vectors of a model are stored under: asked for in another length, it is another model. */
export function vectorsOf({ name, dimensions }: Pick<EmbeddingModel, 'name' | 'dimensions'>): string {
  return dimensions === undefined ? name : `${name}@${dimensions}`
}

/** How many different passages have their vector, of how many. */
export interface Progress {
  readonly done: number
  readonly of: number
}

/** How far a model is with the passages there are. */
export async function embeddingProgress(
  database: Database,
  model: Pick<EmbeddingModel, 'name' | 'dimensions'>,
): Promise<Progress> {
  const [row] = await database.query<Progress>(
    `select count(*)::int as of, count(embedding.digest)::int as done
     from (select distinct digest from passage) as every
     left join embedding on embedding.digest = every.digest and model = $1`,
    [vectorsOf(model)],
  )
  return row ?? { done: 0, of: 0 }
}

/** What a round of embedding is done with, besides the database and the model. */
export interface Round {
  readonly signal?: AbortSignal
  /** How long it rests after each batch, as a share of how long the batch took: answers need the model too. */
  readonly rest?: number
  progress?(progress: Progress): void
}

/** How a round ended; away: seconds to wait where the endpoint said. */
export type Ending =
  | { readonly kind: 'complete' }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'away'; readonly retryAfter?: number }

const BATCH = 32
/** So many texts are looked up at once: what has no vector is cheap to know for many, not for few. */
const LOOKED_UP = 1_024
const LONGEST_TEXT = 8_000
const SHORTEST_REST_MS = 20
const LONGEST_REST_MS = 2_000
/** So many texts that the endpoint refuses one by one, in a row, mean that it refuses us and not them. */
const REFUSED_AT_MOST = 3

/**
 * Gives every passage its vector by this model, as far as it has none; what was embedded before with the same words
 * is not asked for again. Once all have one, other models' vectors and those of passages that are gone are deleted,
 * and an index is made where one pays. A text the endpoint refuses is passed over until the next round.
 */
export async function embedMissing(
  database: Database,
  model: EmbeddingModel,
  log: Log,
  { signal = new AbortController().signal, rest = 0.5, progress }: Round = {},
): Promise<Ending> {
  const stored = vectorsOf(model)
  const start = await embeddingProgress(database, model)
  let { done } = start
  let [size, refused, made] = [BATCH, 0, 0]
  let waiting: readonly Text[] = []
  let after = ''
  progress?.(start)
  try {
    while (!signal.aborted) {
      if (waiting.length === 0) waiting = await missing(database, stored, after, LOOKED_UP)
      const passages = waiting.slice(0, size)
      const last = passages.at(-1)
      if (last === undefined) break
      const started = performance.now()
      const vectors = await embedded(model, passages, signal)
      if (vectors === undefined && size > 1) {
        size = Math.ceil(size / 8) // one of them is refused: it is found among fewer and fewer
        continue
      }
      waiting = waiting.slice(passages.length)
      after = last.digest
      if (vectors === undefined) {
        if (++refused >= REFUSED_AT_MOST) return { kind: 'away' }
        continue
      }
      if (made === 0) await forgetOtherLengths(database, stored, vectors[0]?.length ?? 0)
      await keep(database, stored, passages, vectors)
      made += passages.length
      done += passages.length
      refused = 0
      size = BATCH
      progress?.({ done, of: start.of })
      await pause((performance.now() - started) * rest, signal)
    }
    if (signal.aborted) return { kind: 'stopped' }
    if (made > 0) log.info({ passages: made, model: stored }, 'passages have their vectors')
    await tidyVectors(database, stored, log)
    return { kind: 'complete' }
  } catch (error) {
    if (signal.aborted) return { kind: 'stopped' }
    if (!(error instanceof ModelUnavailable)) throw error
    log.warn({ passages: made, model: stored, reason: error.reason }, 'making vectors rests; search goes on')
    return { kind: 'away', ...(error.retryAfter !== undefined && { retryAfter: error.retryAfter }) }
  }
}

interface Text {
  readonly digest: string
  readonly text: string
}

async function missing(
  database: Database,
  stored: string,
  after: string,
  count: number,
): Promise<readonly Text[]> {
  return database.query<Text>(
    `select distinct on (digest) digest,
            left(title || E'\\n' || body || E'\\n' || array_to_string(questions, E'\\n'), ${LONGEST_TEXT}) as text
     from passage
     where digest > $2 and not exists (select from embedding where embedding.digest = passage.digest and model = $1)
     order by digest limit $3`,
    [stored, after, count],
  )
}

/** The vectors of some texts; undefined where the endpoint refuses them. */
async function embedded(
  model: EmbeddingModel,
  passages: readonly Text[],
  signal: AbortSignal,
): Promise<readonly (readonly number[])[] | undefined> {
  try {
    return await model.embed(
      passages.map(({ text }) => text),
      signal,
    )
  } catch (error) {
    if (error instanceof ModelUnavailable && error.reason === 'refused') return undefined
    throw error
  }
}

/** Vectors that the same name gave in another length are another model's, and go. */
async function forgetOtherLengths(database: Database, stored: string, length: number): Promise<void> {
  await database.query('delete from embedding where model = $1 and vector_dims(vector) <> $2', [
    stored,
    length,
  ])
}

async function keep(
  database: Database,
  stored: string,
  passages: readonly Text[],
  vectors: readonly (readonly number[])[],
): Promise<void> {
  await database.query(
    `insert into embedding (digest, model, vector)
     select digest, $1, vector::vector from unnest($2::text[], $3::text[]) as row (digest, vector)
     on conflict (digest, model) do nothing`,
    [stored, passages.map(({ digest }) => digest), vectors.map((vector) => toSql([...vector]))],
  )
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  const bounded = Math.min(LONGEST_REST_MS, Math.max(SHORTEST_REST_MS, ms))
  await setTimeout(bounded, undefined, { signal }).catch(() => undefined) // called off: the loop sees it
}
