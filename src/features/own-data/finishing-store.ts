import type { ConversationState } from '../../chat/turn.ts'
import type { Queryable } from '../../database/database.ts'
import { eraseMessages } from './messages-store.ts'

/**
 * Goes on with an erasure: what was open has been answered, and dialogues forget what they remember, each as soon as
 * nobody works on it. True once nothing is left to do.
 */
export async function finishErasure(connection: Queryable, message: string, shell: string): Promise<boolean> {
  const [erasure] = await connection.query<Erasure>(
    'select accounts, conversations, at from erasure where message = $1 for update',
    [message],
  )
  if (erasure === undefined) return true
  const { accounts, conversations } = erasure
  const [open] = await connection.query(
    `select 1 from message where done_at is null and id <= coalesce((select id from message where key = $1), 0)
       and (account = any($2::text[]) or conversation = any($3::text[])) limit 1`,
    [message, accounts, conversations],
  )
  if (open !== undefined) return false
  const ownConversations = await privateOf(connection, conversations, accounts)
  await eraseMessages(connection, { accounts, conversations: ownConversations, shell, before: message })
  for (const conversation of conversations)
    if (!(await forgetState(connection, conversation, ownConversations.includes(conversation), erasure)))
      return false
  await connection.query('delete from erasure where message = $1', [message])
  return true
}

interface Erasure {
  readonly accounts: readonly string[]
  readonly conversations: readonly string[]
  readonly at: Date
}

/** Of some conversations those that nobody but these accounts talks in. */
async function privateOf(
  connection: Queryable,
  conversations: readonly string[],
  accounts: readonly string[],
): Promise<readonly string[]> {
  const rows = await connection.query<{ id: string }>(
    `select id from conversation where id = any($1::text[]) and not exists (
       select from message where conversation = conversation.id and direction = 'in'
         and (shared or account <> all($2::text[])))`,
    [conversations, accounts],
  )
  return rows.map(({ id }) => id)
}

/** Takes out of a dialogue what it remembers of these accounts; false while somebody works on it. */
async function forgetState(
  connection: Queryable,
  conversation: string,
  isPrivate: boolean,
  { accounts, at }: Erasure,
): Promise<boolean> {
  const [row] = await connection.query<{ state: ConversationState; busy: boolean }>(
    `select state, coalesce(lease is not null and leased_until >= now(), false) as busy
     from conversation where id = $1 for update`,
    [conversation],
  )
  if (row === undefined) return true
  if (row.busy) return false
  await connection.query('update conversation set state = $2::jsonb where id = $1', [
    conversation,
    JSON.stringify(without(row.state, accounts, isPrivate, at)),
  ])
  return true
}

/** A form that was opened since is none of what was erased. */
function without(
  state: ConversationState,
  accounts: readonly string[],
  isPrivate: boolean,
  erasedAt: Date,
): ConversationState {
  const others = <T>(all: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
    Object.fromEntries(Object.entries(all).filter(([account]) => !accounts.includes(account)))
  const since = accounts.flatMap((account) => {
    const open = (state.forms[account] ?? []).filter(({ at = '' }) => Date.parse(at) > erasedAt.getTime())
    return open.length > 0 ? [[account, open] as const] : []
  })
  return {
    ...state,
    forms: { ...others(state.forms), ...Object.fromEntries(since) },
    ...(isPrivate && { offered: [], memory: {} }),
    ...(state.speakers && { speakers: others(state.speakers) }),
  }
}
