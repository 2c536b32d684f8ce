import type { Database, Queryable } from '../database/database.ts'
import type { ChangeBy, Employee, EmployeePatch, EntryRole } from './employee.ts'
import { retirementAge, retirementDay } from './retirement.ts'

/** The directory of everybody who works here. */
export type Directory = ReturnType<typeof createDirectory>

/** Opens the directory of a database. */
export function createDirectory(database: Database) {
  return {
    /** The entry with an id; undefined where there is none. */
    employee: (id: string): Promise<Employee | undefined> => one(database, 'e.id = $1::bigint', id),

    /** The entry with a NIP of 18 digits. */
    byNip: (nip: string): Promise<Employee | undefined> => one(database, 'e.nip = $1', nip),

    /** Those who still work here with an e-mail in small letters, or a phone in E.164: more than one vouches for nobody. */
    async reachedBy(fact: {
      readonly email?: string
      readonly phone?: string
    }): Promise<readonly Employee[]> {
      const [field, value] = fact.email !== undefined ? ['email', fact.email] : ['phone', fact.phone]
      return value === undefined ? [] : select(database, `e.${field} = $1 and e.left_on is null`, value)
    },

    /** Those who still work here and have somebody as their supervisor, by name. */
    reportsOf: (id: string): Promise<readonly Employee[]> =>
      select(database, 'e.supervisor = $1::bigint and e.left_on is null', id),

    /** The unit of somebody and all above it, the highest first. */
    async unitsAbove(unit: string): Promise<readonly string[]> {
      const rows = await database.query<{ name: string }>(
        `with recursive above as (
           select name, parent, 1 as height from unit where id = $1::bigint
           union all select unit.name, unit.parent, height + 1 from unit join above on unit.id = above.parent
           where height < 20
         ) select name from above order by height desc`,
        [unit],
      )
      return rows.map(({ name }) => name)
    },

    /** The accounts of whoever an entry belongs to, those first by which they can be written to by themselves. */
    async accountsOf(id: string): Promise<readonly { readonly id: string; readonly conversation: string }[]> {
      return database.query(
        `select account.id, account.conversation from account join person on person.id = account.person
         where person.employee = $1::bigint and account.conversation is not null
         order by account.id like 'telegram:%' desc, account.id like 'slack:%' desc, account.id`,
        [id],
      )
    },

    /** Changes an entry and writes down what was before; false where there is no such entry. */
    async change(id: string, patch: EmployeePatch, by: ChangeBy): Promise<boolean> {
      return database.transaction((connection) => changeEntry(connection, id, patch, by))
    },
  }
}

/** Changes an entry within a transaction, and writes down each field that is another now. */
export async function changeEntry(
  connection: Queryable,
  id: string,
  patch: EmployeePatch,
  { source, by, now }: ChangeBy,
): Promise<boolean> {
  const [before] = await connection.query<Before>(
    `select supervisor::text, unit::text, position, email, phone, role, left_on::text, retires_on::text,
       nip, kind, retirement_age as age
     from employee where id = $1::bigint for update`,
    [id],
  )
  if (before === undefined) return false
  const wanted = { ...byColumn(patch), ...retirementWith(patch, before) }
  for (const [column, value] of Object.entries(wanted)) {
    if (before[column] === value) continue
    await connection.query(
      `update employee set ${column} = $2::${TYPES[column] ?? 'text'}, updated_at = $3 where id = $1::bigint`,
      [id, value, now],
    )
    await connection.query(
      `insert into employee_change (employee, at, source, by, field, before, after)
       values ($1::bigint, $2, $3, $4, $5, $6, $7)`,
      [id, now, source, by, column, before[column], value],
    )
  }
  return true
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

interface Row {
  readonly id: string
  readonly nip: string
  readonly name: string
  readonly kind: Employee['kind']
  readonly unit: string
  readonly unit_name: string
  readonly position: string
  readonly grade: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly supervisor: string | null
  readonly supervisor_name: string | null
  readonly role: EntryRole
  readonly qualification: string | null
  readonly retires_on: string | null
  readonly left_on: string | null
  readonly reports: number
}

async function one(on: Queryable, which: string, value: string): Promise<Employee | undefined> {
  const [found] = await select(on, which, value)
  return found
}

async function select(on: Queryable, which: string, value: string): Promise<readonly Employee[]> {
  const rows = await on.query<Row>(
    `select e.id, e.nip, e.name, e.kind, e.unit, unit.name as unit_name, e.position, e.grade, e.email, e.phone,
       e.supervisor, above.name as supervisor_name, e.role, e.qualification, e.retires_on::text, e.left_on::text,
       (select count(*)::int from employee below where below.supervisor = e.id and below.left_on is null) as reports
     from employee e join unit on unit.id = e.unit left join employee above on above.id = e.supervisor
     where ${which} order by e.name, e.id`,
    [value],
  )
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    nip: row.nip,
    kind: row.kind,
    unit: { id: row.unit, name: row.unit_name },
    position: row.position,
    grade: row.grade,
    email: row.email,
    phone: row.phone,
    supervisor: row.supervisor === null ? null : { id: row.supervisor, name: row.supervisor_name ?? '' },
    role: row.role,
    qualification: row.qualification,
    retiresOn: row.retires_on,
    leftOn: row.left_on,
    reports: row.reports,
  }))
}
