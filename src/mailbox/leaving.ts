import type { ConversationId, Outgoing } from '../chat/message.ts'
import type { Database } from '../database/database.ts'
import { clean } from './whole.ts'

/** The outbox: what is to be said, and what became of it. */
export function createLeaving(database: Database) {
  return {
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
  }
}
