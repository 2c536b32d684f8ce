import type { CalendarStore } from '../../calendar.ts'
import type { Outbox, Post, Turn } from '../../chat/feature.ts'
import type { ConversationId, FileContent, KeptFile } from '../../chat/message.ts'
import type { Database } from '../../database/database.ts'
import type { Audiences } from '../../directory.ts'
import type { Day } from '../../indonesian/dates.ts'
import type { Log } from '../../log.ts'

/** Who has sent what the bot itself receives, by the ids of their entries. */
export interface Standing {
  /** Entries with a report of work on a day of a period. */
  reported(from: Day, to: Day): Promise<readonly string[]>
  /** Entries with a self-evaluation of the quarter a day lies in. */
  evaluated(from: Day, to: Day): Promise<readonly string[]>
}

/** What reminding is made from. */
export interface Reminding {
  readonly database: Database
  readonly calendar: Pick<CalendarStore, 'calendar' | 'absences'>
  readonly audiences: Pick<Audiences, 'members' | 'byIds' | 'officers'>
  readonly standing: Standing
  readonly post: Pick<Post, 'post' | 'deliveries'>
  readonly outbox: Outbox
  readonly clock: () => Date
  readonly timeZone: string
  readonly log: Log
}

/** Keeps what people send in as evidence, and files made for them. */
export interface Files {
  isPossible(conversation: ConversationId): boolean
  /** A file that is read at once and not kept. */
  bytes(content: FileContent, turn: Turn): Promise<Uint8Array>
  keep(content: FileContent, turn: Turn, purpose: 'completion', reference?: string): Promise<KeptFile>
  make(
    bytes: Uint8Array,
    file: { readonly name: string; readonly mime: string },
    turn: Turn,
    purpose: 'export',
  ): Promise<KeptFile>
  /** Lets whoever wrote open a file of somebody else. Throws `Unreadable` where it is gone. */
  show(file: KeptFile, turn: Turn): Promise<KeptFile>
}

/** What the feature is made from. */
export interface Reminders extends Reminding {
  readonly audiences: Audiences
  readonly files: Files
  readonly organization: string
  /** Where the web server is reached from outside; without it nobody is offered a calendar. */
  readonly publicUrl?: string | undefined
}
