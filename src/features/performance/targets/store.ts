import type { Database, Queryable } from '../../../database/database.ts'
import type { Day } from '../../../indonesian/dates.ts'
import type { Goal, Target } from './target.ts'

/** Who changes a target, and the message that does it. */
export interface TargetChange {
  readonly key: string
  readonly by: string
  readonly now: Date
}

/** The targets of everybody. */
export type TargetStore = ReturnType<typeof createTargetStore>

export function createTargetStore(database: Database) {
  return {
    /** The targets of somebody's year by number, without those that were dropped. */
    targetsOf: (employee: string, year: number): Promise<readonly Target[]> =>
      select(database, 't.employee = $1::bigint and t.year = $2 and t.dropped_at is null', [employee, year]),

    async target(id: string): Promise<Target | undefined> {
      if (!/^\d{1,18}$/.test(id)) return undefined
      const [found] = await select(database, 't.id = $1::bigint', [id])
      return found
    },

    /** Adds a target with the next free number of the year, once per key. */
    async addTarget(
      owner: { readonly employee: string; readonly year: number; readonly parent: string | null },
      goal: Goal,
      { key, now }: Pick<TargetChange, 'key' | 'now'>,
    ): Promise<Target> {
      return database.transaction(async (connection) => {
        // two devices of one person must not draw the same number
        await connection.query('select 1 from employee where id = $1::bigint for update', [owner.employee])
        await connection.query(
          `insert into target (key, employee, year, number, title, parent, quantity, unit, quality, quality_goal, due, created_at)
           select $1, $2::bigint, $3, coalesce(max(number), 0) + 1, $4, $5::bigint, $6, $7, $8, $9, $10::date, $11
           from target where employee = $2::bigint and year = $3
           on conflict (key) do nothing`,
          [key, owner.employee, owner.year, goal.title, owner.parent, ...measuresOf(goal), now],
        )
        const [added] = await select(connection, 't.key = $1', [key])
        if (added === undefined) throw new Error('the target was not stored')
        return added
      })
    },

    /** Changes a target once per key and keeps what stood there before; resolves to it as it is then. */
    async changeTarget(id: string, goal: Goal, change: TargetChange): Promise<Target | undefined> {
      return database.transaction(async (connection) => {
        if (await noted(connection, id, change))
          await connection.query(
            `update target set title = $2, quantity = $3, unit = $4, quality = $5, quality_goal = $6, due = $7::date
             where id = $1::bigint`,
            [id, goal.title, ...measuresOf(goal)],
          )
        const [changed] = await select(connection, 't.id = $1::bigint', [id])
        return changed
      })
    },

    /** Gives a target up, once per key; its reports stay. */
    async dropTarget(id: string, change: TargetChange): Promise<void> {
      await database.transaction(async (connection) => {
        if (!(await noted(connection, id, change))) return
        await connection.query(
          'update target set dropped_at = coalesce(dropped_at, $2) where id = $1::bigint',
          [id, change.now],
        )
      })
    },

    /** All targets of somebody, as their own copy of what is kept about them holds them. */
    async targetsKept(employee: string): Promise<readonly Target[]> {
      return select(database, 't.employee = $1::bigint', [employee])
    },
  }
}

/** Keeps what a target was before a message changes it; false where that message has done so already. */
async function noted(connection: Queryable, id: string, { key, by, now }: TargetChange): Promise<boolean> {
  const rows = await connection.query(
    `insert into target_change (key, target, by_employee, before, at)
     select $1, id, $3::bigint, jsonb_build_object('title', title, 'quantity', quantity, 'unit', unit,
       'quality', quality, 'qualityGoal', quality_goal, 'due', due, 'dropped', dropped_at is not null), $4
     from target where id = $2::bigint
     on conflict (key) do nothing returning id`,
    [key, id, by, now],
  )
  return rows.length > 0
}

function measuresOf({ quantity, unit, quality, qualityGoal, due }: Goal): readonly unknown[] {
  return [quantity, unit, quality, qualityGoal, due]
}

interface Row {
  readonly id: string
  readonly employee: string
  readonly year: number
  readonly number: number
  readonly title: string
  readonly quantity: string | null
  readonly unit: string | null
  readonly quality: string | null
  readonly quality_goal: string | null
  readonly due: Day | null
  readonly dropped: boolean
  readonly parent: string | null
  readonly parent_number: number | null
  readonly parent_title: string | null
}

async function select(
  on: Queryable,
  which: string,
  parameters: readonly unknown[],
): Promise<readonly Target[]> {
  const rows = await on.query<Row>(
    `select t.id, t.employee, t.year, t.number, t.title, t.quantity, t.unit, t.quality, t.quality_goal, t.due::text,
       t.dropped_at is not null as dropped, t.parent, above.number as parent_number, above.title as parent_title
     from target t left join target above on above.id = t.parent
     where ${which} order by t.year, t.number`,
    parameters,
  )
  return rows.map((row) => ({
    id: row.id,
    employee: row.employee,
    year: row.year,
    number: row.number,
    title: row.title,
    quantity: row.quantity === null ? null : Number(row.quantity),
    unit: row.unit,
    quality: row.quality,
    qualityGoal: row.quality_goal === null ? null : Number(row.quality_goal),
    due: row.due,
    dropped: row.dropped,
    parent:
      row.parent === null
        ? null
        : { id: row.parent, number: row.parent_number ?? 0, title: row.parent_title ?? '' },
  }))
}
