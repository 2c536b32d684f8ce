import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Files } from '../../chat/channel.ts'
import type { FileContent, KeptFile } from '../../chat/message.ts'
import { Refusal, Unreadable } from '../../errors.ts'
import type { Log } from '../../log.ts'
import { guarded, refuse } from './edge.ts'
import { createLimit, createSeats } from './limit.ts'
import { SAFETY } from './page.ts'
import { clientAddress, MessageId, Session } from './request.ts'
import { texts } from './texts.ts'

/** What the web chat does with files: it is the platform they come from, and gives them to those who may have them. */
export interface WebFiles extends Files {
  /** Keeps what an account sent in with a message. Throws `Refusal` with the reason, `RetryLater`. */
  take(
    bytes: Uint8Array,
    from: { readonly name: string; readonly account: string; readonly message: string },
  ): Promise<KeptFile>
  /** Undefined where it is not the account's to open, or there is none. Throws `Unreadable`, `RetryLater`. */
  give(
    hash: string,
    account: string,
  ): Promise<{ readonly file: KeptFile; readonly bytes: Uint8Array } | undefined>
}

/** What the routes for files need of the chat around them. */
export interface FileRoutes {
  readonly files: WebFiles
  readonly log: Log
  readonly publicUrl?: string | undefined
  readonly clock: () => Date
  isStopping(): boolean
  /** How many seconds whoever asks has to wait; 0 when they may go on. */
  wait(session: string, c: Context): number
  /** Takes a message with its file and answers the request with what the bot says to it. */
  post(c: Context, session: string, id: string, content: FileContent): Promise<Response>
}

/**
 * The header in which the session comes to these routes: no form and no link of another site can send it, and no
 * address that is copied or kept in a history gives it away.
 */
export const SESSION_HEADER = 'X-Abdi-Session'

const HOUR = 3_600_000
const LARGEST_UPLOAD = 20 * 1024 * 1024
/** What comes around a file: boundaries, names, the message's id. */
const AROUND = 64 * 1024
const t = texts.id

/** The routes that take a file (`POST /api/chat/files`) and give one (`GET /api/chat/files/HASH`). */
export function createFileRoutes(context: FileRoutes): Hono {
  const { files, log, publicUrl, clock } = context
  const uploadsOfSession = createLimit(20, HOUR, () => clock().getTime())
  const uploadsOfAddress = createLimit(100, HOUR, () => clock().getTime()) // a whole office may share one
  const seats = createSeats(4, 8) // each holds a file in memory

  async function upload(c: Context): Promise<Response> {
    const session = sessionOf(c)
    if (session === undefined) return refuse(c, 400, t.badSession)
    const address = clientAddress(c)
    const seconds = context.wait(session, c) || uploadsOfSession(session) || uploadsOfAddress(address)
    if (seconds > 0) return refuse(c, 429, t.tooManyUploads, seconds)
    if (context.isStopping()) return refuse(c, 503, t.notReady, 2)
    if (!seats.take(address)) return refuse(c, 429, t.tooManyUploads, 10)
    const taken = await take(c, session).finally(() => seats.giveBack(address))
    return taken instanceof Response ? taken : context.post(c, session, taken.id, taken.content)
  }

  /** Keeps the file of a request; or the answer that says why not. */
  async function take(c: Context, session: string): Promise<Response | { id: string; content: FileContent }> {
    const sent = await readUpload(c)
    if (sent === undefined) return refuse(c, 400, t.notUpload)
    const { id, name, bytes } = sent
    const account = `web:${session}`
    try {
      const { hash: ref, ...kept } = await files.take(bytes, { name, account, message: `${account}:${id}` })
      return { id, content: { kind: 'file', ...kept, ref } }
    } catch (error) {
      if (error instanceof Refusal) return refuse(c, 422, error.message)
      throw error
    }
  }

  async function download(c: Context): Promise<Response> {
    const session = sessionOf(c)
    if (session === undefined) return refuse(c, 400, t.badSession)
    const seconds = context.wait(session, c)
    if (seconds > 0) return refuse(c, 429, t.tooMany, seconds)
    if (context.isStopping()) return refuse(c, 503, t.notReady, 2)
    try {
      const given = await files.give(c.req.param('hash') ?? '', `web:${session}`)
      if (given === undefined) return refuse(c, 404, t.noSuchFile)
      return c.body(given.bytes as Uint8Array<ArrayBuffer>, 200, headersOf(given.file)) // never shared memory
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      log.error({ err: error }, 'a kept file cannot be read')
      return refuse(c, 404, t.noSuchFile)
    }
  }

  const routes = new Hono()
  const limited = bodyLimit({
    maxSize: LARGEST_UPLOAD + AROUND,
    onError: (c) => refuse(c, 413, t.fileTooLarge),
  })
  routes.post('/api/chat/files', limited, guarded(upload, log, publicUrl))
  routes.get('/api/chat/files/:hash', guarded(download, log, publicUrl))
  return routes
}

function sessionOf(c: Context): string | undefined {
  return Session.safeParse(c.req.header(SESSION_HEADER)).data
}

/** The file and the id of its message out of a multipart body; undefined where it holds anything else. */
async function readUpload(c: Context): Promise<{ id: string; name: string; bytes: Uint8Array } | undefined> {
  if (!/^multipart\/form-data\s*;/i.test(c.req.header('content-type') ?? '')) return undefined
  const form = await c.req.formData().catch((error: unknown) => {
    if (error instanceof TypeError) return undefined // a body that is no form, or one that broke off
    throw error
  })
  const id = MessageId.safeParse(form?.get('id')).data
  const file = form?.get('file')
  if (id === undefined || !(file instanceof File)) return undefined
  return { id, name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
}

/** Given to be saved, never to be shown within the page: whatever is in it stays without effect there. */
function headersOf({ name, mime }: KeptFile): Record<string, string> {
  return {
    ...SAFETY,
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Content-Type': mime === 'text/plain' ? 'text/plain; charset=utf-8' : mime,
    'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, escaped)}`,
    'Cache-Control': 'private, no-store',
  }
}

function escaped(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`
}
