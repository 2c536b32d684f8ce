import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The keys this store knows. */
export const KEYS = {
  region: 'ap-southeast-3',
  accessKeyId: 'UJICOBA',
  secretAccessKey: 'rahasia/sekali+sungguh=',
} as const
export const BUCKET = 'abdi-berkas'

/** A store that keeps objects in memory and refuses, as S3 does, whatever is not signed or not what was signed. */
export interface S3Server {
  readonly endpoint: string
  readonly objects: Map<string, Uint8Array>
  /** "GET /bucket/key 200" for every request. */
  readonly requests: readonly string[]
  /** The next requests are answered with this status; 0 breaks the connection. */
  fails(status: number, times: number): void
  stop(): Promise<void>
}

/** Starts a store on the loopback; `now` is what its clock says. */
export async function startS3(now: () => Date = () => new Date()): Promise<S3Server> {
  const objects = new Map<string, Uint8Array>()
  const requests: string[] = []
  const failures: number[] = []

  function answer(request: IncomingMessage, body: Uint8Array): [status: number, body?: Uint8Array] {
    const path = request.url ?? ''
    const why = objection(request, body, now())
    if (why !== undefined) return [403, Buffer.from(`<Error><Code>${why}</Code></Error>`)]
    if (!path.startsWith(`/${BUCKET}`)) return [404]
    if (path === `/${BUCKET}`) return [200]
    const found = objects.get(path)
    if (request.method === 'PUT') {
      objects.set(path, body)
      return [200]
    }
    if (request.method === 'DELETE') {
      objects.delete(path)
      return [204]
    }
    return found ? [200, found] : [404, Buffer.from('<Error><Code>NoSuchKey</Code></Error>')]
  }

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const failure = failures.shift()
    if (failure === 0) return void request.socket.destroy()
    const [status, body = Buffer.alloc(0)] = failure ? [failure] : answer(request, Buffer.concat(chunks))
    requests.push(`${request.method} ${request.url} ${status}`)
    response.writeHead(status, { 'content-length': body.length })
    response.end(request.method === 'HEAD' ? undefined : body)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')

  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, // a TCP server's address is always one
    objects,
    requests,
    fails: (status, times) => void failures.push(...Array<number>(times).fill(status)),
    async stop() {
      server.close().closeAllConnections()
      await once(server, 'close')
    },
  }
}

/** The name of what is wrong with a request, worked out from what arrived and nothing else. */
function objection(
  { method, url = '', headers }: IncomingMessage,
  body: Uint8Array,
  now: Date,
): string | undefined {
  const parts =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? '',
    )
  if (parts === null) return 'AccessDenied'
  const [, id = '', day = '', region = '', names = '', signature = ''] = parts
  const time = String(headers['x-amz-date'])
  const at = Date.parse(time.replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z'))
  if (!time.startsWith(day) || !(Math.abs(now.getTime() - at) < 15 * 60_000)) return 'RequestTimeTooSkewed'
  if (id !== KEYS.accessKeyId) return 'InvalidAccessKeyId'
  if (region !== KEYS.region) return 'AuthorizationHeaderMalformed'
  const listed = names.split(';')
  if (!['host', 'x-amz-content-sha256', 'x-amz-date'].every((name) => listed.includes(name)))
    return 'AccessDenied'
  if (Object.keys(headers).some((name) => name.startsWith('x-amz-') && !listed.includes(name)))
    return 'AccessDenied'
  const hash = createHash('sha256').update(body).digest('hex')
  if (headers['x-amz-content-sha256'] !== hash) return 'XAmzContentSHA256Mismatch'
  const asked = `${method}\n${url}\n\n${listed.map((name) => `${name}:${headers[name]}\n`).join('')}\n${names}\n${hash}`
  const scope = `${day}/${region}/s3/aws4_request`
  const text = `AWS4-HMAC-SHA256\n${time}\n${scope}\n${createHash('sha256').update(asked).digest('hex')}`
  let key: Buffer = Buffer.from(`AWS4${KEYS.secretAccessKey}`)
  for (const step of [day, region, 's3', 'aws4_request', text])
    key = createHmac('sha256', key).update(step).digest()
  return timingSafeEqual(key, Buffer.from(signature, 'hex')) ? undefined : 'SignatureDoesNotMatch'
}
