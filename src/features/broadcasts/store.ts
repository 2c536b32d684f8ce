import type { KeptFile } from '../../chat/message.ts'
import type { Database } from '../../database/database.ts'
import { createAudit, type Deed } from '../../directory.ts'
import { createQuestionStore } from './asking/question-store.ts'
import type { Broadcast, Keeper, Status } from './broadcast.ts'
import { createLimitStore } from './confirming/limit-store.ts'
import type { Audience } from './ports.ts'
import { broadcastOf, COLUMNS, one, type Row } from './row-store.ts'
import { createSendingStore } from './sending/sending-store.ts'

/** What a new draft is made of; the key is the message that began it. */
export interface Draft {
  readonly key: string
  readonly text: string
  readonly file: KeptFile | null
  readonly audience: Audience | null
  readonly resentOf?: string
  readonly by: Keeper
  readonly now: Date
}

/** What somebody may change of a broadcast. */
export type Patch = Partial<
  Pick<
    Broadcast,
    | 'status'
    | 'text'
    | 'file'
    | 'audience'
    | 'sendAt'
    | 'atNight'
    | 'peopleAtConfirm'
    | 'keeper'
    | 'approvedBy'
    | 'heldFor'
    | 'confirmedAt'
    | 'endedAt'
  >
>

/** Under which conditions it is changed, by which message, and when. */
export interface Changing {
  /** What whoever changes it has seen; left out where that does not matter. */
  readonly version?: number
  readonly from: readonly Status[]
  readonly key: string
  readonly now: Date
  /** What is written down of it, by whom; one with the change. */
  readonly deed?: Omit<Deed, 'key' | 'subject'>
}

/** The broadcasts, their questions and readers, and the steps of sending them. */
export type BroadcastStore = ReturnType<typeof createBroadcastStore>

/** Opens the broadcasts of a database. Every write is safe to repeat. */
export function createBroadcastStore(database: Database) {
  return {
    ...createLimitStore(database),
    ...createSendingStore(database),
    ...createQuestionStore(database),

    /** Begins a draft, once per message. */
    async begin({ key, text, file, audience, resentOf, by, now }: Draft): Promise<Broadcast> {
      const [row] = await database.query<Row>(
        `insert into broadcast (key, changed_by, text, file, audience, resent_of, account, accounts, employee, role,
           conversation, created_at, changed_at)
         values ($1, $1, $2, $3::jsonb, $4::jsonb, $5::bigint, $6, $7::text[], $8::bigint, $9, $10, $11, $11)
         on conflict (key) do update set key = excluded.key returning ${COLUMNS}`,
        [
          key,
          text,
          json(file),
          json(audience),
          resentOf ?? null,
          by.account,
          by.accounts,
          by.employee,
          by.role,
          by.conversation,
          now,
        ],
      )
      if (row === undefined) throw new Error('the draft was not stored')
      return broadcastOf(row)
    },

    async find(id: string): Promise<Broadcast | undefined> {
      return /^\d{1,18}$/.test(id) ? one(database, 'where id = $1::bigint', [id]) : undefined
    },

    /** The latest: all that were ever confirmed, and the drafts of some accounts. */
    async latest(accounts: readonly string[], limit: number): Promise<readonly Broadcast[]> {
      const rows = await database.query<Row>(
        `select ${COLUMNS} from broadcast
         where (confirmed_at is not null or account = any($1::text[])) and (status <> 'cancelled' or started_at is not null)
         order by id desc limit $2`,
        [accounts, limit],
      )
      return rows.map(broadcastOf)
    },

    /** Those that wait for an officer, or are on their way, the oldest first. */
    async pending(limit: number): Promise<readonly Broadcast[]> {
      const rows = await database.query<Row>(
        `select ${COLUMNS} from broadcast where status in ('waiting', 'held', 'sending', 'paused') order by id limit $1`,
        [limit],
      )
      return rows.map(broadcastOf)
    },

    /**
     * Changes a broadcast in one of the given states; undefined where it is in another, or was changed since. The same
     * message again changes nothing and resolves to what there is.
     */
    async change(
      id: string,
      { version, from, key, now, deed }: Changing,
      patch: Patch,
    ): Promise<Broadcast | undefined> {
      if (!/^\d{1,18}$/.test(id)) return undefined
      return database.transaction(async (connection) => {
        const [row] = await connection.query<Row>(
          `select ${COLUMNS} from broadcast where id = $1::bigint for update`,
          [id],
        )
        if (row === undefined) return undefined
        if (row.changedBy === key) return broadcastOf(row)
        if (!from.includes(row.status) || (version !== undefined && row.version !== version)) return undefined
        const next = { ...broadcastOf(row), ...patch }
        if (deed !== undefined)
          await createAudit(connection).note({ ...deed, key: `${deed.action}:${key}`, subject: null }, now)
        return one(
          connection,
          `update broadcast set status = $2, text = $3, file = $4::jsonb, audience = $5::jsonb, send_at = $6,
             at_night = $7, people_at_confirm = $8, account = $9, accounts = $10::text[], employee = $11::bigint,
             role = $12, conversation = $13, approved_by = $14, held_for = $15, confirmed_at = $16, ended_at = $17,
             version = version + 1, changed_by = $18, changed_at = $19
           where id = $1::bigint returning`,
          [
            id,
            next.status,
            next.text,
            json(next.file),
            json(next.audience),
            next.sendAt,
            next.atNight,
            next.peopleAtConfirm,
            next.keeper.account,
            next.keeper.accounts,
            next.keeper.employee,
            next.keeper.role,
            next.keeper.conversation,
            next.approvedBy,
            next.status === 'held' ? next.heldFor : null,
            next.confirmedAt,
            next.endedAt,
            key,
            now,
          ],
        )
      })
    },
  }
}

function json(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value)
}
