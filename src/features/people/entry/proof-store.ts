import type { Role } from '../../../chat/feature.ts'
import type { Queryable } from '../../../database/database.ts'
import type { Day } from '../../../indonesian/dates.ts'
import type { Owner } from '../fact-store.ts'

/** Who somebody proved to be: the entry, and whether other accounts have it now. */
export interface Recognized {
  readonly entry: string
  readonly taken: boolean
  /** True where only a code proves it: whoever edits an officer's number in a list would else become that officer. */
  readonly byCodeOnly: boolean
}

/** An account, its role, and the message with which it asks for something. */
export interface Asking {
  readonly owner: Owner
  readonly role: Role
  readonly message: string
  readonly now: Date
  readonly today: Day
}

/** So long a verified phone or e-mail counts: numbers and addresses find new owners. */
export const FRESH_MS = 24 * 60 * 60_000

/** Whether a person other than that of the account $2 has the entry. */
export const TAKEN = `coalesce(person.id is distinct from (select person from account where id = $2)
  and exists (select from account where account.person = person.id), false)`

/**
 * An entry of somebody who works here, if a fact vouches for it: one of the account's person, verified lately, that
 * stands in no other entry. $1 is the day, $2 the account, $3 since when facts count, $4 which entry.
 */
export async function vouchedFor(
  connection: Queryable,
  which: string,
  value: string,
  { owner, now, today }: Asking,
): Promise<Recognized | undefined> {
  const same = (entry: string): string =>
    `case verified_fact.kind when 'email' then ${entry}.email = lower(verified_fact.value)
      else ${entry}.phone = verified_fact.value end`
  const works = (entry: string): string => `coalesce(${entry}.left_on > $1::date, true)`
  const [found] = await connection.query<Recognized>(
    `select employee.id as entry, ${TAKEN} as taken, employee.role <> 'employee' as "byCodeOnly"
     from employee left join person on person.employee = employee.id
     where employee.${which} and ${works('employee')} and exists (
       select from verified_fact join account on account.id = verified_fact.account
       where (account.id = $2 or account.person = (select person from account where id = $2))
         and verified_at > $3 and ${same('employee')}
         and not exists (
           select from employee other where other.id <> employee.id and ${works('other')} and ${same('other')}
         )
     )`,
    [today, owner.id, freshSince(now), value],
  )
  return found
}

/** What shows that an entry is an account's: a code it typed, or a fact; undefined where nothing does any longer. */
export async function proofOf(
  connection: Queryable,
  entry: string,
  asking: Asking,
): Promise<'code' | Recognized | undefined> {
  if (!isRowId(entry)) return undefined
  const codes = await connection.query(
    `select 1 from entry_code join employee on employee.id = entry_code.employee
     where entry_code.employee = $1::bigint and used_by = $2 and expires_at > $3
       and coalesce(left_on > $4::date, true)`,
    [entry, asking.owner.id, asking.now, asking.today],
  )
  return codes.length > 0 ? 'code' : vouchedFor(connection, 'id = $4::bigint', entry, asking)
}

/** Since when facts must have been verified to count. */
export function freshSince(now: Date): Date {
  return new Date(now.getTime() - FRESH_MS)
}

/** Whether an id may be that of a row: it comes back from a form. */
export function isRowId(id: string): boolean {
  return /^\d{1,18}$/.test(id)
}
