import { Hono } from 'hono'
import { afterEach, vi } from 'vitest'
import type { Bot } from '../../src/bot.ts'
import type { Channel } from '../../src/chat/channel.ts'
import type { ConversationId } from '../../src/chat/message.ts'
import type { Database } from '../../src/database/database.ts'
import { type Pages, startServer } from '../../src/http.ts'
import type { ChatModel } from '../../src/model/model.ts'
import { botOn, recording } from '../support/bot.ts'
import { freshDatabase } from '../support/database.ts'

/** The real bot on a real database behind the loopback server of a platform. */
export interface Stage<C extends Channel> {
  readonly database: Database
  readonly log: string[]
  readonly bot: Bot
  readonly channel: C
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

/** What the database does with incoming messages: refuses so many, or holds them up at a gate. */
export interface Storing {
  failures: number
  /** How many are held up by the gate. */
  waiting: number
  gate: Promise<void> | undefined
  onFailure?: () => void
}

const cleanups: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

/** Ends something after the test, the latest first. */
export function afterwards(end: () => Promise<unknown>): void {
  cleanups.push(end)
}

/** Sets a stage, with what is a platform's own, that is taken down after the test; `start` brings the bot onto it. */
export async function createStage<C extends Channel, Own extends object>(
  connect: (bot: Bot, log: string[]) => C,
  own: Own,
  chat?: ChatModel,
): Promise<Own & Stage<C>> {
  const database = await freshDatabase()
  const storing: Storing = { failures: 0, waiting: 0, gate: undefined }
  const log: string[] = []
  let channel: C | undefined
  let bot: Bot | undefined
  const stop = async (): Promise<void> => {
    const stopping = bot
    bot = undefined
    await stopping?.stop()
  }
  afterwards(stop)
  return {
    ...own,
    database,
    log,
    storing,
    get bot() {
      return there(bot)
    },
    get channel() {
      return there(channel)
    },
    async start() {
      const made = (on: Bot): C => {
        channel = connect(on, log)
        return channel
      }
      bot = await botOn(made, { database: faulty(database, storing), log, ...(chat && { chat }) })
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

/** The real HTTP server with a platform's way in; resolves to its port. */
export async function openHook(wayIn: Pick<Pages, 'slack' | 'webhook'>): Promise<number> {
  const pages = {
    routes: new Hono(),
    ready: async () => undefined,
    metrics: async () => ({ contentType: 'text/plain', body: '' }),
    log: recording([]),
    ...wayIn,
  }
  const { port, stop } = await startServer(pages, { host: '127.0.0.1', port: 0 })
  afterwards(stop)
  return port
}

/** What a way in answers before there is a channel behind it. */
export function closed(): Response {
  return new Response('', { status: 503 })
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
