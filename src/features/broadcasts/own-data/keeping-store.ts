import type { Database } from '../../../database/database.ts'

/** What is kept of somebody here: what they read, asked, did not get, and made as an officer. */
export interface OwnBroadcasts {
  readonly read: readonly object[]
  readonly asked: readonly object[]
  readonly missed: readonly object[]
  readonly made: readonly object[]
}

/** What is kept of people in broadcasts, and for how long. */
export function createKeepingStore(database: Database) {
  return {
    /** By their entry, and what they made by their accounts. */
    async kept(employee: string | null, accounts: readonly string[]): Promise<OwnBroadcasts> {
      return {
        read: await database.query(
          'select broadcast as number, at from broadcast_reader where employee = $1::bigint order by broadcast',
          [employee],
        ),
        asked: await database.query(
          `select broadcast as number, at, text, answer, answered_at as "answeredAt" from broadcast_question
           where employee = $1::bigint order by id`,
          [employee],
        ),
        missed: await database.query(
          'select broadcast as number, reason from broadcast_unreached where employee = $1::bigint order by broadcast',
          [employee],
        ),
        made: await database.query(
          `select id as number, status, text, created_at as at, started_at as "startedAt" from broadcast
           where account = any($2::text[]) or employee = $1::bigint order by id`,
          [employee, accounts],
        ),
      }
    },

    /** Erases what came back from somebody, and the drafts they never sent. */
    async erase(employee: string | null, accounts: readonly string[]): Promise<void> {
      await database.transaction(async ({ query }) => {
        for (const table of ['broadcast_reader', 'broadcast_question', 'broadcast_unreached'])
          await query(`delete from ${table} where employee = $1::bigint`, [employee])
        await query(
          `delete from broadcast where status in ('draft', 'cancelled') and started_at is null
             and (account = any($2::text[]) or employee = $1::bigint)
             and not exists (select from broadcast again where again.resent_of = broadcast.id)`,
          [employee, accounts],
        )
      })
    },

    /** Deletes questions older than so many days; resolves to how many. */
    async forgetQuestions(days: number, now: Date): Promise<number> {
      const rows = await database.query(
        `delete from broadcast_question where at < $2::timestamptz - make_interval(days => $1) returning id`,
        [days, now],
      )
      return rows.length
    },

    /** Deletes drafts nobody has touched for so many days, unsent ones that were dropped among them; resolves to how many. */
    async forgetDrafts(days: number, now: Date): Promise<number> {
      const rows = await database.query(
        `delete from broadcast where status in ('draft', 'cancelled') and started_at is null
           and changed_at < $2::timestamptz - make_interval(days => $1)
           and not exists (select from broadcast again where again.resent_of = broadcast.id) returning id`,
        [days, now],
      )
      return rows.length
    },

    /** Deletes broadcasts that ended so many days ago, with who read them; resolves to how many. */
    async forgetEnded(days: number, now: Date): Promise<number> {
      const rows = await database.query(
        `delete from broadcast where ended_at < $2::timestamptz - make_interval(days => $1)
           and not exists (select from broadcast again where again.resent_of = broadcast.id) returning id`,
        [days, now],
      )
      return rows.length
    },

    /** Gives up the files of broadcasts that are no more, a day after they were sent in: a draft comes after its file. */
    async forgetFiles(): Promise<number> {
      const rows = await database.query(
        `delete from file_use where purpose = 'broadcast' and created_at < now() - interval '1 day'
           and not exists (select from broadcast where broadcast.file->>'hash' = file_use.hash) returning hash`,
      )
      return rows.length
    },
  }
}
