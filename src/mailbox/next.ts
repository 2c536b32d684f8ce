import type { Content, ConversationId, Incoming, Outgoing } from '../chat/message.ts'
import type { Database } from '../database/database.ts'
import { type Envelopes, isSealed } from './envelopes.ts'
import type { Lease } from './leases.ts'
import type { OwnMemory } from './memory.ts'

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

/** What is to be done in a conversation, one thing after the other. */
export function createNext(database: Database, { opened }: Envelopes) {
  return {
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
