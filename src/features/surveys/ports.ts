import type { CalendarStore } from '../../calendar.ts'
import type { Post } from '../../chat/feature.ts'
import type { Database } from '../../database/database.ts'
import type { Audiences, Audit, createDirectory, Places } from '../../directory.ts'
import type { Keeping } from '../../files.ts'
import type { Day } from '../../indonesian/dates.ts'
import type { Seal } from '../../seal.ts'
import type { CountStore } from './counting/count-store.ts'
import type { TotalStore } from './counting/total-store.ts'
import type { Survey } from './definition.ts'
import type { SendingStore } from './inviting/sending-store.ts'
import type { PlanStore } from './showing/plan-store.ts'

/** What the feature is made from. */
export interface Surveying {
  readonly database: Database
  readonly seal: Seal
  readonly timeZone: string
  readonly clock: () => Date
  /** Whose surveys they are ("Pemerintah Kota Serang"). */
  readonly organization: string
  readonly post: Pick<Post, 'post'>
  readonly files: Pick<Keeping, 'make' | 'isPossible'>
  readonly audiences: Pick<Audiences, 'read' | 'count' | 'members' | 'byIds' | 'describe'>
  /** Left out, those that ship with the bot. */
  readonly surveys?: readonly Survey[]
}

/** The same with what is opened once for all of it. */
export interface Room extends Surveying {
  readonly surveys: readonly Survey[]
  readonly counts: CountStore
  readonly totals: TotalStore
  readonly sendings: SendingStore
  readonly plans: PlanStore
  readonly places: Places
  readonly directory: Pick<ReturnType<typeof createDirectory>, 'employee'>
  readonly audit: Audit
  readonly calendar: Pick<CalendarStore, 'calendar'>
  today(): Day
  survey(id: string): Survey | undefined
}
