import { Hono } from 'hono'
import { afterEach, vi } from 'vitest'
import type { Bot } from '../../src/bot.ts'
import {
  createTelegramChannel,
  type TelegramChannel,
  type TelegramOptions,
} from '../../src/channels/telegram.ts'
import type { ConversationId } from '../../src/chat/message.ts'
import { mayUse } from '../../src/chat/turn.ts'
import type { Database } from '../../src/database/database.ts'
import { menu } from '../../src/features/help/feature.ts'
import { startServer } from '../../src/http.ts'
import type { ChatModel } from '../../src/model/model.ts'
import { botOn, recording } from '../support/bot.ts'
import { freshDatabase } from '../support/database.ts'
import {
  createTelegramServer,
  type TelegramServer,
  type TelegramServerOptions,
} from '../support/telegram-server.ts'

/** The secret that the loopback server shows at the webhook. */
export const SECRET = 'rahasia-webhook-uji-coba'

/** How a stage differs from the plain one: polling, no model, the server's defaults, started at once. */
export interface StageOptions {
  readonly delivery?: 'polling' | 'webhook'
  readonly server?: TelegramServerOptions
  readonly chat?: ChatModel
  readonly clock?: () => number
  readonly channel?: Partial<TelegramOptions>
  readonly token?: string
  readonly apiRoot?: string
}

/** The real bot on a real database behind Telegram's loopback server. */
export interface TelegramStage {
  readonly server: TelegramServer
  readonly database: Database
  readonly log: string[]
  readonly bot: Bot
  readonly channel: TelegramChannel
  /** Where Telegram calls the webhook. */
  readonly hook: string
  /** Until set free the database refuses (or holds up) to store what comes in. */
  readonly storing: Storing
  start(): Promise<void>
  stop(): Promise<void>
  /** Lets the pauses of postponed messages be over. */
  timePasses(conversation: ConversationId): Promise<void>
  /** Resolves once something in the conversation waits for a later time, to the seconds left. */
  postponed(conversation: ConversationId): Promise<number>
  unreachable(conversation: ConversationId): Promise<string | null>
}

/** What the database does with incoming messages. */
export interface Storing {
  failures: number
  /** How many are held up by the gate. */
  waiting: number
  gate: Promise<void> | undefined
}

const cleanups: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

/** Sets a stage that is taken down after the test; `start` brings the bot onto it. */
export async function telegramStage(options: StageOptions = {}): Promise<TelegramStage> {
  const server = await createTelegramServer({ webhookRetryMs: 1, ...options.server })
  cleanups.push(() => server.close())
  const database = await freshDatabase()
  const storing: Storing = { failures: 0, waiting: 0, gate: undefined }
  const log: string[] = []
  let channel: TelegramChannel | undefined
  let bot: Bot | undefined
  const hook = options.delivery === 'webhook' ? await openHook((request) => channel?.webhook(request)) : ''
  const connect = (on: Bot): TelegramChannel => {
    channel = createTelegramChannel({
      token: options.token ?? server.token,
      apiRoot: options.apiRoot ?? server.url,
      menu: (role, language, shared) =>
        menu(on.features, language)
          .filter(({ command }) => mayUse(role, command.audience) && !(shared && command.personal))
          .map(({ command, line }) => ({ command: command.name, description: line })),
      roleOf: async (account, name) => (await on.person(account, name)).role,
      repliesTo: on.mailbox.repliesTo,
      log: recording(log),
      ...options.channel,
      ...(hook !== '' && { webhook: { url: hook, secret: SECRET } }),
      ...(options.clock && { clock: options.clock }),
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

/** The real HTTP server with a webhook on it. */
async function openHook(handle: (request: Request) => Promise<Response> | undefined): Promise<string> {
  const pages = {
    routes: new Hono(),
    webhook: {
      path: '/telegram',
      handle: async (request: Request) => (await handle(request)) ?? new Response('', { status: 503 }),
    },
    ready: async () => undefined,
    metrics: async () => ({ contentType: 'text/plain', body: '' }),
    log: recording([]),
  }
  const { port, stop } = await startServer(pages, { host: '127.0.0.1', port: 0 })
  cleanups.push(stop)
  return `http://127.0.0.1:${port}/telegram`
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
