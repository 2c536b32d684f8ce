import type { ConversationId, KeptFile } from '../../chat/message.ts'
import type { Audience } from './ports.ts'

/** Where a broadcast stands; `waiting` is for a second officer, `held` for whoever answers for it. */
export type Status = 'draft' | 'waiting' | 'scheduled' | 'sending' | 'paused' | 'done' | 'cancelled' | 'held'

/** Why one that was due did not go out: its audience grew, it is too late, or something about it is gone. */
export type HeldFor = 'grown' | 'late' | 'file' | 'maker' | 'empty'

/** Who answers for a broadcast, from which accounts, and where they hear of it. */
export interface Keeper {
  readonly account: string
  readonly accounts: readonly string[]
  /** Their entry in the directory; null where they have none. */
  readonly employee: string | null
  readonly role: string
  readonly conversation: ConversationId
}

/** A message of the officers to many. */
export interface Broadcast {
  readonly id: string
  readonly status: Status
  /** Counts what people changed. */
  readonly version: number
  /** The message that changed it last. */
  readonly changedBy: string
  /** In Markdown, with its placeholders. */
  readonly text: string
  readonly file: KeptFile | null
  readonly audience: Audience | null
  /** Null in a draft that is to go out at once. */
  readonly sendAt: Date | null
  readonly atNight: boolean
  readonly peopleAtConfirm: number | null
  readonly keeper: Keeper
  readonly approvedBy: string | null
  readonly heldFor: HeldFor | null
  readonly resentOf: string | null
  readonly confirmedAt: Date | null
  readonly startedAt: Date | null
  readonly postedAt: Date | null
  readonly endedAt: Date | null
  /** What the message that shows how far it is says. */
  readonly shown: string | null
}

/** The batch of its letters. */
export function batchOf({ id }: Pick<Broadcast, 'id'>): string {
  return `broadcast:${id}`
}

/** The key of the message that shows how far it is. */
export function progressKey(broadcast: Pick<Broadcast, 'id'>): string {
  return `${batchOf(broadcast)}:progress`
}
