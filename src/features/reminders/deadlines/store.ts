import type { Database, Queryable } from '../../../database/database.ts'
import { type Content, changedParts, type Deadline, type Status } from '../deadline.ts'
import { COLUMNS, CONTENT, deadlineOf, isId, PLACES, type Row, valuesOf } from './row.ts'
import {
  type By,
  begin,
  type ChangeNote,
  changesSince,
  note,
  replace,
  restart,
  unsay,
} from './saving-store.ts'

export type { By } from './saving-store.ts'

/** What became of a draft: saved, gone (saved before, or too old), or made from a version that is no longer the last. */
export type Saved =
  | { readonly kind: 'saved'; readonly deadline: Deadline; readonly fields: readonly string[] }
  | { readonly kind: 'gone' }
  | { readonly kind: 'changed'; readonly deadline: Deadline; readonly changes: readonly ChangeNote[] }

/** The deadlines as officers handle them. */
export type DeadlineStore = ReturnType<typeof createDeadlineStore>

/** Opens the deadlines of a database. */
export function createDeadlineStore(database: Database) {
  const find = async (on: Queryable, id: string, lock = ''): Promise<Deadline | undefined> => {
    if (!isId(id)) return undefined
    const [row] = await on.query<Row>(`select ${COLUMNS} from deadline where id = $1::bigint ${lock}`, [id])
    return row && deadlineOf(row)
  }

  return {
    find: (id: string) => find(database, id),

    /** Keeps a draft, once for a message: of a new deadline, or of one as it is to be. */
    async draft(
      content: Content,
      { by, key, now }: By,
      of?: Pick<Deadline, 'id' | 'version'>,
    ): Promise<Deadline | undefined> {
      await database.query(
        `insert into deadline (${CONTENT}, key, status, replaces, base, made_by, changed_by, changed_at)
         values (${PLACES}, $13, 'draft', $14::bigint, $15, $16, $16, $17) on conflict (key) do nothing`,
        [...valuesOf(content), key, of?.id ?? null, of?.version ?? null, by, now],
      )
      const [row] = await database.query<Row>(`select ${COLUMNS} from deadline where key = $1`, [key])
      return row && deadlineOf(row)
    },

    /** Changes a draft that is still one. */
    async redraft(id: string, content: Content, { by, now }: By): Promise<Deadline | undefined> {
      if (!isId(id)) return undefined
      const [row] = await database.query<Row>(
        `update deadline set (${CONTENT}, changed_by, changed_at) = (${PLACES}, $13, $14)
         where id = $15::bigint and status = 'draft' returning ${COLUMNS}`,
        [...valuesOf(content), by, now, id],
      )
      return row && deadlineOf(row)
    },

    /** Makes a draft hold: what it says begins with today's steps, and what was said before is not said again. */
    save: (id: string, by: By): Promise<Saved> =>
      database.transaction(async (connection): Promise<Saved> => {
        const draft = await find(connection, id, 'for update')
        if (draft === undefined || draft.status !== 'draft') return { kind: 'gone' }
        const target =
          draft.replaces === null ? undefined : await find(connection, draft.replaces, 'for update')
        if (draft.replaces === null) {
          await begin(connection, draft.id, by)
          return { kind: 'saved', deadline: { ...draft, status: 'active' }, fields: [] }
        }
        if (target === undefined) return { kind: 'gone' }
        if (target.version !== draft.base)
          return {
            kind: 'changed',
            deadline: target,
            changes: await changesSince(connection, target.id, draft.base ?? 0),
          }
        const fields = changedParts(target, draft)
        await replace(connection, target, draft, fields, by)
        const saved = await find(connection, target.id)
        return saved === undefined ? { kind: 'gone' } : { kind: 'saved', deadline: saved, fields }
      }),

    /** Throws a draft away. */
    async discard(id: string): Promise<void> {
      if (isId(id))
        await database.query(`delete from deadline where id = $1::bigint and status = 'draft'`, [id])
    },

    /** Pauses a deadline, lets it go on or ends it; undefined where it is not in one of the states before. */
    turn: (
      id: string,
      status: Status,
      before: readonly Status[],
      { by, now, today }: By,
    ): Promise<Deadline | undefined> =>
      database.transaction(async (connection) => {
        const deadline = await find(connection, id, 'for update')
        if (deadline === undefined || !before.includes(deadline.status)) return undefined
        await connection.query(
          `update deadline set status = $2, version = version + 1, changed_by = $3, changed_at = $4 where id = $1::bigint`,
          [id, status, by, now],
        )
        await note(connection, { id, version: deadline.version + 1, fields: [status], by, now })
        await unsay(connection, id, today)
        if (status === 'active') await restart(connection, id, today)
        return { ...deadline, status, version: deadline.version + 1 }
      }),

    /** All that are not drafts, those that hold first, the newest first. */
    async list(): Promise<readonly Deadline[]> {
      const rows = await database.query<Row>(
        `select ${COLUMNS} from deadline where status <> 'draft'
         order by array_position(array['active', 'paused', 'ended'], status), id desc`,
      )
      return rows.map(deadlineOf)
    },

    /** Those that hold. */
    async active(): Promise<readonly Deadline[]> {
      const rows = await database.query<Row>(
        `select ${COLUMNS} from deadline where status = 'active' order by id`,
      )
      return rows.map(deadlineOf)
    },

    /** What people call whoever has an account. */
    async nameOf(account: string): Promise<string> {
      const [row] = await database.query<{ name: string }>(
        `select coalesce(employee.name, account.name) as name from account left join person on person.id = account.person
           left join employee on employee.id = person.employee where account.id = $1`,
        [account],
      )
      return row?.name ?? account.slice(account.indexOf(':') + 1)
    },

    /** Forgets drafts that nobody has touched for so many days. */
    async forgetDrafts(days: number, now: Date): Promise<void> {
      await database.query(
        `delete from deadline where status = 'draft' and changed_at < $2::timestamptz - make_interval(days => $1)`,
        [days, now],
      )
    },
  }
}
