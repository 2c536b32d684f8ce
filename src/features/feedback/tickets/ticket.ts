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
  /** Whom it is about, where whoever wrote named somebody. */
  readonly officer: { readonly id: string; readonly name: string } | null
  readonly rating: number | null
  readonly words: string
  /** Where it happened, in words or as a point on the map. */
  readonly place: Spot | null
  /** How many photos came with it. */
  readonly photos: number
  readonly receivedOn: Day
  readonly verifiedOn: Day | null
  readonly answeredOn: Day | null
  readonly askedOn: Day | null
  readonly stoodStill: number
  readonly joinedTo: string | null
  /** The ticket it was a part of. */
  readonly splitFrom: string | null
}

/** Where something happened: in words, or latitude and longitude in degrees (WGS 84). */
export type Spot = { readonly words: string } | { readonly latitude: number; readonly longitude: number }

/** Something said or done about a ticket, as whoever wrote it may read it. */
export interface TicketEvent {
  readonly on: Day
  readonly side: 'citizen' | 'office' | 'bot'
  readonly action: string
  readonly words: string | null
}
