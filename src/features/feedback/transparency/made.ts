import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Published } from './figures.ts'

/** What an address answers with, as it is and as it travels. */
export interface Body {
  readonly plain: string
  readonly zipped: Uint8Array<ArrayBuffer>
  readonly etag: string
}

const zip = promisify(gzip)
const MOST_MADE = 200

/** Keeps what was made of the figures of a day, by a key that says of what else it was made. */
export function createMade() {
  let kept = new Map<string, Body>()
  let of: Published | undefined
  return async (published: Published, key: string, make: () => string | Promise<string>): Promise<Body> => {
    if (of !== published || kept.size >= MOST_MADE) kept = new Map()
    of = published
    const known = kept.get(key)
    if (known !== undefined) return known
    const into = kept
    const plain = await make()
    const etag = `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`
    const body = { plain, zipped: new Uint8Array(await zip(plain)), etag }
    into.set(key, body)
    return body
  }
}
