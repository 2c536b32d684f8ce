import type { Queryable } from '../../../../database/database.ts'
import type { Goal } from '../target.ts'
import type { TargetRow } from './row.ts'

/** What a row of a file did: a new target, another one than before, or nothing. */
export type Imported = 'added' | 'changed' | 'unchanged'

/** Whoever a row is for, and who is above them. */
export interface Owner {
  readonly id: string
  readonly nip: string
  readonly supervisor: string | null
}

/** Those of some NIPs who still work here. */
export async function ownersOf(
  on: Queryable,
  nips: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, Owner>> {
  const rows = await on.query<Owner>(
    `select id, nip, supervisor from employee
     where nip = any($1::text[]) and coalesce(left_on > $2::timestamptz::date, true)`,
    [nips, now],
  )
  return new Map(rows.map((row) => [row.nip, row]))
}

/** Brings one target in; what stood there before is kept under the mark of the import. */
export async function bringIn(
  on: Queryable,
  owner: Owner,
  { nip, year, number, goal }: TargetRow,
  { mark, now }: { readonly mark: string; readonly now: Date },
): Promise<Imported> {
  const measures = [goal.title, goal.quantity, goal.unit, goal.quality, goal.qualityGoal, goal.due]
  const added = await on.query(
    `insert into target (key, employee, year, number, title, quantity, unit, quality, quality_goal, due, created_at)
     values ($1, $2::bigint, $3, $4, $5, $6, $7, $8, $9, $10::date, $11)
     on conflict do nothing returning id`,
    [`import:${nip}:${year}:${number}`, owner.id, year, number, ...measures, now],
  )
  if (added.length > 0) return 'added'
  const [other] = await on.query<{ id: string }>(
    `select id from target where employee = $1::bigint and year = $2 and number = $3
       and (title, quantity, unit, quality, quality_goal, due, dropped_at)
         is distinct from ($4, $5::numeric, $6, $7, $8::numeric, $9::date, null::timestamptz)`,
    [owner.id, year, number, ...measures],
  )
  if (other === undefined) return 'unchanged'
  await on.query(
    `insert into target_change (key, target, before, at)
     select $1, id, jsonb_build_object('title', title, 'quantity', quantity, 'unit', unit, 'quality', quality,
       'qualityGoal', quality_goal, 'due', due, 'dropped', dropped_at is not null), $3
     from target where id = $2::bigint on conflict (key) do nothing`,
    [`import:${mark}:${other.id}`, other.id, now],
  )
  await on.query(
    `update target set title = $2, quantity = $3, unit = $4, quality = $5, quality_goal = $6, due = $7::date,
       dropped_at = null where id = $1::bigint`,
    [other.id, ...measures],
  )
  return 'changed'
}

/** Makes a target part of one of the supervisor's; false where the supervisor has none of that number. */
export async function hang(
  on: Queryable,
  owner: Owner,
  year: number,
  number: number,
  goal: Goal,
  parent: number,
): Promise<boolean> {
  const rows = await on.query(
    `update target set parent = above.id from target above
     where target.employee = $1::bigint and target.year = $2 and target.number = $3 and target.title = $6
       and above.employee = $4::bigint and above.year = $2 and above.number = $5 and above.dropped_at is null
     returning target.id`,
    [owner.id, year, number, owner.supervisor, parent, goal.title],
  )
  return rows.length > 0
}
