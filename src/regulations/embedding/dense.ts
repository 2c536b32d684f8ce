import { toSql } from 'pgvector'
import type { Database, Queryable } from '../../database/database.ts'

/** A question as a vector, and what the vectors of its model are stored under. */
export interface DenseQuery {
  readonly model: string
  readonly vector: readonly number[]
}

/** How many vectors an index looks at, at least; its own default would give back only forty. */
const LOOKED_AT = 200

/** The documents whose passages mean most nearly the same, with their cosine (0 to 1), at most `limit` passages' worth. */
export async function nearestArticles(
  database: Queryable & Partial<Pick<Database, 'kind' | 'transaction'>>,
  { model, vector }: DenseQuery,
  limit: number,
): Promise<ReadonlyMap<number, number>> {
  const sql = nearest(vector.length)
  const parameters = [model, toSql([...vector]), limit]
  const rows =
    database.kind === 'native' && database.transaction
      ? await database.transaction(async (connection) => {
          await connection.query(`set local hnsw.ef_search = ${LOOKED_AT}`)
          return connection.query<Near>(sql, parameters)
        })
      : await database.query<Near>(sql, parameters)
  return new Map(rows.map(({ doc, cosine }) => [doc, Math.max(0, cosine)]))
}

/**
 * The indexable form of a vector of so many numbers: an index holds one length, at most 2,000 numbers in full and
 * 4,000 in half precision. Undefined where none can be had.
 */
export function indexable(length: number): { readonly type: string; readonly operators: string } | undefined {
  if (length <= 2_000) return { type: `vector(${length})`, operators: 'vector_cosine_ops' }
  if (length <= 4_000) return { type: `halfvec(${length})`, operators: 'halfvec_cosine_ops' }
  return undefined
}

/** The rows an index of one model and one length holds; with the model put in, its condition. */
export const OF_ONE_LENGTH = (model: string, length: number): string =>
  `model = ${model} and vector_dims(vector) = ${length}`

interface Near {
  readonly doc: number
  readonly cosine: number
}

/** Written just as the index is, so that it is used where there is one. */
function nearest(length: number): string {
  const { type } = indexable(length) ?? { type: 'vector' }
  const distance = `vector::${type} <=> $2::${type}`
  return `
    select article.doc, max(near.cosine)::float8 as cosine
    from (select digest, 1 - (${distance}) as cosine from embedding
          where ${OF_ONE_LENGTH('$1', length)} order by ${distance} limit $3) as near
    join passage on passage.digest = near.digest join article on article.id = passage.article
    where article.doc is not null group by article.doc`
}
