import type { ConversationId } from '../chat/message.ts'
import type { Database } from '../database/database.ts'

/** What waits in the mailbox, in rows. */
export interface Backlog {
  readonly unanswered: number
  readonly unsent: number
  readonly letters: number
}

/** What is open, and where. */
export function createBacklog(database: Database) {
  return {
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
