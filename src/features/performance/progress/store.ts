import type { Database } from '../../../database/database.ts'
import type { Day } from '../../../indonesian/dates.ts'
import type { Target } from '../targets/target.ts'
import { NOTHING, type Progress, type Sum } from './measure.ts'

/** Where everybody stands. */
export type ProgressStore = ReturnType<typeof createProgressStore>

export function createProgressStore(database: Database) {
  return {
    /**
     * How far somebody has come with these targets of one year, in the quarter from `from` to `until` and over the
     * year; what was taken back does not count.
     */
    async progress(
      targets: readonly Target[],
      { from, until }: { readonly from: Day; readonly until: Day },
    ): Promise<readonly Progress[]> {
      const ids = targets.map(({ id }) => id)
      const rows = await database.query<Row>(SUMS, [ids, from, until])
      return targets.map((target) => {
        const own = rows.filter((row) => row.target === target.id)
        const counts = (row: Row): boolean =>
          target.unit === null ? own[0] === row : row.unit === target.unit.toLowerCase()
        const main = own.find(counts)
        return {
          target,
          quarter: main ? sumOf(main, 'q_') : NOTHING,
          year: main ? sumOf(main, '') : NOTHING,
          last:
            own
              .map(({ last }) => last)
              .toSorted()
              .at(-1) ?? null,
          others: own
            .filter((row) => row !== main)
            .map(({ unit, done }) => ({ unit, quantity: Number(done) })),
        }
      })
    },

    /** What was reported in a span of days for no target: how many reports. */
    async untargeted(employee: string, from: Day, until: Day): Promise<number> {
      const [row] = await database.query<{ count: number }>(
        `select count(*)::int as count from work_update
         where employee = $1::bigint and target is null and status <> 'withdrawn' and done_on between $2::date and $3::date`,
        [employee, from, until],
      )
      return row?.count ?? 0
    },
  }
}

/** By target and unit, the most reported unit first. */
const SUMS = `
  select target, lower(unit) as unit, max(done_on)::text as last,
    ${sums('true', '')}, ${sums('done_on between $2::date and $3::date', 'q_')}
  from work_update where target = any($1::bigint[]) and status <> 'withdrawn'
  group by target, lower(unit) order by sum(quantity) desc`

function sums(which: string, prefix: string): string {
  const column = (name: string, value: string, and = 'true'): string =>
    `coalesce(sum(${value}) filter (where (${which}) and (${and})), 0) as ${prefix}${name}`
  return [
    column('done', 'quantity'),
    column('approved', 'quantity', `status = 'approved'`),
    column('counted', 'quantity', 'good is not null'),
    column('good', 'good'),
    column('reports', '1'),
    column('late', '1', 'late'),
  ].join(', ')
}

type Column = keyof Sum | `q_${keyof Sum}`
type Row = Readonly<Record<Column, string>> & {
  readonly target: string
  readonly unit: string
  readonly last: Day
  readonly done: string
}

function sumOf(row: Row, prefix: '' | 'q_'): Sum {
  return {
    done: Number(row[`${prefix}done`]),
    approved: Number(row[`${prefix}approved`]),
    counted: Number(row[`${prefix}counted`]),
    good: Number(row[`${prefix}good`]),
    reports: Number(row[`${prefix}reports`]),
    late: Number(row[`${prefix}late`]),
  }
}
