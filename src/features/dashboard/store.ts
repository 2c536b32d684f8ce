import { createHash, randomBytes } from 'node:crypto'
import type { Database } from '../../database/database.ts'

/** How long a link to the dashboard is good, in minutes. */
export const CODE_MINUTES = 5
const SECRET_BYTES = 32

/** The codes in links to the dashboard, as far as they are given out; who types one in is seen by the dashboard. */
export type CodeStore = ReturnType<typeof createCodeStore>

export function createCodeStore(database: Database) {
  return {
    /** A new code for an account, good for five minutes and once; what ended a day ago is forgotten. */
    async issue(account: string, now: Date): Promise<string> {
      const code = newSecret()
      await database.query(
        `delete from dashboard_code where expires_at < $1::timestamptz - interval '1 day'`,
        [now],
      )
      await database.query(
        `insert into dashboard_code (digest, account, expires_at)
         values ($1, $2, $3::timestamptz + make_interval(mins => $4))`,
        [digestOf(code), account, now, CODE_MINUTES],
      )
      return code
    },
  }
}

/** Something nobody guesses: 32 random bytes, fit for an address and a cookie. */
export function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url')
}

/** What is kept of a secret. */
export function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
