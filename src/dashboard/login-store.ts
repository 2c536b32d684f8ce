import type { Database } from '../database/database.ts'
import { createAudit } from '../directory.ts'
import { digestOf, newSecret } from '../features/dashboard/store.ts'

/** How long somebody stays in the dashboard, in hours. */
export const SESSION_HOURS = 8

/** Who may come in by which code, and who is in. */
export type LoginStore = ReturnType<typeof createLoginStore>

export function createLoginStore(database: Database) {
  return {
    /** Whose code this is, while it is good. */
    async holderOf(code: string, now: Date): Promise<string | undefined> {
      const [row] = await database.query<{ account: string }>(
        'select account from dashboard_code where digest = $1 and used_at is null and expires_at > $2',
        [digestOf(code), now],
      )
      return row?.account
    },

    /** Uses a code up and lets its holder in: what their browser keeps; undefined where it is good no longer. */
    enter: (code: string, now: Date): Promise<string | undefined> =>
      database.transaction(async (connection) => {
        const digest = digestOf(code)
        const [used] = await connection.query<{ account: string }>(
          `update dashboard_code set used_at = $2
           where digest = $1 and used_at is null and expires_at > $2 returning account`,
          [digest, now],
        )
        if (used === undefined) return undefined
        const token = newSecret()
        await connection.query('delete from dashboard_session where expires_at < $1', [now])
        await connection.query(
          `insert into dashboard_session (digest, account, expires_at)
           values ($1, $2, $3::timestamptz + make_interval(hours => $4))`,
          [digestOf(token), used.account, now, SESSION_HOURS],
        )
        const deed = { account: used.account, role: 'admin', subject: null }
        await createAudit(connection).note(
          { ...deed, key: `dashboard.entered:${digest}`, action: 'dashboard.entered' },
          now,
        )
        return token
      }),

    /** Whose browser keeps this; undefined where nobody is in by it, or no longer. */
    async accountOf(token: string, now: Date): Promise<string | undefined> {
      const [row] = await database.query<{ account: string }>(
        'select account from dashboard_session where digest = $1 and expires_at > $2',
        [digestOf(token), now],
      )
      return row?.account
    },

    /** Ends what a browser was in by. */
    async leave(token: string): Promise<void> {
      await database.query('delete from dashboard_session where digest = $1', [digestOf(token)])
    },

    /** Writes down that an administrator changed something in the dashboard. */
    changed: (
      account: string,
      key: string,
      detail: Readonly<Record<string, unknown>>,
      now: Date,
    ): Promise<void> =>
      createAudit(database).note(
        {
          key: `dashboard.changed:${key}`,
          action: 'dashboard.changed',
          account,
          role: 'admin',
          subject: null,
          detail,
        },
        now,
      ),
  }
}
