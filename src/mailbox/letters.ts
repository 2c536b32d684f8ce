import { randomUUID } from 'node:crypto'
import type { Delivery, DeliveryState, Letter, Posting, Progress } from '../chat/feature.ts'
import type { ConversationId, Outgoing } from '../chat/message.ts'
import type { Database } from '../database/database.ts'
import { clean } from './whole.ts'

/** A letter that may go now. */
export interface DueLetter {
  readonly id: string
  readonly conversation: ConversationId
  readonly message: Outgoing
  /** How many of its pieces the platform has. */
  readonly sent: number
  readonly attempts: number
}

/** The right to send the letters of one channel; lost when it is not renewed within `PACER_SECONDS`. */
export interface PacerLease {
  readonly channel: string
  readonly owner: string
}

/** How long the right lasts without being renewed, in seconds. */
export const PACER_SECONDS = 9
/** A letter somebody has taken to send is left alone for so many seconds: a crash delays it by no more. */
const TAKEN_SECONDS = 30
/** Whoever is being answered is not interrupted; their letter is looked at again after so many seconds. */
const BUSY_SECONDS = 2
const CHUNK = 1_000

/** The letters among the messages. Every write is safe to repeat. */
export type Letters = ReturnType<typeof createLetters>

/** Opens the letters of a database. */
export function createLetters(database: Database) {
  return {
    /** Takes letters into a batch, a thousand at a time; whoever has one in it gets no second. */
    async post(batch: string, letters: readonly Letter[], { atNight, until }: Posting = {}): Promise<void> {
      await database.query('insert into batch (id, at_night) values ($1, $2) on conflict (id) do nothing', [
        batch,
        atNight ?? false,
      ])
      for (let from = 0; from < letters.length; from += CHUNK)
        await database.query(
          `with letter as (
             select * from jsonb_to_recordset($2::jsonb) as letter ("to" text, recipient text, message jsonb)
           ), dialogue as (
             insert into conversation (id) select distinct "to" from letter on conflict (id) do nothing
           )
           insert into message (conversation, direction, key, content, batch, recipient, expires_at)
           select "to", 'out', 'letter:' || $1 || ':' || recipient, message, $1, recipient, $3 from letter
           on conflict (key) do nothing`,
          [batch, JSON.stringify(letters.slice(from, from + CHUNK), clean), until ?? null],
        )
    },

    /** Pauses a batch, or lets it go on. */
    async hold(batch: string, held: boolean): Promise<void> {
      await database.query('update batch set held = $2 where id = $1', [batch, held])
    },

    /** Closes the letters of a batch that have not gone out; resolves to how many. */
    async withdraw(batch: string): Promise<number> {
      const rows = await database.query(
        `update message set done_at = now(), failure = 'withdrawn'
         where batch = $1 and done_at is null returning id`,
        [batch],
      )
      return rows.length
    },

    /** How many recipients of a batch are where. */
    async progress(batch: string): Promise<Progress> {
      const [row] = await database.query<Progress>(
        `with latest as (${LATEST})
         select coalesce((select held from batch where id = $1), false) as held,
           count(*) filter (where state = 'waiting')::int as waiting,
           count(*) filter (where state = 'delivered')::int as delivered,
           count(*) filter (where state = 'unreachable')::int as unreachable,
           count(*) filter (where state = 'failed')::int as failed,
           count(*) filter (where state = 'expired')::int as expired,
           count(*) filter (where state = 'withdrawn')::int as withdrawn,
           max(done_at) filter (where state = 'delivered') as "lastAt",
           count(*) filter (where state = 'delivered' and done_at > (select max(done_at) from latest) - interval '1 minute')::int
             as "perMinute"
         from latest`,
        [batch],
      )
      if (row === undefined) throw new Error('a count always has a row')
      return row
    },

    /** True where a recipient has a letter in a batch. */
    async includes(batch: string, recipient: string): Promise<boolean> {
      const rows = await database.query('select from message where key = $1', [
        `letter:${batch}:${recipient}`, // the first to them; where it was tried elsewhere that one stays
      ])
      return rows.length > 0
    },

    /** How it went with each recipient of a batch, or with those of some states. */
    async deliveries(batch: string, states?: readonly DeliveryState[]): Promise<readonly Delivery[]> {
      return database.query<Delivery>(
        `with latest as (${LATEST})
         select recipient, conversation, state,
           case state when 'unreachable' then (select unreachable from conversation where id = conversation)
             when 'failed' then failure end as reason
         from latest where $2::text[] is null or state = any($2) order by length(recipient), recipient`,
        [batch, states ?? null],
      )
    },

    /** The channels that have letters to go now, by the hour of the day for the batches that keep to it. */
    async channels(when: When): Promise<readonly string[]> {
      const rows = await database.query<{ channel: string }>(
        `select distinct split_part(conversation, ':', 1) as channel ${openLetters('$1', '$2')}`,
        [when.now, when.night],
      )
      return rows.map(({ channel }) => channel)
    },

    /** The letters of a channel that may go now, of each batch some, the oldest first. */
    async due(channel: string, when: When, limit: number): Promise<readonly DueLetter[]> {
      return database.query<DueLetter>(
        `select letter.id, letter.conversation, letter.content as message, letter.sent, letter.attempts
         from batch cross join lateral (
           select * from message
           where message.batch = batch.id and split_part(conversation, ':', 1) = $1 and done_at is null
             and (not_before is null or not_before <= now()) and (expires_at is null or expires_at > $2)
           order by message.id limit $4
         ) letter
         where not held and (at_night or not $3)
         order by row_number() over (partition by batch.id order by letter.id), letter.id limit $4`,
        [channel, when.now, when.night, limit],
      )
    },

    /** Seconds until the next letter of a channel may go, below 0 where one may now; undefined where none waits. */
    async wait(channel: string, { now, night }: When): Promise<number | undefined> {
      const [row] = await database.query<{ seconds: number | null }>(
        `select extract(epoch from min(not_before) - now())::float8 as seconds
         from batch join message on message.batch = batch.id
         where split_part(conversation, ':', 1) = $1 and done_at is null and not held and (at_night or not $3)
           and (expires_at is null or expires_at > $2)`,
        [channel, now, night],
      )
      return row?.seconds ?? undefined
    },

    /** Closes what nobody wants to hear any more; resolves to how many letters. */
    async expire(now: Date): Promise<number> {
      const rows = await database.query(
        `update message set done_at = now(), failure = 'expired'
         where batch is not null and done_at is null and expires_at <= $1 returning id`,
        [now],
      )
      return rows.length
    },

    /**
     * Takes a letter to send it. False where it is no longer to be sent, or somebody else has it, or its conversation is
     * being answered: then it comes a little later.
     */
    async take(id: string): Promise<boolean> {
      const rows = await database.query<{ busy: boolean }>(
        `update message set attempts = attempts + case when ${BUSY} then 0 else 1 end,
           not_before = now() + make_interval(secs => case when ${BUSY} then $3::int else $2::int end)
         from conversation talk
         where message.id = $1 and talk.id = message.conversation and done_at is null
           and (not_before is null or not_before <= now())
           and not exists (select from batch where batch.id = message.batch and held)
         returning ${BUSY} as busy`,
        [id, TAKEN_SECONDS, BUSY_SECONDS],
      )
      return rows[0]?.busy === false
    },

    /** Marks pieces of a letter as taken by the platform, the letter itself with the last. */
    async delivered(id: string, sent: number, platformId: string, last: boolean): Promise<void> {
      await database.query(
        `update message set sent = $2, platform_id = $3, done_at = case when $4 then now() end,
           failure = case when $4 then null else failure end where id = $1`,
        [id, sent, platformId, last],
      )
    },

    /** Takes the right to send the letters of a channel; undefined where another process has it. */
    async lease(channel: string): Promise<PacerLease | undefined> {
      const owner = randomUUID()
      const rows = await database.query(
        `insert into pacer (channel, lease, leased_until) values ($1, $2, now() + make_interval(secs => $3))
         on conflict (channel) do update set lease = excluded.lease, leased_until = excluded.leased_until
         where pacer.lease is null or pacer.leased_until < now()
         returning channel`,
        [channel, owner, PACER_SECONDS],
      )
      return rows.length > 0 ? { channel, owner } : undefined
    },

    /** Keeps the right for another `PACER_SECONDS`; false where it is lost. */
    async renew({ channel, owner }: PacerLease): Promise<boolean> {
      const rows = await database.query(
        `update pacer set leased_until = now() + make_interval(secs => $3)
         where channel = $1 and lease = $2 returning channel`,
        [channel, owner, PACER_SECONDS],
      )
      return rows.length > 0
    },

    /** Gives the right back. */
    async release({ channel, owner }: PacerLease): Promise<void> {
      await database.query('update pacer set lease = null where channel = $1 and lease = $2', [
        channel,
        owner,
      ])
    },

    /** Frees every right: only where this process is the only one there is, after a crash. */
    async forgetLeases(): Promise<void> {
      await database.query('update pacer set lease = null where lease is not null')
    },
  }
}

/** The instant, and whether it is night then. */
export interface When {
  readonly now: Date
  readonly night: boolean
}

/** The last letter to each recipient of the batch $1: where it was tried last, and how that ended. */
const LATEST = `
  select distinct on (recipient) recipient, conversation, done_at, failure, case
      when done_at is null then 'waiting' when failure is null then 'delivered'
      when failure in ('unreachable', 'expired', 'withdrawn') then failure else 'failed' end as state
  from message where batch = $1 order by recipient, id desc`

/** Somebody works on the conversation "talk". */
const BUSY = '(talk.lease is not null and talk.leased_until > now())'

function openLetters(now: string, night: string): string {
  return `from batch join message on message.batch = batch.id
    where done_at is null and (not_before is null or not_before <= now()) and (expires_at is null or expires_at > ${now})
      and not held and (at_night or not ${night})`
}
