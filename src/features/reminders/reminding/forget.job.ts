import { z } from 'zod'
import type { Database } from '../../../database/database.ts'
import { addDays, dayAt } from '../../../indonesian/dates.ts'
import { type Job, job } from '../../../jobs/job.ts'
import { createDeadlineStore } from '../deadlines/store.ts'
import { createOwnStore } from '../own/store.ts'
import { createPlanningStore } from './planning-store.ts'

/** How long it is kept who was reminded when, in days: last year's round can still be looked at. */
export const REMINDED_DAYS = 400
/** Drafts nobody has touched for so many days are given up. */
export const DRAFT_DAYS = 7

/** Every night, forgets old reminders, and drafts and files that were left lying. */
export function forgetReminders({
  database,
  clock,
  timeZone,
}: {
  readonly database: Database
  readonly clock: () => Date
  readonly timeZone: string
}): Job {
  const [plans, deadlines, own] = [
    createPlanningStore(database),
    createDeadlineStore(database),
    createOwnStore(database),
  ]
  return job({
    name: 'reminders.forget',
    payload: z.object({}),
    every: { cron: '25 3 * * *' },
    async run() {
      const now = clock()
      await plans.forget(addDays(dayAt(now, timeZone), -REMINDED_DAYS))
      await deadlines.forgetDrafts(DRAFT_DAYS, now)
      await own.forgetOrphans(now)
    },
  })
}
