import { z } from 'zod'
import type { Day } from '../../../indonesian/dates.ts'
import { type Job, job } from '../../../jobs/job.ts'
import type { ReadingStore } from '../tickets/reading-store.ts'
import type { ModelReading } from './model-reading.ts'

/** What reading tickets once more needs. */
export interface Rereading {
  readonly unread: ReadingStore
  readonly read: ModelReading
  today(): Day
}

const AT_ONCE = 30
/** So many tickets a model reads on a day; the others stay as the words alone tell. */
const MOST_A_DAY = 600

/** Where there is a model: reads new tickets once more by it, to sort and to show them better. */
export function rereadTickets({ unread, read, today }: Rereading): Job {
  return job({
    name: 'feedback.reread',
    payload: z.object({}),
    every: { cron: '7,22,37,52 * * * *' },
    async run() {
      const on = today()
      const left = MOST_A_DAY - (await unread.readOn(on))
      for (const { number, words } of await unread.some(on, Math.min(AT_ONCE, left))) {
        const found = await read(words)
        if (found === undefined) return // it is away; they wait for the next time
        await unread.take(number, on, found === 'unusable' ? undefined : found)
      }
    },
  })
}
