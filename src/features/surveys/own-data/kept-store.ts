import type { Database } from '../../../database/database.ts'
import type { Day } from '../../../indonesian/dates.ts'

export type KeptStore = ReturnType<typeof createKeptStore>

/** What surveys keep of people. */
export function createKeptStore(database: Database) {
  return {
    /** What somebody was invited to, and what they sent as an officer. */
    async kept(employee: string | null, accounts: readonly string[]) {
      const invitations = await database.query<{ survey: string; about: string | null; on: Day }>(
        `select survey, about, due_on as "on" from survey_invitation one
           join survey_round round on round.sending = one.sending and round.months = one.months
           join survey_sending sending on sending.id = one.sending
         where employee = $1::bigint order by due_on, sending.id`,
        [employee],
      )
      const sent = await database.query<{ survey: string; about: string | null; words: string; on: Day }>(
        `select survey, about, words, made_on as "on" from survey_sending
         where account = any($1::text[]) order by id`,
        [accounts],
      )
      return { invitations, sent }
    },

    /** Forgets what somebody was invited to, and the drafts they never sent. */
    async erase(employee: string | null, accounts: readonly string[]): Promise<void> {
      await database.query('delete from survey_invitation where employee = $1::bigint', [employee])
      await database.query(
        `delete from survey_sending where account = any($1::text[]) and status <> 'sent'`,
        [accounts],
      )
    },
  }
}
