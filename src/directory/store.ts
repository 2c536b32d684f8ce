import type { Database, Queryable } from '../database/database.ts'
import { type Changed, changeEntry } from './change-store.ts'
import type { ChangeBy, Employee, EmployeePatch, EntryRole } from './employee.ts'

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

    /** Changes an entry as `change-store.ts` says, in a transaction of its own. */
    change: (
      id: string,
      patch: EmployeePatch,
      by: ChangeBy,
      also?: (connection: Queryable) => Promise<boolean>,
    ): Promise<Changed> =>
      database.transaction((connection) => changeEntry(connection, { id, patch, by, ...(also && { also }) })),
  }
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
