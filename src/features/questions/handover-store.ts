import type { ConversationId, KeptFile } from '../../chat/message.ts'
import type { Database } from '../../database/database.ts'
import { createOfficers, type Officer } from '../../directory.ts'

/** A question handed to the officers, as far as answering it and telling how it stands need. */
export interface Handover {
  readonly id: string
  readonly conversation: ConversationId
  readonly question: string
  readonly detail: string | null
  readonly name: string
  readonly answer: string | null
  /** The officer's account. */
  readonly answeredBy: string | null
  /** True where others read along. */
  readonly shared: boolean
  /** The pasal that came nearest when it was asked, as "pp-94-2021#9", best first. */
  readonly nearest: readonly string[]
  /** The photo or document that came with it. */
  readonly attachment: KeptFile | null
  readonly askedAt: Date
  readonly answeredAt: Date | null
}

const COLUMNS = `id, conversation, question, detail, name, answer, answered_by as "answeredBy", nearest,
  coalesce((select message.shared from message where message.key = handover.key), false) as shared,
  asked_at as "askedAt", answered_at as "answeredAt",
  (select jsonb_build_object('hash', file.hash, 'name', file_use.name, 'mime', file.mime, 'size', file.size)
   from file_use join file using (hash)
   where file_use.purpose = 'handover' and file_use.reference = handover.key
   order by file_use.created_at desc limit 1) as attachment`

/** The questions handed to people, and the people. */
export function createHandoverStore(database: Database) {
  const { officers } = createOfficers(database)

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

    /** What was handed over from some accounts, newest first. */
    async handedOverBy(accounts: readonly string[], limit: number): Promise<readonly Handover[]> {
      return database.query<Handover>(
        `select ${COLUMNS} from handover where account = any($1) order by id desc limit $2`,
        [accounts, limit],
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

    /** Those who answer what was handed over, each where they are best reached. */
    officers: () => officers(null),

    /** The officers who may judge what one of them wrote: all the others, whichever account it was written from. */
    async officersBut(account: string): Promise<readonly Officer[]> {
      const same = await database.query<{ id: string }>(
        `select other.id from account join account as other on other.person = account.person where account.id = $1`,
        [account],
      )
      const own = new Set([account, ...same.map(({ id }) => id)])
      return (await officers(null)).filter((officer) => !own.has(officer.account))
    },

    /** Deletes handed-over questions in which nothing has happened for so many days, and gives up their files. */
    async forgetHandovers(days: number): Promise<number> {
      const rows = await database.query(
        `delete from handover
         where greatest(asked_at, answered_at) < now() - make_interval(days => $1) returning id`,
        [days],
      )
      // a day later, because a file is kept before the question it goes with
      await database.query(
        `delete from file_use where purpose = 'handover' and created_at < now() - interval '1 day'
           and not exists (select from handover where key = reference)`,
      )
      return rows.length
    },
  }
}
