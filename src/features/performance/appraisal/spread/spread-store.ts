import type { Database } from '../../../../database/database.ts'
import { TREE } from '../../exports/units-store.ts'
import { among, type Whose } from '../../exports/whose.ts'
import type { Rating } from '../predicate.ts'
import type { Quarter } from '../quarter.ts'
import { joinAbove, type Today, works } from '../working-store.ts'

/** How many people of a part of the government stand where. */
export interface Standing {
  readonly part: string
  readonly name: string
  readonly state: 'unsent' | 'unrated' | 'rated'
  readonly result: Rating | null
  readonly behaviour: Rating | null
  readonly people: number
  readonly objected: number
}

/** Somebody who has not sent, or whose evaluation nobody has rated; `rater` is who is to do it. */
export interface Missing {
  readonly id: string
  readonly name: string
  readonly unit: string
  readonly rater: string | null
}

/** Whoever works here, and whoever has left only where they sent something. */
const FROM = `from employee e join tree on tree.id = e.unit
  left join evaluation v on v.employee = e.id and v.year = $1 and v.quarter = $2 ${joinAbove('e', '$4')}
  where ${among('$3', '$5')} and (${works('e', '$4')} or v.id is not null)`

/** Counts where the evaluations of a quarter stand. */
export function createSpreadStore(database: Database, today: Today = () => null) {
  const values = ({ year, number }: Quarter, { unit, supervisor }: Whose): readonly unknown[] => [
    year,
    number,
    unit,
    today(),
    supervisor ?? null,
  ]
  return {
    /** By the highest units, or by the parts of one unit; what is that unit's own stands under its name. */
    standings: (quarter: Quarter, whose: Whose): Promise<readonly Standing[]> =>
      database.query<Standing>(
        `with recursive ${TREE}, counted as (
           select case when $3::bigint is null then tree.path[1]
               else coalesce(tree.path[array_position(tree.path, $3::bigint) + 1], $3::bigint) end as part,
             case when v.id is null then 'unsent' when v.status = 'rated' then 'rated' else 'unrated' end as state,
             v.result, v.behaviour, v.replied ${FROM}
         )
         select part, unit.name, state, result, behaviour, count(*)::int as people,
           count(*) filter (where replied = 'objected')::int as objected
         from counted join unit on unit.id = part
         group by part, unit.name, state, result, behaviour order by unit.name, part`,
        values(quarter, whose),
      ),

    /** Who has not sent, or is not rated, by unit and name. */
    missing: (
      quarter: Quarter,
      whose: Whose,
      what: 'unsent' | 'unrated',
      limit: number,
    ): Promise<readonly Missing[]> =>
      database.query<Missing>(
        `with recursive ${TREE}
         select e.id, e.name, tree.name as unit, above.name as rater ${FROM}
           and ${what === 'unsent' ? 'v.id is null' : `v.status <> 'rated'`}
         order by tree.names, e.name, e.id limit $6`,
        [...values(quarter, whose), limit],
      ),
  }
}

export type SpreadStore = ReturnType<typeof createSpreadStore>
