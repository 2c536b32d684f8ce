import type { Database } from '../../../database/database.ts'

/** A question that went unanswered or whose answer was judged poor, for those who keep the knowledge. */
export interface Open {
  readonly id: string
  readonly text: string
  readonly verdict: 'up' | 'down' | null
}

/** What people asked in vain. */
export function createReviewStore(database: Database) {
  return {
    /** Unanswered and thumbed-down questions asked since then that nobody has dealt with, the latest first. */
    async openQuestions(since: Date, limit: number): Promise<readonly Open[]> {
      return database.query<Open>(
        `select id, text, verdict from question
         where asked_at >= $1 and (outcome = 'refused' or verdict = 'down')
           and turned_away is null and set_aside_at is null
           and not exists (select from published where published.id = question.published and state in ('proposed', 'live'))
         order by question.id desc limit $2`,
        [since, limit],
      )
    },

    /** Decides that these questions need no answer. */
    async setAside(ids: readonly string[], at: Date): Promise<void> {
      await database.query(
        `update question set set_aside_at = coalesce(set_aside_at, $2) where id = any($1::bigint[])`,
        [ids, at],
      )
    },

    /** Notes which entry answers these questions: they are open again should it not come to be. */
    async answeredBy(ids: readonly string[], entry: string): Promise<void> {
      await database.query(`update question set published = $2 where id = any($1::bigint[])`, [ids, entry])
    },

    /** Lets what an entry was to answer be answered by the one that takes its place. */
    async succeed(before: string, entry: string): Promise<void> {
      await database.query(`update question set published = $2 where published = $1`, [before, entry])
    },
  }
}
