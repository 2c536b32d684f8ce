import { createHash } from 'node:crypto'
import type { Database, Queryable } from '../../database/database.ts'
import type { Owner } from './fact-store.ts'

/** How somebody becomes an administrator by the code of whoever runs the bot. */
export function createClaimStore(database: Database) {
  return {
    /** True once somebody is an administrator, by their account or by their entry in the directory. */
    hasAdmin: (): Promise<boolean> => isAdministered(database),

    /**
     * Makes an account the first administrator; false where there is one already, or the code was spent. Safe against two
     * at once.
     */
    async claim(
      account: string,
      name: string,
      conversation: Owner['conversation'],
      code?: string,
    ): Promise<boolean> {
      return database.transaction(async (connection) => {
        await connection.query('lock table account in exclusive mode')
        if (await isAdministered(connection)) return false
        if (code !== undefined && !(await spend(connection, code))) return false
        await appoint(connection, { id: account, name, conversation })
        return true
      })
    },

    /**
     * Makes an account an administrator beside those there are, once for each code: one that was used before makes
     * nobody one. Where no code was ever noted, this one may be the one of the first claim, so it counts as used.
     */
    async claimAgain(owner: Owner, code: string): Promise<boolean> {
      return database.transaction(async (connection) => {
        await connection.query('lock table account in exclusive mode')
        const noted = await connection.query(`select 1 from setting where name like 'claim:%' limit 1`)
        const isNew = await spend(connection, code)
        if (noted.length === 0 || !isNew) return false
        await appoint(connection, owner)
        return true
      })
    },

    /** Ends a code that others have read: it makes nobody an administrator any more. */
    spoil: (code: string): Promise<boolean> => spend(database, code),

    /** The accounts of the administrators, all but one. */
    async adminsBut(account: string): Promise<readonly Owner[]> {
      return database.query<Owner>(
        `select account.id, account.name, account.conversation
         from account left join person on person.id = account.person
           left join employee on employee.id = person.employee
         where (account.role = 'admin' or (employee.role = 'admin' and employee.left_on is null))
           and account.id <> $1 order by account.id`,
        [account],
      )
    },
  }
}

async function isAdministered(connection: Queryable): Promise<boolean> {
  const rows = await connection.query(
    `select 1 from account where role = 'admin' union all
     select 1 from account join person on person.id = account.person join employee on employee.id = person.employee
     where employee.role = 'admin' and employee.left_on is null limit 1`,
  )
  return rows.length > 0
}

/** Notes that a code was used, by its sha256; false where it was used before. */
async function spend(connection: Queryable, code: string): Promise<boolean> {
  const digest = createHash('sha256').update(code).digest('hex')
  const rows = await connection.query(
    `insert into setting (name, value) values ($1, 'true') on conflict (name) do nothing returning name`,
    [`claim:${digest}`],
  )
  return rows.length > 0
}

async function appoint(connection: Queryable, { id, name, conversation }: Owner): Promise<void> {
  await connection.query(
    `insert into account (id, name, role, conversation) values ($1, $2, 'admin', $3)
     on conflict (id) do update set role = 'admin', conversation = excluded.conversation, granted_at = now()`,
    [id, name, conversation],
  )
}
