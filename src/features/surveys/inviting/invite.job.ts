import { z } from 'zod'
import { isWorkingHour } from '../../../indonesian/hours.ts'
import { type Job, job } from '../../../jobs/job.ts'
import type { Room } from '../ports.ts'
import { createInviting } from './inviting.ts'

/** So many days after a round has ended it is forgotten who was invited to it. */
const FORGET_DAYS = 400

/**
 * Every ten minutes of working hours: invites to the rounds that have begun, reminds once whoever is silent when half the
 * time of a round is over, and forgets who has answered what is over.
 */
export function inviteToSurveys(room: Room): Job {
  const { sendings, calendar, clock, timeZone } = room
  const { invite, remind } = createInviting(room)
  return job({
    name: 'surveys.invite',
    payload: z.object({}),
    every: { cron: '*/10 * * * *' },
    async run() {
      const today = room.today()
      await room.counts.forget(today)
      await sendings.forget(FORGET_DAYS, today)
      if (!isWorkingHour(clock(), timeZone) || !(await calendar.calendar()).isWorking(today)) return
      for (const round of await sendings.due(today)) {
        const survey = room.survey(round.survey)
        if (survey !== undefined) await invite(round, survey, today)
      }
      for (const round of await sendings.toRemind(today)) {
        const survey = room.survey(round.survey)
        if (survey !== undefined) await remind(round, survey, today)
      }
    },
  })
}
