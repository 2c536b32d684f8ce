import type { Database, Queryable } from '../../database/database.ts'
import { type AccountsKept, accountsKept, eraseAccounts } from './accounts-store.ts'
import { type AskedKept, askedKept, eraseAsked } from './asked-store.ts'
import { type DeedsKept, type DirectoryKept, deedsKept, directoryKept } from './directory-store.ts'
import { finishErasure } from './finishing-store.ts'
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
  readonly deeds: readonly DeedsKept[]
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
        deeds: await deedsKept(database, accounts),
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

    /** Goes on with an erasure; true once nothing is left to do. */
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

/** What is remembered of somebody's latest questions: with their person, else with their dialogues. */
async function rememberedOf(
  on: Queryable,
  accounts: readonly string[],
  conversations: readonly string[],
): Promise<readonly { readonly memory: unknown }[]> {
  return on.query(
    `select memory from (
       select jsonb_strip_nulls(memory) as memory from person
       where id in (select person from account where id = any($1::text[]))
       union all
       select jsonb_strip_nulls(state->'memory') from conversation where id = any($2::text[])
     ) known where memory <> '{}'`,
    [accounts, conversations],
  )
}
