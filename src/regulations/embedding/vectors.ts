import { createHash } from 'node:crypto'
import type { Database } from '../../database/database.ts'
import type { Log } from '../../log.ts'
import { indexable, OF_ONE_LENGTH } from './dense.ts'

/** Up to so many vectors every one is compared; above, a server looks them up in an index. */
const COMPARED_ONE_BY_ONE = 10_000
const PREFIX = 'embedding_near_'

/** Deletes what nobody asks for any more once a model has embedded every passage, and makes its index where one pays. */
export async function tidyVectors(database: Database, stored: string, log: Log): Promise<void> {
  const [open] = await database.query<{ passages: number; missing: number }>(
    `select count(*)::int as passages, count(*) filter (where embedding.digest is null)::int as missing
     from passage left join embedding on embedding.digest = passage.digest and model = $1`,
    [stored],
  )
  if (!open?.passages || open.missing > 0) return // some were refused: what there is of another model may still be of use
  const gone = await database.query(
    `delete from embedding where model <> $1 or not exists (select from passage where passage.digest = embedding.digest)
     returning 1`,
    [stored],
  )
  if (gone.length > 0)
    log.info({ vectors: gone.length, model: stored }, 'vectors that nothing uses were deleted')
  if (database.kind === 'native') await makeIndex(database, stored, log)
}

async function makeIndex(database: Database, stored: string, log: Log): Promise<void> {
  const [size] = await database.query<{ count: number; length: number | null }>(
    'select count(*)::int as count, max(vector_dims(vector)) as length from embedding where model = $1',
    [stored],
  )
  const form = indexable(size?.length ?? 0)
  const wanted =
    size && form && size.count > COMPARED_ONE_BY_ONE ? nameOf(stored, size.length ?? 0) : undefined
  const known = await database.query<{ name: string }>(
    `select indexname as name from pg_indexes
     where schemaname = current_schema() and tablename = 'embedding' and starts_with(indexname, $1)`,
    [PREFIX],
  )
  for (const { name } of known) if (name !== wanted) await database.query(`drop index ${name}`)
  if (wanted === undefined || !form || !size?.length || known.some(({ name }) => name === wanted)) return
  const started = performance.now()
  const [condition] = await database.query<{ model: string }>('select quote_literal($1::text) as model', [
    stored,
  ])
  await database.transaction(async (connection) => {
    await connection.query(`set local maintenance_work_mem = '512MB'`)
    // searches go on meanwhile; only what would write vectors waits
    await connection.query(
      `create index if not exists ${wanted} on embedding using hnsw ((vector::${form.type}) ${form.operators})
       where ${OF_ONE_LENGTH(condition?.model ?? '', size.length ?? 0)}`,
    )
  })
  const seconds = Math.round((performance.now() - started) / 1_000)
  log.info({ vectors: size.count, model: stored, seconds }, 'an index of the vectors was made')
}

function nameOf(stored: string, length: number): string {
  return PREFIX + createHash('sha256').update(`${stored} ${length}`).digest('hex').slice(0, 16)
}
