import type { ConversationId } from '../../chat/message.ts'
import type { Database } from '../../database/database.ts'

/** A question handed to the officers, as far as answering it and telling how it stands need. */
export interface Handover {
  readonly id: string
  readonly conversation: ConversationId
  readonly question: string
  readonly detail: string | null
  readonly name: string
  readonly answer: string | null
  /** The pasal that came nearest when it was asked, as "pp-94-2021#9", best first. */
  readonly nearest: readonly string[]
  readonly askedAt: Date
  readonly answeredAt: Date | null
}

/** Somebody who answers handed-over questions and reviews what is published. */
export interface Officer {
  readonly account: string
  readonly name: string
  readonly conversation: ConversationId
}

const COLUMNS = `id, conversation, question, detail, name, answer, nearest,
  asked_at as "askedAt", answered_at as "answeredAt"`

/** The questions handed to people, and the people. */
export function createHandoverStore(database: Database) {
  /** Those who answer handed-over questions, longest in office first. */
  const officers = (): Promise<readonly Officer[]> =>
    database.query<Officer>(
      `select id as account, name, conversation from account where role in ('hr', 'admin') order by granted_at, id`,
    )

  return {
    /** Hands a question to the officers, once per message; resolves to it. */
    async handOver(entry: {
      key: string
      conversation: ConversationId
      account: string
      name: string
      question: string
      detail: string | null
      nearest: readonly string[]
    }): Promise<Handover> {
      const rows = await database.query<Handover>(
        `insert into handover (key, conversation, account, name, question, detail, nearest)
         values ($1, $2, $3, $4, $5, $6, $7::text[])
         on conflict (key) do update set key = excluded.key
         returning ${COLUMNS}`,
        [
          entry.key,
          entry.conversation,
          entry.account,
          entry.name,
          entry.question,
          entry.detail,
          entry.nearest,
        ],
      )
      const row = rows[0]
      if (row === undefined) throw new Error('the handover was not stored')
      return row
    },

    async handover(id: string): Promise<Handover | undefined> {
      if (!/^\d{1,18}$/.test(id)) return undefined
      const rows = await database.query<Handover>(`select ${COLUMNS} from handover where id = $1`, [id])
      return rows[0]
    },

    /** The questions that wait for an officer, oldest first. */
    async waiting(limit: number): Promise<readonly Handover[]> {
      return database.query<Handover>(
        `select ${COLUMNS} from handover where answer is null order by id limit $1`,
        [limit],
      )
    },

    /** What an account handed over, newest first. */
    async handedOverBy(account: string, limit: number): Promise<readonly Handover[]> {
      return database.query<Handover>(
        `select ${COLUMNS} from handover where account = $1 order by id desc limit $2`,
        [account, limit],
      )
    },

    /** Keeps an officer's answer; false when it had one already, unless it is the same officer's same message. */
    async resolve(id: string, answer: string, by: string): Promise<boolean> {
      const rows = await database.query(
        `update handover set answer = $2, answered_by = $3, answered_at = coalesce(answered_at, now())
         where id = $1 and (answer is null or (answer = $2 and answered_by = $3)) returning id`,
        [id, answer, by],
      )
      return rows.length > 0
    },

    officers,

    /** The officers who may judge what one of them wrote: all the others. */
    async officersBut(account: string): Promise<readonly Officer[]> {
      return (await officers()).filter((officer) => officer.account !== account)
    },

    /** Deletes handed-over questions in which nothing has happened for so many days. */
    async forgetHandovers(days: number): Promise<number> {
      const rows = await database.query(
        `delete from handover
         where greatest(asked_at, answered_at) < now() - make_interval(days => $1) returning id`,
        [days],
      )
      return rows.length
    },
  }
}
