import type { Content, Outgoing } from '../chat/message.ts'
import type { ConversationState, Memory } from '../chat/turn.ts'
import type { Database } from '../database/database.ts'
import type { Envelopes } from './envelopes.ts'
import type { Lease } from './leases.ts'
import { clean } from './whole.ts'

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

/** How what came in is closed. */
export function createEnding(database: Database, { closed }: Envelopes) {
  return {
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
  }
}
