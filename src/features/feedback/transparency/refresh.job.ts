import { z } from 'zod'
import { type Job, job } from '../../../jobs/job.ts'
import type { CurrentFigures } from './current.ts'

/** Makes the figures of a new day at night, so that nobody waits for them. */
export function refreshFigures({ renew }: Pick<CurrentFigures, 'renew'>): Job {
  return job({
    name: 'feedback.transparency',
    payload: z.object({}),
    every: { cron: '10 0 * * *' },
    async run() {
      await renew()
    },
  })
}
