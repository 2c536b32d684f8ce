import { addDays, type Day } from '../../../indonesian/dates.ts'
import { daysOf, quarterOf } from '../appraisal/quarter.ts'

/**
 * A quarter takes reports and changes until this day of the month after it: its evaluation rests on them, and the work
 * of its last days needs a while to be written down.
 */
export const OPEN_UNTIL_DAY = 10

/** The last day on which what was done on a day may be reported or changed. */
export function openUntil(doneOn: Day): Day {
  const next = addDays(daysOf(quarterOf(doneOn)).until, 1)
  return addDays(next, OPEN_UNTIL_DAY - 1)
}

/** Whether what was done on a day may be reported today, or has not happened yet, or is closed. */
export function standingOfDay(doneOn: Day, today: Day): 'open' | 'future' | 'closed' {
  if (doneOn > today) return 'future'
  return today <= openUntil(doneOn) ? 'open' : 'closed'
}

/** The first day of which reports may still be changed today. */
export function openSince(today: Day): Day {
  const running = daysOf(quarterOf(today)).from
  const before = addDays(running, -1)
  return today <= openUntil(before) ? daysOf(quarterOf(before)).from : running
}
