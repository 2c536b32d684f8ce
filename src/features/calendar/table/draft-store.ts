import type { Holiday } from '../../../calendar.ts'
import type { Queryable } from '../../../database/database.ts'

/** A table that was sent in and waits for its officer's yes. */
export interface Draft {
  readonly id: string
  readonly account: string
  readonly days: readonly Holiday[]
}

/** Tables of days off between being read and being confirmed. */
export function createDraftStore(database: Queryable) {
  return {
    /** Keeps what was read of a message, once; resolves to its id. */
    async keep(draft: Omit<Draft, 'id'> & { readonly key: string; readonly now: Date }): Promise<string> {
      await database.query(
        `insert into holiday_draft (key, account, days, made_at) values ($1, $2, $3::jsonb, $4)
         on conflict (key) do nothing`,
        [draft.key, draft.account, JSON.stringify(draft.days), draft.now],
      )
      const [row] = await database.query<{ id: string }>('select id from holiday_draft where key = $1', [
        draft.key,
      ])
      return row?.id ?? ''
    },

    async find(id: string): Promise<Draft | undefined> {
      if (!/^\d{1,18}$/.test(id)) return undefined
      const [row] = await database.query<Draft>(
        'select id, account, days from holiday_draft where id = $1::bigint',
        [id],
      )
      return row
    },

    async drop(id: string): Promise<void> {
      await database.query('delete from holiday_draft where id = $1::bigint', [id])
    },

    /** Deletes drafts older than so many days. */
    async forget(days: number, now: Date): Promise<void> {
      await database.query(
        'delete from holiday_draft where made_at < $2::timestamptz - make_interval(days => $1)',
        [days, now],
      )
    },
  }
}
