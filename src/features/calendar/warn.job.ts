import { z } from 'zod'
import type { CalendarStore } from '../../calendar.ts'
import type { Outbox } from '../../chat/feature.ts'
import type { ConversationId } from '../../chat/message.ts'
import { addDays, type Day, dayAt } from '../../indonesian/dates.ts'
import { isWorkingHour } from '../../indonesian/hours.ts'
import { type Job, job } from '../../jobs/job.ts'
import { CHANGE } from './listing.ts'
import { missingYears } from './missing.ts'
import { texts } from './texts.ts'

/** What warning needs. */
export interface Warning {
  readonly calendar: Pick<CalendarStore, 'calendar'>
  readonly outbox: Outbox
  /** Where each officer can be written to. */
  officers(): Promise<readonly { readonly conversation: string }[]>
  readonly clock: () => Date
  readonly timeZone: string
}

const DECEMBER = '12'

/**
 * At eight on working days, tells officers that the table of a year is missing: in October and November on the first
 * working day of the month, from December on and while this year's is missing on the first of each week. Once in each
 * month or week, though a day on which it did not run is made up for; nothing once the table is there.
 */
export function warnOfMissing({ calendar, outbox, officers, clock, timeZone }: Warning): Job {
  return job({
    name: 'calendar.warn',
    payload: z.object({}),
    every: { cron: '0 8 * * 1-6' },
    async run() {
      const now = clock()
      const today = dayAt(now, timeZone)
      const known = await calendar.calendar()
      const years = missingYears(known, today)
      if (years.length === 0 || !known.isWorking(today) || !isWorkingHour(now, timeZone)) return
      const isUrgent = today.slice(5, 7) === DECEMBER || years.includes(Number(today.slice(0, 4)))
      const since = isUrgent ? mondayOf(today) : `${today.slice(0, 8)}01`
      const t = texts.id
      const choices = [{ label: t.upload, value: `${CHANGE}:daftar` }]
      for (const { conversation } of await officers())
        await outbox.say(
          conversation as ConversationId, // as the channels call them
          { text: t.warning(years), choices },
          `calendar:missing:${years.join('-')}:${since}:${conversation}`,
        )
    },
  })
}

function mondayOf(day: Day): Day {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return addDays(day, -((weekday + 6) % 7))
}
