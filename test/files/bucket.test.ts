import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Misconfigured, RetryLater } from '../../src/errors.ts'
import { createBucket } from '../../src/files/bucket.ts'
import type { Place } from '../../src/files/place.ts'
import { signed } from '../../src/files/signature.ts'
import { BUCKET, KEYS, type S3Server, startS3 } from './s3-server.ts'

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const SAID = new TextEncoder().encode('isi surat')
const HASH = hashOf(SAID)
const PATH = `/${BUCKET}/files/${HASH.slice(0, 2)}/${HASH}`

let server: S3Server
let place: Place
beforeAll(async () => {
  server = await startS3()
})
afterAll(() => server.stop())
beforeEach(() => {
  server.objects.clear()
  place = bucket()
})

function bucket(other: Partial<Parameters<typeof createBucket>[0]> = {}): Place {
  return createBucket({ ...KEYS, endpoint: server.endpoint, bucket: BUCKET, ...other })
}

describe('files in a bucket', () => {
  it('are written, found, read and removed under the hash of their bytes', async () => {
    expect(await place.has(HASH, SAID.length)).toBe(false)
    await place.write(HASH, SAID)
    expect([...server.objects.keys()]).toEqual([PATH])
    expect(await place.has(HASH, SAID.length)).toBe(true)
    expect(await place.has(HASH, SAID.length + 1)).toBe(false)
    expect(await place.read(HASH, 100)).toEqual(SAID)
    expect(await place.read(HASH, SAID.length - 1)).toBeUndefined()
    await place.remove(HASH)
    await place.remove(HASH)
    expect(await place.read(HASH, 100)).toBeUndefined()
    expect(server.objects.size).toBe(0)
  })

  it('come back as they were, whatever they hold', () =>
    fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5_000 }), async (bytes) => {
        await place.write(hashOf(bytes), bytes)
        expect(await place.read(hashOf(bytes), 5_000)).toEqual(bytes)
      }),
      { numRuns: 40 },
    ))

  it('may lie below a path of the endpoint, whatever slashes it ends with', async () => {
    await bucket({ endpoint: `${server.endpoint}///` }).write(HASH, SAID)
    expect([...server.objects.keys()]).toEqual([PATH])
  })

  it('are asked for later where the store is away, busy or broken', async () => {
    for (const status of [500, 503, 429, 0]) {
      server.fails(status, 1)
      await expect(place.write(HASH, SAID)).rejects.toThrow(RetryLater)
    }
    await place.write(HASH, SAID)
    expect(server.objects.size).toBe(1)
    const nobody = bucket({ endpoint: 'http://127.0.0.1:9' })
    await expect(nobody.read(HASH, 100)).rejects.toThrow(RetryLater)
  })

  it.each([
    ['a wrong secret', { secretAccessKey: 'salah' }],
    ['a wrong key', { accessKeyId: 'SALAH' }],
    ['a wrong region', { region: 'us-east-1' }],
    ['a clock that is an hour off', { clock: () => new Date(Date.now() - 3_600_000) }],
  ])('are refused with %s, and a check says what to look at', async (_, other) => {
    await expect(bucket(other).write(HASH, SAID)).rejects.toThrow('403')
    expect(server.objects.size).toBe(0)
    await expect(bucket(other).check()).rejects.toThrow(Misconfigured)
    await expect(bucket(other).check()).rejects.toThrow(/S3_SECRET_ACCESS_KEY/)
  })

  it('need a bucket that is there; one that is away for now stops nobody', async () => {
    await expect(place.check()).resolves.toBeUndefined()
    await expect(bucket({ bucket: 'tidak-ada' }).check()).rejects.toThrow(/bucket itu tidak ada/)
    server.fails(503, 1)
    await expect(place.check()).resolves.toBeUndefined()
  })

  it('are not written where what arrives is not what was signed', async () => {
    await expect(place.write(HASH, new TextEncoder().encode('isi lain!'))).rejects.toThrow('403')
    expect(server.objects.size).toBe(0)
  })
})

it('signs as in the example that AWS publishes for its signature', () => {
  // docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html, "GET Object"
  const { authorization } = signed(
    {
      method: 'GET',
      url: new URL('https://examplebucket.s3.amazonaws.com/test.txt'),
      headers: { range: 'bytes=0-9' },
      bodyHash: hashOf(new Uint8Array()),
      at: new Date('2013-05-24T00:00:00Z'),
    },
    {
      region: 'us-east-1',
      accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    },
  )
  expect(authorization).toBe(
    'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request, ' +
      'SignedHeaders=host;range;x-amz-content-sha256;x-amz-date, ' +
      'Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
  )
})
