import type { Database, Queryable } from '../../database/database.ts'

/** Who tries a code or a NIP, with which message, and what it is for. */
export interface Try {
  readonly kind: 'link' | 'claim' | 'entry'
  readonly account: string
  readonly message: string
}

/** So many wrong codes an account may give, and all accounts together, within `WINDOW_MS`. */
export const TRIES = 5
export const TRIES_OF_ALL = 500
export const WINDOW_MS = 10 * 60_000

const DAY_MS = 24 * 60 * 60_000

/** Counts wrong codes, so that neither one account nor many can guess. */
export function createTries(database: Database) {
  return {
    /**
     * Looks whether a code is right, unless too many were wrong lately; what `look` does not find counts as wrong, once
     * per message. Tries wait for each other, so that many at once get no further than one after another.
     */
    async attempt<T>(
      { kind, account, message }: Try,
      now: Date,
      look: (connection: Queryable) => Promise<T | undefined>,
    ): Promise<T | 'wrong' | 'too often'> {
      return database.transaction(async (connection) => {
        await connection.query('lock table failed_try in exclusive mode')
        await connection.query('delete from failed_try where at < $1', [new Date(now.getTime() - DAY_MS)])
        const [failed] = await connection.query<{ own: number; all: number }>(
          `select count(*) filter (where account = $2)::int as own, count(*)::int as all
           from failed_try where kind = $1 and at > $3 and message <> $4`,
          [kind, account, new Date(now.getTime() - WINDOW_MS), message],
        )
        if ((failed?.own ?? 0) >= TRIES || (failed?.all ?? 0) >= TRIES_OF_ALL) return 'too often'
        const found = await look(connection)
        if (found !== undefined) return found
        await connection.query(
          `insert into failed_try (message, kind, account, at) values ($1, $2, $3, $4) on conflict (message) do nothing`,
          [message, kind, account, now],
        )
        return 'wrong'
      })
    },
  }
}
