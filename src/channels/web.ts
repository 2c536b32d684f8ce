import { randomBytes, randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { streamSSE } from 'hono/streaming'
import type { Channel, Inbox } from '../chat/channel.ts'
import type { Content, ConversationId, Incoming } from '../chat/message.ts'
import type { Log } from '../log.ts'
import { guarded, readJson, refuse, requireJson } from './web/edge.ts'
import { createFileRoutes, type WebFiles } from './web/files.ts'
import { follow, type Timing } from './web/follow.ts'
import { createLimit, createSeats } from './web/limit.ts'
import { showReply, type TranscriptLine } from './web/line.ts'
import { createNewsDesk } from './web/news.ts'
import { createPageRoutes, SAFETY } from './web/page.ts'
import { After, clientAddress, LARGEST_BODY, Posted, Session } from './web/request.ts'
import { texts } from './web/texts.ts'
import { answerTo } from './web/wait.ts'

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
  /** Where files are kept that people send in; without it the page offers to send none. */
  readonly files?: WebFiles | undefined
  readonly clock?: () => Date
  readonly timing?: Partial<Timing>
}

/** The web chat: a channel whose platform is the transcript itself, and the routes that show it. */
export type WebChannel = Channel & { readonly routes: Hono }

const MINUTE = 60_000
const TIMING: Timing = { poll: 3_000, heartbeat: 20_000, patience: MINUTE }
const t = texts.id

/** Makes the web chat; its routes answer "not ready" until it is started and again once it is stopped. */
export function createWebChannel(deps: WebChannelDeps): WebChannel {
  const { log, files, clock = () => new Date() } = deps
  let inbox: Inbox | undefined
  const storing = new Set<Promise<void>>()
  const news = createNewsDesk()
  const context = {
    ...deps,
    news,
    timing: { ...TIMING, ...deps.timing },
    isStopping: () => inbox === undefined,
  }
  const secondsOfSession = createLimit(20, MINUTE, () => clock().getTime())
  const secondsOfAddress = createLimit(120, MINUTE, () => clock().getTime())
  const streams = createSeats(8, 1_000)

  async function post(c: Context): Promise<Response> {
    const posted = Posted.safeParse(await readJson(c))
    if (!posted.success) return refuse(c, 400, posted.error.issues[0]?.message ?? t.notJson)
    const {
      session = randomBytes(18).toString('base64url'),
      id = randomUUID(),
      text,
      choice = '',
    } = posted.data
    const seconds = wait(session, c)
    if (seconds > 0) return refuse(c, 429, t.tooMany, seconds)
    return take(
      c,
      session,
      id,
      text === undefined ? { kind: 'choice', value: choice } : { kind: 'text', text },
    )
  }

  function wait(session: string, c: Context): number {
    return secondsOfSession(session) || secondsOfAddress(clientAddress(c))
  }

  /** Stores a message and answers the request with what the bot says to it. */
  async function take(c: Context, session: string, id: string, content: Content): Promise<Response> {
    if (inbox === undefined) return refuse(c, 503, t.notReady, 2)
    const message: Incoming = {
      id: `web:${session}:${id}`,
      conversation: `web:${session}`,
      sender: { account: `web:${session}`, name: t.visitor },
      content,
      sentAt: clock(),
    }
    await store(inbox, message)
    const lines = await answerTo(message, c.req.raw.signal, context)
    return c.json({ session, replies: (lines ?? []).map(showReply) }, lines === undefined ? 202 : 200, SAFETY)
  }

  async function store(to: Inbox, message: Incoming): Promise<void> {
    const stored = to.receive(message)
    storing.add(stored)
    await stored.finally(() => storing.delete(stored))
    news.tell(message.conversation, { kind: 'lines' })
  }

  function events(c: Context): Response {
    const session = Session.safeParse(c.req.query('session'))
    const after = After.safeParse(c.req.header('last-event-id') || (c.req.query('after') ?? '0'))
    if (!session.success) return refuse(c, 400, t.badSession)
    if (!after.success) return refuse(c, 400, t.badAfter)
    if (inbox === undefined) return refuse(c, 503, t.notReady, 2)
    if (!streams.take(session.data)) return refuse(c, 429, t.tooManyStreams, 30)
    for (const [name, value] of Object.entries(SAFETY)) c.header(name, value)
    c.header('X-Accel-Buffering', 'no') // nginx would hold the events back
    return streamSSE(c, (stream) =>
      follow(stream, `web:${session.data}`, after.data, context)
        .catch((error: unknown) => log.error({ err: error }, 'a web chat stream broke off'))
        .finally(() => streams.giveBack(session.data)),
    )
  }

  const routes = new Hono()
  const limited = bodyLimit({ maxSize: LARGEST_BODY, onError: (c) => refuse(c, 413, t.bodyTooLarge) })
  routes.post('/api/chat', requireJson, limited, guarded(post, log, deps.publicUrl))
  routes.get('/api/chat/events', guarded(events, log, deps.publicUrl))
  if (files)
    routes.route(
      '/',
      createFileRoutes({ ...deps, files, clock, isStopping: context.isStopping, wait, post: take }),
    )
  routes.route('/', createPageRoutes(deps.organization, files !== undefined))

  return {
    name: 'web',
    routes,
    async start(given) {
      inbox = given
    },
    async stop() {
      inbox = undefined
      news.tellAll({ kind: 'lines' }) // all who wait look up, and find that it is time to go
      await Promise.allSettled(storing) // a failure is told to whoever posted
    },
    split: (message) => [message],
    async send(to) {
      news.tell(to, { kind: 'lines' }) // the page shows the transcript: what is stored is delivered
      return randomUUID()
    },
    async preview(to, text) {
      news.tell(to, { kind: 'preview', text })
    },
    async showTyping(to) {
      news.tell(to, { kind: 'typing' })
    },
    ...(files && { open: files.read }),
  }
}
