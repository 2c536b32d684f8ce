import type { Queryable } from '../database/database.ts'
import type { ChangeBy, Employee, EmployeePatch } from './employee.ts'
import { retirementAge, retirementDay } from './retirement.ts'

/**
 * What became of a change: there is no such entry, the supervisor would be oneself or somebody below oneself, or it was
 * said no to meanwhile.
 */
export type Changed = 'changed' | 'gone' | 'circle' | 'left'

/** What is to become another about an entry, and in whose name. */
export interface Changing {
  readonly id: string
  readonly patch: EmployeePatch
  readonly by: ChangeBy
  /** Is done first, in the same transaction; where it did nothing, and says so, nothing is changed either. */
  also?(connection: Queryable): Promise<boolean>
}

/** Changes an entry within a transaction, and writes down each field that is another now. */
export async function changeEntry(
  connection: Queryable,
  { id, patch, by, also }: Changing,
): Promise<Changed> {
  // nobody else may change who is above whom between the look and the change
  if (patch.supervisor) await connection.query('lock table employee in share row exclusive mode')
  const before = await entryBefore(connection, id)
  if (before === undefined) return 'gone'
  if (patch.supervisor && (await isAbove(connection, id, patch.supervisor))) return 'circle'
  if (also !== undefined && !(await also(connection))) return 'left'
  await write(connection, { id, patch, by }, before)
  return 'changed'
}

/** Whether somebody is another, or above them at any height: the other cannot be their supervisor. */
async function isAbove(on: Queryable, id: string, other: string): Promise<boolean> {
  const rows = await on.query(
    `with recursive above as (
       select $2::bigint as id
       union
       select employee.supervisor from employee join above on employee.id = above.id
     ) select from above where id = $1::bigint`,
    [id, other],
  )
  return rows.length > 0
}

async function entryBefore(on: Queryable, id: string): Promise<Before | undefined> {
  const [before] = await on.query<Before>(
    `select supervisor::text, unit::text, position, email, phone, role, left_on::text, retires_on::text,
       nip, kind, retirement_age as age
     from employee where id = $1::bigint for update`,
    [id],
  )
  return before
}

/** Writes what is another now, and each of it down. */
async function write(
  on: Queryable,
  { id, patch, by: { source, by, now } }: Changing,
  before: Before,
): Promise<void> {
  const wanted = { ...byColumn(patch), ...retirementWith(patch, before) }
  for (const [column, value] of Object.entries(wanted)) {
    if (before[column] === value) continue
    await on.query(
      `update employee set ${column} = $2::${TYPES[column] ?? 'text'}, updated_at = $3 where id = $1::bigint`,
      [id, value, now],
    )
    await on.query(
      `insert into employee_change (employee, at, source, by, field, before, after)
       values ($1::bigint, $2, $3, $4, $5, $6, $7)`,
      [id, now, source, by, column, before[column], value],
    )
  }
}

type Before = Readonly<Record<string, string | null>> & {
  readonly nip: string
  readonly kind: Employee['kind']
}

function byColumn(patch: EmployeePatch): Readonly<Record<string, string | null>> {
  const entries = Object.entries(patch) as [keyof EmployeePatch, string | null][]
  return Object.fromEntries(entries.map(([name, value]) => [COLUMNS[name], value]))
}

/** A new position has another age of retirement, unless the office stated one. */
function retirementWith({ position }: EmployeePatch, { nip, kind, age }: Before): object {
  if (position === undefined || age !== null) return {}
  return { retires_on: retirementDay(nip, kind, retirementAge(position)) }
}

const COLUMNS: Readonly<Record<keyof EmployeePatch, string>> = {
  supervisor: 'supervisor',
  unit: 'unit',
  position: 'position',
  email: 'email',
  phone: 'phone',
  role: 'role',
  leftOn: 'left_on',
}
const TYPES: Readonly<Record<string, string>> = {
  supervisor: 'bigint',
  unit: 'bigint',
  left_on: 'date',
  retires_on: 'date',
}
