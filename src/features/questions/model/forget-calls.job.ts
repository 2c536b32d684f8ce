import { z } from 'zod'
import { type Job, job } from '../../../jobs/job.ts'
import type { ModelStore } from './store.ts'

/** How long what is known of each call of a model is kept, in days. */
export const CALL_RETENTION_DAYS = 90

/** Forgets the calls of long ago, every night. */
export function forgetCalls(store: Pick<ModelStore, 'forget'>): Job {
  return job({
    name: 'questions.forget-calls',
    payload: z.object({}),
    every: { cron: '50 2 * * *' },
    async run() {
      await store.forget(CALL_RETENTION_DAYS)
    },
  })
}
