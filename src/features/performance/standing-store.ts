import type { Database } from '../../database/database.ts'
import { addDays, type Day } from '../../indonesian/dates.ts'
import { quarterOf } from './appraisal/quarter.ts'

/** Who has done what is asked of everybody, and who has not: ids of entries, in their order. */
export type StandingStore = ReturnType<typeof createStandingStore>

/** Opens how people stand with their reports, self-evaluations and targets. */
export function createStandingStore(database: Database) {
  /** As one array: so many rows would take far longer than finding them. */
  const entries = async (which: string, values: readonly unknown[]): Promise<readonly string[]> => {
    const [row] = await database.query<{ ids: readonly string[] }>(
      `select coalesce(array_agg(employee::text order by employee), '{}') as ids from (${which}) as those`,
      values,
    )
    return row?.ids ?? []
  }

  return {
    /** Who sent a report of work on a day of a period, both ends included; one that was asked about counts as sent. */
    reported: (from: Day, to: Day): Promise<readonly string[]> =>
      entries(
        `select distinct employee from work_update
         where done_on between $1::date and $2::date and status <> 'withdrawn'`,
        [from, to],
      ),

    /** Who sent the self-evaluation of the quarter in which a period ends. */
    evaluated: (_from: Day, to: Day): Promise<readonly string[]> => {
      const { year, number } = quarterOf(to)
      return entries('select employee from evaluation where year = $1 and quarter = $2', [year, number])
    },

    /** Who works here on a day and has no target of its year. */
    withoutTargets: (today: Day): Promise<readonly string[]> =>
      entries(
        `select id as employee from employee where coalesce(left_on > $1::date, true) and not exists (
           select from target where target.employee = employee.id and year = $2 and dropped_at is null
         )`,
        [today, Number(today.slice(0, 4))],
      ),

    /** Who works here on a day and has not sent a report of work of its month. */
    withoutReport: (today: Day): Promise<readonly string[]> =>
      entries(
        `select id as employee from employee where coalesce(left_on > $1::date, true) and not exists (
           select from work_update where work_update.employee = employee.id
             and done_on between $2::date and $3::date and status <> 'withdrawn'
         )`,
        [today, ...monthOf(today)],
      ),
  }
}

/** The first and the last day of the month a day lies in. */
function monthOf(day: Day): readonly [Day, Day] {
  const first = `${day.slice(0, 8)}01`
  const next = `${addDays(first, 31).slice(0, 8)}01`
  return [first, addDays(next, -1)]
}
