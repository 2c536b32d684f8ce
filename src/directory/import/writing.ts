import type { Database, Queryable } from '../../database/database.ts'
import { Unreadable } from '../../errors.ts'
import { missingUnits, type TreeUnit } from '../units.ts'
import { asText, CHANGED, CHANGING, PLACE } from './differing.ts'
import { CIRCLING } from './statements.ts'
import type { Placement } from './store.ts'

/** An import that was found good: its rows by their id, where they lead, and in whose name it is written down. */
export interface Agreed {
  readonly id: string
  readonly places: ReadonlyMap<number, TreeUnit>
  readonly moved: readonly TreeUnit[]
  /** How many are to be added and changed: what is for nobody is left out. */
  readonly planned: { readonly added: number; readonly changed: number }
  readonly mark: string
  readonly now: Date
}

/**
 * Brings the rows of an import into the directory, all or none, and writes each change down. Throws `Unreadable` where the
 * directory has become another meanwhile so that this would close a circle of supervisors.
 */
export async function writeArrivals(
  database: Database,
  { id, places, moved, planned, mark, now }: Agreed,
): Promise<{ readonly added: number; readonly changed: number }> {
  return database.transaction(async (connection) => {
    await connection.query(`set local work_mem = '64MB'`) // a city's people are joined without the disk
    await connection.query('lock table unit, employee in share row exclusive mode')
    // somebody may have changed a supervisor while this waited to be agreed to
    if ((await connection.query(CIRCLING, [id])).length > 0) throw new Unreadable(CIRCLE)
    const ids = await makeUnits(connection, missingUnits(places.values()))
    for (const unit of moved)
      await connection.query('update unit set parent = $2::bigint where id = $1::bigint', [
        unit.id,
        unit.parent && idOf(unit.parent, ids),
      ])
    const placed: readonly Placement[] = [...places].map(([number, unit]) => ({
      number,
      unit: idOf(unit, ids),
    }))
    const parameters = [id, JSON.stringify(placed), now, mark]
    const run = async (sql: string): Promise<number> => {
      const [row] = await connection.query<{ count: number }>(sql, parameters)
      return row?.count ?? 0
    }
    return {
      added: planned.added > 0 ? await run(ADD) : 0,
      changed: planned.changed > 0 ? await run(CHANGE) : 0,
    }
  })
}

const CIRCLE =
  'sementara impor ini berjalan, atasan seseorang diganti, sehingga bersama isi berkas ini ada yang saling membawahi. Tidak ada yang disimpan; jalankan impornya sekali lagi.'

/** Makes the units that are missing, one statement for each level. */
async function makeUnits(
  connection: Queryable,
  missing: readonly TreeUnit[],
): Promise<ReadonlyMap<TreeUnit, string>> {
  const ids = new Map<TreeUnit, string>()
  for (const level of Map.groupBy(missing, depthOf).values()) {
    const rows = level.map(({ name, key, parent }) => ({
      name,
      key,
      parent: parent ? idOf(parent, ids) : null,
    }))
    const made = await connection.query<{ id: string; key: string; parent: string | null }>(
      `insert into unit (name, key, parent)
       select * from jsonb_to_recordset($1::text::jsonb) as r(name text, key text, parent bigint)
       on conflict (parent, key) do update set key = excluded.key returning id, key, parent`,
      [JSON.stringify(rows)],
    )
    const byPlace = new Map(made.map(({ id, key, parent }) => [`${parent} ${key}`, id]))
    for (const [i, unit] of level.entries()) {
      const { key, parent } = rows[i] ?? {}
      ids.set(unit, byPlace.get(`${parent} ${key}`) ?? '')
    }
  }
  return ids
}

function depthOf({ parent }: TreeUnit): number {
  return parent === undefined ? 0 : depthOf(parent) + 1
}

function idOf(unit: TreeUnit, made: ReadonlyMap<TreeUnit, string>): string {
  const id = unit.id ?? made.get(unit)
  if (id === undefined) throw new Error('a unit was not made before those below it')
  return id
}

const ADD = `with ${PLACE}, fresh as materialized (
    select nextval((select pg_get_serial_sequence('employee', 'id')::regclass)) as id, a.* from arrival a
    where a.import = $1 and a.refused is null and not exists (select from employee e where e.nip = a.nip)
    order by a.line
  ), added as (
    insert into employee (id, nip, name, kind, unit, position, grade, email, phone, supervisor, role, qualification,
      wanted_qualification, competencies, wanted_competencies, retirement_age, retires_on, left_on, updated_at)
    overriding system value
    select a.id, a.nip, a.name, coalesce(a.kind, a.nip_kind), place.unit, a.position, nullif(a.grade, ''),
      nullif(a.email, ''), nullif(a.phone, ''), coalesce(chief.id, other.id), coalesce(a.role, 'employee'),
      nullif(a.qualification, ''), nullif(a.wanted_qualification, ''), coalesce(a.competencies, '{}'),
      coalesce(a.wanted_competencies, '{}'), a.retirement_age,
      case when coalesce(a.kind, a.nip_kind) = 'PNS' then a.retires_on end, nullif(a.left_on, '')::date, $3
    from fresh a join place on place.number = a.place
    left join employee chief on chief.nip = a.supervisor left join fresh other on other.nip = a.supervisor
    returning id
  ), told as (
    insert into employee_change (employee, at, source, by, field, after)
    select id, $3, 'import', $4, 'entry', 'added' from added
  )
  select count(*)::int as count from added`

const CHANGE = `with ${PLACE}, ${CHANGED}, told as (
    insert into employee_change (employee, at, source, by, field, before, after)
    select id, $3, 'import', $4, field, before, after from changed cross join lateral (values
      ${CHANGING.map((column) => `('${column}', ${asText(`${column}_before`)}, ${asText(`${column}_after`)})`).join(', ')}
    ) as one(field, before, after) where before is distinct from after
  ), done as (
    update employee set ${CHANGING.map((column) => `${column} = ${column}_after`).join(', ')}, updated_at = $3
    from changed where employee.id = changed.id returning employee.id
  )
  select count(*)::int as count from done`
