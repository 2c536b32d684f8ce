/** Columns of an entry that an import may change, each with its value after it in SQL: `a` is the row, `e` the entry. */
const AFTER: Readonly<Record<string, string>> = {
  name: 'coalesce(a.name, e.name)',
  kind: 'coalesce(a.kind, e.kind, a.nip_kind)',
  unit: 'coalesce(place.unit, e.unit)',
  position: 'coalesce(a.position, e.position)',
  grade: unlessSilent('grade'),
  email: unlessSilent('email'),
  phone: unlessSilent('phone'),
  // a supervisor who is only about to be entered has no id yet
  supervisor: `case when a.supervisor is null then e.supervisor when a.supervisor <> '' then coalesce(chief.id, -1) end`,
  role: `coalesce(a.role, e.role, 'employee')`,
  qualification: unlessSilent('qualification'),
  wanted_qualification: unlessSilent('wanted_qualification'),
  competencies: `coalesce(a.competencies, e.competencies, '{}')`,
  wanted_competencies: `coalesce(a.wanted_competencies, e.wanted_competencies, '{}')`,
  retirement_age: 'coalesce(a.retirement_age, e.retirement_age)',
  // an age that was stated once outlives a change of position
  retires_on: `case when coalesce(a.kind, e.kind, a.nip_kind) = 'PPPK' then null
    when a.retirement_age is null and e.retirement_age is not null then e.retires_on
    when a.retirement_age is not null or a.position is not null then a.retires_on
    else e.retires_on end`,
  left_on: `case when a.left_on is null then e.left_on else nullif(a.left_on, '')::date end`,
}

function unlessSilent(column: string): string {
  return `case when a.${column} is null then e.${column} else nullif(a.${column}, '') end`
}

/** The columns of an entry that an import may change. */
export const CHANGING: readonly string[] = Object.keys(AFTER)

/** The units of the places as a relation, from the second parameter: `[{"number": 0, "unit": "12"}]`. */
export const PLACE =
  'place as (select * from jsonb_to_recordset($2::text::jsonb) as p(number integer, unit bigint))'

/** The rows of an import (first parameter) that are taken, beside the entry where there is one, and the unit they name. */
export const BESIDE = `from arrival a left join employee e on e.nip = a.nip
  left join place on place.number = a.place
  left join employee chief on chief.nip = a.supervisor
  where a.import = $1 and a.refused is null`

/** A column of an entry as it will be. */
export function after(column: string): string {
  return `(${AFTER[column] ?? column})`
}

/** Entries of which something changes, with `…_before` and `…_after` of every column. */
export const CHANGED = `changed as materialized (
  select e.id, ${CHANGING.map((column) => `e.${column} as ${column}_before, ${after(column)} as ${column}_after`).join(', ')}
  ${BESIDE} and e.id is not null
  and (${CHANGING.map((column) => `e.${column}`).join(', ')}) is distinct from (${CHANGING.map(after).join(', ')})
)`

/** A value in the history: lists with semicolons, everything else as PostgreSQL writes it. */
export function asText(column: string): string {
  return column.endsWith('competencies') ? `array_to_string(${column}, '; ')` : `${column}::text`
}
