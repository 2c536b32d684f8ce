import type { Day } from '../indonesian/dates.ts'
import { weekdayOf } from './days.ts'
import { fixedHoliday, type Holiday } from './holiday.ts'

/** Working days a week: 5 are Monday to Friday, 6 Monday to Saturday (Perpres 21/2023). */
export type Week = 5 | 6

/** Which days are worked, as far as it is known. */
export interface Calendar {
  readonly week: Week
  isWorking(day: Day): boolean
  /** What the table says of a day, also where that is a weekend, or a working day after all. */
  holiday(day: Day): Holiday | undefined
  /** False where the table of a year is missing: then only weekends and holidays of fixed dates are known. */
  knows(year: number): boolean
}

/**
 * The calendar of these days; the later of two entries for one day holds. A year is known once its table is there: at
 * least ten national holidays, of which the joint decree has fifteen to seventeen, so that a day added early hides
 * nothing. Of an unknown year the national holidays of fixed dates count besides what is given.
 */
export function calendarOf(holidays: readonly Holiday[], week: Week): Calendar {
  const days = new Map(holidays.map((holiday) => [holiday.day, holiday]))
  const national = new Map<string, number>()
  for (const { day, kind } of days.values())
    if (kind === 'nasional') national.set(day.slice(0, 4), (national.get(day.slice(0, 4)) ?? 0) + 1)
  const isKnown = (year: string): boolean => (national.get(year) ?? 0) >= WHOLE_TABLE
  const holiday = (day: Day): Holiday | undefined =>
    days.get(day) ?? (isKnown(day.slice(0, 4)) ? undefined : fixedHoliday(day))
  const isWorking = (day: Day): boolean => {
    const kind = holiday(day)?.kind
    if (kind !== undefined) return kind === 'kerja'
    const weekday = weekdayOf(day)
    return weekday >= 1 && weekday <= week
  }
  const known = new Map<Day, boolean>()
  return {
    week,
    holiday,
    knows: (year) => isKnown(String(year)),
    isWorking(day) {
      const before = known.get(day)
      if (before !== undefined) return before
      if (known.size >= MOST_REMEMBERED) known.clear()
      const found = isWorking(day)
      known.set(day, found)
      return found
    },
  }
}

const WHOLE_TABLE = 10
/** Days whose answer is remembered: a dozen years, as nobody asks about more. */
const MOST_REMEMBERED = 5_000
