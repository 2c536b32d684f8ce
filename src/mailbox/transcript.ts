import type { Content, ConversationId, Outgoing } from '../chat/message.ts'
import type { Database } from '../database/database.ts'
import type { Envelopes } from './envelopes.ts'

/** One line of a conversation as a person may read it again. */
export interface Line {
  readonly id: string
  /** The delivery id of what came in, the once-only key of what went out. */
  readonly key: string
  readonly direction: 'in' | 'out'
  readonly content: Content | Outgoing
  readonly answers: string | null
}

/** What was said, for those who may read it again. */
export function createTranscript(database: Database, { opened }: Envelopes) {
  const readable = (line: Line): Line => ({ ...line, content: opened(line.content) as Line['content'] })

  return {
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
  }
}
