import type { Queryable } from '../../../database/database.ts'
import type { Day } from '../../../indonesian/dates.ts'
import type { Behaviours } from './behaviours.ts'
import type { Evaluation } from './evaluation.ts'
import type { Rating } from './predicate.ts'
import { joinAbove, works } from './working-store.ts'

/** Reads evaluations of which some SQL is true, in an order; `today` is the day for those who leave. */
export async function selectEvaluations(
  on: Queryable,
  today: Day | null,
  where: string,
  values: readonly unknown[],
  order = 'v.id',
): Promise<readonly Evaluation[]> {
  const day = `$${values.length + 1}`
  const rows = await on.query<Row>(
    `select v.id, v.year, v.quarter, v.employee, e.name, e.nip, unit.name as unit, e.position,
       case when not ${works('e', day)} then e.left_on::text end as left_on, above.id as above,
       above.name as above_name, v.results, v.behaviours, v.own_result, v.own_behaviour, v.version, v.sent_at, v.status,
       v.rated_by, rater.name as rater, v.result, v.behaviour, v.reason, v.rated_at, v.replied,
       (v.replied = 'objected' and v.rated_at <= v.replied_at) is true as reopened
     from evaluation v join employee e on e.id = v.employee join unit on unit.id = e.unit ${joinAbove('e', day)}
       left join employee rater on rater.id = v.rated_by
     where ${where} order by ${order}`,
    [...values, today],
  )
  return rows.map(evaluationOf)
}

/** An evaluation as the database gives it: "v" is it, "e" its writer, "above" who is to rate it. */
interface Row {
  readonly id: string
  readonly year: number
  readonly quarter: number
  readonly employee: string
  readonly name: string
  readonly nip: string
  readonly unit: string
  readonly position: string
  readonly left_on: string | null
  readonly above: string | null
  readonly above_name: string | null
  readonly results: string
  readonly behaviours: Behaviours
  readonly own_result: Rating
  readonly own_behaviour: Rating
  readonly version: number
  readonly sent_at: Date
  readonly status: Evaluation['status']
  readonly rated_by: string | null
  readonly rater: string | null
  readonly result: Rating | null
  readonly behaviour: Rating | null
  readonly reason: string | null
  readonly rated_at: Date | null
  readonly replied: Evaluation['replied']
  readonly reopened: boolean
}

function evaluationOf(row: Row): Evaluation {
  const { id, name, nip, unit, position, result, behaviour, reason, rated_at: at } = row
  return {
    id,
    quarter: { year: row.year, number: row.quarter },
    employee: { id: row.employee, name, nip, unit, position, leftOn: row.left_on },
    rater: row.above === null ? null : { id: row.above, name: row.above_name ?? '' },
    own: {
      results: row.results,
      behaviours: row.behaviours,
      result: row.own_result,
      behaviour: row.own_behaviour,
    },
    version: row.version,
    sentAt: row.sent_at,
    status: row.status,
    rated:
      row.rated_by === null || result === null || behaviour === null || reason === null || at === null
        ? null
        : { by: { id: row.rated_by, name: row.rater ?? '' }, result, behaviour, reason, at },
    replied: row.replied,
    reopened: row.reopened,
  }
}
