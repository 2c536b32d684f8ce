import { Hono } from 'hono'
import { afterEach, vi } from 'vitest'
import type { Bot } from '../../src/bot.ts'
import { createSlackChannel, type SlackChannel, type SlackOptions } from '../../src/channels/slack.ts'
import type { ConversationId } from '../../src/chat/message.ts'
import type { Database } from '../../src/database/database.ts'
import { startServer } from '../../src/http.ts'
import type { ChatModel } from '../../src/model/model.ts'
import { botOn, recording } from '../support/bot.ts'
import { freshDatabase } from '../support/database.ts'
import { createSlackServer, type SlackServer, type SlackServerOptions } from '../support/slack-server.ts'

/** How a stage differs from the plain one: Socket Mode, no model, the server's defaults. */
export interface StageOptions {
  readonly manner?: Manner
  readonly server?: SlackServerOptions
  readonly chat?: ChatModel
  readonly clock?: () => number
  readonly slack?: Partial<SlackOptions>
}

/** The two ways of getting what Slack sends. */
export type Manner = 'socket' | 'http'

/** The real bot on a real database behind Slack's loopback server. */
export interface SlackStage {
  readonly server: SlackServer
  readonly database: Database
  readonly log: string[]
  readonly bot: Bot
  readonly channel: SlackChannel
  /** Where Slack sends its signed requests. */
  readonly hook: string
  readonly storing: Storing
  start(): Promise<void>
  stop(): Promise<void>
  /** Lets the pauses of postponed messages be over. */
  timePasses(conversation: ConversationId): Promise<void>
  /** Resolves once something in the conversation waits for a later time, to the seconds left. */
  postponed(conversation: ConversationId): Promise<number>
  unreachable(conversation: ConversationId): Promise<string | null>
}

/** What the database does with incoming messages: refuses so many, or holds them up at a gate. */
export interface Storing {
  failures: number
  waiting: number
  gate: Promise<void> | undefined
  onFailure?: () => void
}

const cleanups: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

/** Sets a stage that is taken down after the test; `start` brings the bot onto it. */
export async function slackStage(options: StageOptions = {}): Promise<SlackStage> {
  const { manner = 'socket' } = options
  const server = await createSlackServer(options.server)
  cleanups.push(() => server.close())
  const database = await freshDatabase()
  const storing: Storing = { failures: 0, waiting: 0, gate: undefined }
  const log: string[] = []
  let channel: SlackChannel | undefined
  let bot: Bot | undefined
  const hook = manner === 'http' ? await openHook((request) => channel?.events(request)) : ''
  if (manner === 'http') server.deliverTo(hook)
  const connect = ({ features }: Bot): SlackChannel => {
    const names = features.flatMap(({ commands = [] }) => commands).map(({ name }) => name)
    channel = createSlackChannel({
      token: server.botToken,
      apiUrl: server.apiUrl,
      delivery:
        manner === 'http'
          ? { kind: 'http', signingSecret: server.signingSecret }
          : { kind: 'socket', appToken: server.appToken },
      commands: [...names, 'batal'],
      prompts: features.flatMap((feature) => feature.suggestions?.('id') ?? []),
      log: recording(log),
      ...(options.clock && { clock: options.clock }),
      ...options.slack,
    })
    return channel
  }
  const stop = async (): Promise<void> => {
    const stopping = bot
    bot = undefined
    await stopping?.stop()
  }
  cleanups.push(stop)
  return {
    server,
    database,
    log,
    hook,
    storing,
    get bot() {
      return there(bot)
    },
    get channel() {
      return there(channel)
    },
    async start() {
      bot = await botOn(connect, {
        database: faulty(database, storing),
        log,
        ...(options.chat && { chat: options.chat }),
      })
    },
    stop,
    async timePasses(conversation) {
      await database.query(
        'update message set not_before = now() where conversation = $1 and done_at is null',
        [conversation],
      )
      await bot?.advance(conversation)
    },
    postponed: (conversation) =>
      vi.waitFor(
        async () => {
          const rows = await database.query<{ seconds: number }>(
            `select extract(epoch from not_before - now())::float8 as seconds from message
             where conversation = $1 and done_at is null and not_before > now()`,
            [conversation],
          )
          return there(rows[0]).seconds
        },
        { timeout: 5_000, interval: 5 },
      ),
    async unreachable(conversation) {
      const rows = await database.query<{ unreachable: string | null }>(
        'select unreachable from conversation where id = $1',
        [conversation],
      )
      return there(rows[0]).unreachable
    },
  }
}

/** The real HTTP server with Slack's way in. */
async function openHook(handle: (request: Request) => Promise<Response> | undefined): Promise<string> {
  const pages = {
    routes: new Hono(),
    slack: async (request: Request) => (await handle(request)) ?? new Response('', { status: 503 }),
    ready: async () => undefined,
    metrics: async () => ({ contentType: 'text/plain', body: '' }),
    log: recording([]),
  }
  const { port, stop } = await startServer(pages, { host: '127.0.0.1', port: 0 })
  cleanups.push(stop)
  return `http://127.0.0.1:${port}/slack/events`
}

function faulty(database: Database, storing: Storing): Database {
  return {
    ...database,
    async query(sql, parameters) {
      if (sql.includes(`'in'`) && sql.includes('insert into message')) {
        storing.waiting++
        await storing.gate
        storing.waiting--
        if (storing.failures > 0) {
          storing.failures--
          storing.onFailure?.()
          throw new Error('the database is away')
        }
      }
      return database.query(sql, parameters)
    },
  }
}

/** What must be there by now. */
export function there<T>(value: T | undefined | null): T {
  if (value === undefined || value === null) throw new Error('it is not there')
  return value
}
