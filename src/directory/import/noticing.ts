import type { Database } from '../../database/database.ts'
import type { Day } from '../../indonesian/dates.ts'
import { after, BESIDE, PLACE } from './differing.ts'
import type { NoteKind, Notes } from './report.ts'
import type { Placement } from './store.ts'

const MOST_LINES = 50
const MOST_NAMED = 5

/** What can only be seen once all rows are there: who is shared, past, back again, and units that nobody heads. */
export async function notice(
  database: Database,
  id: string,
  {
    places,
    nameOf,
    today,
  }: { readonly places: readonly Placement[]; nameOf(unit: string): string; readonly today: Day },
  notes: Notes,
): Promise<void> {
  const ask = <Row extends object>(sql: string, ...rest: readonly unknown[]): Promise<readonly Row[]> =>
    database.query<Row>(`with ${PLACE} ${sql}`, [id, JSON.stringify(places), ...rest])

  for (const [kind, where, ...rest] of seen(today)) {
    const [row] = await ask<Counted>(
      `select ${COUNTED} from (select a.line ${BESIDE} and ${where}) a`,
      ...rest,
    )
    if (row !== undefined) notes.add(kind, row.lines ?? [], { count: row.count })
  }
  for (const [kind, column, what] of SHARED) {
    const [row] = await ask<Counted & { groups: number }>(shared(column))
    if (row === undefined || row.groups === 0) continue
    notes.add(kind, row.lines ?? [], { count: row.count, about: `${row.groups} ${what}` })
  }
  const headless = await ask<{ unit: string }>(HEADLESS)
  const named = headless.slice(0, MOST_NAMED).map(({ unit }) => nameOf(unit))
  const more = headless.length > MOST_NAMED ? ['…'] : []
  notes.add('headless', [], { count: headless.length, about: [...named, ...more].join('; ') })
}

interface Counted {
  readonly count: number
  readonly lines: readonly number[] | null
}

const COUNTED = `count(*)::int as count, (array_agg(a.line order by a.line))[1:${MOST_LINES}] as lines`

function seen(today: Day): readonly (readonly [NoteKind, where: string, ...rest: readonly unknown[]])[] {
  return [
    ['rights', `a.role in ('hr', 'admin') and e.role is distinct from a.role`],
    ['leftSupervisor', `a.supervisor <> '' and chief.left_on is not null`],
    ['backAgain', 'e.left_on is not null and a.left_on is null'],
    ['past', `${after('left_on')} is null and ${after('retires_on')} <= $3::date`, today],
  ]
}

const SHARED = [
  ['sharedPhone', 'phone', 'nomor'],
  ['sharedEmail', 'email', 'alamat'],
] as const

/** The directory as it will be of those who work here: `held` by the file, or by itself. */
function merged(columns: readonly string[]): string {
  return `select a.line, ${columns.map((column) => `${after(column)} as ${column}`).join(', ')}
    ${BESIDE} and ${after('left_on')} is null
    union all
    select null, ${columns.map((column) => `e.${column}`).join(', ')} from employee e
    where e.left_on is null and not exists (
      select from arrival a where a.import = $1 and a.nip = e.nip and a.refused is null)`
}

/** Only what the file has a part in: the rest was told when it came. */
function shared(column: string): string {
  return `, several as (
      select count(*) as people, (array_agg(line order by line))[1:${MOST_LINES}] as lines
      from (${merged([column])}) held where ${column} is not null
      group by ${column} having count(*) > 1 and count(line) > 0
    ), told as (select unnest(lines) as line from (select lines from several limit ${MOST_LINES}) few)
    select (select count(*)::int from several) as groups, (select coalesce(sum(people), 0)::int from several) as count,
      (select (array_agg(line order by line))[1:${MOST_LINES}] from told where line is not null) as lines`
}

const HEADLESS = `select unit from (${merged(['unit', 'supervisor'])}) held
  group by unit having count(*) > 1 and count(supervisor) = 0 and count(line) > 0 order by count(*) desc, unit`
