import type { ConversationId } from '../../chat/message.ts'
import type { Database } from '../../database/database.ts'
import { type RegulationFacts, UNREAD } from '../../regulations/search.ts'
import { createHandoverStore } from './handover-store.ts'
import { createHomeStore } from './home/store.ts'
import { masked } from './model/fencing.ts'
import { createPublishedStore } from './publishing/store.ts'
import { createReviewStore } from './reviewing/store.ts'

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

/** A regulation with what people noted of it, and whether its official text is here. */
export interface RegulationNoted extends RegulationFacts {
  readonly note: string | null
  readonly complete: boolean
}

/** What this feature keeps: what was asked and how it went, and what was handed to people. */
export type QuestionStore = ReturnType<typeof createQuestionStore>

export function createQuestionStore(database: Database) {
  return {
    ...createHandoverStore(database),
    ...createPublishedStore(database),
    ...createReviewStore(database),
    ...createHomeStore(database),

    /** Keeps a question once per message, without the numbers and addresses in it; resolves to its id. */
    async record(entry: {
      message: string
      conversation: ConversationId
      text: string
      passages: readonly string[]
      /** The pasal that came nearest, as "pp-94-2021#9", best first. */
      articles: readonly string[]
      outcome: 'quoted' | 'model' | 'refused'
      /** What kind of small talk it was, where it was turned away unsearched. */
      turnedAway: string | null
    }): Promise<string> {
      const rows = await database.query<{ id: string }>(
        `insert into question (message, conversation, text, passages, articles, outcome, turned_away)
         values ($1, $2, $3, array(select value::bigint from jsonb_array_elements_text($4::jsonb)), $5::text[], $6, $7)
         on conflict (message) do update set outcome = excluded.outcome
         returning id`,
        [
          entry.message,
          entry.conversation,
          masked(entry.text),
          JSON.stringify(entry.passages),
          entry.articles,
          entry.outcome,
          entry.turnedAway,
        ],
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

    /** The pasal that came nearest to the latest question of this conversation in these words. */
    async nearestTo(text: string, conversation: ConversationId): Promise<readonly string[] | undefined> {
      const rows = await database.query<{ articles: readonly string[] }>(
        `select articles from question where conversation = $1 and text = $2 order by id desc limit 1`,
        [conversation, masked(text)],
      )
      return rows[0]?.articles
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
    ): Promise<readonly RegulationNoted[]> {
      if (named.length === 0) return []
      return database.query<RegulationNoted>(
        `select id, number, year, title, abbreviation, status, amended_by, revoked_by, coalesce(since, '') as since,
                ${UNREAD} as unread, note, exists (select from article where article.regulation = regulation.id and official is not null) as complete
         from regulation
         where (number, year) in (select number, year from jsonb_to_recordset($1::jsonb) as n (number text, year int))`,
        [JSON.stringify(named)],
      )
    },

    async article(regulation: string, pasal: string): Promise<FullArticle | undefined> {
      const rows = await database.query<FullArticle>(
        `select article.pasal, article.heading, article.official,
                jsonb_build_object('id', regulation.id, 'number', regulation.number, 'year', regulation.year,
                  'title', regulation.title, 'abbreviation', regulation.abbreviation, 'status', regulation.status,
                  'amended_by', to_jsonb(regulation.amended_by), 'revoked_by', to_jsonb(regulation.revoked_by), 'since', coalesce(regulation.since, ''), 'unread', '[]'::jsonb) as regulation,
                coalesce((select jsonb_agg(jsonb_build_object('ayat', ayat, 'huruf', huruf, 'title', title, 'body', body) order by position)
                  from passage where passage.article = article.id and origin = 'digest'), '[]') as digests
         from article join regulation on regulation.id = article.regulation
         where article.regulation = $1 and article.pasal = $2`,
        [regulation, pasal],
      )
      return rows[0]
    },

    /** Of these pasal of a regulation those that are there, in their order. */
    async articlesThere(regulation: string, articles: readonly string[]): Promise<readonly string[]> {
      if (articles.length === 0) return []
      const rows = await database.query<{ pasal: string }>(
        'select pasal from article where regulation = $1 and pasal = any($2)',
        [regulation, articles],
      )
      const there = new Set(rows.map(({ pasal }) => pasal))
      return articles.filter((pasal) => there.has(pasal))
    },

    /** Deletes questions older than so many days; resolves to how many. */
    async forget(days: number): Promise<number> {
      const rows = await database.query(
        `delete from question where asked_at < now() - make_interval(days => $1) returning id`,
        [days],
      )
      return rows.length
    },
  }
}
