import type { StagedRow } from './store.ts'

const STAGED = {
  line: 'integer',
  nip: 'text',
  refused: 'text',
  name: 'text',
  kind: 'text',
  nip_kind: 'text',
  place: 'integer',
  position: 'text',
  grade: 'text',
  email: 'text',
  phone: 'text',
  supervisor: 'text',
  role: 'text',
  qualification: 'text',
  wanted_qualification: 'text',
  competencies: 'text[]',
  wanted_competencies: 'text[]',
  retirement_age: 'integer',
  retires_on: 'date',
  left_on: 'text',
} satisfies Record<keyof StagedRow, string>

export const STAGE = `insert into arrival (import, ${Object.keys(STAGED).join(', ')})
  select $1, r.* from json_to_recordset($2::text::json)
  as r(${Object.entries(STAGED)
    .map((column) => column.join(' '))
    .join(', ')})`

export const DOUBLES = `update arrival set refused = 'NIP yang sama ada di baris ' || twice.lines || '.'
  from (
    select nip, array_to_string((array_agg(line order by line))[1:10], ', ') as lines
    from arrival where import = $1 group by nip having count(*) > 1
  ) twice
  where arrival.import = $1 and arrival.nip = twice.nip`

export const INCOMPLETE = `update arrival a set refused = 'pegawai baru tanpa ' || concat_ws(', ',
    case when name is null then 'nama' end, case when place is null then 'unit' end,
    case when position is null then 'jabatan' end, case when coalesce(kind, nip_kind) is null then 'jenis' end) || '.'
  where import = $1 and refused is null
  and (name is null or place is null or position is null or coalesce(kind, nip_kind) is null)
  and not exists (select from employee e where e.nip = a.nip)`

export const MISPLACED = `update arrival a set refused = p.problem
  from jsonb_to_recordset($2::text::jsonb) as p(number integer, problem text)
  where a.import = $1 and a.place = p.number and a.refused is null`

export const LEFT_OUT = `employee e where e.left_on is null
  and not exists (select from arrival a where a.import = $1 and a.nip = e.nip)`

export const UNKNOWN_SUPERVISORS = `update arrival a set supervisor = null
  where a.import = $1 and a.refused is null and a.supervisor <> ''
  and not exists (select from employee e where e.nip = a.supervisor)
  and not exists (select from arrival b where b.import = $1 and b.nip = a.supervisor and b.refused is null)
  returning line`

/** From those without a supervisor downwards everybody is reached who is in no circle. */
export const CIRCLING = `with recursive edge as materialized (
    select a.nip, case when a.supervisor is null then chief.nip else nullif(a.supervisor, '') end as above
    from arrival a left join employee e on e.nip = a.nip left join employee chief on chief.id = e.supervisor
    where a.import = $1 and a.refused is null
    union all
    select e.nip, chief.nip from employee e left join employee chief on chief.id = e.supervisor
    where not exists (select from arrival a where a.import = $1 and a.nip = e.nip and a.refused is null)
  ), reached as (
    select nip from edge where above is null
    union all
    select edge.nip from edge join reached on edge.above = reached.nip
  )
  select edge.nip, edge.above from edge left join reached on reached.nip = edge.nip where reached.nip is null`
