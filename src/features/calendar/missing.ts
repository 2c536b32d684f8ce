import type { Calendar } from '../../calendar.ts'
import type { Day } from '../../indonesian/dates.ts'

/** The month from which the table of the coming year is waited for: it is decreed in September or October. */
const EXPECTED_FROM = 10

/** The years whose table is missing on a day: this one, and from October on the coming one. */
export function missingYears(calendar: Calendar, today: Day): readonly number[] {
  const year = Number(today.slice(0, 4))
  const years = Number(today.slice(5, 7)) >= EXPECTED_FROM ? [year, year + 1] : [year]
  return years.filter((one) => !calendar.knows(one))
}
