import { expect, vi } from 'vitest'
import type { Bot } from '../../../src/bot.ts'
import type { Database } from '../../../src/database/database.ts'

/** What stands behind a bot under test. */
interface Stage {
  readonly bot: Bot
  readonly database: Database
  readonly log: readonly string[]
}

/** Lets every pause be over until nothing waits any more. */
export async function becomesCalm({ bot, database }: Stage, timeout: number): Promise<void> {
  const look = async (): Promise<void> => {
    await database.query('update message set not_before = now() where done_at is null and not_before > now()')
    await Promise.all((await bot.mailbox.neglected(0, 100)).map((conversation) => bot.advance(conversation)))
    expect(await bot.mailbox.backlog()).toEqual({ unanswered: 0, unsent: 0, letters: 0 })
  }
  await vi.waitFor(look, { timeout, interval: 5 })
}

/** Those of the messages that were not stored, not answered, or whose answer never arrived. */
export async function unanswered({ database }: Stage, keys: Iterable<string>): Promise<unknown> {
  return database.query(
    `select wanted.key, asked.failure, reply.failure as lost, asked.conversation
     from unnest($1::text[]) as wanted (key) left join message asked on asked.key = wanted.key
     left join message reply on reply.answers = asked.id
     where asked.done_at is null or asked.failure is not null or reply.platform_id is null`,
    [[...keys]],
  )
}

/** What went wrong by the log, but for what could rightly not be read. */
export function crashes({ log }: Stage): readonly string[] {
  return log.filter((line) => line.startsWith('error') && !line.includes('could not be read'))
}

/** The most calls of a method in any minute. */
export function mostInAMinute(
  calls: readonly { readonly method: string; readonly at: number }[],
  method: string,
): number {
  const times = calls.filter((call) => call.method === method).map(({ at }) => at)
  return Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + 60_000).length))
}

/** The names of the commands, and two more words that people may type like one. */
export function commandNames({ features }: Bot): readonly string[] {
  return [...features.flatMap(({ commands = [] }) => commands).map(({ name }) => name), 'batal', 'entah']
}
