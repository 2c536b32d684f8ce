import { z } from 'zod'
import { type Job, job } from '../../../jobs/job.ts'
import type { createKeepingStore } from './keeping-store.ts'

const DAYS = 400
const DRAFT_DAYS = 30

/** Every night, forgets questions and broadcasts after 400 days, drafts after 30, and the files of those that are gone. */
export function forgetBroadcasts(store: ReturnType<typeof createKeepingStore>, clock: () => Date): Job {
  return job({
    name: 'broadcasts.forget',
    payload: z.object({}),
    every: { cron: '5 3 * * *' },
    async run() {
      await store.forgetQuestions(DAYS, clock())
      await store.forgetDrafts(DRAFT_DAYS, clock())
      await store.forgetEnded(DAYS, clock())
      await store.forgetFiles()
    },
  })
}
