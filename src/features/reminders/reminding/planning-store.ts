import type { Database } from '../../../database/database.ts'
import type { Day } from '../../../indonesian/dates.ts'
import type { Deadline, Due } from '../deadline.ts'
import { COLUMNS, DUE_COLUMNS, deadlineOf, type Row } from '../deadlines/row.ts'

/** A deadline whose reminders are to be planned; `plannedOn`: the last day that was; `isNew`: it was changed since. */
export interface Unplanned extends Deadline {
  readonly plannedOn: Day
  readonly isNew: boolean
}

/** An occurrence as it is to be kept. */
export interface Kept extends Omit<Due, 'id'> {
  readonly hrOn: Day | null
}

/** Somebody for whom a step is put down, and the hour from which it may be said. */
export interface Told {
  readonly employee: string
  readonly hour: number
}

/** What planning reads and writes; every write is safe to repeat, also by two processes at once. */
export type PlanningStore = ReturnType<typeof createPlanningStore>

/** Opens the plan of reminders in a database. */
export function createPlanningStore(database: Database) {
  return {
    /** The deadlines of which today has not been planned yet, or that were changed since. */
    async unplanned(today: Day, timeZone: string): Promise<readonly Unplanned[]> {
      const rows = await database.query<Row & { planned_on: Day; is_new: boolean }>(
        `select ${COLUMNS}, coalesce(planned_on, least($1::date, (changed_at at time zone $2)::date)) as planned_on,
           planned_version is distinct from version as is_new from deadline
         where status = 'active' and (planned_on is null or planned_on < $1::date or planned_version is distinct from version)
         order by id`,
        [today, timeZone],
      )
      return rows.map(({ planned_on, is_new, ...row }) => ({
        ...deadlineOf(row),
        plannedOn: planned_on,
        isNew: is_new,
      }))
    },

    /** The occurrences of some deadlines of which something may still be said. */
    async open(deadlines: readonly string[], today: Day): Promise<readonly Due[]> {
      return database.query<Due>(
        `select ${DUE_COLUMNS} from occurrence where deadline = any($1::bigint[]) and last_day >= $2::date order by id`,
        [deadlines, today],
      )
    },

    /** Puts occurrences down that are not there yet. */
    async add(occurrences: readonly Kept[]): Promise<void> {
      if (occurrences.length === 0) return
      await database.query(
        `insert into occurrence (deadline, nominal, due, period_from, period_to, label, planned, last_day, hr_on)
         select deadline, nominal, due, "from", "to", label, planned, "lastDay", "hrOn"
         from jsonb_to_recordset($1::jsonb) as one (deadline bigint, nominal date, due date, "from" date, "to" date,
           label text, planned date, "lastDay" date, "hrOn" date)
         on conflict (deadline, nominal) do nothing`,
        [JSON.stringify(occurrences)],
      )
    },

    /** Gives an occurrence other days. */
    async move(id: string, to: Omit<Kept, 'deadline' | 'planned'>): Promise<void> {
      await database.query(
        `update occurrence set nominal = $2::date, due = $3::date, period_from = $4::date, period_to = $5::date, label = $6,
           last_day = $7::date, hr_on = $8::date where id = $1::bigint`,
        [id, to.nominal, to.due, to.from, to.to, to.label, to.lastDay, to.hrOn],
      )
    },

    /** Says nothing more about occurrences that are no longer wanted. */
    async close(ids: readonly string[], today: Day): Promise<void> {
      if (ids.length === 0) return
      await database.query(
        `update occurrence set last_day = $2::date - 1, hr_on = null where id = any($1::bigint[])`,
        [ids, today],
      )
      await database.query('delete from reminder where occurrence = any($1::bigint[]) and said_at is null', [
        ids,
      ])
    },

    /** Who has said, or is on a list, that they have done what an occurrence asks for. */
    async completed(occurrence: string): Promise<readonly string[]> {
      const rows = await database.query<{ employee: string }>(
        'select employee from completion where occurrence = $1::bigint',
        [occurrence],
      )
      return rows.map(({ employee }) => employee)
    },

    /** Puts a step of an occurrence down for these people; what they have of it already stays as it is. */
    async remind(
      { occurrence, step, day, now }: { occurrence: string; step: string; day: Day; now: Date },
      told: readonly Told[],
    ): Promise<void> {
      if (told.length === 0) return
      await database.query(
        `insert into reminder (occurrence, employee, step, planned_at, day, hour)
         select $1::bigint, employee, $2, $6, $3::date, hour
         from unnest($4::bigint[], $5::smallint[]) as told (employee, hour) on conflict do nothing`,
        [occurrence, step, day, told.map(({ employee }) => employee), told.map(({ hour }) => hour), now],
      )
    },

    /** Drops the steps of an occurrence that wait although a nearer one has come. */
    async overtake(occurrence: string, step: string, today: Day): Promise<void> {
      await database.query(
        `delete from reminder where occurrence = $1::bigint and step <> $2 and step <> 'atasan' and day <= $3::date
           and said_at is null`,
        [occurrence, step, today],
      )
    },

    /** Settles the steps of occurrences through a day, and with them the deadlines at these versions. */
    async settle(
      occurrences: readonly string[],
      deadlines: readonly Pick<Deadline, 'id' | 'version'>[],
      today: Day,
    ): Promise<void> {
      await database.query(
        'update occurrence set planned = $2::date where id = any($1::bigint[]) and planned < $2::date',
        [occurrences, today],
      )
      await database.query(
        `update deadline set planned_on = $2::date, planned_version = one.version
         from jsonb_to_recordset($1::jsonb) as one (id bigint, version int)
         where deadline.id = one.id and deadline.version = one.version`,
        [JSON.stringify(deadlines.map(({ id, version }) => ({ id, version }))), today],
      )
    },

    /** Deletes reminders and digests of days before one, and drops people no longer asked for. */
    async forget(before: Day): Promise<void> {
      await database.query('delete from reminder where day < $1::date', [before])
      await database.query('delete from digest where day < $1::date', [before])
    },
  }
}
