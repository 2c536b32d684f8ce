import type { Queryable } from '../../database/database.ts'

/** A line of somebody's dialogues with the bot. */
export interface Spoken {
  readonly at: Date
  readonly from: 'in' | 'out'
  readonly content: unknown
}

/**
 * So long an erased message stays as an empty shell, in days: a platform that delivers it once more, or a job that says
 * it once more, still finds its key and does nothing.
 */
export const SHELL_DAYS = 7

/** The conversations in which these accounts talk to the bot alone. */
export async function privateConversations(
  on: Queryable,
  accounts: readonly string[],
): Promise<readonly string[]> {
  const rows = await on.query<{ conversation: string }>(
    `select conversation from message where account = any($1::text[]) and not shared
     union select conversation from account where id = any($1::text[])`,
    [accounts],
  )
  return rows.map(({ conversation }) => conversation)
}

/** The conversations in which these accounts were heard at all, others reading along or not. */
export async function allConversations(
  on: Queryable,
  accounts: readonly string[],
): Promise<readonly string[]> {
  const rows = await on.query<{ conversation: string }>(
    `select conversation from message where account = any($1::text[])
     union select conversation from account where id = any($1::text[])`,
    [accounts],
  )
  return rows.map(({ conversation }) => conversation)
}

/** What was said by these accounts and to them, oldest first; what is erased, or sealed and soon gone, is left out. */
export async function spokenWith(on: Queryable, accounts: readonly string[]): Promise<readonly Spoken[]> {
  return on.query<Spoken>(
    `select coalesce(sent_at, created_at) as at, direction as from, content from message
     where ${THEIRS} and failure is distinct from 'erased' and not content ? 'sealed' order by id`,
    [accounts, await privateConversations(on, accounts)],
  )
}

/** How an erasure treats messages. */
export interface Erasing {
  readonly accounts: readonly string[]
  readonly conversations: readonly string[]
  /** What is shown in place of an erased message. */
  readonly shell: string
  /** Only messages before the one with this key. */
  readonly before?: string
}

/**
 * Erases the closed messages of accounts and what was answered to them: older ones are gone, the latest are shells
 * without words and names. What is open stays, so that it can still be answered and delivered; what is sealed goes by itself.
 */
export async function eraseMessages(
  on: Queryable,
  { accounts, conversations, shell, before }: Erasing,
): Promise<void> {
  const which = `${THEIRS} and done_at is not null and failure is distinct from 'erased' and not content ? 'sealed'
    and ($3::text is null or id < coalesce((select id from message where key = $3), 0))`
  const values = [accounts, conversations, before ?? null]
  await on.query(
    `update message set account = null, sender_name = null, failure = 'erased',
       content = case direction when 'in' then jsonb_build_object('kind', 'text', 'text', $4::text)
                                else jsonb_build_object('text', $4::text) end
     where ${which}`,
    [...values, shell],
  )
  await forgetShells(on)
}

/** Deletes shells that are of no more use. */
export async function forgetShells(on: Queryable): Promise<void> {
  await on.query(
    `delete from message where failure = 'erased' and created_at < now() - make_interval(days => $1)`,
    [SHELL_DAYS],
  )
}

/**
 * Theirs is what their accounts said, what was answered to it, and all that was said where nobody else reads; each part
 * by an index of its own.
 */
const THEIRS = `id in (
  select id from message where account = any($1::text[])
  union select id from message where direction = 'out' and conversation = any($2::text[])
  union select reply.id from message asked join message reply on reply.answers = asked.id
        where asked.account = any($1::text[]) and reply.direction = 'out')`
