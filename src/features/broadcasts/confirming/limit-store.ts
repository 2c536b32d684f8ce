import type { Database } from '../../../database/database.ts'

/** More people than this, and a second officer has to agree, unless an administrator has set another number. */
const FOUR_EYES = 500
const NAME = 'broadcast:four-eyes'

/** Above how many people four eyes are needed. */
export function createLimitStore(database: Database) {
  return {
    async limit(): Promise<number> {
      const [row] = await database.query<{ value: number }>('select value from setting where name = $1', [
        NAME,
      ])
      return row?.value ?? FOUR_EYES
    },

    async setLimit(people: number): Promise<void> {
      await database.query(
        `insert into setting (name, value) values ($1, $2::jsonb)
         on conflict (name) do update set value = excluded.value`,
        [NAME, JSON.stringify(people)],
      )
    },
  }
}
