import type { Queryable } from '../../../database/database.ts'
import type { Day } from '../../../indonesian/dates.ts'
import type { Published } from './figures.ts'

/** What the public saw last, by the day. */
export function createDays(on: Queryable) {
  return {
    async find(day: Day): Promise<Published | undefined> {
      const [row] = await on.query<{ figures: Published }>(
        'select figures from transparency_day where on_day = $1::date',
        [day],
      )
      return row?.figures
    },

    /** Keeps the figures of a day, those that were there first, and resolves to them; those of other days go. */
    async keep(figures: Published): Promise<Published> {
      await on.query(
        'insert into transparency_day (on_day, figures) values ($1::date, $2::jsonb) on conflict do nothing',
        [figures.on, JSON.stringify(figures)],
      )
      await on.query('delete from transparency_day where on_day < $1::date', [figures.on])
      const [row] = await on.query<{ figures: Published }>(
        'select figures from transparency_day where on_day = $1::date',
        [figures.on],
      )
      return row?.figures ?? figures
    },
  }
}
export type Days = ReturnType<typeof createDays>
