import { z } from 'zod'
import { type Job, job } from '../jobs/job.ts'
import type { FileStore } from './store.ts'

/** Every night, after the features have forgotten their rows, forgets the files that nobody uses any more. */
export function fileJobs(store: Pick<FileStore, 'forget'>): readonly Job[] {
  return [
    job({
      name: 'files.forget',
      payload: z.object({}),
      every: { cron: '15 3 * * *' },
      run: async () => void (await store.forget()),
    }),
  ]
}
