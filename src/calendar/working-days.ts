import { addDays, type Day } from '../indonesian/dates.ts'
import type { Calendar } from './calendar.ts'
import { daysIn, type Month } from './days.ts'

/** The day itself where it is worked, else the first working day after it. */
export function nextWorking(calendar: Calendar, day: Day): Day {
  let found = day
  while (!calendar.isWorking(found)) found = addDays(found, 1)
  return found
}

/** The day itself where it is worked, else the last working day before it. */
export function previousWorking(calendar: Calendar, day: Day): Day {
  let found = day
  while (!calendar.isWorking(found)) found = addDays(found, -1)
  return found
}

/** The working day so many working days after a day, or before it where `count` is negative; with 0 the day itself. */
export function addWorkingDays(calendar: Calendar, day: Day, count: number): Day {
  let found = day
  for (let left = Math.abs(count); left > 0; left--)
    found =
      count > 0 ? nextWorking(calendar, addDays(found, 1)) : previousWorking(calendar, addDays(found, -1))
  return found
}

/** How many working days there are after `from`, up to and including `to`. */
export function workingDaysBetween(calendar: Calendar, from: Day, to: Day): number {
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (calendar.isWorking(day)) count++
  return count
}

/** The nth working day of a month, 1 for the first, -1 for the last; undefined where it has fewer. */
export function nthWorkingDay(calendar: Calendar, month: Month, n: number): Day | undefined {
  const days = daysIn(month).filter((day) => calendar.isWorking(day))
  return n === 0 ? undefined : days.at(n > 0 ? n - 1 : n)
}
