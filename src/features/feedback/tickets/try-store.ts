import type { Queryable } from '../../../database/database.ts'
import type { Seal } from '../../../seal.ts'

/** So often somebody may be wrong about a number or its code, and all together, within `TRIES_MS`. */
export const TRIES = 5
const TRIES_OF_ALL = 300
const TRIES_MS = 10 * 60_000

/** Keeps people from trying numbers and codes that are not theirs. */
export function createTries(database: Queryable, seal: Seal) {
  return {
    /**
     * Looks whether a number and a code belong together, unless somebody was wrong too often lately; of who that is only
     * a digest is kept, for ten minutes.
     */
    async tried<T>(
      { account, message, now }: { readonly account: string; readonly message: string; readonly now: Date },
      look: () => Promise<T | undefined>,
    ): Promise<T | 'wrong' | 'too often'> {
      const who = seal.digest('ticket try', account)
      const since = new Date(now.getTime() - TRIES_MS)
      await database.query('delete from ticket_try where at < $1', [since])
      const [before] = await database.query<{ own: number; all: number }>(
        `select count(*) filter (where who = $1)::int as own, count(*)::int as all from ticket_try where at >= $2`,
        [who, since],
      )
      if ((before?.own ?? 0) >= TRIES || (before?.all ?? 0) >= TRIES_OF_ALL) return 'too often'
      const found = await look()
      if (found !== undefined) return found
      await database.query(
        'insert into ticket_try (key, who, at) values ($1, $2, $3) on conflict (key) do nothing',
        [seal.digest('ticket try message', message), who, now],
      )
      return 'wrong'
    },
  }
}
export type Tries = ReturnType<typeof createTries>
