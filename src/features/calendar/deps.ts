import type { CalendarStore } from '../../calendar.ts'
import type { Outbox, Turn } from '../../chat/feature.ts'
import type { FileContent } from '../../chat/message.ts'
import type { Audit, Detail, Directory } from '../../directory.ts'
import type { createDraftStore } from './table/draft-store.ts'

/** What the parts of this feature need. */
export interface Deps {
  readonly calendar: CalendarStore
  readonly drafts: ReturnType<typeof createDraftStore>
  readonly directory: Directory
  readonly audit: Audit
  readonly outbox: Outbox
  /** Fetches a file that is read at once and not kept; left out where files cannot be sent in. Throws `Refusal`. */
  read?(content: FileContent, turn: Turn): Promise<Uint8Array>
}

/** Writes down who changed the calendar, once for a message. */
export async function noteDeed(
  { audit }: Pick<Deps, 'audit'>,
  { person, message, now }: Turn,
  action: string,
  detail: Detail,
  subject: string | null = null,
): Promise<void> {
  const { account, role } = person
  await audit.note({ key: `${action}:${message.id}`, action, account, role, subject, detail }, now)
}
