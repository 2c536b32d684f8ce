import { randomBytes, randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { streamSSE } from 'hono/streaming'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Channel, Inbox } from '../chat/channel.ts'
import type { ConversationId, Incoming } from '../chat/message.ts'
import type { Log } from '../log.ts'
import { follow, type Timing } from './web/follow.ts'
import { createLimit } from './web/limit.ts'
import { showReply, type TranscriptLine } from './web/line.ts'
import { createBell, createNewsDesk } from './web/news.ts'
import { createPageRoutes, SAFETY } from './web/page.ts'
import { After, clientAddress, isCrossSite, LARGEST_BODY, Posted, Session } from './web/request.ts'
import { texts } from './web/texts.ts'

export type { TranscriptLine } from './web/line.ts'

/** What the web chat needs to know of the mailbox, and how it is set up. */
export interface WebChannelDeps {
  /** The lines of a conversation after a row id ("0": from the start), oldest first, at most `limit` of the latest. */
  transcript(conversation: ConversationId, after: string, limit?: number): Promise<readonly TranscriptLine[]>
  /** The lines that answer the message with this delivery id, oldest first; undefined until it is answered. */
  repliesTo(deliveryId: string): Promise<readonly TranscriptLine[] | undefined>
  readonly log: Log
  readonly organization: string
  /** The address people open, where a proxy hides it from the server. */
  readonly publicUrl?: string | undefined
  readonly clock?: () => Date
  readonly timing?: Partial<Timing>
}

/** The web chat: a channel whose platform is the transcript itself, and the routes that show it. */
export type WebChannel = Channel & { readonly routes: Hono }

const MINUTE = 60_000
const TIMING: Timing = { poll: 3_000, heartbeat: 20_000, patience: MINUTE }
const STREAMS_PER_SESSION = 8
const STREAMS = 1_000
const t = texts.id

/** Makes the web chat; its routes answer "not ready" until it is started and again once it is stopped. */
export function createWebChannel(deps: WebChannelDeps): WebChannel {
  const { log, clock = () => new Date() } = deps
  const timing = { ...TIMING, ...deps.timing }
  const news = createNewsDesk()
  const storing = new Set<Promise<void>>()
  const streams = new Map<string, number>()
  const now = (): number => clock().getTime()
  const waitOfSession = createLimit(20, MINUTE, now)
  const waitOfAddress = createLimit(120, MINUTE, now)
  let inbox: Inbox | undefined

  async function post(c: Context): Promise<Response> {
    const posted = Posted.safeParse(await readJson(c))
    if (!posted.success) return refuse(c, 400, posted.error.issues[0]?.message ?? t.notJson)
    const { session = randomBytes(18).toString('base64url'), id = randomUUID(), text, choice = '' } = posted.data
    const wait = waitOfSession(session) || waitOfAddress(clientAddress(c))
    if (wait > 0) return refuse(c, 429, t.tooMany, wait)
    const message: Incoming = {
      id: `web:${session}:${id}`,
      conversation: `web:${session}`,
      sender: { account: `web:${session}`, name: t.visitor },
      content: text === undefined ? { kind: 'choice', value: choice } : { kind: 'text', text },
      sentAt: clock(),
    }
    if (!(await store(message))) return refuse(c, 503, t.notReady, 2)
    const lines = await answerTo(message, c.req.raw.signal)
    return c.json({ session, replies: (lines ?? []).map(showReply) }, lines === undefined ? 202 : 200, SAFETY)
  }

  /** False when nothing is taken in now. */
  async function store(message: Incoming): Promise<boolean> {
    if (inbox === undefined) return false
    const stored = inbox.receive(message)
    storing.add(stored)
    await stored.finally(() => storing.delete(stored))
    news.tell(message.conversation, { kind: 'lines' })
    return true
  }

  /** Waits for the answer, but not for ever: undefined when it has to come by events. */
  async function answerTo(message: Incoming, gone: AbortSignal): Promise<readonly TranscriptLine[] | undefined> {
    const bell = createBell()
    const unlisten = news.listen(message.conversation, (item) => item.kind === 'lines' && bell.ring())
    const deadline = performance.now() + timing.patience
    gone.addEventListener('abort', bell.ring)
    try {
      for (;;) {
        const lines = await deps.repliesTo(message.id)
        const left = deadline - performance.now()
        if (lines !== undefined || left <= 0 || gone.aborted || inbox === undefined) return lines
        await bell.heard(Math.min(left, timing.poll))
      }
    } finally {
      gone.removeEventListener('abort', bell.ring)
      unlisten()
    }
  }

  function events(c: Context): Response {
    const session = Session.safeParse(c.req.query('session'))
    const after = After.safeParse(c.req.header('last-event-id') || (c.req.query('after') ?? '0'))
    if (!session.success) return refuse(c, 400, t.badSession)
    if (!after.success) return refuse(c, 400, t.badAfter)
    if (inbox === undefined) return refuse(c, 503, t.notReady, 2)
    const open = [...streams.values()].reduce((sum, count) => sum + count, 0)
    if ((streams.get(session.data) ?? 0) >= STREAMS_PER_SESSION || open >= STREAMS)
      return refuse(c, 429, t.tooManyStreams, 30)
    for (const [name, value] of Object.entries(SAFETY)) c.header(name, value)
    c.header('X-Accel-Buffering', 'no')
    count(session.data, +1)
    return streamSSE(c, async (stream) => {
      const context = { ...deps, news, timing, isStopping: () => inbox === undefined }
      await follow(stream, `web:${session.data}`, after.data, context)
        .catch((error: unknown) => log.error({ err: error }, 'a web chat stream broke off'))
        .finally(() => count(session.data, -1))
    })
  }

  function count(session: string, step: 1 | -1): void {
    const left = (streams.get(session) ?? 0) + step
    if (left > 0) streams.set(session, left)
    else streams.delete(session)
  }

  /** The edge of every route: refuses other sites' pages, and says in words what went wrong with us. */
  function guarded(handle: (c: Context) => Response | Promise<Response>) {
    return async (c: Context): Promise<Response> => {
      if (isCrossSite(c.req.raw.headers, deps.publicUrl)) return refuse(c, 403, t.crossSite)
      try {
        return await handle(c)
      } catch (error) {
        log.error({ err: error }, 'a web chat request failed')
        return refuse(c, 503, t.notReady, 5)
      }
    }
  }

  const routes = new Hono()
  const limited = bodyLimit({ maxSize: LARGEST_BODY, onError: (c) => refuse(c, 413, t.bodyTooLarge) })
  routes.post('/api/chat', requireJson, limited, guarded(post))
  routes.get('/api/chat/events', guarded(events))
  routes.route('/', createPageRoutes(deps.organization))

  return {
    name: 'web',
    routes,
    async start(given) {
      inbox = given
    },
    async stop() {
      inbox = undefined
      news.tellAll({ kind: 'lines' })
      await Promise.allSettled(storing) // whoever posted them is told of a failure
    },
    split: (message) => [message],
    async send(to) {
      news.tell(to, { kind: 'lines' }) // the transcript is what the page shows: being stored is being delivered
      return randomUUID()
    },
    async preview(to, text) {
      news.tell(to, { kind: 'preview', text })
    },
    async showTyping(to) {
      news.tell(to, { kind: 'typing' })
    },
  }
}

async function requireJson(c: Context, next: () => Promise<void>): Promise<Response | undefined> {
  if (!/^application\/json\s*(;|$)/i.test(c.req.header('content-type') ?? '')) return refuse(c, 415, t.wrongType)
  await next()
  return undefined
}

/** The body as JSON; undefined when it is none, which no request may be. */
async function readJson(c: Context): Promise<unknown> {
  const body = await c.req.text()
  try {
    return JSON.parse(body)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function refuse(c: Context, status: ContentfulStatusCode, sentence: string, retryAfter?: number): Response {
  const headers = retryAfter === undefined ? SAFETY : { ...SAFETY, 'Retry-After': String(retryAfter) }
  return c.json({ error: sentence }, status, headers)
}
