import type { Database } from '../../../database/database.ts'
import type { Day } from '../../../indonesian/dates.ts'

/** What is kept of single people, to be seen and erased. */
export function createKeptStore(database: Database) {
  return {
    /** What is kept about somebody. */
    async kept(employee: string): Promise<{
      readonly completions: readonly object[]
      readonly reminders: readonly object[]
      readonly feeds: readonly object[]
    }> {
      const completions = await database.query<object>(
        `select title, label, due, how, at, evidence is not null as evidence from completion
           join occurrence on occurrence.id = occurrence join deadline on deadline.id = occurrence.deadline
         where employee = $1::bigint order by at`,
        [employee],
      )
      const reminders = await database.query<object>(
        `select title, label, due, step, day, said_at from reminder
           join occurrence on occurrence.id = occurrence join deadline on deadline.id = occurrence.deadline
         where employee = $1::bigint order by day, title`,
        [employee],
      )
      const feeds = await database.query<object>(
        'select made_at from calendar_feed where employee = $1::bigint',
        [employee],
      )
      return { completions, reminders, feeds }
    },

    /**
     * Erases what somebody wished and said about themselves, and when they were reminded of what is over; resolves to how
     * much stays: what officers put down, and reminders of what is still open, so that none comes twice.
     */
    async erase(
      employee: string,
      today: Day,
    ): Promise<{ readonly listed: number; readonly reminders: number }> {
      await database.query(
        `delete from file_use using completion where purpose = 'completion' and reference = completion.key
           and completion.employee = $1::bigint`,
        [employee],
      )
      await database.query('delete from calendar_feed where employee = $1::bigint', [employee])
      await database.query(`delete from completion where employee = $1::bigint and how = 'said'`, [employee])
      await database.query(
        `delete from reminder using occurrence where occurrence.id = reminder.occurrence
           and employee = $1::bigint and (last_day < $2::date or (step like 'besok:%' and said_at is null))`,
        [employee, today],
      )
      const [row] = await database.query<{ listed: number; reminders: number }>(
        `select (select count(*)::int from completion where employee = $1::bigint) as listed,
           (select count(*)::int from reminder where employee = $1::bigint) as reminders`,
        [employee],
      )
      return row ?? { listed: 0, reminders: 0 }
    },

    /** Gives up files sent in for something that was never said to be done, a day later. */
    async forgetOrphans(now: Date): Promise<void> {
      await database.query(
        `delete from file_use where purpose = 'completion' and created_at < $1::timestamptz - interval '1 day'
           and not exists (select from completion where completion.key = file_use.reference)`,
        [now],
      )
    },
  }
}
