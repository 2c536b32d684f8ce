import type { Database } from '../../src/database/database.ts'

/** Makes people officers and forgets what was published; the first is the longest in office. */
export async function appoint(database: Database, names: readonly string[]): Promise<void> {
  await database.query('truncate published restart identity')
  for (const [i, name] of names.entries())
    await database.query(
      `insert into account (id, name, role, conversation, granted_at) values ($1, $2, 'hr', $1, now() + make_interval(secs => $3))`,
      [`test:${name.toLowerCase()}`, name, i],
    )
}
