import { z } from 'zod'
import { createCalendarStore } from '../../../calendar.ts'
import type { Outbox } from '../../../chat/feature.ts'
import type { Database } from '../../../database/database.ts'
import { createDirectory } from '../../../directory.ts'
import { dayAt } from '../../../indonesian/dates.ts'
import { isWorkingHour } from '../../../indonesian/hours.ts'
import { type Job, job } from '../../../jobs/job.ts'
import { conversationOf } from '../targets/who.ts'
import { REVIEW, texts } from './review-texts.ts'
import { createReviewerStore } from './reviewer-store.ts'

/** What reminding needs. */
export interface Reminding {
  readonly database: Database
  readonly outbox: Outbox
  readonly clock: () => Date
  readonly timeZone: string
}

/** On working days at eight, tells whoever has reports to decide about how many there are: one message a day. */
export function remindReviewers({ database, outbox, clock, timeZone }: Reminding): Job {
  const store = createReviewerStore(database)
  const directory = createDirectory(database)
  const days = createCalendarStore(database)
  return job({
    name: 'performance.waiting',
    payload: z.object({}),
    every: { cron: '0 8 * * 1-6' },
    async run() {
      const now = clock()
      if (!isWorkingHour(now, timeZone)) return
      const today = dayAt(now, timeZone)
      if (!(await days.calendar()).isWorking(today)) return
      for (const { supervisor, count, people } of await store.reminded({ today, now })) {
        const to = await conversationOf(directory, supervisor)
        if (to === undefined) continue
        const choices = [{ label: texts.id.review, value: `${REVIEW}:daftar` }]
        await outbox.say(
          to,
          { text: texts.id.reminder(count, people), choices },
          `work:waiting:${today}:${supervisor}`,
        )
      }
    },
  })
}
