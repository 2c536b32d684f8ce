import { addDays, type Day } from '../indonesian/dates.ts'
import type { Calendar } from './calendar.ts'
import { addMonths, dayIn, firstOf, lastOf, type Month, monthOf } from './days.ts'
import { periodOf } from './period.ts'
import type { Occurrence, OnDay, Recurrence, Shift } from './recurrence.ts'
import { nextWorking, nthWorkingDay, previousWorking } from './working-days.ts'

/** When something falls due between two days, both included, in their order; a date on a day off is moved as `shift` says. */
export function occurrencesBetween(
  recurrence: Recurrence,
  shift: Shift,
  calendar: Calendar,
  from: Day,
  to: Day,
): readonly Occurrence[] {
  if (from > to) return []
  return nominals(recurrence, calendar, from, to)
    .map((nominal) => ({ nominal, due: dueOf(recurrence, shift, calendar, nominal) }))
    .filter(({ due }) => due >= from && due <= to)
    .map(({ nominal, due }) => ({ nominal, due, period: periodOf(recurrence, nominal) }))
}

/** Every nominal day whose due day may lie between two days, and some more. */
function nominals(recurrence: Recurrence, calendar: Calendar, from: Day, to: Day): readonly Day[] {
  if (recurrence.kind === 'once') return [recurrence.on]
  // whatever is moved past a chain of days off began within or beside that chain
  const first = monthOf(previousWorking(calendar, addDays(from, -1)))
  const last = monthOf(nextWorking(calendar, addDays(to, 1)))
  const found: Day[] = []
  for (let month = first; month <= last; month = addMonths(month, 1))
    if (isMonthOf(recurrence, month)) found.push(nominalIn(month, recurrence.on))
  return found
}

function isMonthOf(recurrence: Recurrence, month: Month): boolean {
  const number = Number(month.slice(5))
  if (recurrence.kind === 'quarterly') return ((number - 1) % 3) + 1 === recurrence.month
  return recurrence.kind !== 'yearly' || number === recurrence.month
}

function nominalIn(month: Month, on: OnDay): Day {
  if ('day' in on) return dayIn(month, on.day)
  const away = Math.abs(on.working) - 1
  const days = away + 2 * Math.floor(away / 5)
  if (on.working > 0) return dayIn(month, days + 1)
  const day = addDays(lastOf(month), -days)
  return day < firstOf(month) ? firstOf(month) : day
}

function dueOf(recurrence: Recurrence, shift: Shift, calendar: Calendar, nominal: Day): Day {
  if (recurrence.kind !== 'once' && 'working' in recurrence.on)
    return workingDue(calendar, monthOf(nominal), recurrence.on.working)
  if (shift === 'none') return nominal
  return shift === 'before' ? previousWorking(calendar, nominal) : nextWorking(calendar, nominal)
}

/** A month with fewer working days than asked for has its last (counted from the end: its first) instead. */
function workingDue(calendar: Calendar, month: Month, n: number): Day {
  const furthest = n > 0 ? -1 : 1
  return (
    nthWorkingDay(calendar, month, n) ??
    nthWorkingDay(calendar, month, furthest) ??
    (n > 0 ? nextWorking(calendar, lastOf(month)) : previousWorking(calendar, firstOf(month)))
  )
}
