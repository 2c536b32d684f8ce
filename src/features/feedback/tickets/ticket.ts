import type { Day } from '../../../indonesian/dates.ts'
import type { Kind } from '../reading.ts'

/** How much of whoever wrote a ticket is known: nothing, the bot alone, or the office too. */
export const IDENTITIES = ['anonymous', 'confidential', 'named'] as const
export type Identity = (typeof IDENTITIES)[number]

/** What a ticket is. Whistleblowing goes to administrators alone. */
export type TicketKind = Kind

export const STATES = ['new', 'verified', 'asked', 'answered', 'closed', 'joined'] as const
export type TicketState = (typeof STATES)[number]

/** What a citizen wrote, and where it stands. */
export interface Ticket {
  readonly number: string
  readonly identity: Identity
  readonly kind: TicketKind
  readonly state: TicketState
  readonly unit: { readonly id: string; readonly name: string } | null
  readonly service: string | null
  readonly rating: number | null
  readonly words: string
  readonly receivedOn: Day
  readonly verifiedOn: Day | null
  readonly answeredOn: Day | null
  readonly askedOn: Day | null
  readonly stoodStill: number
  readonly joinedTo: string | null
}

/** Something said or done about a ticket, as whoever wrote it may read it. */
export interface TicketEvent {
  readonly on: Day
  readonly side: 'citizen' | 'office' | 'bot'
  readonly action: string
  readonly words: string | null
}
