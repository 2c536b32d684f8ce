import type { Queryable } from '../../../database/database.ts'
import { addDays, type Day } from '../../../indonesian/dates.ts'

/** Older tickets are sorted long since. */
const NEW_DAYS = 7

/** What was read in tickets, and which a model has not read. */
export function createReadingStore(on: Queryable) {
  return {
    /** How many a model read on a day. */
    async readOn(day: Day): Promise<number> {
      const [row] = await on.query<{ count: number }>(
        'select count(*)::int as count from ticket where read_on = $1 and received_on >= $2',
        [day, addDays(day, -NEW_DAYS)],
      )
      return row?.count ?? 0
    },

    /** New tickets no model has read, the oldest first; what tells of crimes of officials goes to none. */
    some: (
      today: Day,
      limit: number,
    ): Promise<readonly { readonly number: string; readonly words: string }[]> =>
      on.query(
        `select number, words from ticket
         where read_on is null and received_on >= $1 and kind <> 'whistleblowing'
         order by received_on, number limit $2`,
        [addDays(today, -NEW_DAYS), Math.max(0, limit)],
      ),

    /** Writes down that one was read, and how it sounds and what it is about where that could be told. */
    async take(
      number: string,
      day: Day,
      read: { readonly sentiment: string; readonly themes: readonly string[] } | undefined,
    ): Promise<void> {
      await on.query(
        `update ticket set read_on = $2, sentiment = coalesce($3, sentiment), themes = coalesce($4::text[], themes)
         where number = $1`,
        [number, day, read?.sentiment ?? null, read?.themes ?? null],
      )
    },
  }
}
export type ReadingStore = ReturnType<typeof createReadingStore>
