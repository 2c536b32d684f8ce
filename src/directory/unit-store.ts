import type { Queryable } from '../database/database.ts'
import { fold } from '../indonesian/words.ts'
import { inFull, placed, unitsCalled } from './audience-units.ts'
import { unitKey } from './units.ts'

/** A unit with how many work in it, and in it with all that is below. */
export interface UnitCount {
  readonly id: string
  readonly name: string
  readonly parent: string | null
  /** 0 for the highest. */
  readonly depth: number
  readonly own: number
  readonly whole: number
  readonly wholePppk: number
}

/** The units of a name, however it is spelt, wherever they are in the tree. */
export async function unitsNamed(on: Queryable, name: string): Promise<readonly { readonly id: string }[]> {
  return on.query('select id from unit where key = $1 order by id', [unitKey(name)])
}

/** A unit, and where it is: "Bidang Umum di Dinas Kesehatan". */
export interface UnitPlace {
  readonly id: string
  readonly name: string
  readonly path: string
}

/** The units everyday words can mean ("dinkes", "puskesmas taktakan"); several that fit alike are all given. */
export async function unitsMeant(on: Queryable, words: string): Promise<readonly UnitPlace[]> {
  const units = await on.query<{ id: string; name: string; parent: string | null }>(
    'select id, name, parent from unit order by id',
  )
  return unitsCalled(inFull(fold(words)), placed(units))
}

/**
 * All units with how many work there now, each after the one above it and by name; with `below` only that unit and what
 * is below it.
 */
export async function countByUnit(on: Queryable, below?: string): Promise<readonly UnitCount[]> {
  return on.query(
    `with recursive tree as (
       select id, name, parent, 0 as depth, array[key] as path, array[id] as line from unit
       where case when $1::bigint is null then parent is null else id = $1::bigint end
       union all
       select unit.id, unit.name, unit.parent, depth + 1, path || unit.key, line || unit.id
       from unit join tree on unit.parent = tree.id
     ), working as (
       select unit, count(*) as people, count(*) filter (where kind = 'PPPK') as pppk
       from employee where left_on is null group by unit
     ), sums as (
       select above.id, sum(people) as people, sum(pppk) as pppk
       from tree join working on working.unit = tree.id cross join lateral unnest(tree.line) as above(id)
       group by above.id
     )
     select tree.id, name, parent, depth, coalesce(working.people, 0)::int as own,
       coalesce(sums.people, 0)::int as whole, coalesce(sums.pppk, 0)::int as "wholePppk"
     from tree left join working on working.unit = tree.id left join sums on sums.id = tree.id
     order by path`,
    [below ?? null],
  )
}
