import type { Kind } from '../../directory.ts'
import type { Day } from '../../indonesian/dates.ts'
import type { Lack } from './query.ts'

/** Which of those who work here are meant, ready to be asked of the database: every part narrows. */
export interface Selection {
  readonly kind?: Kind
  readonly sex?: 'P' | 'L'
  /** Names of positions, as they are written. */
  readonly positions?: readonly string[]
  readonly grades?: readonly string[]
  /** Birthdays, both included. */
  readonly born?: { readonly from?: Day; readonly before?: Day }
  readonly retires?: { readonly from: Day; readonly to: Day }
  /** Qualifications, as they are written. */
  readonly qualifications?: readonly string[]
  readonly missing?: Lack
  readonly registered?: boolean
  /** Ids of units, those below them among them. */
  readonly units?: readonly string[]
  /** The id of whoever they report to. */
  readonly supervisor?: string
  /** Words of a name, each at least begun. */
  readonly name?: string
  readonly nip?: string
}

/** The names of employees as words, as the index on them has it. */
const NAME_WORDS = `to_tsvector('simple', regexp_replace(lower(e.name), '[^a-z0-9]+', ' ', 'g'))`
const COLUMN: Readonly<Record<Lack, string>> = {
  supervisor: 'e.supervisor',
  phone: 'e.phone',
  email: 'e.email',
  qualification: 'e.qualification',
}

/** A condition on `employee e` with its parameters, numbered from 1. */
export function conditionOf(selection: Selection): {
  readonly sql: string
  readonly values: readonly unknown[]
} {
  const values: unknown[] = []
  const given = (value: unknown): string => `$${values.push(value)}`
  const { born, retires, name, missing, registered } = selection
  const parts = ['e.left_on is null']
  if (selection.kind) parts.push(`e.kind = ${given(selection.kind)}`)
  // the fifteenth digit of a NIP, where it begins with the birthday
  if (selection.sex) parts.push(`substr(e.nip, 15, 1) = ${given(selection.sex === 'P' ? '2' : '1')}`)
  if (born?.from) parts.push(`e.nip >= ${given(digits(born.from))}`)
  if (born?.before) parts.push(`e.nip < ${given(digits(born.before))}`)
  if (selection.positions) parts.push(`e.position = any(${given(selection.positions)}::text[])`)
  if (selection.grades) parts.push(`e.grade = any(${given(selection.grades)}::text[])`)
  if (selection.qualifications)
    parts.push(`e.qualification = any(${given(selection.qualifications)}::text[])`)
  if (retires) parts.push(`e.retires_on between ${given(retires.from)}::date and ${given(retires.to)}::date`)
  if (selection.units) parts.push(`e.unit = any(${given(selection.units)}::bigint[])`)
  if (selection.supervisor) parts.push(`e.supervisor = ${given(selection.supervisor)}::bigint`)
  if (name) parts.push(`${NAME_WORDS} @@ to_tsquery('simple', ${given(begun(name))})`)
  if (selection.nip) parts.push(`e.nip = ${given(selection.nip)}`)
  if (missing) parts.push(`${COLUMN[missing]} is null`)
  if (registered !== undefined)
    parts.push(`${registered ? '' : 'not '}exists (select from person where person.employee = e.id)`)
  return { sql: parts.join(' and '), values }
}

function digits(day: Day): string {
  return day.replaceAll('-', '')
}

/** Only letters and digits are left, so that nothing in it is an operator. */
function begun(name: string): string {
  const words = name
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
  return words.map((word) => `${word}:*`).join(' & ')
}
