import type { Outbox, Post, Shown } from '../../chat/feature.ts'
import type { Outgoing } from '../../chat/message.ts'
import type { Database } from '../../database/database.ts'
import type { Audit } from '../../directory.ts'
import type { Keeping } from '../../files.ts'
import type { Day } from '../../indonesian/dates.ts'
import type { Log } from '../../log.ts'
import type { BroadcastStore } from './store.ts'

/** Whom a broadcast is for; all conditions hold together, none of them means everybody. */
export interface Audience {
  readonly units?: readonly string[]
  readonly kind?: 'PNS' | 'PPPK'
  readonly role?: 'supervisor' | 'hr'
  /** Entries of the directory by their ids. */
  readonly list?: readonly string[]
  readonly lacks?: string
}

/** Somebody of an audience; without a conversation they cannot be written to, for the reason given. */
export interface Member {
  readonly employee: string
  readonly name: string
  readonly nip: string
  readonly unit: string
  readonly conversation: string | null
  readonly reason: 'no account' | 'unreachable' | null
}

/** An officer of the office, and where they hear of things. */
export interface Officer {
  readonly conversation: string
  readonly employee: string | null
  readonly account: string
  readonly name: string
}

/** What broadcasts ask the directory. */
export interface Audiences {
  read(
    text: string,
    today: Day,
  ): Promise<
    | { readonly ok: true; readonly audience: Audience; readonly everyone: boolean }
    | { readonly ok: false; readonly hint: string }
  >
  describe(audience: Audience): Promise<string>
  count(
    audience: Audience,
    today: Day,
  ): Promise<{
    readonly people: number
    readonly reachable: number
    readonly byChannel: Readonly<Record<string, number>>
  }>
  members(audience: Audience, today: Day): Promise<readonly Member[]>
  byIds(employees: readonly string[]): Promise<readonly Member[]>
  officers(): Promise<readonly Officer[]>
}

/** What broadcasts do with files. */
export type BroadcastFiles = Pick<Keeping, 'isPossible' | 'objection' | 'keep' | 'make' | 'isKept'>

/** What the feature is made from. */
export interface Broadcasting {
  readonly database: Database
  readonly outbox: Outbox
  readonly post: Post
  /** What each platform makes of a message. */
  preview(message: Outgoing): readonly Shown[]
  readonly files: BroadcastFiles
  readonly audiences: Audiences
  readonly clock: () => Date
  readonly timeZone: string
  readonly log: Log
}

/** The same with what is opened once for all of it. */
export interface Room extends Broadcasting {
  readonly store: BroadcastStore
  readonly audit: Audit
}
