import { one } from './moves.ts'

/** A body with one of its values gone, or another thing in its place. */
export function spoilt<T extends object>(body: T, pick: number, thing: unknown): T {
  const copy: T = structuredClone(body)
  const { of, key } = one(placesIn(copy), pick) ?? {}
  if (of === undefined || key === undefined) return copy
  if (pick % 3 === 0) delete of[key]
  else of[key] = thing
  return copy
}

/** A request that is no JSON, or JSON of nothing in particular, and its type. */
export function broken(words: string, thing: unknown, pick: number): [string, string] {
  const type = one(['application/json', 'application/x-www-form-urlencoded', 'text/plain'], pick)
  const wrapped = {
    type: one(['event_callback', 'block_actions', words], pick),
    event: thing,
    message: thing,
  }
  const bodies = [words, JSON.stringify(thing), `payload=${words}`, '{"update_id":', JSON.stringify(wrapped)]
  return [one(bodies, pick), type]
}

/** Sends a request and resolves to its status; once more where the connection it was to go over had just ended. */
export async function posted(
  url: string,
  request: { readonly headers: Readonly<Record<string, string>>; readonly body: string },
): Promise<number> {
  const send = (): Promise<Response> => fetch(url, { method: 'POST', ...request })
  const response = await send().catch(send)
  await response.text()
  return response.status
}

interface Spot {
  readonly of: Record<string, unknown>
  readonly key: string
}

function placesIn(value: unknown): readonly Spot[] {
  if (typeof value !== 'object' || value === null) return []
  const of = value as Record<string, unknown> // it is an object
  return Object.keys(of).flatMap((key) => [{ of, key }, ...placesIn(of[key])])
}
