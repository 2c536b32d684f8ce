import type { ConversationId } from '../../../chat/message.ts'
import type { Database } from '../../../database/database.ts'
import type { Day } from '../../../indonesian/dates.ts'
import type { Basis, Published } from './published.ts'

/** An entry on its way: proposed by one officer, live once approved, until it is withdrawn or its time is over. */
export interface Entry {
  readonly id: string
  /** What it came from: "tiket 12", "tinjauan 345", "revisi 3". */
  readonly origin: string
  readonly question: string
  readonly answer: string
  readonly basis: Basis | null
  readonly until: Day | null
  readonly state: 'proposed' | 'live' | 'rejected' | 'withdrawn' | 'expired'
  readonly author: string
  readonly authorName: string
  readonly conversation: ConversationId
  readonly reviewer: string | null
  readonly reviewerName: string | null
  readonly reviewedAt: Date | null
  readonly reason: string | null
}

const COLUMNS = `id, origin, question, answer, state, author, author_name as "authorName", conversation, reviewer,
  reviewer_name as "reviewerName", reviewed_at as "reviewedAt", reason, valid_until::text as until,
  case when basis_regulation is not null then
    jsonb_build_object('regulation', basis_regulation, 'pasal', basis_pasal, 'ayat', basis_ayat) end as basis`

/** The officers' answers that became knowledge, or are to. */
export function createPublishedStore(database: Database) {
  const one = async (sql: string, values: readonly unknown[]): Promise<Entry | undefined> =>
    /^\d{1,18}$/.test(String(values[0])) ? (await database.query<Entry>(sql, [...values]))[0] : undefined

  return {
    /** What is live, oldest first: all that may be quoted. */
    async published(): Promise<readonly Published[]> {
      const rows = await database.query<Entry>(
        `select ${COLUMNS} from published
         where state = 'live' and (valid_until is null or valid_until >= current_date) order by published.id`,
      )
      return rows.map(publishedOf)
    },

    /** Proposes an entry, once per message; resolves to it. */
    async propose(
      entry: Pick<
        Entry,
        'origin' | 'question' | 'answer' | 'basis' | 'until' | 'author' | 'authorName' | 'conversation'
      > & {
        readonly key: string
      },
    ): Promise<Entry> {
      const rows = await database.query<Entry>(
        `insert into published (key, origin, question, answer, basis_regulation, basis_pasal, basis_ayat, valid_until,
           author, author_name, conversation)
         values ($1, $2, $3, $4, $5, $6, $7, $8::date, $9, $10, $11)
         on conflict (key) do update set key = excluded.key
         returning ${COLUMNS}`,
        [
          entry.key,
          entry.origin,
          entry.question,
          entry.answer,
          entry.basis?.regulation ?? null,
          entry.basis?.pasal ?? null,
          entry.basis?.ayat ?? null,
          entry.until,
          entry.author,
          entry.authorName,
          entry.conversation,
        ],
      )
      const row = rows[0]
      if (row === undefined) throw new Error('the proposal was not stored')
      return row
    },

    entry: (id: string) => one(`select ${COLUMNS} from published where id = $1`, [id]),

    /** The entry that something became and that is proposed or live, if there is one. */
    async entryFrom(origin: string): Promise<Entry | undefined> {
      const rows = await database.query<Entry>(
        `select ${COLUMNS} from published where origin = $1 and state in ('proposed', 'live') order by id desc limit 1`,
        [origin],
      )
      return rows[0]
    },

    /** The entries in a state, newest first. */
    async entries(state: Entry['state'], limit: number): Promise<readonly Entry[]> {
      return database.query<Entry>(
        `select ${COLUMNS} from published where state = $1 order by published.id desc limit $2`,
        [state, limit],
      )
    },

    /** Makes a proposal live; undefined when it was decided already, unless by the same reviewer. */
    approve: (id: string, by: { readonly account: string; readonly name: string }, at: Date) =>
      one(
        `update published set state = 'live', reviewer = $2, reviewer_name = $3, reviewed_at = coalesce(reviewed_at, $4)
         where id = $1 and (state = 'proposed' or (state = 'live' and reviewer = $2)) returning ${COLUMNS}`,
        [id, by.account, by.name, at],
      ),

    /** Turns a proposal down; undefined when it was decided already, unless by the same reviewer. */
    reject: (id: string, by: { readonly account: string; readonly name: string }, at: Date, reason: string) =>
      one(
        `update published set state = 'rejected', reviewer = $2, reviewer_name = $3, reason = $5,
           reviewed_at = coalesce(reviewed_at, $4), ended_at = coalesce(ended_at, $4)
         where id = $1 and (state = 'proposed' or (state = 'rejected' and reviewer = $2)) returning ${COLUMNS}`,
        [id, by.account, by.name, at, reason],
      ),

    /** Ends what was live; undefined when it is not and was not. */
    withdraw: (id: string, at: Date) =>
      one(
        `update published set state = 'withdrawn', ended_at = coalesce(ended_at, $2)
         where id = $1 and state in ('live', 'withdrawn') returning ${COLUMNS}`,
        [id, at],
      ),

    /** The live entries whose last day is over. */
    async outlived(): Promise<readonly string[]> {
      const rows = await database.query<{ id: string }>(
        `select id from published where state = 'live' and valid_until < current_date order by id`,
      )
      return rows.map(({ id }) => id)
    },

    /** Marks an entry as no longer valid. */
    async expire(id: string): Promise<void> {
      await database.query(
        `update published set state = 'expired', ended_at = now() where id = $1 and state = 'live'`,
        [id],
      )
    },

    /** Deletes what ended longer than so many days ago. */
    async forgetEntries(days: number): Promise<void> {
      await database.query(`delete from published where ended_at < now() - make_interval(days => $1)`, [days])
    },
  }
}

/** A live entry as it may be quoted. Throws when nobody has reviewed it. */
export function publishedOf(entry: Entry): Published {
  const { id, question, answer, basis, until, author, reviewer, reviewerName, reviewedAt } = entry
  if (reviewer === null || reviewedAt === null) throw new Error(`entry ${id} was not reviewed`)
  return {
    id,
    question,
    answer,
    basis,
    until,
    reviewedBy: reviewerName ?? reviewer,
    reviewedAt,
    alone: reviewer === author,
  }
}
