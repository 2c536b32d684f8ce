import type { ConversationId } from '../../../chat/message.ts'
import type { Database } from '../../../database/database.ts'

/** A question of somebody who got a broadcast. */
export interface Question {
  readonly id: string
  readonly broadcast: string
  readonly employee: string
  /** Who asked, as the directory has them. */
  readonly name: string
  readonly conversation: ConversationId
  readonly text: string
  readonly answer: string | null
  readonly answeredBy: string | null
}

/** What came back on a broadcast: how many have read it, asked something, and still wait for an answer. */
export interface Echo {
  readonly read: number
  readonly questions: number
  readonly open: number
}

/** Questions that officers hear of together. */
export interface Bundle {
  readonly broadcast: string
  readonly bundle: string
}

const COLUMNS = `q.id, q.broadcast, q.employee, employee.name, q.conversation, q.text, q.answer, q.answered_by as "answeredBy"`
const FROM = 'from broadcast_question q join employee on employee.id = q.employee'

/** What comes back on broadcasts. */
export function createQuestionStore(database: Database) {
  return {
    /** Writes down that somebody has read it; true the first time. */
    async read(broadcast: string, employee: string, now: Date): Promise<boolean> {
      const rows = await database.query(
        `insert into broadcast_reader (broadcast, employee, at) values ($1::bigint, $2::bigint, $3)
         on conflict do nothing returning broadcast`,
        [broadcast, employee, now],
      )
      return rows.length > 0
    },

    /** Keeps a question, once per message. */
    async ask(entry: {
      readonly key: string
      readonly broadcast: string
      readonly employee: string
      readonly account: string
      readonly conversation: ConversationId
      readonly text: string
      readonly now: Date
    }): Promise<void> {
      const { key, broadcast, employee, account, conversation, text, now } = entry
      await database.query(
        `insert into broadcast_question (key, broadcast, employee, account, conversation, text, at)
         values ($1, $2::bigint, $3::bigint, $4, $5, $6, $7) on conflict (key) do nothing`,
        [key, broadcast, employee, account, conversation, text, now],
      )
    },

    async question(id: string): Promise<Question | undefined> {
      if (!/^\d{1,18}$/.test(id)) return undefined
      const [row] = await database.query<Question>(`select ${COLUMNS} ${FROM} where q.id = $1::bigint`, [id])
      return row
    },

    /** The questions on a broadcast that wait for an answer, oldest first. */
    async openQuestions(broadcast: string, limit: number): Promise<readonly Question[]> {
      return database.query<Question>(
        `select ${COLUMNS} ${FROM} where q.broadcast = $1::bigint and q.answer is null order by q.id limit $2`,
        [broadcast, limit],
      )
    },

    /** Keeps an answer; false where there is another one already, unless it is the same message's. */
    async answer(
      id: string,
      answer: string,
      by: { readonly account: string; readonly key: string; readonly now: Date },
    ): Promise<boolean> {
      const rows = await database.query(
        `update broadcast_question set answer = $2, answered_by = $3, answered_key = $4,
           answered_at = coalesce(answered_at, $5)
         where id = $1::bigint and (answer is null or answered_key = $4) returning id`,
        [id, answer, by.account, by.key, by.now],
      )
      return rows.length > 0
    },

    async echo(broadcast: string): Promise<Echo> {
      const [row] = await database.query<Echo>(
        `select (select count(*)::int from broadcast_reader where broadcast = $1::bigint) as read,
           count(*)::int as questions, count(*) filter (where answer is null)::int as open
         from broadcast_question where broadcast = $1::bigint`,
        [broadcast],
      )
      return row ?? { read: 0, questions: 0, open: 0 }
    },

    /**
     * Puts the questions nobody was told of into bundles, one of each broadcast whose officers heard of none since
     * `quietSince`; resolves to the bundles still to be told, those that a crash left among them.
     */
    async bundles(quietSince: Date): Promise<readonly Bundle[]> {
      await database.query(
        `update broadcast_question q set bundle = last.id from (
           select broadcast, max(id) as id from broadcast_question group by broadcast
           having count(*) filter (where bundle is null) > 0 and coalesce(max(told_at) <= $1, true)
         ) last where q.broadcast = last.broadcast and q.bundle is null`,
        [quietSince],
      )
      return database.query<Bundle>(
        `select distinct broadcast, bundle from broadcast_question
         where told_at is null and bundle is not null order by bundle`,
      )
    },

    /** The questions of a bundle, oldest first. */
    async bundled(bundle: string): Promise<readonly Question[]> {
      return database.query<Question>(`select ${COLUMNS} ${FROM} where q.bundle = $1::bigint order by q.id`, [
        bundle,
      ])
    },

    async told(bundle: string, now: Date): Promise<void> {
      await database.query(
        'update broadcast_question set told_at = $2 where bundle = $1::bigint and told_at is null',
        [bundle, now],
      )
    },
  }
}
