import { z } from 'zod'
import { type Job, job } from '../../../jobs/job.ts'
import type { createWorkFilesStore } from './files-store.ts'

/** Pictures, tables and what others were shown: made anew whenever it is asked for again. */
const SHOWN_DAYS = 30

/** Every night, gives up evidence without a report and what was made for or shown to people a month ago. */
export function forgetWorkFiles(
  store: Pick<ReturnType<typeof createWorkFilesStore>, 'forgetOrphans' | 'forgetShown'>,
): Job {
  return job({
    name: 'performance.forget',
    payload: z.object({}),
    every: { cron: '5 3 * * *' },
    async run() {
      await store.forgetOrphans()
      await store.forgetShown(SHOWN_DAYS)
    },
  })
}
