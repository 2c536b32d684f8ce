import { randomUUID } from 'node:crypto'
import type { Content, ConversationId, Incoming, Outgoing } from '../chat/message.ts'
import type { ConversationState, Memory } from '../chat/turn.ts'
import type { Database } from '../database/database.ts'
import { createSeal, type Seal } from '../seal.ts'
import { createEnvelopes, isSealed } from './envelopes.ts'
import type { OwnMemory } from './memory.ts'
import { clean, whole } from './whole.ts'

/** The right to answer one conversation; lost when it is not renewed within `LEASE_SECONDS`. */
export interface Lease {
  readonly conversation: ConversationId
  readonly owner: string
  readonly state: ConversationState
  /** True where the state is stored sealed. */
  readonly sealed: boolean
}

/** What is next in a conversation: something to deliver, something to answer, or a pause until then. */
export type Next =
  | {
      readonly kind: 'deliver'
      readonly id: string
      readonly message: Outgoing
      readonly attempts: number
      readonly traceless: boolean
      /** How often its words were changed. */
      readonly revision: number
      /** The platform's id of it, where it was said before and only its words have changed. */
      readonly platformId?: string
    }
  | {
      readonly kind: 'answer'
      readonly id: string
      readonly message: Incoming
      readonly attempts: number
      /** True where it is sealed: whose it is stands in no log either. */
      readonly traceless: boolean
      /** Of a private message from a person with linked accounts. */
      readonly own?: OwnMemory
    }
  | { readonly kind: 'wait'; readonly seconds: number }

/** What a person has learnt from an answer, and the account that it was given to. */
export interface Learnt {
  readonly person: string
  readonly account: string
  readonly memory: Memory
}

/** How a message ends besides its replies. */
export interface Ending {
  /** Why it could not be answered properly. */
  readonly failure?: string | undefined
  readonly learnt?: Learnt | undefined
  /** Of a turn that leaves no trace: what was said. It and the replies are sealed, and gone a little later. */
  readonly traceless?: Content | undefined
  /** True where the state is sealed too, and with it whatever is said next. */
  readonly sealed?: boolean
}

/** What waits in the mailbox, in rows. */
export interface Backlog {
  readonly unanswered: number
  readonly unsent: number
  readonly letters: number
}

/** One line of a conversation as a person may read it again. */
export interface Line {
  readonly id: string
  /** The delivery id of what came in, the once-only key of what went out. */
  readonly key: string
  readonly direction: 'in' | 'out'
  readonly content: Content | Outgoing
  readonly answers: string | null
}

/** How long a lease lasts without being renewed; a crash delays its conversation by no more. */
export const LEASE_SECONDS = 15
/** So long a sealed message stays after it is closed: whoever reads on the web fetches it meanwhile. */
const SEALED_SECONDS = 600
const SETTLED_DAYS = 7

/** The messages table: transcript, inbox and outbox in one. Every write is safe to repeat. */
export type Mailbox = ReturnType<typeof createMailbox>

/** Opens the messages table of a database; `seal` hides what is to leave no trace. */
export function createMailbox(database: Database, seal: Seal = createSeal()) {
  const { closed, opened } = createEnvelopes(seal)
  const settledAs = (key: string): string => seal.digest('settled', key)
  const stateIn = (stored: unknown): ConversationState => opened(stored) as ConversationState
  const readable = (line: Line): Line => ({ ...line, content: opened(line.content) as Line['content'] })

  return {
    /**
     * Stores a message that came in; resolves to its row id, or undefined when it was here before. An edit to
     * words that its writer has said since their last edit is nothing new either: platforms tell of more than words.
     * What is `traceless`, or comes while the conversation is sealed, is stored sealed.
     */
    async receive(message: Incoming, traceless = false): Promise<string | undefined> {
      const { account, name } = message.sender
      const key = whole(message.id)
      const rows = await database.query<{ id: string }>(
        `with dialogue as (
           insert into conversation (id) values ($1)
           on conflict (id) do update set unreachable = null where conversation.unreachable is not null
         )
         insert into message (conversation, direction, key, account, sender_name, content, sent_at, shared, edited, aside)
         select $1, 'in', $2, $3, $4,
           case when $10 or exists (select from conversation where id = $1 and sealed) then $11::jsonb else $5::jsonb end,
           $6, $7, $8, $9
         where not exists (select from settled where digest = $12) and not ($8 and exists (
           select from message
           where conversation = $1 and direction = 'in' and account = $3 and content = $5::jsonb and id >= coalesce((
             select max(id) from message where conversation = $1 and direction = 'in' and account = $3 and edited
           ), 0)
         ))
         on conflict (key) do nothing
         returning id`,
        [
          whole(message.conversation),
          key,
          whole(account),
          whole(name),
          JSON.stringify(message.content, clean),
          message.sentAt,
          message.shared ?? false,
          message.edited ?? false,
          message.aside ?? false,
          traceless,
          closed(message.content),
          settledAs(key),
        ],
      )
      return rows[0]?.id
    },

    /** Puts pieces of one message into the outbox; the same key again adds nothing. */
    async say(to: ConversationId, pieces: readonly Outgoing[], key: string): Promise<void> {
      await database.query(
        `with dialogue as (insert into conversation (id) values ($1) on conflict (id) do nothing)
         insert into message (conversation, direction, key, content)
         select $1, 'out', piece.key, piece.content
         from jsonb_to_recordset($2::jsonb) as piece (key text, content jsonb)
         on conflict (key) do nothing`,
        [
          to,
          JSON.stringify(
            pieces.map((content, i) => ({ key: `${key}#${i}`, content })),
            clean,
          ),
        ],
      )
    },

    /** What a conversation is in the middle of; undefined where nothing was ever said. */
    async state(conversation: ConversationId): Promise<ConversationState | undefined> {
      const rows = await database.query<{ state: ConversationState }>(
        'select state from conversation where id = $1',
        [conversation],
      )
      return rows[0] && stateIn(rows[0].state)
    },

    /** Takes the lease of a conversation, or resolves to undefined when somebody else works on it. */
    async take(conversation: ConversationId): Promise<Lease | undefined> {
      const owner = randomUUID()
      const rows = await database.query<{ state: unknown; sealed: boolean }>(
        `update conversation set lease = $2, leased_until = now() + make_interval(secs => $3)
         where id = $1 and (lease is null or leased_until < now())
         returning state, sealed`,
        [conversation, owner, LEASE_SECONDS],
      )
      return rows[0] && { conversation, owner, state: stateIn(rows[0].state), sealed: rows[0].sealed }
    },

    /** Keeps a lease for another `LEASE_SECONDS`. */
    async renew({ conversation, owner }: Lease): Promise<void> {
      await database.query(
        `update conversation set leased_until = now() + make_interval(secs => $3) where id = $1 and lease = $2`,
        [conversation, owner, LEASE_SECONDS],
      )
    },

    /** Gives the lease back. */
    async release({ conversation, owner }: Lease): Promise<void> {
      await database.query(`update conversation set lease = null where id = $1 and lease = $2`, [
        conversation,
        owner,
      ])
    },

    /**
     * The oldest thing to deliver, else the oldest to answer; its number of attempts grows with each look.
     * Nothing once the lease is lost: whoever took it over goes on.
     */
    async next({ conversation, owner }: Lease): Promise<Next | undefined> {
      const rows = await database.query<Row>(
        `update message set attempts = attempts + case when not_before > now() then 0 else 1 end
         where id = (
           select id from message where conversation = $1 and done_at is null and batch is null
             and exists (select from conversation where id = $1 and lease = $2)
           order by direction desc, id limit 1
         )
         returning *, greatest(0, extract(epoch from not_before - now()))::float8 as wait, (
           select jsonb_build_object('person', person.id::text, 'memory', person.memory)
           from account join person on person.id = account.person
           where account.id = message.account and not message.shared
         ) as own`,
        [conversation, owner],
      )
      const row = rows[0]
      if (row === undefined) return undefined
      if (row.wait !== null && row.wait > 0) return { kind: 'wait', seconds: row.wait }
      const { id, attempts, revision, platform_id: platformId } = row
      const [content, traceless] = [opened(row.content), isSealed(row.content)]
      if (row.direction === 'in')
        return {
          kind: 'answer',
          id,
          attempts,
          traceless,
          message: incoming({ ...row, content }),
          ...(row.own && { own: row.own }),
        }
      const message = content as Outgoing
      return {
        kind: 'deliver',
        id,
        attempts,
        traceless,
        message,
        revision,
        ...(platformId && { platformId }),
      }
    },

    /**
     * Closes a message with its replies, the new state and what the person has learnt in one statement; does nothing
     * when the lease was lost meanwhile. What is learnt is dropped where the account no longer is that person's.
     */
    async answer(
      lease: Lease,
      id: string,
      state: ConversationState,
      replies: readonly Outgoing[],
      { failure, learnt, traceless, sealed = false }: Ending = {},
    ) {
      await database.query(
        `with mine as (
           update conversation set state = $3::jsonb, sealed = $10 where id = $1 and lease = $2 returning id
         ), writer as (
           select person from account where id = $7 and person = $8::bigint and exists (select from mine) for share
         ), remembered as (
           update person set memory = memory || $9::jsonb, remembered_at = now()
           where id in (select person from writer)
         ), answered as (
           update message set done_at = now(), failure = $6, content = coalesce($11::jsonb, content)
           where id = $4 and done_at is null and exists (select from mine)
           returning id
         )
         insert into message (conversation, direction, key, content, answers)
         select $1, 'out', 'reply:' || answered.id || '#' || piece.position, piece.content, answered.id
         from answered, jsonb_array_elements($5::jsonb) with ordinality as piece (content, position)
         order by piece.position`,
        [
          lease.conversation,
          lease.owner,
          sealed ? closed(state) : JSON.stringify(state, clean),
          id,
          traceless ? `[${replies.map(closed).join(',')}]` : JSON.stringify(replies, clean),
          failure ?? null,
          learnt?.account ?? null,
          learnt?.person ?? null,
          JSON.stringify(learnt?.memory ?? {}, clean),
          sealed,
          traceless ? closed(traceless) : null,
        ],
      )
    },

    /** Marks a piece as taken by the platform; it stays open where its words have changed meanwhile. */
    async delivered(id: string, platformId: string, revision: number): Promise<void> {
      await database.query(
        `update message set platform_id = $2, done_at = case when revision = $3 then now() end where id = $1`,
        [id, platformId, revision],
      )
    },

    /** Changes the words of what was said under a key; resolves to where, or undefined where nothing changes. */
    async revise(key: string, content: Outgoing): Promise<ConversationId | undefined> {
      const rows = await database.query<{ conversation: ConversationId }>(
        `update message set content = $2::jsonb, revision = revision + 1, done_at = null, attempts = 0, not_before = null
         where key = $1 || '#0' and failure is null and content <> $2::jsonb returning conversation`,
        [key, JSON.stringify(content, clean)],
      )
      return rows[0]?.conversation
    },

    /** Leaves a row open, not to be tried again before so many seconds. */
    async postpone(id: string, seconds: number): Promise<void> {
      await database.query(
        `update message set not_before = now() + make_interval(secs => $2) where id = $1`,
        [id, seconds],
      )
    },

    /** Closes a row that will not reach its end, and keeps why. */
    async fail(id: string, reason: string): Promise<void> {
      await database.query(`update message set done_at = now(), failure = $2 where id = $1`, [id, reason])
    },

    /**
     * Marks a conversation that can no longer be written to and closes what was on its way there. A letter goes on to
     * another account of the same person, where they have one it was not tried on yet.
     */
    async unreachable(conversation: ConversationId, reason: string): Promise<void> {
      await database.query(
        `with dialogue as (
           update conversation set unreachable = $2 where id = $1
         ), closed as (
           update message set done_at = now(), failure = 'unreachable'
           where conversation = $1 and direction = 'out' and done_at is null returning *
         ), elsewhere as (
           select distinct other.conversation from account join account other on other.person = account.person
             join conversation on conversation.id = other.conversation
           where account.conversation = $1 and other.conversation <> $1 and conversation.unreachable is null
         )
         insert into message (conversation, direction, key, content, batch, recipient, expires_at)
         select next.conversation, 'out', 'letter:' || batch || ':' || recipient || '@' || next.conversation, content,
           batch, recipient, expires_at
         from closed cross join lateral (
           select conversation from elsewhere
           where not exists (select from message tried
             where tried.batch = closed.batch and tried.recipient = closed.recipient
               and tried.conversation = elsewhere.conversation)
           order by conversation like 'telegram:%' desc, conversation like 'slack:%' desc, conversation limit 1
         ) next where batch is not null
         on conflict (key) do nothing`,
        [conversation, reason],
      )
    },

    /** Conversations in which something is due and has been left for so many seconds, longest due first. */
    async neglected(seconds: number, limit: number): Promise<readonly ConversationId[]> {
      const rows = await database.query<{ conversation: ConversationId }>(
        `select conversation from message join conversation on conversation.id = message.conversation
         where done_at is null and batch is null and coalesce(not_before, message.created_at + make_interval(secs => $1)) <= now()
           and (lease is null or leased_until < now())
         group by conversation order by min(coalesce(not_before, message.created_at)) limit $2`,
        [seconds, limit],
      )
      return rows.map((row) => row.conversation)
    },

    /** True when something in the conversation is due now. */
    async hasOpen(conversation: ConversationId): Promise<boolean> {
      const rows = await database.query(
        `select 1 from message where conversation = $1 and done_at is null and batch is null
           and (not_before is null or not_before <= now()) limit 1`,
        [conversation],
      )
      return rows.length > 0
    },

    /** Frees every lease: right only where this process is the only one, after a crash. */
    async forgetLeases(): Promise<void> {
      await database.query(`update conversation set lease = null where lease is not null`)
    },

    /** The lines of a conversation after a row id, oldest first, at most `limit` of the latest. */
    async since(conversation: ConversationId, after: string, limit = 100): Promise<readonly Line[]> {
      const lines = await database.query<Line>(
        `select * from (
           select id, key, direction, content, answers from message
           where conversation = $1 and id > $2 and (batch is null or failure is null) order by id desc limit $3
         ) as latest order by id`,
        [conversation, after, limit],
      )
      return lines.map(readable)
    },

    /** The lines that answer the message with a delivery id; undefined until it is answered. */
    async repliesTo(deliveryId: string): Promise<readonly Line[] | undefined> {
      const rows = await database.query<Line & { readonly id: string | null }>(
        `select reply.id, reply.key, reply.direction, reply.content, reply.answers
         from message asked left join message reply on reply.answers = asked.id
         where asked.key = $1 and asked.done_at is not null order by reply.id`,
        [deliveryId],
      )
      return rows.length === 0 ? undefined : rows.filter(({ id }) => id !== null).map(readable)
    },

    /**
     * Deletes sealed messages that were closed a while ago, and conversations that held nothing else; resolves to how
     * many messages.
     */
    async efface(seconds = SEALED_SECONDS): Promise<number> {
      return database.transaction(async ({ query }) => {
        const gone = await query<Pick<Row, 'key' | 'direction' | 'conversation'>>(
          `delete from message where id in (
             select id from message where content ? 'sealed' and done_at <= now() - make_interval(secs => $1)
             order by id limit 1000 for update skip locked
           ) returning key, direction, conversation`,
          [seconds],
        )
        if (gone.length === 0) return 0
        await query(
          'insert into settled (digest) select unnest($1::text[]) on conflict (digest) do nothing',
          [gone.filter(({ direction }) => direction === 'in').map(({ key }) => settledAs(key))],
        )
        await query(
          `delete from conversation where id = any($1::text[]) and not sealed and lease is null
             and state->'forms' = '{}'::jsonb and state->'memory' = '{}'::jsonb
             and not exists (select from message where conversation = conversation.id)`,
          [[...new Set(gone.map(({ conversation }) => conversation))]],
        )
        return gone.length
      })
    },

    /** Deletes closed messages older than so many days, conversations that nothing is left of, and what was remembered. */
    async forget(days: number): Promise<{ readonly messages: number; readonly conversations: number }> {
      const messages = await database.query(
        `delete from message where done_at < now() - make_interval(days => $1) returning id`,
        [days],
      )
      const conversations = await database.query(
        `delete from conversation where created_at < now() - make_interval(days => $1)
           and not exists (select from message where conversation = conversation.id)
           and state->'forms' = '{}'::jsonb
         returning id`,
        [days],
      )
      await database.query('delete from settled where on_day < current_date - $1::int', [SETTLED_DAYS])
      await database.query(
        `update person set memory = '{}' where remembered_at < now() - make_interval(days => $1) and memory <> '{}'`,
        [days],
      )
      return { messages: messages.length, conversations: conversations.length }
    },

    /** How many rows wait to be answered, to be delivered, and to be delivered as letters. */
    async backlog(): Promise<Backlog> {
      const [row] = await database.query<Backlog>(
        `select count(*) filter (where direction = 'in')::int as unanswered,
                count(*) filter (where direction = 'out' and batch is null)::int as unsent,
                count(*) filter (where batch is not null)::int as letters
         from message where done_at is null`,
      )
      return row ?? { unanswered: 0, unsent: 0, letters: 0 }
    },
  }
}

interface Row {
  readonly id: string
  readonly conversation: ConversationId
  readonly direction: 'in' | 'out'
  readonly key: string
  readonly account: string
  readonly sender_name: string
  readonly content: unknown
  readonly sent_at: Date
  readonly shared: boolean
  readonly edited: boolean
  readonly aside: boolean
  readonly attempts: number
  readonly revision: number
  readonly platform_id: string | null
  readonly wait: number | null
  readonly own: OwnMemory | null
}

function incoming(row: Row): Incoming {
  return {
    id: row.key,
    conversation: row.conversation,
    sender: { account: row.account, name: row.sender_name },
    content: row.content as Content,
    sentAt: row.sent_at,
    shared: row.shared,
    edited: row.edited,
    ...(row.aside && { aside: true }),
  }
}
