import { z } from 'zod'
import { type Job, job } from '../../jobs/job.ts'
import type { OwnDataStore } from './store.ts'
import { texts } from './texts.ts'

/** How long it is kept who linked which accounts, in days. */
export const LINK_DAYS = 365
const EVERY_SECONDS = 30

/** Finishes erasures, and every night deletes what is kept only for a time. */
export function ownDataJobs(store: Pick<OwnDataStore, 'unfinished' | 'finish' | 'forget'>): readonly Job[] {
  return [
    job({
      name: 'own-data.finish',
      payload: z.object({}),
      every: { seconds: EVERY_SECONDS },
      async run() {
        for (const message of await store.unfinished()) await store.finish(message, texts.id.shell)
      },
    }),
    job({
      name: 'own-data.forget',
      payload: z.object({}),
      every: { cron: '20 3 * * *' },
      run: () => store.forget(LINK_DAYS),
    }),
  ]
}
