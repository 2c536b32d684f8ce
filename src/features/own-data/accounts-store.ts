import type { Queryable } from '../../database/database.ts'

/** What is kept of somebody's accounts. */
export interface AccountsKept {
  readonly accounts: readonly object[]
  readonly facts: readonly object[]
  readonly links: readonly object[]
  readonly tries: readonly object[]
  /** True where a role or an entry of the directory rests on the accounts, so that they stay. */
  readonly held: boolean
}

/** Accounts, what platforms vouch for, and who linked them when. */
export async function accountsKept(on: Queryable, ids: readonly string[]): Promise<AccountsKept> {
  return {
    accounts: await on.query(
      `select id as account, name, role, granted_at as since from account where id = any($1::text[]) order by id`,
      [ids],
    ),
    facts: await on.query(
      `select account, kind, value, verified_at as at from verified_fact where account = any($1::text[]) order by 1, 2`,
      [ids],
    ),
    links: await on.query(
      `select at, kind, accounts from account_event where accounts && $1::text[] or by_account = any($1::text[]) order by id`,
      [ids],
    ),
    tries: await on.query('select at, kind from failed_try where account = any($1::text[]) order by at', [
      ids,
    ]),
    held: await isHeld(on, ids),
  }
}

/**
 * Erases what platforms vouch for, codes and memory; and the accounts themselves, unless somebody was given a role or has
 * an entry in the directory.
 */
export async function eraseAccounts(on: Queryable, ids: readonly string[]): Promise<void> {
  await on.query('delete from verified_fact where account = any($1::text[])', [ids])
  await on.query('delete from link_code where account = any($1::text[]) or used_by = any($1::text[])', [ids])
  await on.query('delete from entry_code where used_by = any($1::text[])', [ids]) // nobody else may use it either
  await on.query(
    `update person set memory = '{}' where id in (select person from account where id = any($1::text[]))`,
    [ids],
  )
  if (await isHeld(on, ids)) return
  const gone = await on.query<{ person: string | null }>(
    'delete from account where id = any($1::text[]) returning person',
    [ids],
  )
  await on.query(
    `delete from person where id = any($1::bigint[]) and not exists (select from account where person = person.id)`,
    [gone.flatMap(({ person }) => person ?? [])],
  )
}

async function isHeld(on: Queryable, ids: readonly string[]): Promise<boolean> {
  const rows = await on.query(
    `select 1 from account left join person on person.id = account.person
     where account.id = any($1::text[]) and (role <> 'citizen' or employee is not null) limit 1`,
    [ids],
  )
  return rows.length > 0
}
