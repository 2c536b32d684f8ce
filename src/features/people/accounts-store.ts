import type { ConversationId } from '../../chat/message.ts'
import type { Database, Queryable } from '../../database/database.ts'
import type { Facts } from './fact-store.ts'

/** An account of a person, and what its platform vouches for about it. */
export interface Account {
  readonly id: string
  readonly name: string
  readonly conversation: ConversationId
  readonly person: string | null
  readonly facts: Facts
}

/** An account taken away from a person, and the accounts that person has left. */
export interface Unlinked {
  readonly gone: Account
  readonly left: readonly Account[]
}

/** The accounts of a person, and how one of them is taken away. */
export function createAccountStore(database: Database) {
  return {
    /** All accounts of the person an account belongs to, this one among them; none where it is not known. */
    accounts: (account: string): Promise<readonly Account[]> => circleOf(database, account),

    /**
     * Takes an account away from the person that another of theirs belongs to. It keeps its own role and nothing of the
     * person's memory, and who is left begins a new memory too: nobody can say whose the old one was. Undefined where
     * the two are not one person's. The same message again changes nothing.
     */
    async unlink(by: string, account: string, message: string, now: Date): Promise<Unlinked | undefined> {
      return database.transaction(async (connection) => {
        await connection.query('lock table account in exclusive mode')
        const [done] = await connection.query<{ account: string; person: string }>(
          `select accounts[1] as account, person from account_event where key = $1 and kind = 'unlinked'`,
          [message],
        )
        if (done !== undefined) {
          const [gone] = await select(connection, 'account.id = $1', done.account)
          return gone && { gone, left: await select(connection, 'person = $1::bigint', done.person) }
        }
        const members = await circleOf(connection, by)
        const gone = members.find(({ id }) => id === account)
        if (gone === undefined || gone.person === null || members.length < 2) return undefined
        await connection.query('update account set person = null where id = $1', [account])
        await connection.query(`update person set memory = '{}' where id = $1`, [gone.person])
        await connection.query(
          'delete from link_code where linked_at is null and (account = $1 or used_by = $1)',
          [account],
        )
        await record(connection, 'unlinked', by, [account], { person: gone.person, message, now })
        return { gone, left: members.filter((member) => member !== gone) }
      })
    },
  }
}

/** An account together with all others of its person. */
export function circleOf(connection: Queryable, account: string): Promise<readonly Account[]> {
  const mine = 'account.id = $1 or person = (select person from account where id = $1)'
  return select(connection, mine, account)
}

/** The accounts of whoever has an entry in the directory, but not those of one person. */
export function accountsBehind(
  connection: Queryable,
  entry: string,
  butOf?: string,
): Promise<readonly Account[]> {
  const theirs =
    'person = (select id from person where employee = $1::bigint and id is distinct from $2::bigint)'
  return select(connection, theirs, entry, butOf ?? null)
}

/** The accounts with these ids. */
export function accountsNamed(connection: Queryable, ids: readonly string[]): Promise<readonly Account[]> {
  return select(connection, 'account.id = any($1::text[])', ids)
}

/** A person who has no account yet, by their id. */
export async function born(connection: Queryable): Promise<string> {
  const rows = await connection.query<{ id: string }>('insert into person default values returning id')
  return rows[0]?.id ?? ''
}

/** Writes down who linked or unlinked which accounts; once per message. */
export async function record(
  connection: Queryable,
  kind: 'linked' | 'unlinked',
  by: string,
  accounts: readonly string[],
  event: { readonly person: string; readonly message: string; readonly now: Date },
): Promise<void> {
  await connection.query(
    `insert into account_event (key, kind, by_account, accounts, person, at) values ($1, $2, $3, $4::text[], $5, $6)
     on conflict (key) do nothing`,
    [event.message, kind, by, accounts, event.person, event.now],
  )
}

function select(
  connection: Queryable,
  which: string,
  ...values: readonly unknown[]
): Promise<readonly Account[]> {
  return connection.query<Account>(
    `select id, name, conversation, person, coalesce(
       (select jsonb_object_agg(kind, value) from verified_fact where verified_fact.account = account.id), '{}'
     ) as facts
     from account where ${which} order by id`,
    values,
  )
}
