import { z } from 'zod'
import type { CalendarStore } from '../../calendar.ts'
import { addDays, dayAt } from '../../indonesian/dates.ts'
import { type Job, job } from '../../jobs/job.ts'
import type { createDraftStore } from './table/draft-store.ts'

const DRAFT_DAYS = 7
const ABSENCE_DAYS = 365

/** Every night, forgets absences that were over a year ago, and tables that nobody confirmed within a week. */
export function forgetCalendar({
  calendar,
  drafts,
  clock,
  timeZone,
}: {
  readonly calendar: Pick<CalendarStore, 'forgetAbsences'>
  readonly drafts: Pick<ReturnType<typeof createDraftStore>, 'forget'>
  readonly clock: () => Date
  readonly timeZone: string
}): Job {
  return job({
    name: 'calendar.forget',
    payload: z.object({}),
    every: { cron: '20 3 * * *' },
    async run() {
      const now = clock()
      await drafts.forget(DRAFT_DAYS, now)
      await calendar.forgetAbsences(addDays(dayAt(now, timeZone), -ABSENCE_DAYS))
    },
  })
}
