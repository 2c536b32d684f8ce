import { z } from 'zod'
import { type Job, job } from '../../jobs/job.ts'
import type { QuestionStore } from './store.ts'

/** How long questions and the officers' answers are kept, in days. */
export const RETENTION_DAYS = 365

/** Forgets what was asked long ago, every night. */
export function forgetQuestions(store: Pick<QuestionStore, 'forget'>): Job {
  return job({
    name: 'questions.forget',
    payload: z.object({}),
    every: { cron: '45 2 * * *' },
    async run() {
      await store.forget(RETENTION_DAYS)
    },
  })
}
