import type { Queryable } from '../../database/database.ts'
import { type Account, born } from './accounts-store.ts'

/** Gives all accounts to one person: the older of theirs, with its memory, or a new one; whoever had an entry brings it. */
export async function unite(connection: Queryable, sides: readonly (readonly Account[])[]): Promise<string> {
  const [entry] = await entriesOf(connection, sides)
  const [person = await born(connection), ...others] = personsOf(sides).toSorted(
    (a, b) => Number(a) - Number(b),
  )
  const accounts = sides.flat().map(({ id }) => id)
  await connection.query('update account set person = $1 where id = any($2::text[])', [person, accounts])
  await connection.query('delete from person where id = any($1::bigint[])', [others])
  if (entry !== undefined)
    await connection.query('update person set employee = $2::bigint where id = $1::bigint', [person, entry])
  return person
}

/** The entries in the directory that these persons have. */
export async function entriesOf(
  connection: Queryable,
  sides: readonly (readonly Account[])[],
): Promise<readonly string[]> {
  const rows = await connection.query<{ employee: string }>(
    'select employee from person where id = any($1::bigint[]) and employee is not null',
    [personsOf(sides)],
  )
  return rows.map(({ employee }) => employee)
}

function personsOf(sides: readonly (readonly Account[])[]): readonly string[] {
  return sides.flatMap(([account]) => account?.person ?? [])
}
