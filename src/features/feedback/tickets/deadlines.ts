import { addWorkingDays, type Calendar, workingDaysBetween } from '../../../calendar.ts'
import type { Day } from '../../../indonesian/dates.ts'

/**
 * How many working days an office has: to look at a ticket, to answer it from then on, and how many it stays open when
 * nobody says anything more. The defaults are those SP4N-LAPOR! promises.
 */
export interface Promised {
  readonly verify: number
  readonly answer: number
  readonly close: number
}

export const PROMISED: Promised = { verify: 3, answer: 5, close: 10 }

/** What has happened to a ticket, as far as its clock goes; of what happened several times the last. */
export interface Course {
  /** When it came in, or was opened again. */
  readonly receivedOn: Day
  readonly verifiedOn: Day | null
  readonly answeredOn: Day | null
  /** When whoever wrote was asked something that is still open: the clock of the office stands still. */
  readonly askedOn: Day | null
  /** For so many working days it stood still before. */
  readonly stoodStill: number
}

/** What is due next, and on which day at the latest. */
export interface DueNext {
  readonly what: 'verify' | 'answer' | 'close'
  readonly on: Day
}

/**
 * What is due of a ticket that is open. The day something happened does not count; days off do not either. A question to
 * whoever wrote stops the clock, and it ends like an answer does where they say nothing for as long.
 */
export function dueNext(course: Course, calendar: Calendar, promised: Promised = PROMISED): DueNext {
  const after = (day: Day, days: number): Day => addWorkingDays(calendar, day, days)
  const { receivedOn, verifiedOn, answeredOn, askedOn, stoodStill } = course
  if (answeredOn !== null) return { what: 'close', on: after(answeredOn, promised.close) }
  if (askedOn !== null) return { what: 'close', on: after(askedOn, promised.close) }
  if (verifiedOn === null) return { what: 'verify', on: after(receivedOn, promised.verify + stoodStill) }
  return { what: 'answer', on: after(verifiedOn, promised.answer + stoodStill) }
}

/** For how many working days a clock stood still between a question and its answer. */
export function stoodStillFor(askedOn: Day, repliedOn: Day, calendar: Calendar): number {
  return workingDaysBetween(calendar, askedOn, repliedOn)
}

/** How near a day is: over, today, or in so many working days. */
export function daysUntil(on: Day, today: Day, calendar: Calendar): number {
  return on >= today ? workingDaysBetween(calendar, today, on) : -workingDaysBetween(calendar, on, today)
}
