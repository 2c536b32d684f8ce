import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Json } from '../../chat/feature.ts'
import { type Query, querySchema, written } from './query.ts'

const MOST = 3
const schema = z
  .array(z.object({ mark: z.string(), query: querySchema, message: z.string().optional() }))
  .catch([])

/** By this a question is found again when a button below its answer is pressed; the same question has the same. */
export function markOf(query: Query): string {
  return createHash('sha256').update(written(query)).digest('hex').slice(0, 12)
}

/** The question with a mark among those asked lately in this conversation. */
export function recalled(memory: Json, mark: string): Query | undefined {
  return schema.parse(memory).find((past) => past.mark === mark)?.query
}

/** The latest question, and the message that was answered with it. */
export function latest(memory: Json): { readonly query: Query; readonly message: string } | undefined {
  const { query, message } = schema.parse(memory).at(-1) ?? {}
  return query && message !== undefined ? { query, message } : undefined
}

/** The memory with one more question in it, the oldest forgotten. */
export function remembered(memory: Json, query: Query, message: string): Json {
  const mark = markOf(query)
  const others = schema.parse(memory).filter((past) => past.mark !== mark)
  return JSON.parse(JSON.stringify([...others, { mark, query, message }].slice(-MOST))) as Json // what was checked is JSON
}
