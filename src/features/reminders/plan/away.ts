import { type Absence, type Calendar, nextWorking, previousWorking } from '../../../calendar.ts'
import { addDays, type Day } from '../../../indonesian/dates.ts'
import { type Step, THE_DAY } from './steps.ts'

/** The absence a day lies in; of two the longer one. */
export function awayOn(absences: readonly Absence[], day: Day): Absence | undefined {
  return absences
    .filter(({ from, to }) => from <= day && day <= to)
    .toSorted((a, b) => (a.to < b.to ? 1 : -1))[0]
}

/** The first working day on which somebody who is away on a day is back. */
export function backOn(absences: readonly Absence[], calendar: Calendar, day: Day): Day {
  let found = day
  for (let away = awayOn(absences, found); away !== undefined; away = awayOn(absences, found))
    found = nextWorking(calendar, addDays(away.to, 1))
  return found
}

/** Whether a step is said to somebody on a day: to whoever is on duty elsewhere (dinas) only that it is due that day. */
export function mayBeTold(absences: readonly Absence[], today: Day, step: string): boolean {
  return absences.every((one) => !covers(one, today) || (one.kind === 'dinas' && step === THE_DAY))
}

/** The absences that begin after a day with no working day in between. */
export function beginningAfter(
  absences: readonly Absence[],
  today: Day,
  calendar: Calendar,
): readonly Absence[] {
  return absences.filter(({ from }) => from > today && previousWorking(calendar, addDays(from, -1)) === today)
}

/**
 * What somebody is told on their last working day before an absence in which something falls due: the nearest of the
 * steps they would miss; on duty elsewhere they miss all but the day itself. Undefined where they miss none.
 */
export function beforeLeaving(steps: readonly Step[], due: Day, away: Absence, today: Day): Step | undefined {
  if (due < away.from || due > away.to) return undefined
  return steps.findLast(
    ({ step, day }) => day > today && day <= due && (away.kind === 'cuti' || step !== THE_DAY),
  )
}

function covers({ from, to }: Absence, day: Day): boolean {
  return from <= day && day <= to
}
