import type { Queryable } from '../../../database/database.ts'
import { addDays, type Day } from '../../../indonesian/dates.ts'
import { type Deadline, SCHEDULE } from '../deadline.ts'
import { CONTENT, PLACES, valuesOf } from './row.ts'

/** Who does something, with which message, and when. */
export interface By {
  readonly by: string
  readonly key: string
  readonly now: Date
  readonly today: Day
}

/** Who made a version of a deadline, and what it changed. */
export interface ChangeNote {
  readonly by: string
  readonly fields: readonly string[]
  readonly at: Date
}

/** A new deadline holds from today on: what a step before would have said is not made up. */
export async function begin(connection: Queryable, id: string, { by, now, today }: By): Promise<void> {
  await connection.query(
    `update deadline set status = 'active', changed_by = $2, changed_at = $3, planned_on = $4::date where id = $1::bigint`,
    [id, by, now, addDays(today, -1)],
  )
  await note(connection, { id, version: 1, fields: [], by, now })
}

/** A draft takes the place of a deadline; what is planned of it is planned anew where that may differ. */
export async function replace(
  connection: Queryable,
  target: Deadline,
  draft: Deadline,
  fields: readonly string[],
  { by, now, today }: By,
): Promise<void> {
  await connection.query('delete from deadline where id = $1::bigint', [draft.id])
  if (fields.length === 0) return
  const version = target.version + 1
  await connection.query(
    `update deadline set (${CONTENT}, version, changed_by, changed_at) = (${PLACES}, $13, $14, $15) where id = $16::bigint`,
    [...valuesOf(draft), version, by, now, target.id],
  )
  await note(connection, { id: target.id, version, fields, by, now })
  // a reminder that waits may have another day now, or be for somebody who is no longer meant
  if (!fields.some((field) => REPLANNED.includes(field))) return
  await unsay(connection, target.id, today)
  await restart(connection, target.id, today)
}

const REPLANNED: readonly string[] = [...SCHEDULE, 'audience', 'hour']

/** Notes who made a version, and what it changed. */
export async function note(
  connection: Queryable,
  change: { id: string; version: number; fields: readonly string[]; by: string; now: Date },
): Promise<void> {
  await connection.query(
    `insert into deadline_change (deadline, version, by, fields, at) values ($1::bigint, $2, $3, $4::text[], $5)
     on conflict do nothing`,
    [change.id, change.version, change.by, change.fields, change.now],
  )
}

/** Who made the versions after one, in their order. */
export async function changesSince(
  connection: Queryable,
  id: string,
  version: number,
): Promise<readonly ChangeNote[]> {
  return connection.query<ChangeNote>(
    'select by, fields, at from deadline_change where deadline = $1::bigint and version > $2 order by version',
    [id, version],
  )
}

/** What waits to be said is not said, but for what is on its way right now. */
export async function unsay(connection: Queryable, id: string, today: Day): Promise<void> {
  await connection.query(
    `delete from reminder using occurrence
     where occurrence.id = reminder.occurrence and occurrence.deadline = $1::bigint and said_at is null
       and not exists (select from digest where digest.day = $2::date and digest.employee = reminder.employee
         and posted_at is null)`,
    [id, today],
  )
}

/** The plan is made anew, from today's steps on. */
export async function restart(connection: Queryable, id: string, today: Day): Promise<void> {
  const yesterday = addDays(today, -1)
  await connection.query(
    'update deadline set planned_on = $2::date, planned_version = null where id = $1::bigint',
    [id, yesterday],
  )
  await connection.query(
    `update occurrence set planned = $2::date where deadline = $1::bigint and last_day >= $2::date`,
    [id, yesterday],
  )
}
