import type { Database } from '../../../database/database.ts'
import type { Day } from '../../../indonesian/dates.ts'
import type { Done } from '../deadline.ts'

/** What a step is about. */
export interface Subject {
  readonly deadline: string
  readonly title: string
  readonly words: string | null
  readonly done: Done
  /** As JSON. */
  readonly audience: string
  readonly due: Day
  readonly from: Day
  readonly to: Day
  readonly label: string
}

/** A step that is to be said to somebody, with what it is about. */
export interface Line extends Subject {
  readonly occurrence: string
  readonly employee: string
  readonly step: string
  /** True where they have said, or a list says, that it is done. */
  readonly completed: boolean
}

/** Somebody whose digest was taken, and when it was first begun. */
export interface Taken {
  readonly employee: string
  readonly beganAt: Date
}

/** Which row of the plan. */
export type Key = Pick<Line, 'occurrence' | 'employee' | 'step'>

/** An occurrence of which the officers are to hear who is missing. */
export interface Reported {
  readonly id: string
  readonly deadline: string
  readonly title: string
  readonly due: Day
  readonly from: Day
  readonly to: Day
  readonly label: string
  readonly done: Done
  readonly audience: string
}

/** Whoever took a digest and said nothing for so many seconds has crashed. */
const TAKEN_SECONDS = 120
/** What has waited longer than so many days, through an outage, helps nobody any more. */
const WAITING_DAYS = 14

/** Who gets a digest, and what stands in it. Each person's day is taken by one process. */
export type DigestStore = ReturnType<typeof createDigestStore>

/** Opens the digests of a database. */
export function createDigestStore(database: Database) {
  return {
    /** Takes some of those whose hour has come and who got no digest today. */
    async take(today: Day, hour: number, now: Date, limit: number): Promise<readonly Taken[]> {
      return database.query<Taken>(
        `with ready as (
           select employee, max(planned_at) as planned_at from reminder where said_at is null and day <= $1::date and day > $1::date - $6::int
             and not exists (select from digest where digest.day = $1::date and digest.employee = reminder.employee
               and (posted_at is not null or taken_at > $3::timestamptz - make_interval(secs => $5)))
           group by employee having min(hour) <= $2 order by employee limit $4
         )
         insert into digest (day, employee, began_at, taken_at) 
           select $1::date, employee, greatest($3, planned_at), $3 from ready
         on conflict (day, employee) do update set taken_at = excluded.taken_at
           where digest.posted_at is null and digest.taken_at <= excluded.taken_at - make_interval(secs => $5)
         returning employee, began_at as "beganAt"`,
        [today, hour, now, limit, TAKEN_SECONDS, WAITING_DAYS],
      )
    },

    /**
     * What some people who were taken are to be told today. What was planned after their digest was begun waits for the
     * next: a letter that is written again after a crash says what it said before.
     */
    async lines(today: Day, taken: readonly Taken[]): Promise<readonly Line[]> {
      const people = taken.map(({ employee }) => employee)
      const began = new Map(taken.map(({ employee, beganAt }) => [employee, beganAt.getTime()]))
      const waiting = await database.query<Key & { planned_at: Date }>(
        `select occurrence, employee, step, planned_at from reminder
         where employee = any($2::bigint[]) and said_at is null and day <= $1::date and day > $1::date - $3::int`,
        [today, people, WAITING_DAYS],
      )
      const rows = waiting.filter((row) => row.planned_at.getTime() <= (began.get(row.employee) ?? 0))
      const occurrences = [...new Set(rows.map(({ occurrence }) => occurrence))]
      const subjects = await database.query<Subject & { id: string }>(
        `select occurrence.id, deadline.id as deadline, title, words, done, audience::text, due, period_from as "from",
           period_to as "to", label from occurrence join deadline on deadline.id = occurrence.deadline
         where occurrence.id = any($2::bigint[]) and status = 'active' and last_day >= $1::date`,
        [today, occurrences],
      )
      const about = new Map(subjects.map(({ id, ...subject }) => [id, subject]))
      const completed = await database.query<{ occurrence: string; employee: string }>(
        'select occurrence, employee from completion where employee = any($1::bigint[]) and occurrence = any($2::bigint[])',
        [people, occurrences],
      )
      const done = new Set(completed.map(({ occurrence, employee }) => `${occurrence} ${employee}`))
      return rows.flatMap(({ occurrence, employee, step }) => {
        const subject = about.get(occurrence)
        const isDone = done.has(`${occurrence} ${employee}`)
        return subject === undefined ? [] : [{ ...subject, occurrence, employee, step, completed: isDone }]
      })
    },

    /** Moves what somebody is not told while they are away to another day. */
    async defer(moved: readonly (Key & { readonly day: Day })[]): Promise<void> {
      if (moved.length === 0) return
      await database.query(
        `update reminder set day = one.day
         from jsonb_to_recordset($1::jsonb) as one (occurrence bigint, employee bigint, step text, day date)
         where reminder.occurrence = one.occurrence and reminder.employee = one.employee and reminder.step = one.step
           and said_at is null`,
        [JSON.stringify(moved)],
      )
    },

    /** Takes out what needs no saying any more. */
    async drop(keys: readonly Key[]): Promise<void> {
      if (keys.length === 0) return
      await database.query(
        `delete from reminder using jsonb_to_recordset($1::jsonb) as one (occurrence bigint, employee bigint, step text)
         where reminder.occurrence = one.occurrence and reminder.employee = one.employee and reminder.step = one.step
           and said_at is null`,
        [JSON.stringify(keys)],
      )
    },

    /** Marks the digests of some people as handed over, and what stands in them as said. */
    async said(today: Day, employees: readonly string[], keys: readonly Key[], now: Date): Promise<void> {
      await database.query(
        `update reminder set said_at = $5, digest = $1::date
         from unnest($2::bigint[], $3::bigint[], $4::text[]) as one (occurrence, employee, step)
         where reminder.occurrence = one.occurrence and reminder.employee = one.employee and reminder.step = one.step
           and said_at is null`,
        [
          today,
          keys.map(({ occurrence }) => occurrence),
          keys.map(({ employee }) => employee),
          keys.map(({ step }) => step),
          now,
        ],
      )
      await database.query(
        'update digest set posted_at = $3 where day = $1::date and employee = any($2::bigint[])',
        [today, employees, now],
      )
    },

    /** The last day before one, and not before `since`, on which digests were handed over; undefined where there is none. */
    async lastBefore(today: Day, since: Day): Promise<Day | undefined> {
      const [row] = await database.query<{ day: Day | null }>(
        'select max(day) as day from digest where day < $1::date and day >= $2::date and posted_at is not null',
        [today, since],
      )
      return row?.day ?? undefined
    },

    /**
     * Takes back that some people were told on a day; what a nearer step has overtaken since stays as it is. The same
     * again changes nothing: the digest of that day is gone with it.
     */
    async takeBack(day: Day, employees: readonly string[]): Promise<void> {
      await database.query(
        `with back as (
           delete from digest where day = $1::date and employee = any($2::bigint[]) and posted_at is not null
           returning employee
         )
         update reminder set said_at = null, digest = null from back
         where reminder.employee = back.employee and reminder.digest = $1::date and (step = 'atasan' or not exists (
           select from reminder later where later.occurrence = reminder.occurrence
             and later.employee = reminder.employee and later.step <> 'atasan' and later.day > reminder.day))`,
        [day, employees],
      )
    },

    /** The occurrences of which officers should hear today, and have not. */
    async toReport(today: Day, hour: number): Promise<readonly Reported[]> {
      return database.query<Reported>(
        `select occurrence.id, deadline.id as deadline, title, due, period_from as "from", period_to as "to", label, done,
           audience::text from occurrence join deadline on deadline.id = occurrence.deadline
         where hr_on <= $1::date and hr_on > $1::date - 7 and hr_said_at is null and hour <= $2 and deadline.status = 'active'
         order by occurrence.id`,
        [today, hour],
      )
    },

    /** Marks that the officers have heard of an occurrence. */
    async reported(occurrence: string, now: Date): Promise<void> {
      await database.query('update occurrence set hr_said_at = $2 where id = $1::bigint', [occurrence, now])
    },
  }
}
