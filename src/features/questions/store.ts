import type { ConversationId } from '../../chat/message.ts'
import type { Database } from '../../database/database.ts'
import type { RegulationFacts } from '../../regulations/search.ts'

/** One pasal in full: its official text where it has been imported, and our digests of it. */
export interface FullArticle {
  readonly regulation: RegulationFacts
  readonly pasal: string
  readonly heading: string
  readonly official: string | null
  readonly digests: readonly {
    readonly ayat: string | null
    readonly huruf: string | null
    readonly title: string
    readonly body: string
  }[]
}

/** A question handed to the officers, as far as answering it needs. */
export interface Handover {
  readonly id: string
  readonly conversation: ConversationId
  readonly question: string
  readonly detail: string | null
  readonly name: string
  readonly answer: string | null
}

/** What this feature keeps: what was asked and how it went, and what was handed to people. */
export type QuestionStore = ReturnType<typeof createQuestionStore>

export function createQuestionStore(database: Database) {
  return {
    /** Keeps a question once per message; resolves to its id. */
    async record(entry: {
      message: string
      conversation: ConversationId
      text: string
      passages: readonly string[]
      outcome: 'quoted' | 'model' | 'refused'
    }): Promise<string> {
      const rows = await database.query<{ id: string }>(
        `insert into question (message, conversation, text, passages, outcome)
         values ($1, $2, $3, array(select value::bigint from jsonb_array_elements_text($4::jsonb)), $5)
         on conflict (message) do update set outcome = excluded.outcome
         returning id`,
        [entry.message, entry.conversation, entry.text, JSON.stringify(entry.passages), entry.outcome],
      )
      return rows[0]?.id ?? ''
    },

    /** Keeps what the asker thought of an answer; false when it is no question of this conversation. */
    async judge(
      id: string,
      conversation: ConversationId,
      verdict: 'up' | 'down',
    ): Promise<{ text: string } | undefined> {
      const rows = await database.query<{ text: string }>(
        `update question set verdict = $3 where id = $1 and conversation = $2 returning text`,
        [id, conversation, verdict],
      )
      return rows[0]
    },

    /** The text of a question of this conversation. */
    async asked(id: string, conversation: ConversationId): Promise<string | undefined> {
      const rows = await database.query<{ text: string }>(
        `select text from question where id = $1 and conversation = $2`,
        [id, conversation],
      )
      return rows[0]?.text
    },

    /** The regulations with one of these numbers and years, by any type. */
    async regulations(
      named: readonly { number: string; year: number }[],
    ): Promise<readonly RegulationFacts[]> {
      if (named.length === 0) return []
      return database.query<RegulationFacts>(
        `select id, number, year, title, abbreviation, status, amended_by, revoked_by from regulation
         where (number, year) in (select number, year from jsonb_to_recordset($1::jsonb) as n (number text, year int))`,
        [JSON.stringify(named)],
      )
    },

    async article(regulation: string, pasal: string): Promise<FullArticle | undefined> {
      const rows = await database.query<FullArticle>(
        `select article.pasal, article.heading, article.official,
                jsonb_build_object('id', regulation.id, 'number', regulation.number, 'year', regulation.year,
                  'title', regulation.title, 'abbreviation', regulation.abbreviation, 'status', regulation.status,
                  'amended_by', to_jsonb(regulation.amended_by), 'revoked_by', to_jsonb(regulation.revoked_by)) as regulation,
                coalesce((select jsonb_agg(jsonb_build_object('ayat', ayat, 'huruf', huruf, 'title', title, 'body', body) order by position)
                  from passage where passage.article = article.id and origin = 'digest'), '[]') as digests
         from article join regulation on regulation.id = article.regulation
         where article.regulation = $1 and article.pasal = $2`,
        [regulation, pasal],
      )
      return rows[0]
    },

    /** Hands a question to the officers, once per message; resolves to it. */
    async handOver(entry: {
      key: string
      conversation: ConversationId
      name: string
      question: string
      detail: string | null
    }): Promise<Handover> {
      const rows = await database.query<Handover>(
        `insert into handover (key, conversation, name, question, detail) values ($1, $2, $3, $4, $5)
         on conflict (key) do update set key = excluded.key
         returning id, conversation, question, detail, name, answer`,
        [entry.key, entry.conversation, entry.name, entry.question, entry.detail],
      )
      const row = rows[0]
      if (row === undefined) throw new Error('the handover was not stored')
      return row
    },

    async handover(id: string): Promise<Handover | undefined> {
      if (!/^\d{1,18}$/.test(id)) return undefined
      const rows = await database.query<Handover>(
        `select id, conversation, question, detail, name, answer from handover where id = $1`,
        [id],
      )
      return rows[0]
    },

    /** The questions that wait for an officer, oldest first. */
    async waiting(limit: number): Promise<readonly Handover[]> {
      return database.query<Handover>(
        `select id, conversation, question, detail, name, answer from handover where answer is null order by id limit $1`,
        [limit],
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

    /** The conversations of those who answer handed-over questions. */
    async officers(): Promise<readonly ConversationId[]> {
      const rows = await database.query<{ conversation: ConversationId }>(
        `select conversation from account where role in ('hr', 'admin') order by granted_at`,
      )
      return rows.map(({ conversation }) => conversation)
    },

    /** Deletes questions, and handed-over ones that were answered, older than so many days; resolves to how many. */
    async forget(days: number): Promise<number> {
      const rows = await database.query(
        `with old as (
           delete from handover where answered_at < now() - make_interval(days => $1) returning id
         )
         delete from question where asked_at < now() - make_interval(days => $1) returning id`,
        [days],
      )
      return rows.length
    },
  }
}
