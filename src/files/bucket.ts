import { createHash } from 'node:crypto'
import { Misconfigured, RetryLater } from '../errors.ts'
import { type Place, pathOf } from './place.ts'
import { type Signer, signed } from './signature.ts'

/** A bucket of an S3-compatible store, addressed by its path: `endpoint/bucket/files/ab/abcdef…`. */
export interface BucketOptions extends Signer {
  readonly endpoint: string
  readonly bucket: string
  readonly clock?: () => Date
}

const PATIENCE_MS = 60_000
const AWAY_SECONDS = 30
const EMPTY = sha256('')

/** Keeps files in a bucket. Whatever asks it throws `RetryLater` while the store is away or asks to slow down. */
export function createBucket(options: BucketOptions): Place {
  const { endpoint, bucket, clock = () => new Date() } = options
  const root = `${endpoint.replace(/\/+$/, '')}/${bucket}`

  /** The answer, also "no such file"; everything else that is not a success is thrown. */
  async function ask(
    method: string,
    path: string,
    body?: { bytes: Uint8Array; hash: string },
  ): Promise<Response> {
    const url = new URL(root + path)
    const headers = signed({ method, url, headers: {}, bodyHash: body?.hash ?? EMPTY, at: clock() }, options)
    let response: Response
    try {
      response = await fetch(url, {
        method,
        headers,
        ...(body && { body: body.bytes as Uint8Array<ArrayBuffer> }), // bytes are never shared between threads here
        redirect: 'manual',
        signal: AbortSignal.timeout(PATIENCE_MS),
      })
    } catch {
      throw new RetryLater(AWAY_SECONDS, 'the file store cannot be reached') // its words name hosts and addresses
    }
    if (response.ok || response.status === 404) return response
    await response.body?.cancel()
    if (response.status === 429 || response.status >= 500)
      throw new RetryLater(AWAY_SECONDS, `the file store answers ${response.status}`)
    throw new BucketRefusal(response.status)
  }

  return {
    async has(hash, size) {
      const { ok, headers } = await ask('HEAD', keyOf(hash))
      return ok && Number(headers.get('content-length')) === size
    },

    async write(hash, bytes) {
      const response = await ask('PUT', keyOf(hash), { bytes, hash })
      await response.body?.cancel()
      if (!response.ok) throw new BucketRefusal(response.status)
    },

    async read(hash, most) {
      const response = await ask('GET', keyOf(hash))
      if (response.ok && Number(response.headers.get('content-length') ?? 0) <= most)
        return new Uint8Array(await response.arrayBuffer())
      await response.body?.cancel()
      return undefined
    },

    async remove(hash) {
      const response = await ask('DELETE', keyOf(hash))
      await response.body?.cancel()
    },

    async check() {
      try {
        const { status } = await ask('HEAD', '')
        if (status === 404) throw new BucketRefusal(status)
      } catch (error) {
        if (!(error instanceof BucketRefusal)) return // away for now: it may be back when the first file comes
        throw new Misconfigured(
          'S3_BUCKET',
          REMEDIES[error.status] ?? `ditolak tempat berkas (${error.status}).`,
        )
      }
    },
  }
}

/** The store refuses, and will refuse again: wrong keys, a wrong bucket, a wrong region. */
class BucketRefusal extends Error {
  readonly status: number
  constructor(status: number) {
    super(`the file store refuses with ${status}`)
    this.name = 'BucketRefusal'
    this.status = status
  }
}

const REMEDIES: Readonly<Record<number, string>> = {
  301: 'bucket itu ada di region lain. Periksa S3_REGION dan S3_ENDPOINT.',
  400: 'tempat berkas tidak mengerti permintaannya. Periksa S3_ENDPOINT dan S3_REGION.',
  403: 'kuncinya ditolak. Periksa S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY, dan hak aksesnya.',
  404: 'bucket itu tidak ada di S3_ENDPOINT. Buat dulu bucketnya, atau periksa namanya.',
}

function keyOf(hash: string): string {
  return `/files/${pathOf(hash)}`
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
