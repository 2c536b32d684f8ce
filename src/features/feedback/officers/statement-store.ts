import type { Queryable } from '../../../database/database.ts'
import type { Day } from '../../../indonesian/dates.ts'

/** What somebody says of the figure up to a month, by its first day. */
export interface Statement {
  readonly month: Day
  readonly words: string
}

/** What officers say themselves of what citizens think. */
export function createStatements(on: Queryable) {
  return {
    /** Those about the months of some days, in their order. */
    of: (employee: string, from: Day, until: Day): Promise<readonly Statement[]> =>
      on.query<Statement>(
        `select month, words from officer_statement
         where employee = $1::bigint and month between $2::date and $3::date order by month`,
        [employee, from, until],
      ),

    /** Puts it in the place of what they said of that month before. */
    async write(employee: string, { month, words }: Statement, today: Day): Promise<void> {
      await on.query(
        `insert into officer_statement (employee, month, words, written_on) values ($1::bigint, $2, $3, $4)
         on conflict (employee, month) do update set words = excluded.words, written_on = excluded.written_on`,
        [employee, month, words, today],
      )
    },

    /** Takes back all of theirs; resolves to how many there were. */
    async erase(employee: string): Promise<number> {
      const rows = await on.query(
        'delete from officer_statement where employee = $1::bigint returning month',
        [employee],
      )
      return rows.length
    },
  }
}
