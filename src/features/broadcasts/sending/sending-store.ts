import type { Database } from '../../../database/database.ts'
import type { Broadcast, HeldFor, Status } from '../broadcast.ts'
import { broadcastOf, COLUMNS, type Row } from '../row-store.ts'

/** Somebody to whom no letter could be written, and why. */
export interface Unreached {
  readonly employee: string
  readonly reason: string
}

/** How long a process may be silent before another goes on where it stopped, in seconds. */
const LEASE_SECONDS = 60

/** The steps of sending, as the jobs take them. */
export function createSendingStore(database: Database) {
  return {
    /** Takes one that is due, or whose letters are not all in the post, for a process; undefined where there is none. */
    async claim(now: Date, owner: string): Promise<Broadcast | undefined> {
      const [row] = await database.query<Row>(
        `update broadcast set lease = $2, leased_until = now() + make_interval(secs => $3)
         where id = (
           select id from broadcast
           where ((status = 'scheduled' and send_at <= $1) or (status in ('sending', 'paused') and posted_at is null))
             and (leased_until is null or leased_until < now())
           order by send_at limit 1 for update skip locked
         ) returning ${COLUMNS}`,
        [now, owner, LEASE_SECONDS],
      )
      return row && broadcastOf(row)
    },

    /** Begins to send what this process has claimed; undefined where somebody has changed it meanwhile. */
    async start(id: string, owner: string, now: Date): Promise<Broadcast | undefined> {
      const [row] = await database.query<Row>(
        `update broadcast set status = 'sending', started_at = $3
         where id = $1::bigint and lease = $2 and status = 'scheduled' returning ${COLUMNS}`,
        [id, owner, now],
      )
      return row && broadcastOf(row)
    },

    /** Does not send what this process has claimed; undefined where somebody has changed it meanwhile. */
    async holdBack(id: string, owner: string, why: HeldFor, now: Date): Promise<Broadcast | undefined> {
      const [row] = await database.query<Row>(
        `update broadcast set status = 'held', held_for = $3, version = version + 1, changed_by = 'job', changed_at = $4,
           lease = null, leased_until = null
         where id = $1::bigint and lease = $2 and status = 'scheduled' returning ${COLUMNS}`,
        [id, owner, why, now],
      )
      return row && broadcastOf(row)
    },

    /** Keeps a claim, and tells what it stands at now; undefined where another process has taken it over. */
    async keepClaim(id: string, owner: string): Promise<Status | undefined> {
      const [row] = await database.query<{ status: Status }>(
        `update broadcast set leased_until = now() + make_interval(secs => $3)
         where id = $1::bigint and lease = $2 returning status`,
        [id, owner, LEASE_SECONDS],
      )
      return row?.status
    },

    /** Gives a claim back; all letters are in the post where a time is given. */
    async letGo(id: string, owner: string, postedAt: Date | null): Promise<void> {
      await database.query(
        `update broadcast set lease = null, leased_until = null, posted_at = coalesce(posted_at, $3)
         where id = $1::bigint and lease = $2`,
        [id, owner, postedAt],
      )
    },

    /** Writes down to whom no letter could be written, in the place of what stood there. */
    async setUnreached(id: string, rows: readonly Unreached[]): Promise<void> {
      await database.transaction(async ({ query }) => {
        await query('delete from broadcast_unreached where broadcast = $1::bigint', [id])
        await query(
          `insert into broadcast_unreached (broadcast, employee, reason)
           select $1::bigint, employee, reason from jsonb_to_recordset($2::jsonb) as one (employee bigint, reason text)
           on conflict do nothing`,
          [id, JSON.stringify(rows)],
        )
      })
    },

    async unreached(id: string): Promise<readonly Unreached[]> {
      return database.query<Unreached>(
        'select employee, reason from broadcast_unreached where broadcast = $1::bigint order by employee',
        [id],
      )
    },

    async countUnreached(id: string): Promise<number> {
      const [row] = await database.query<{ count: number }>(
        'select count(*)::int as count from broadcast_unreached where broadcast = $1::bigint',
        [id],
      )
      return row?.count ?? 0
    },

    /** Those that are on their way, or called back while they were; `claimed` while a process puts letters into the post. */
    async going(): Promise<readonly { readonly broadcast: Broadcast; readonly claimed: boolean }[]> {
      const rows = await database.query<Row & { readonly claimed: boolean }>(
        `select ${COLUMNS}, coalesce(leased_until >= now(), false) as claimed from broadcast
         where status in ('sending', 'paused') or (status = 'cancelled' and ended_at is null) order by id`,
      )
      return rows.map(({ claimed, ...row }) => ({ broadcast: broadcastOf(row), claimed }))
    },

    /** Remembers what the message that shows how far it is says. */
    async setShown(id: string, shown: string): Promise<void> {
      await database.query('update broadcast set shown = $2 where id = $1::bigint', [id, shown])
    },

    /** It is over: nothing of it is on its way any more. */
    async end(id: string, now: Date): Promise<void> {
      await database.query(
        `update broadcast set ended_at = $2, status = case when status = 'cancelled' then status else 'done' end
         where id = $1::bigint and ended_at is null`,
        [id, now],
      )
    },
  }
}
