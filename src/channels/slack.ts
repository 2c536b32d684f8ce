import { App } from '@slack/bolt'
import { WebClient } from '@slack/web-api'
import type { Channel, Files, Inbox } from '../chat/channel.ts'
import type { Choice, ConversationId } from '../chat/message.ts'
import { Misconfigured } from '../errors.ts'
import type { Log } from '../log.ts'
import { createInsistence } from './insistence.ts'
import { askedToWait, asOurs, isTokenRefused, refusalOf } from './slack/failures.ts'
import { openFile } from './slack/files.ts'
import { createHearing, type Self } from './slack/hearing.ts'
import { presserAtHome } from './slack/home.ts'
import { silent } from './slack/logger.ts'
import { createSender, splitMessage, withCommands } from './slack/outgoing.ts'
import { createSpacing } from './slack/pace.ts'
import { createPeople } from './slack/people.ts'
import { createPreviews } from './slack/previews.ts'
import { type Connection, createHttpReceiver, createSocketReceiver } from './slack/receivers.ts'
import { createSurfaces } from './slack/surfaces.ts'
import { createUploads } from './slack/uploads.ts'

/** How Slack is reached: over a connection of ours with an app token, or by signed requests to our web server. */
export interface SlackOptions {
  readonly token: string
  readonly apiUrl: string
  readonly delivery:
    | { readonly kind: 'socket'; readonly appToken: string }
    | { readonly kind: 'http'; readonly signingSecret: string }
  /** The names of the commands, as people may type them after /abdi. */
  readonly commands: readonly string[]
  /** What newcomers are shown that they can ask; the first four are. */
  readonly prompts: readonly Choice[]
  readonly log: Log
  /** Where the bytes of kept files come from; without it they are only told of. */
  readonly files?: Files
  /** The clock in ms that paces previews and dates pages. */
  readonly clock?: () => number
}

/** Slack as a channel, and the way in for its signed requests: give it the request, send back its response. */
export interface SlackChannel extends Channel {
  events(request: Request): Promise<Response>
}

const PATIENCE_MS = 10_000

/**
 * Slack lets a workspace have "several hundred" messages a minute (docs.slack.dev/apis/web-api/rate-limits): letters leave
 * most of them to answers.
 */
const LETTERS_PER_SECOND = 4

/** Connects an app of one workspace (docs.slack.dev). `start` throws `Misconfigured` when a token is refused. */
export function createSlackChannel(options: SlackOptions): SlackChannel {
  const { token, apiUrl, delivery, log, clock = Date.now } = options
  // we insist ourselves, as the mailbox does: a retry hidden in the client would hold up everything behind it
  const clientOptions = { slackApiUrl: apiUrl, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true }
  const client = new WebClient(token, { ...clientOptions, timeout: PATIENCE_MS, logger: silent })
  const http = delivery.kind === 'http' ? createHttpReceiver(delivery.signingSecret, log) : undefined
  const socket =
    delivery.kind === 'socket'
      ? createSocketReceiver({ appToken: delivery.appToken, slackApiUrl: apiUrl }, log)
      : undefined
  const receiver = http ?? socket
  const people = createPeople(client, log, clock)
  const surfaces = createSurfaces({ client, people, prompts: options.prompts }, log, clock)
  const previews = createPreviews(client, log, clock)
  const uploads = createUploads({ client, files: options.files, apiUrl }, log, clock)
  const deliver = createSender(client, uploads)
  const letters = createSpacing(LETTERS_PER_SECOND, clock)
  const halt = new AbortController()
  const { insist, quietly } = createInsistence(log, halt.signal, (error) => ({
    wait: askedToWait(error),
    said: 'a step of Slack failed; trying again',
  }))
  const hearing = createHearing({
    commands: options.commands,
    people,
    surfaces,
    log,
    inbox: () => known(inbox),
  })
  /** Whoever pressed something on their home, by the private chat in which that is answered. */
  const atHome = new Map<ConversationId, string>()
  let inbox: Inbox | undefined
  let self: Self | undefined

  const app = new App({
    ...(receiver && { receiver }),
    authorize: async () => {
      const { user, bot, team } = known(self)
      return { botToken: token, botId: bot, botUserId: user, teamId: team }
    },
    ignoreSelf: false, // reading does, before anything is asked of Slack
    convoStore: false,
    logger: silent,
    clientOptions: { ...clientOptions, logger: silent },
  })
  app.error(async (error) => {
    throw error.original ?? error // so that nothing is acknowledged
  })
  app.use(async (event) => {
    const ack = 'ack' in event ? (event.ack as (response?: object) => Promise<void>) : undefined
    const body = event.body as unknown as Readonly<Record<string, unknown>> // read with schemas of our own
    await hearing.take(body, known(self), async (response) => ack?.(response))
    noteHome(presserAtHome(body, known(self).team))
  })

  /** Remembers that somebody's page is to be shown anew; it was stored a moment ago, so nothing is sent yet. */
  function noteHome(presser: string | undefined): void {
    if (presser === undefined) return
    void quietly('note the home', async () => {
      atHome.set(`slack:${await people.chatWith(presser)}`, presser)
    })
  }

  /** Whoever pressed something on their page was answered there, which may have changed what it shows. */
  function renewHome(to: ConversationId): void {
    const presser = atHome.get(to)
    if (presser === undefined) return
    atHome.delete(to)
    surfaces.showHome(presser, known(inbox))
  }

  async function introduce(): Promise<Self> {
    const { user_id: user = '', bot_id: bot = '', team_id: team = '' } = await client.auth.test()
    return { user, bot, team }
  }

  /** Begins to listen: to a connection until it ends, to requests until we stop. */
  async function listen(): Promise<Connection> {
    if (socket) return socket.start()
    await http?.start()
    return { ended: aborted(halt.signal) }
  }

  async function stayConnected(first: Connection | undefined): Promise<void> {
    self ??= await insist('auth.test', introduce)
    let connection = first
    while (!halt.signal.aborted && self !== undefined) {
      connection ??= await insist('listen', listen)
      await connection?.ended
      connection = undefined
    }
  }

  return {
    name: 'slack',
    async start(into) {
      inbox = into
      let connection: Connection | undefined
      try {
        self = await introduce()
        connection = await listen()
      } catch (error) {
        if (isTokenRefused(error)) throw refused(self === undefined, refusalOf(error))
        log.warn({ err: error }, 'Slack cannot be reached yet; trying on in the background')
      }
      void stayConnected(connection) // fails at nothing: it insists
    },
    async stop() {
      halt.abort()
      await receiver?.stop()
      await surfaces.settle()
    },
    async events(request) {
      return http ? http.handle(request) : new Response('', { status: 404 })
    },
    split: (message) => splitMessage(withCommands(message, options.commands)),
    async send(to, message) {
      const instead = await previews.end(to).catch((error: unknown) => {
        throw asOurs(error)
      })
      const ts = await deliver({ to, ...(instead && { instead }) }, message)
      previews.forget(to)
      renewHome(to)
      return ts
    },
    room: () => letters.room(),
    async edit(to, ts, message) {
      await deliver({ to, instead: ts, only: true }, message)
    },
    preview: (to, text) => previews.show(to, text),
    showTyping: (to) => previews.search(to),
    open: (ref) => openFile(ref, token, apiUrl),
    async profile(account) {
      const { user } = await client.users.info({ user: account.slice('slack:'.length) })
      const { email } = user?.profile ?? {}
      return email && user?.is_email_confirmed === true ? { email } : {}
    },
  }
}

/** What start has made known; nothing is taken before. */
function known<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the bot does not know yet who it is')
  return value
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
}

function refused(botToken: boolean, why = ''): Misconfigured {
  return botToken
    ? new Misconfigured(
        'SLACK_BOT_TOKEN',
        `ditolak Slack (${why}). Salin lagi Bot User OAuth Token (xoxb-…) dari halaman OAuth & Permissions, atau kosongkan kunci ini untuk berjalan tanpa Slack.`,
      )
    : new Misconfigured(
        'SLACK_APP_TOKEN',
        `ditolak Slack (${why}). Buat lagi App-Level Token (xapp-…) dengan izin connections:write di halaman Basic Information.`,
      )
}
