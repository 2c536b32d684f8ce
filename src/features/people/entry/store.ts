import type { Database, Queryable } from '../../../database/database.ts'
import { createAudit, type Detail } from '../../../directory.ts'
import { type Account, accountsBehind, accountsNamed, born, circleOf } from '../accounts-store.ts'
import { type Owner, register } from '../fact-store.ts'
import type { createTries } from '../tries-store.ts'
import {
  type Asking,
  freshSince,
  isRowId,
  proofOf,
  type Recognized,
  TAKEN,
  vouchedFor,
} from './proof-store.ts'

/** What became of taking an entry: the accounts that lost it, or why it was not taken. */
export type Entered = { readonly lost: readonly Account[] } | 'gone' | 'taken' | 'another' | 'byCodeOnly'

/** So long a code of an officer is good. */
export const CODE_MS = 24 * 60 * 60_000

/** How a person comes to their entry in the directory, and loses it. Waits for linking and unlinking. */
export function createEntryStore(database: Database, { attempt }: ReturnType<typeof createTries>) {
  return {
    /** Keeps a new code for an entry, good for a day; the one before is good no longer. */
    async issue(entry: string, digest: string, { owner, role, message, now }: Asking): Promise<void> {
      await database.transaction(async (connection) => {
        await connection.query(
          `insert into entry_code (digest, employee, issued_by, expires_at) values ($1, $2::bigint, $3, $4)
           on conflict (employee) do update set digest = excluded.digest, issued_by = excluded.issued_by,
             expires_at = excluded.expires_at, used_by = null`,
          [digest, entry, owner.id, new Date(now.getTime() + CODE_MS)],
        )
        const deed = { action: 'code.issued', account: owner.id, role, subject: entry }
        await createAudit(connection).note({ ...deed, key: `code.issued:${message}` }, now)
      })
    },

    /** The entry with a NIP, for an account whose verified phone or e-mail is in it and in no other. */
    async recognize(nip: string, asking: Asking): Promise<Recognized | 'wrong' | 'too often'> {
      const { owner, message, now } = asking
      return attempt({ kind: 'entry', account: owner.id, message }, now, (connection) =>
        vouchedFor(connection, 'nip = $4', nip, asking),
      )
    },

    /** The entry of a code, which from then on is good for this account alone. */
    async redeem(digest: string, asking: Asking): Promise<Recognized | 'wrong' | 'too often'> {
      const { owner, message, now, today } = asking
      return attempt({ kind: 'entry', account: owner.id, message }, now, async (connection) => {
        const [code] = await connection.query<Recognized>(
          `update entry_code set used_by = $2
           from employee left join person on person.employee = employee.id
           where digest = $1 and entry_code.employee = employee.id and expires_at > $3
             and (used_by is null or used_by = $2) and coalesce(left_on > $4::date, true)
           returning employee.id as entry, ${TAKEN} as taken, false as "byCodeOnly"`,
          [digest, owner.id, now, today],
        )
        return code
      })
    },

    /**
     * Gives an entry to the person of an account, once for a message. By a code also where other accounts have it:
     * they lose it. Not without a proof, not to somebody who has another, and an officer's by a code only.
     */
    async enter(entry: string, asking: Asking): Promise<Entered> {
      const { owner, role, message, now } = asking
      return database.transaction(async (connection) => {
        await connection.query('lock table account in exclusive mode')
        const audit = createAudit(connection)
        const key = `entry.linked:${message}`
        const before = await audit.find(key)
        if (before !== undefined) return { lost: await accountsNamed(connection, accountsIn(before)) }
        const way = await proofOf(connection, entry, asking)
        if (way === undefined) return 'gone'
        if (way !== 'code' && way.byCodeOnly) return 'byCodeOnly'
        if (way !== 'code' && way.taken) return 'taken'
        if (await hasAnother(connection, entry, asking)) return 'another'
        const person = await personOf(connection, owner)
        const lost = await accountsBehind(connection, entry, person)
        await connection.query('update person set employee = null where employee = $1::bigint', [entry])
        await connection.query('update person set employee = $2::bigint where id = $1::bigint', [
          person,
          entry,
        ])
        await connection.query(
          'delete from entry_code where employee = $1::bigint and (used_by is null or used_by = $2)',
          [entry, owner.id], // who typed one and has not agreed yet may still
        )
        const detail = { by: way === 'code' ? 'code' : 'fact', accounts: lost.map(({ id }) => id) }
        const action = lost.length > 0 ? 'entry.moved' : 'entry.linked'
        await audit.note({ key, action, account: owner.id, role, subject: entry, detail }, now)
        return { lost }
      })
    },

    /** Ends a code that others have read. */
    async revoke(digest: string): Promise<void> {
      await database.query('delete from entry_code where digest = $1', [digest])
    },

    /** Ends a code that an account typed and did not agree to. */
    async decline(entry: string, account: string): Promise<void> {
      if (!isRowId(entry)) return
      await database.query('delete from entry_code where employee = $1::bigint and used_by = $2', [
        entry,
        account,
      ])
    },

    /** The accounts of the person who has an entry. */
    holders: (entry: string): Promise<readonly Account[]> => accountsBehind(database, entry),

    /** Takes an entry away from whoever has it, once for a message; resolves to the accounts that had it. */
    async free(entry: string, { owner, role, message, now }: Asking): Promise<readonly Account[]> {
      return database.transaction(async (connection) => {
        await connection.query('lock table account in exclusive mode')
        const audit = createAudit(connection)
        const key = `entry.freed:${message}`
        const before = await audit.find(key)
        if (before !== undefined) return accountsNamed(connection, accountsIn(before))
        const lost = await accountsBehind(connection, entry)
        await connection.query('update person set employee = null where employee = $1::bigint', [entry])
        await connection.query('delete from entry_code where employee = $1::bigint', [entry])
        const deed = { action: 'entry.freed', account: owner.id, role, subject: entry }
        await audit.note({ ...deed, key, detail: { accounts: lost.map(({ id }) => id) } }, now)
        return lost
      })
    },

    /** Deletes codes that nobody can use any longer. */
    async forgetCodes(): Promise<void> {
      await database.query('delete from entry_code where expires_at < now()')
    },

    /** Whether a platform vouched for a phone number of the person lately, on any of their accounts. */
    async hasFreshPhone(account: string, now: Date): Promise<boolean> {
      const rows = await database.query(
        `select 1 from verified_fact join account on account.id = verified_fact.account
         where kind = 'phone' and verified_at > $2
           and (account.id = $1 or person = (select person from account where id = $1)) limit 1`,
        [account, freshSince(now)],
      )
      return rows.length > 0
    },
  }
}

/** Whether the person of an account has another entry, of which the time here has not ended. */
async function hasAnother(connection: Queryable, entry: string, { owner, today }: Asking): Promise<boolean> {
  const rows = await connection.query(
    `select 1 from account join person on person.id = account.person join employee on employee.id = person.employee
     where account.id = $1 and employee.id <> $2::bigint and coalesce(left_on > $3::date, true)`,
    [owner.id, entry, today],
  )
  return rows.length > 0
}

/** The person of an account; one is born for an account that has none. */
async function personOf(connection: Queryable, owner: Owner): Promise<string> {
  await register(connection, owner)
  const known = (await circleOf(connection, owner.id))[0]?.person
  if (known != null) return known
  const person = await born(connection)
  await connection.query('update account set person = $2::bigint where id = $1', [owner.id, person])
  return person
}

function accountsIn({ accounts }: Detail): readonly string[] {
  return Array.isArray(accounts) ? accounts.map(String) : []
}
