import { randomUUID } from 'node:crypto'
import type { Queryable } from '../../../database/database.ts'
import type { Day } from '../../../indonesian/dates.ts'
import type { Seal } from '../../../seal.ts'

/** How much the first, second, … rating of one officer by one source counts within `REMEMBERED_DAYS`. */
const WEIGHTS = [1, 0.25] as const
/** So long it is known that a source rated somebody; it may be up to six days less. */
export const REMEMBERED_DAYS = 30

/** Remembers, by keyed digests alone, that one source rated one officer. */
export function createWeighing(on: Queryable, seal: Seal) {
  const forget = (today: Day): Promise<unknown> =>
    on.query('delete from officer_source where week < $1::date - $2::int', [today, REMEMBERED_DAYS])

  return {
    forget,

    /** How much a rating counts, 0 to 1; for the same message again the same. */
    async weigh(
      account: string,
      employee: string,
      day: Day,
      message: string = randomUUID(),
    ): Promise<number> {
      await forget(day)
      const [row] = await on.query<{ turn: number }>(
        `insert into officer_source as known (key, who, week, turn)
         select $1, $2, date_trunc('week', $3::date)::date, count(*) + 1 from officer_source where who = $2
         on conflict (key) do update set turn = known.turn returning turn`,
        [
          seal.digest('officer rating message', message),
          seal.digest('officer rating', `${employee}:${account}`),
          day,
        ],
      )
      return WEIGHTS[(row?.turn ?? 1) - 1] ?? 0
    },
  }
}
