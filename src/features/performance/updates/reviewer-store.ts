import type { Database } from '../../../database/database.ts'
import type { Day } from '../../../indonesian/dates.ts'

/**
 * Who decides about somebody's reports: whoever is above them, past those who have left. A report that has waited for
 * so many days is shown to the next one above as well: the first may be on leave, or not get round to it.
 */
export const PATIENCE_DAYS = 14

/** The day and the instant at which it is asked who decides. */
export interface Moment {
  readonly today: Day
  readonly now: Date
}

/** Somebody for whom reports wait: how many, of how many people. */
export interface Reminded {
  readonly supervisor: string
  readonly count: number
  readonly people: number
}

/** SQL that is true of an entry that works here on a day, given by its placeholder. */
function works(entry: string, today: string): string {
  return `coalesce(${entry}.left_on > ${today}::date, true)`
}

/** SQL that joins an entry as "chief", its `step` 0 where they have left; by its index, whatever the planner thinks. */
function chiefOf(id: string, today: string): string {
  return `join lateral (
    select supervisor, ${works('employee', today)}::int as step from employee where id = ${id} offset 0
  ) chief on true`
}

/**
 * SQL of a table "below" for a `with recursive`: whose reports somebody decides about, `steps` 0 at once and 1 once
 * they have waited long. Takes the placeholders of that person and of the day.
 */
export function below(supervisor: string, today: string): string {
  return `below (employee, steps) as (
    select id, 0 from employee where supervisor = ${supervisor}::bigint and id <> ${supervisor}::bigint
    union
    select e.id, below.steps + chief.step
    from below ${chiefOf('below.employee', today)}
      join lateral (select id from employee where supervisor = below.employee offset 0) e on true
    where below.steps + chief.step <= 1 and e.id <> ${supervisor}::bigint
  )`
}

/** SQL that is true of a report "u" whose writer stands in `below` and that is theirs to decide about now. */
export function theirs(now: string): string {
  return `exists (select from below where below.employee = u.employee
    and (steps = 0 or u.changed_at < ${now}::timestamptz - make_interval(days => ${PATIENCE_DAYS})))`
}

/** Who decides about reports, and who is to be reminded that they wait. */
export function createReviewerStore(database: Database) {
  return {
    /** Whoever decides about somebody's reports; undefined where nobody who still works here is above them. */
    async reviewerOf(employee: string, { today }: Pick<Moment, 'today'>): Promise<string | undefined> {
      const [row] = await database.query<{ id: string }>(
        `with recursive above (id, height) as (
           select supervisor, 1 from employee where id = $1::bigint
           union all
           select chief.supervisor, height + 1 from above ${chiefOf('above.id', '$2')}
           where chief.step = 0 and height < ${HIGHEST}
         ) select above.id from above ${chiefOf('above.id', '$2')}
         where chief.step = 1 and above.id <> $1::bigint order by height limit 1`,
        [employee, today],
      )
      return row?.id
    },

    /** Everybody for whom reports wait now, with how many. */
    async reminded({ today, now }: Moment): Promise<readonly Reminded[]> {
      return database.query<Reminded>(
        `with recursive waiting as (
           select employee, count(*) as fresh, count(*) filter (
             where changed_at < $2::timestamptz - make_interval(days => ${PATIENCE_DAYS})
           ) as old
           from work_update where status = 'sent' group by employee
         ), above (employee, id, steps, height) as (
           select w.employee, e.supervisor, 0, 1 from waiting w join employee e on e.id = w.employee
           union all
           select above.employee, chief.supervisor, above.steps + ${works('chief', '$1')}::int, height + 1
           from above join employee chief on chief.id = above.id
           where above.steps + ${works('chief', '$1')}::int <= 1 and height < ${HIGHEST}
         ), decides as (
           select distinct on (above.employee, above.id) above.employee, above.id,
             case when steps = 0 then fresh else old end as count
           from above join waiting using (employee) join employee chief on chief.id = above.id
           where ${works('chief', '$1')} and above.id <> above.employee
           order by above.employee, above.id, steps
         )
         select id as supervisor, sum(count)::int as count, count(*)::int as people
         from decides where count > 0 group by id order by id`,
        [today, now],
      )
    },
  }
}

/** A supervisor of a supervisor of …: entries that name each other in a circle come to an end. */
const HIGHEST = 20
