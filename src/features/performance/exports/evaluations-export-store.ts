import type { Database } from '../../../database/database.ts'
import type { Day } from '../../../indonesian/dates.ts'
import type { Rating } from '../appraisal/predicate.ts'
import type { Quarter } from '../appraisal/quarter.ts'
import { type Today, works } from '../appraisal/working-store.ts'
import { batches } from './batches.ts'
import { TREE } from './units-store.ts'
import { among, type Whose } from './whose.ts'

/** What of the evaluations is exported: those of some quarters, and of whom. */
export interface EvaluationFilter extends Whose {
  readonly quarters: readonly Quarter[]
}

/** Somebody's quarter: what they reported, what they sent, and how it was rated; null where there is nothing yet. */
export interface EvaluationRow {
  readonly id: string
  readonly nip: string
  readonly name: string
  readonly unit: string
  readonly top: string
  readonly position: string
  readonly left_on: Day | null
  readonly year: number
  readonly quarter: number
  readonly reports: number
  readonly quantities: readonly { readonly unit: string; readonly quantity: number }[] | null
  readonly good_share: number | null
  readonly good_counted: number
  readonly time_share: number | null
  readonly time_counted: number
  readonly status: 'sent' | 'asked' | 'rated' | null
  readonly own_result: Rating | null
  readonly own_behaviour: Rating | null
  readonly result: Rating | null
  readonly behaviour: Rating | null
  readonly reason: string | null
  readonly rater: string | null
  readonly sent_on: Day | null
  readonly rated_on: Day | null
  readonly replied: 'accepted' | 'objected' | null
}

const AT_ONCE = 100

const JOINS = `from employee e join tree on tree.id = e.unit
  cross join (select y as year, q as quarter, make_date(y, q * 3 - 2, 1) as first
    from unnest($1::int[], $2::int[]) as wanted (y, q)) as period
  left join evaluation v on v.employee = e.id and v.year = period.year and v.quarter = period.quarter`
/** Whoever works here is in it, and whoever has left only where they sent something. */
const WHICH = `${among('$3', '$5')} and (${works('e', '$4')} or v.id is not null)`
/** What somebody did in the quarter, without what was taken back. */
const IN_QUARTER = `u.employee = e.id and u.done_on >= period.first and u.done_on < period.first + interval '3 months'
  and u.status <> 'withdrawn'`

const ROWS = `with recursive ${TREE}
  select e.id, e.nip, e.name, e.position, e.left_on::text as left_on, tree.name as unit, tree.names[1] as top,
    period.year, period.quarter, v.status, v.own_result, v.own_behaviour, v.result, v.behaviour, v.reason, v.replied,
    (v.sent_at at time zone $7)::date::text as sent_on, (v.rated_at at time zone $7)::date::text as rated_on,
    (select rater.name from employee rater where rater.id = v.rated_by) as rater, done.*,
    (select jsonb_agg(jsonb_build_object('unit', unit, 'quantity', quantity) order by quantity desc)
     from (select min(u.unit) as unit, sum(u.quantity) as quantity from work_update u where ${IN_QUARTER}
       group by lower(u.unit)) as by_unit) as quantities
  ${JOINS} cross join lateral (
    select count(*)::int as reports, avg(u.good / u.quantity)::float8 as good_share, count(u.good)::int as good_counted,
      avg((not u.late)::int)::float8 as time_share, count(u.late)::int as time_counted
    from work_update u where ${IN_QUARTER}) as done
  where ${WHICH} and e.id = any($6::bigint[])
  order by tree.names, e.name, e.nip, period.first`

/** Reads evaluations to be exported, in order of unit, name, and quarter. */
export function createEvaluationsExportStore(
  database: Database,
  timeZone: string,
  today: Today = () => null,
) {
  const values = ({ quarters, unit, supervisor }: EvaluationFilter): readonly unknown[] => [
    quarters.map(({ year }) => year),
    quarters.map(({ number }) => number),
    unit,
    today(),
    supervisor ?? null,
  ]
  return {
    async count(filter: EvaluationFilter): Promise<number> {
      const [row] = await database.query<{ count: number }>(
        `with recursive ${TREE} select count(*)::int as count ${JOINS} where ${WHICH}`,
        values(filter),
      )
      return row?.count ?? 0
    },

    /** All of them, some at a time, person by person. */
    async *pages(filter: EvaluationFilter): AsyncGenerator<readonly EvaluationRow[]> {
      const people = await database.query<{ id: string; rows: number }>(
        `with recursive ${TREE} select e.id, count(*)::int as rows ${JOINS} where ${WHICH}
         group by e.id, tree.names, e.name, e.nip order by tree.names, e.name, e.nip`,
        values(filter),
      )
      for (const some of batches(people, ({ rows }) => rows, AT_ONCE)) {
        const ids = some.map(({ id }) => id)
        yield await database.query<EvaluationRow>(ROWS, [...values(filter), ids, timeZone])
      }
    },
  }
}

export type EvaluationsExportStore = ReturnType<typeof createEvaluationsExportStore>
