import { addWorkingDays, type Calendar, previousWorking } from '../../../calendar.ts'
import { addDays, type Day } from '../../../indonesian/dates.ts'
import type { Escalation, Plan } from '../deadline.ts'

/** A step of a plan and the day it falls on: "H-7", "H", "H+2" (the second reminder after the due day is over). */
export interface Step {
  readonly step: string
  readonly day: Day
}

/** The step of the due day itself. */
export const THE_DAY = 'H'

/** What was missed longer ago than so many days is not made up. */
const MAKE_UP_DAYS = 7

/**
 * The steps of one due day, by day: each on a working day, none of those before it after the due day, one a day. A day
 * off moves a step to the last working day before it; of two on one day the nearer one stays.
 */
export function stepsOf(due: Day, plan: Plan, calendar: Calendar): readonly Step[] {
  const ahead = plan.before.filter((days) => days > 0).toSorted((a, b) => b - a)
  const before = [
    ...ahead.map((days) => ({ step: `H-${days}`, day: previousWorking(calendar, addDays(due, -days)) })),
    ...(plan.onDay ? [{ step: THE_DAY, day: previousWorking(calendar, due) }] : []),
  ]
  const nearest = new Map(before.map((one) => [one.day, one])) // the later of two entries, which is the nearer
  return [...nearest.values(), ...overdue(due, plan, calendar)]
}

/** The step to be said on `today` where all through `after` is settled: the last that has come since, if it still helps. */
export function stepFor(steps: readonly Step[], after: Day, today: Day): Step | undefined {
  return steps.findLast(({ day }) => day > after && day <= today && day >= addDays(today, -MAKE_UP_DAYS))
}

/** The day so many working days after a due day on which others are told, if it has come since `after`. */
export function hasCome(
  due: Day,
  working: number | null,
  calendar: Calendar,
  { after, today }: { readonly after: Day; readonly today: Day },
): boolean {
  if (working === null) return false
  const day = addWorkingDays(calendar, due, working)
  return day > after && day <= today
}

/** After this day nothing more is said about a due day, to nobody. */
export function lastDayOf(due: Day, plan: Plan, escalation: Escalation, calendar: Calendar): Day {
  const steps = stepsOf(due, plan, calendar)
  const others = [escalation.supervisorAfter, escalation.hrAfter].flatMap((working) =>
    working === null ? [] : [addWorkingDays(calendar, due, working)],
  )
  const last = [due, ...steps.map(({ day }) => day), ...others].reduce((a, b) => (a > b ? a : b))
  return addDays(last, MAKE_UP_DAYS)
}

function overdue(due: Day, { overdueEvery, mostOverdue }: Plan, calendar: Calendar): readonly Step[] {
  if (overdueEvery === null) return []
  const steps: Step[] = []
  let day = due
  for (let count = 1; count <= mostOverdue; count++) {
    day = addWorkingDays(calendar, day, overdueEvery)
    steps.push({ step: `H+${count}`, day })
  }
  return steps
}
