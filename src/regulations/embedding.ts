import { toSql } from 'pgvector'
import type { Database } from '../database/database.ts'
import type { Log } from '../log.ts'
import { type EmbeddingModel, ModelUnavailable } from '../model/model.ts'

const BATCH = 64
const ROUNDS_AT_MOST = 10_000

/**
 * Gives every passage without one its vector by this model; what another model made stays until it is asked
 * for again. Stops quietly when the model is away: the next start goes on where this one ended.
 */
export async function embedMissing(database: Database, model: EmbeddingModel, log: Log): Promise<void> {
  let done = 0
  try {
    for (let round = 0; round < ROUNDS_AT_MOST; round++) {
      const passages = await database.query<{ id: string; text: string }>(
        `select passage.id, passage.title || E'\\n' || passage.body || E'\\n' || array_to_string(passage.questions, E'\\n') as text
         from passage where not exists (select from embedding where embedding.passage = passage.id and model = $1)
         order by passage.id limit $2`,
        [model.name, BATCH],
      )
      if (passages.length === 0) break
      const vectors = await model.embed(passages.map(({ text }) => text))
      await database.query(
        `insert into embedding (passage, model, vector) select id, $1, vector::vector from unnest($2::bigint[], $3::text[]) as row (id, vector)
         on conflict (passage, model) do nothing`,
        [model.name, passages.map(({ id }) => id), vectors.map((vector) => toSql([...vector]))],
      )
      done += passages.length
    }
    if (done > 0) log.info({ passages: done, model: model.name }, 'passages have their vectors')
  } catch (error) {
    const reason = error instanceof ModelUnavailable ? error.reason : undefined
    log.warn(
      { passages: done, model: model.name, reason, err: error },
      'making vectors stopped; search goes on by words',
    )
  }
}
