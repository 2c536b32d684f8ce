import type { ConversationState } from '../../chat/turn.ts'
import type { Database, Queryable } from '../../database/database.ts'
import { type AccountsKept, accountsKept, eraseAccounts } from './accounts-store.ts'
import { type AskedKept, askedKept, eraseAsked } from './asked-store.ts'
import { type DirectoryKept, directoryKept } from './directory-store.ts'
import {
  allConversations,
  eraseMessages,
  forgetShells,
  privateConversations,
  type Spoken,
  spokenWith,
} from './messages-store.ts'
import { eraseFiles, type FileKept, filesKept } from './uses-store.ts'

/** Everything of somebody that no other feature answers for. */
export interface Kept extends AskedKept, AccountsKept {
  readonly spoken: readonly Spoken[]
  readonly files: readonly FileKept[]
  readonly remembered: readonly { readonly memory: unknown }[]
  readonly entry?: DirectoryKept
}

/** Whose data: all their accounts, and their entry in the directory. */
export interface Whose {
  readonly accounts: readonly string[]
  readonly employee?: string
}

/** Somebody's data in the tables of the kernel, of questions, of people and of the directory. */
export type OwnDataStore = ReturnType<typeof createOwnDataStore>

export function createOwnDataStore(database: Database) {
  return {
    async kept({ accounts, employee }: Whose): Promise<Kept> {
      const conversations = await privateConversations(database, accounts)
      return {
        spoken: await spokenWith(database, accounts),
        files: await filesKept(database, accounts),
        remembered: await rememberedOf(database, accounts, conversations),
        ...(await askedKept(database, accounts, conversations)),
        ...(await accountsKept(database, accounts)),
        ...(employee !== undefined && { entry: await directoryKept(database, employee) }),
      }
    },

    /**
     * Erases at once what may be erased. What is still open then (the message that asks for it is) and what dialogues
     * remember goes with `finish`. The same again changes nothing.
     */
    async erase({ accounts }: Whose, shell: string, now: Date): Promise<void> {
      await database.transaction(async (connection) => {
        const conversations = await privateConversations(connection, accounts)
        const everywhere = await allConversations(connection, accounts)
        await eraseAsked(connection, accounts, conversations)
        await eraseFiles(connection, accounts)
        const [latest] = await connection.query<{ key: string }>(
          `select key from message where account = any($1::text[]) and done_at is null order by id desc limit 1`,
          [accounts],
        )
        await connection.query(
          `insert into erasure (message, accounts, conversations, at) values ($1, $2::text[], $3::text[], $4)
           on conflict (message) do nothing`,
          [latest?.key ?? `own-data:${now.toISOString()}:${accounts[0]}`, accounts, everywhere, now],
        )
        await eraseMessages(connection, { accounts, conversations, shell })
        await eraseAccounts(connection, accounts)
      })
    },

    /** Erasures of which something was still open. */
    async unfinished(): Promise<readonly string[]> {
      const rows = await database.query<{ message: string }>(
        'select message from erasure order by at limit 100',
      )
      return rows.map(({ message }) => message)
    },

    /**
     * Goes on with an erasure: what was open has been answered, and dialogues forget what they remember, each as soon as
     * nobody works on it. True once nothing is left to do.
     */
    async finish(message: string, shell: string): Promise<boolean> {
      return database.transaction((connection) => finishErasure(connection, message, shell))
    },

    /** Deletes what is kept only for a time: shells of erased messages, old links, wrong codes of days gone by. */
    async forget(linkDays: number): Promise<void> {
      await forgetShells(database)
      await database.query(`delete from account_event where at < now() - make_interval(days => $1)`, [
        linkDays,
      ])
      await database.query(`delete from failed_try where at < now() - interval '1 day'`)
    },
  }
}

interface Erasure {
  readonly accounts: readonly string[]
  readonly conversations: readonly string[]
  readonly at: Date
}

async function finishErasure(connection: Queryable, message: string, shell: string): Promise<boolean> {
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

/** What is remembered of somebody's latest questions: with their person, else with their dialogues. */
async function rememberedOf(
  on: Queryable,
  accounts: readonly string[],
  conversations: readonly string[],
): Promise<readonly { readonly memory: unknown }[]> {
  return on.query(
    `select memory from person where memory <> '{}' and id in (select person from account where id = any($1::text[]))
     union all
     select state->'memory' as memory from conversation where id = any($2::text[])
       and coalesce(state->'memory', '{}') <> '{}'`,
    [accounts, conversations],
  )
}
