import type { IncomingMessage } from 'node:http'
import { isRecord, type Params } from './params.ts'
import { badRequest, Refusal } from './refusal.ts'

const LARGEST_BODY = 52_428_800

/** A file that came in a multipart body. */
export interface Upload {
  readonly name: string
  readonly mime: string
  readonly bytes: Uint8Array
}

/** The parameters and files of one request. */
export interface Body {
  readonly params: Params
  readonly files: ReadonlyMap<string, Upload>
}

/**
 * Reads query, JSON, urlencoded and multipart bodies (core.telegram.org/bots/api#making-requests);
 * throws a Refusal for invalid UTF-8, broken JSON and bodies over 50 MB.
 */
export async function readBody(request: IncomingMessage, query: URLSearchParams): Promise<Body> {
  const bytes = await collect(request)
  const type = request.headers['content-type'] ?? ''
  const files = new Map<string, Upload>()
  const params: Record<string, unknown> = Object.fromEntries(query)
  if (bytes.length > 0) {
    if (/^application\/json/i.test(type)) Object.assign(params, parseJson(bytes))
    else if (/^multipart\/form-data/i.test(type)) parseMultipart(bytes, type, params, files)
    else Object.assign(params, Object.fromEntries(new URLSearchParams(utf8(bytes))))
  }
  if (!wellFormed(params)) throw notUtf8()
  return { params, files }
}

async function collect(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size <= LARGEST_BODY) chunks.push(chunk)
  }
  if (size > LARGEST_BODY) throw new Refusal(413, 'Request Entity Too Large')
  return Buffer.concat(chunks)
}

function parseJson(bytes: Buffer): Readonly<Record<string, unknown>> {
  const text = utf8(bytes)
  try {
    const value: unknown = JSON.parse(text)
    if (isRecord(value)) return value
  } catch {
    throw badRequest("can't parse request JSON object")
  }
  throw badRequest("can't parse request JSON object")
}

function parseMultipart(
  bytes: Buffer,
  type: string,
  params: Record<string, unknown>,
  files: Map<string, Upload>,
): void {
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1]
  if (boundary === undefined) throw badRequest('boundary is missing in multipart/form-data')
  for (const part of parts(bytes, boundary)) {
    const name = /;\s*name="?([^";\r\n]*)"?/i.exec(part.head)?.[1]
    if (name === undefined) continue
    const filename = /;\s*filename="?([^";\r\n]*)"?/i.exec(part.head)?.[1]
    if (filename === undefined) params[name] = utf8(part.data)
    else {
      const mime = /content-type:\s*([^\r\n;]+)/i.exec(part.head)?.[1] ?? 'application/octet-stream'
      files.set(name, { name: filename, mime, bytes: new Uint8Array(part.data) })
    }
  }
}

// By hand, because grammY leaves file names unquoted, which stricter parsers refuse.
function* parts(bytes: Buffer, boundary: string): Generator<{ head: string; data: Buffer }> {
  const mark = `--${boundary}`
  let at = bytes.indexOf(mark)
  while (at >= 0) {
    const start = at + mark.length
    const end = bytes.indexOf(`\r\n${mark}`, start)
    const head = bytes.indexOf('\r\n\r\n', start)
    if (end < 0 || head < 0 || head > end) return
    yield { head: bytes.toString('utf8', start, head), data: bytes.subarray(head + 4, end) }
    at = end + 2
  }
}

function utf8(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw notUtf8()
  }
}

function wellFormed(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed()
  if (typeof value !== 'object' || value === null) return true
  return Object.values(value).every(wellFormed)
}

function notUtf8(): Refusal {
  return badRequest('strings must be encoded in UTF-8')
}
