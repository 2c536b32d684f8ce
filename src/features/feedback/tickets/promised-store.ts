import type { Queryable } from '../../../database/database.ts'
import { PROMISED, type Promised } from './deadlines.ts'

const NAME = 'feedback:promised'

/** How many working days the office has promised, where an administrator has set others than the usual ones. */
export function createPromisedStore(on: Queryable) {
  return {
    async days(): Promise<Promised> {
      const [row] = await on.query<{ value: Promised }>('select value from setting where name = $1', [NAME])
      return row?.value ?? PROMISED
    },

    async set(promised: Promised): Promise<void> {
      await on.query(
        `insert into setting (name, value) values ($1, $2::jsonb)
         on conflict (name) do update set value = excluded.value`,
        [NAME, JSON.stringify(promised)],
      )
    },
  }
}
export type PromisedStore = ReturnType<typeof createPromisedStore>
