import type { Day } from '../../../indonesian/dates.ts'
import type { Content, Deadline, Due, Status } from '../deadline.ts'

/** The columns of a deadline, as `Row` names them. */
export const COLUMNS = `deadline.id, title, template, recurrence, shift, audience, plan, hour, escalation, done, words,
  starts_on, ends_on, status, version, replaces, base, made_by, changed_by, changed_at`

/** The columns of an occurrence, as `Due` names them. */
export const DUE_COLUMNS = `occurrence.id, occurrence.deadline, nominal, due, period_from as "from", period_to as "to",
  label, planned, last_day as "lastDay"`

/** A deadline as the database has it. */
export interface Row
  extends Pick<
    Content,
    | 'title'
    | 'template'
    | 'recurrence'
    | 'shift'
    | 'audience'
    | 'plan'
    | 'hour'
    | 'escalation'
    | 'done'
    | 'words'
  > {
  readonly id: string
  readonly starts_on: Day | null
  readonly ends_on: Day | null
  readonly status: Status
  readonly version: number
  readonly replaces: string | null
  readonly base: number | null
  readonly made_by: string
  readonly changed_by: string
  readonly changed_at: Date
}

/** A row of the database as a deadline. */
export function deadlineOf({ starts_on, ends_on, made_by, changed_by, changed_at, ...rest }: Row): Deadline {
  return {
    ...rest,
    startsOn: starts_on,
    endsOn: ends_on,
    madeBy: made_by,
    changedBy: changed_by,
    changedAt: changed_at,
  }
}

/** What is decided about a deadline, in the order of `CONTENT`; `$n` are its first parameters. */
export function valuesOf(content: Content): readonly unknown[] {
  return [
    content.title,
    content.template,
    JSON.stringify(content.recurrence),
    content.shift,
    JSON.stringify(content.audience),
    JSON.stringify(content.plan),
    content.hour,
    JSON.stringify(content.escalation),
    JSON.stringify(content.done),
    content.words,
    content.startsOn,
    content.endsOn,
  ]
}

export const CONTENT =
  'title, template, recurrence, shift, audience, plan, hour, escalation, done, words, starts_on, ends_on'
export const PLACES =
  '$1, $2, $3::jsonb, $4, $5::jsonb, $6::jsonb, $7::smallint, $8::jsonb, $9::jsonb, $10, $11::date, $12::date'

/** True of what can be the id of a row. */
export function isId(id: string): boolean {
  return /^\d{1,18}$/.test(id)
}

/** An occurrence together with what it is an occurrence of. */
export interface Item extends Due {
  readonly of: Deadline
}
