import { randomUUID } from 'node:crypto'
import type { ConversationId } from '../chat/message.ts'
import type { ConversationState } from '../chat/turn.ts'
import type { Database } from '../database/database.ts'
import type { Envelopes } from './envelopes.ts'

/** The right to answer one conversation; lost when it is not renewed within `LEASE_SECONDS`. */
export interface Lease {
  readonly conversation: ConversationId
  readonly owner: string
  readonly state: ConversationState
  /** True where the state is stored sealed. */
  readonly sealed: boolean
}

/** How long a lease lasts without being renewed; a crash delays its conversation by no more. */
export const LEASE_SECONDS = 15

/** Who works on which conversation, and what it is in the middle of. */
export function createLeases(database: Database, { opened }: Envelopes) {
  const stateIn = (stored: unknown): ConversationState => opened(stored) as ConversationState

  return {
    /** What a conversation is in the middle of; undefined where nothing was ever said. */
    async state(conversation: ConversationId): Promise<ConversationState | undefined> {
      const rows = await database.query<{ state: unknown }>('select state from conversation where id = $1', [
        conversation,
      ])
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

    /** Frees every lease: right only where this process is the only one, after a crash. */
    async forgetLeases(): Promise<void> {
      await database.query(`update conversation set lease = null where lease is not null`)
    },
  }
}
