import type { Database } from '../../../database/database.ts'

/** The addresses of people's calendars; only their sha256 is known. */
export function createFeedStore(database: Database) {
  return {
    /** Whether somebody has a calendar address. */
    async hasFeed(employee: string): Promise<boolean> {
      const rows = await database.query('select from calendar_feed where employee = $1::bigint', [employee])
      return rows.length > 0
    },

    /** Makes a calendar address, in the place of the one before. */
    async feed(employee: string, digest: string, now: Date): Promise<void> {
      await database.query(
        `insert into calendar_feed (employee, digest, made_at) values ($1::bigint, $2, $3)
         on conflict (employee) do update set digest = excluded.digest, made_at = excluded.made_at`,
        [employee, digest, now],
      )
    },

    /** Whose calendar an address is; undefined where it is nobody's. */
    async ownerOf(digest: string): Promise<string | undefined> {
      const [row] = await database.query<{ employee: string }>(
        'select employee from calendar_feed where digest = $1',
        [digest],
      )
      return row?.employee
    },
  }
}
