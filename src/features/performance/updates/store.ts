import type { Database, Queryable } from '../../../database/database.ts'
import type { Day } from '../../../indonesian/dates.ts'
import { type Row, SELECT, updateOf } from './row-store.ts'
import type { Note, Update, Work } from './update.ts'

/** Who says or does something about a report, and the message that does it. */
export interface Deed {
  readonly key: string
  readonly by: string
  readonly now: Date
}

/** The reports of everybody. */
export type UpdateStore = ReturnType<typeof createUpdateStore>

export function createUpdateStore(database: Database) {
  async function update(id: string): Promise<Update | undefined> {
    if (!/^\d{1,18}$/.test(id)) return undefined
    const [found] = await select(database, 'u.id = $1::bigint', [id])
    return found
  }

  return {
    update,

    /** Keeps a report once per key; resolves to it. */
    async saveUpdate(employee: string, work: Work, { key, now }: Pick<Deed, 'key' | 'now'>): Promise<Update> {
      await database.query(
        `insert into work_update (key, employee, target, done_on, quantity, unit, good, late, link, said, created_at, changed_at)
         values ($1, $2::bigint, $3::bigint, $4::date, $5, $6, $7, $8, $9, $10, $11, $11)
         on conflict (key) do nothing`,
        [key, employee, ...partsOf(work), now],
      )
      const [saved] = await select(database, 'u.key = $1', [key])
      if (saved === undefined) throw new Error('the report was not stored')
      return saved
    },

    /**
     * Changes a report once per key: it waits for the supervisor again, and `before` (what stood there, in words) is
     * kept as a note.
     */
    async amendUpdate(id: string, work: Work, before: string, deed: Deed): Promise<Update | undefined> {
      await database.transaction(async (connection) => {
        if (!(await noted(connection, id, 'changed', before, deed))) return
        await connection.query(
          `update work_update set target = $2::bigint, done_on = $3::date, quantity = $4, unit = $5, good = $6, late = $7,
             link = $8, said = $9, status = 'sent', revision = revision + 1, changed_at = $10
           where id = $1::bigint and status <> 'withdrawn'`,
          [id, ...partsOf(work), deed.now],
        )
      })
      return update(id)
    },

    /** Takes a report back, once per key. */
    async withdrawUpdate(id: string, deed: Deed): Promise<void> {
      await database.transaction(async (connection) => {
        if (!(await noted(connection, id, 'withdrawn', null, deed))) return
        await connection.query(
          `update work_update set status = 'withdrawn', revision = revision + 1, changed_at = $2 where id = $1::bigint`,
          [id, deed.now],
        )
      })
    },

    /** Says something about a report, once per key; `status` is where it stands after that. False where it was said before. */
    async say(
      id: string,
      kind: 'asked' | 'comment',
      text: string,
      deed: Deed,
      status?: 'sent' | 'asked',
    ): Promise<boolean> {
      return database.transaction(async (connection) => {
        if (!(await noted(connection, id, kind, text, deed))) return false
        if (status !== undefined)
          await connection.query(
            `update work_update set status = $2 where id = $1::bigint and status <> 'withdrawn'`,
            [id, status],
          )
        return true
      })
    },

    /** All that was said about a report, in order. */
    async notes(id: string): Promise<readonly Note[]> {
      return database.query<Note>(
        `select work_note.kind, employee.name as by, work_note.text, work_note.at
         from work_note left join employee on employee.id = work_note.by_employee
         where work_update = $1::bigint order by work_note.id`,
        [id],
      )
    },

    /** The latest reports of somebody done since a day, newest first, without those taken back. */
    async latest(employee: string, since: Day, limit: number): Promise<readonly Update[]> {
      return select(
        database,
        `u.employee = $1::bigint and u.done_on >= $2::date and u.status <> 'withdrawn'`,
        [employee, since, limit],
        'u.done_on desc, u.id desc limit $3',
      )
    },

    /** All reports of somebody, as their own copy of what is kept about them holds them. */
    updatesKept: (employee: string): Promise<readonly Update[]> =>
      select(database, 'u.employee = $1::bigint', [employee]),

    /** The quantity in the middle of what was reported for a target so far; undefined where that is too little to tell. */
    async usual(target: string, unit: string): Promise<number | undefined> {
      const [row] = await database.query<{ usual: number | null; count: number }>(
        `select percentile_cont(0.5) within group (order by quantity)::float8 as usual, count(*)::int as count
         from work_update where target = $1::bigint and lower(unit) = lower($2) and status <> 'withdrawn'`,
        [target, unit],
      )
      return row !== undefined && row.usual !== null && row.count >= ENOUGH ? row.usual : undefined
    },
  }
}

const ENOUGH = 3

function partsOf({ target, doneOn, quantity, unit, good, late, link, said }: Work): readonly unknown[] {
  return [target, doneOn, quantity, unit, good, late, link, said]
}

async function select(
  on: Queryable,
  which: string,
  parameters: readonly unknown[],
  order = 'u.id',
): Promise<readonly Update[]> {
  return (await on.query<Row>(`${SELECT} where ${which} order by ${order}`, parameters)).map(updateOf)
}

/** Says something about a report within a transaction; false where the same message has said it already. */
export async function noted(
  connection: Queryable,
  id: string,
  kind: Note['kind'],
  text: string | null,
  { key, by, now }: Deed,
): Promise<boolean> {
  const rows = await connection.query(
    `insert into work_note (key, work_update, by_employee, kind, text, at)
     values ($1, $2::bigint, $3::bigint, $4, $5, $6) on conflict (key) do nothing returning id`,
    [key, id, by, kind, text, now],
  )
  return rows.length > 0
}
