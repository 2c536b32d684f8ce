import type { Database } from '../database/database.ts'
import type { Seal } from '../seal.ts'

const NAME = 'seal'

/** True where a seal has the key that all of this database was sealed with; the first one here is that. */
export async function keyFits(database: Database, seal: Seal): Promise<boolean> {
  const mine = seal.digest('key', NAME)
  const rows = await database.query<{ value: string }>(
    `insert into setting as kept (name, value) values ($1, to_jsonb($2::text))
     on conflict (name) do update set value = kept.value returning value`,
    [NAME, mine],
  )
  return rows[0]?.value === mine
}

/**
 * Goes on with another key where the one before is lost: what nobody can open any more is given up, which is talks that
 * are sealed right now, and the way back to people whose tickets are open.
 */
export async function adoptKey(database: Database, seal: Seal): Promise<void> {
  await database.transaction(async ({ query }) => {
    await query(`delete from message where content ? 'sealed'`)
    await query(
      `update conversation set sealed = false, state = '{"forms":{},"offered":[],"memory":{}}' where sealed`,
    )
    await query(`update conversation set unreachable = 'the key is another by now' where id like 'sealed:%'`)
    await query(`update setting set value = to_jsonb($2::text) where name = $1`, [
      NAME,
      seal.digest('key', NAME),
    ])
  })
}
