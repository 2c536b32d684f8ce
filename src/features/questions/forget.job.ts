import { z } from 'zod'
import { type Job, job } from '../../jobs/job.ts'
import type { Knowledge } from './publishing/published.ts'
import type { QuestionStore } from './store.ts'

/** How long questions, and entries that are no longer published, are kept, in days. */
export const RETENTION_DAYS = 365
/** How long a question to the officers is kept after it was asked or answered, in days. */
export const HANDOVER_DAYS = 180

/** Every night, forgets what was asked long ago, and takes out of the knowledge what was published until yesterday. */
export function forgetQuestions(
  store: Pick<QuestionStore, 'forget' | 'forgetHandovers' | 'forgetEntries' | 'outlived' | 'expire'>,
  knowledge?: Pick<Knowledge, 'unpublish'>,
): Job {
  return job({
    name: 'questions.forget',
    payload: z.object({}),
    every: { cron: '45 2 * * *' },
    async run() {
      for (const id of await store.outlived()) {
        await knowledge?.unpublish(id)
        await store.expire(id)
      }
      await store.forget(RETENTION_DAYS)
      await store.forgetHandovers(HANDOVER_DAYS)
      await store.forgetEntries(RETENTION_DAYS)
    },
  })
}
