import { z } from 'zod'
import type { Member } from '../../../directory.ts'
import { dayAt } from '../../../indonesian/dates.ts'
import { hourAt } from '../../../indonesian/hours.ts'
import { type Job, job } from '../../../jobs/job.ts'
import { isHumane } from '../plan/humane.ts'
import type { Reminding } from '../ports.ts'
import { createDigestStore } from './digest-store.ts'
import { audienceOf, sendDigests } from './digesting.ts'
import { planDay } from './planning.ts'
import { createPlanningStore } from './planning-store.ts'
import { tellOfficers } from './reporting.ts'
import { createDoers } from './standing.ts'
import { takeBackExpired } from './undelivered.ts'

/** So many people are taken, and so many of them written to, at a time. */
const [TAKEN, AT_ONCE] = [2_500, 500]
/** What did not arrive is looked for in the morning. */
const NOON = 12

/**
 * Every five minutes of a working day from six to six: plans the day once, then writes to everybody whose hour has come,
 * one letter each. What an outage left over is made up on the next tick that falls into those hours, what a platform's
 * outage kept from arriving on the next working morning.
 */
export function remind(from: Reminding): Job {
  const { database, clock, timeZone, audiences, standing } = from
  const store = createPlanningStore(database)
  const digests = createDigestStore(database)
  return job({
    name: 'reminders.remind',
    payload: z.object({}),
    every: { cron: '*/5 * * * *' },
    async run() {
      const now = clock()
      const [today, hour] = [dayAt(now, timeZone), hourAt(now, timeZone)]
      if (!isHumane(hour)) return
      const calendar = await from.calendar.calendar()
      if (!calendar.isWorking(today)) return
      if (hour < NOON) await takeBackExpired({ ...from, digests }, today)
      await planDay({ ...from, store }, today, now)
      const known = new Map<string, Promise<readonly Member[]>>()
      const members = (audience: string): Promise<readonly Member[]> => {
        const found = known.get(audience) ?? audiences.members(audienceOf(audience), today)
        known.set(audience, found)
        return found
      }
      const tick = { ...from, store, digests, doers: createDoers(standing), members }
      for (;;) {
        const taken = await digests.take(today, hour, now, TAKEN)
        if (taken.length === 0) break
        for (let from = 0; from < taken.length; from += AT_ONCE)
          await sendDigests(tick, { today, now, calendar }, taken.slice(from, from + AT_ONCE))
      }
      await tellOfficers(tick, today, hour, now)
    },
  })
}
