import type { Day } from '../indonesian/dates.ts'
import { addMonths, firstOf, lastOf, type Month, monthOf, numberOf } from './days.ts'
import type { Period, Recurrence } from './recurrence.ts'
import { texts } from './texts.ts'

/**
 * What a report that falls due on a nominal day is about. Due in the first half of a month (until the 15th), of a
 * quarter (its first month) or of a year (until June) it is about the one before, else about the one it is in.
 */
export function periodOf({ kind }: Recurrence, nominal: Day): Period {
  const month = monthOf(nominal)
  const number = Number(month.slice(5))
  if (kind === 'yearly') {
    const year = Number(month.slice(0, 4)) - (number <= 6 ? 1 : 0)
    return period(`${year}-01`, 12, texts.year(year))
  }
  if (kind === 'quarterly') {
    const place = (number - 1) % 3
    const first = addMonths(month, place === 0 ? -3 : -place)
    const quarter = (Number(first.slice(5)) + 2) / 3
    return period(first, 3, texts.quarter(quarter, Number(first.slice(0, 4))))
  }
  const about = addMonths(month, numberOf(nominal) <= 15 ? -1 : 0)
  return period(about, 1, texts.month(Number(about.slice(5)), Number(about.slice(0, 4))))
}

function period(first: Month, months: number, label: string): Period {
  return { from: firstOf(first), to: lastOf(addMonths(first, months - 1)), label }
}
