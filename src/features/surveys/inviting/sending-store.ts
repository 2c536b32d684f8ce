import type { Database } from '../../../database/database.ts'
import type { Audience } from '../../../directory.ts'
import type { Day } from '../../../indonesian/dates.ts'
import { createRoundStore, type Round } from './round-store.ts'

export type { OpenRound, Round, RoundId } from './round-store.ts'

/** An invitation of many to one survey. */
export interface Sending {
  readonly id: string
  readonly survey: string
  /** What it asks of: the name of a training, a policy. */
  readonly about: string | null
  readonly audience: Audience
  /** The audience as the officer wrote it. */
  readonly words: string
  readonly status: 'draft' | 'sent' | 'cancelled'
  readonly sentOn: Day | null
}

export type SendingStore = ReturnType<typeof createSendingStore>

/** The sendings, and who was invited to them. */
export function createSendingStore(database: Database) {
  return {
    ...createRoundStore(database),

    /** Keeps what an officer is about to send, once for a message; resolves to its id. */
    async draft(
      key: string,
      { survey, about, audience, words }: Pick<Sending, 'survey' | 'about' | 'audience' | 'words'>,
      by: { readonly account: string; readonly on: Day },
    ): Promise<string> {
      const [row] = await database.query<{ id: string }>(
        `insert into survey_sending (key, survey, about, audience, words, account, made_on)
         values ($1, $2, $3, $4::jsonb, $5, $6, $7)
         on conflict (key) do update set key = excluded.key returning id`,
        [key, survey, about, JSON.stringify(audience), words, by.account, by.on],
      )
      if (row === undefined) throw new Error('a row that was inserted has no id')
      return row.id
    },

    async find(id: string): Promise<Sending | undefined> {
      if (!/^\d{1,18}$/.test(id)) return undefined
      const [row] = await database.query<Sending>(
        `select id, survey, about, audience, words, status, sent_on as "sentOn" from survey_sending
         where id = $1::bigint`,
        [id],
      )
      return row
    },

    /** Lets a draft go out in its rounds; false where it is none any more. */
    async send(id: string, on: Day, planned: readonly Round[]): Promise<boolean> {
      return database.transaction(async ({ query }) => {
        const sent = await query(
          `update survey_sending set status = 'sent', sent_on = $2 where id = $1::bigint and status = 'draft'
           returning id`,
          [id, on],
        )
        if (sent.length === 0) return false
        for (const { months, dueOn, untilOn } of planned)
          await query(
            'insert into survey_round (sending, months, due_on, until_on) values ($1::bigint, $2, $3, $4)',
            [id, months, dueOn, untilOn],
          )
        return true
      })
    },

    /** Drops a draft. */
    async cancel(id: string): Promise<void> {
      await database.query(
        `update survey_sending set status = 'cancelled' where id = $1::bigint and status = 'draft'`,
        [id],
      )
    },

    /** Forgets who was invited to rounds that ended so many days ago, and drafts as old. */
    async forget(days: number, today: Day): Promise<void> {
      await database.query(
        `delete from survey_invitation one using survey_round round
         where round.sending = one.sending and round.months = one.months and round.until_on < $2::date - $1::int
           and not exists (select from survey_round later where later.sending = one.sending and later.until_on >= $2)`,
        [days, today],
      )
      await database.query(
        `delete from survey_sending where status <> 'sent' and made_on < $2::date - $1::int`,
        [days, today],
      )
    },
  }
}
