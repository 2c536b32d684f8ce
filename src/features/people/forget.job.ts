import { z } from 'zod'
import type { Database } from '../../database/database.ts'
import { createAudit } from '../../directory.ts'
import { type Job, job } from '../../jobs/job.ts'
import { createEntryStore } from './entry/store.ts'
import type { PeopleStore } from './store.ts'
import { createReportStore } from './supervisor/store.ts'

/**
 * How long the trail is kept, in days: five years. An appraisal and the pay that follows from it, a disciplinary case
 * or a complaint about who saw what may come up years later; what is older serves nobody and is itself data about people.
 */
export const TRAIL_DAYS = 5 * 365 + 1
/** How long a decided report about a supervisor is kept, in days: the change itself stays with the entry. */
export const REPORT_DAYS = 365

/** Every night, forgets old deeds, decided reports, and codes that have ended. */
export function forgetTraces(database: Database, store: PeopleStore): Job {
  const [audit, reports, entries] = [
    createAudit(database),
    createReportStore(database),
    createEntryStore(database, store),
  ]
  return job({
    name: 'people.forget',
    payload: z.object({}),
    every: { cron: '15 3 * * *' },
    async run() {
      await audit.forget(TRAIL_DAYS)
      await reports.forget(REPORT_DAYS)
      await entries.forgetCodes()
    },
  })
}
