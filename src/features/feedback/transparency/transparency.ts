import type { CalendarStore } from '../../../calendar.ts'
import type { Database } from '../../../database/database.ts'
import { unitsMeant } from '../../../directory.ts'
import type { Day } from '../../../indonesian/dates.ts'
import type { PromisedStore } from '../tickets/promised-store.ts'
import { createChanges } from './changes-store.ts'
import { type Changing, createChanging } from './changing.ts'
import { createCounting } from './counting-store.ts'
import { createCurrent } from './current.ts'
import { createDays } from './day-store.ts'
import type { Indices } from './figures.ts'
import { createOwnChanges } from './own-changes.ts'
import { createPages } from './pages.ts'
import { publish } from './publishing.ts'
import { refreshFigures } from './refresh.job.ts'
import { createTelling } from './telling.ts'

/** What showing the public how feedback is dealt with is made from. */
export interface Transparency extends Omit<Changing, 'changes'> {
  readonly database: Database
  readonly calendar: Pick<CalendarStore, 'calendar'>
  readonly promised: Pick<PromisedStore, 'days'>
  readonly organization: string
  readonly publicUrl?: string | undefined
  readonly indices?: Indices | undefined
  today(): Day
}

/** What the public sees of the tickets: a page, files for programs, some lines in a chat; and what officers add to it. */
export function createTransparency(given: Transparency) {
  const { database, today } = given
  const [counting, changes] = [createCounting(database), createChanges(database)]
  const figures = createCurrent({
    days: createDays(database),
    today,
    make: (day) => publish({ ...given, counting }, day),
  })
  const changing = createChanging({ ...given, changes })
  const public_ = { ...given, ...figures, changes, counting }
  return {
    commands: [
      createTelling({ ...public_, unitsMeant: (words) => unitsMeant(database, words) }),
      changing.command,
    ],
    action: changing.action,
    pages: createPages(public_),
    job: refreshFigures(figures),
    ownData: createOwnChanges(changes),
  }
}
