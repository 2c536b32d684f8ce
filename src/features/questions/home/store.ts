import type { Database } from '../../../database/database.ts'

/** How it goes with questions; all but `waiting` of the last seven days. */
export interface Figures {
  /** Handed-over questions without an answer. */
  readonly waiting: number
  /** Handed-over questions that officers answered. */
  readonly answered: number
  /** Questions the bot was asked, small talk left out. */
  readonly asked: number
  /** Those of them it had no answer to. */
  readonly refused: number
}

/** The figures officers see on their own page. */
export function createHomeStore(database: Database) {
  return {
    async figures(now: Date): Promise<Figures> {
      const rows = await database.query<Figures>(
        `with recent as (select $1::timestamptz - interval '7 days' as since)
         select (select count(*)::int from handover where answer is null) as waiting,
                (select count(*)::int from handover, recent where answered_at >= since) as answered,
                count(question.id)::int as asked,
                (count(question.id) filter (where outcome = 'refused'))::int as refused
         from recent left join question on asked_at >= since and turned_away is null`,
        [now],
      )
      return rows[0] ?? { waiting: 0, answered: 0, asked: 0, refused: 0 }
    },
  }
}
