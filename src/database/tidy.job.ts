import { z } from 'zod'
import { type Job, job } from '../jobs/job.ts'
import type { Database } from './database.ts'

/**
 * Every night frees what was deleted and looks at all tables anew, which the embedded database never does by itself: a
 * server does (autovacuum), so for it there is nothing to do.
 */
export function tidyJobs(database: Database): readonly Job[] {
  if (database.kind === 'native') return []
  return [
    job({
      name: 'database.tidy',
      payload: z.object({}),
      every: { cron: '10 4 * * *' },
      run: async () => void (await database.query('vacuum analyze')),
    }),
  ]
}
