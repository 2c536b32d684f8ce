import { showDay } from '../indonesian/dates.ts'
import { daysOf } from './days.ts'
import type { OnDay, Recurrence } from './recurrence.ts'
import { texts } from './texts.ts'

const t = texts.show

/** A recurrence in words that `readRecurrence` reads again: "setiap tanggal 5", "setiap 31 Maret", "Senin, 5 April 2027". */
export function showRecurrence(recurrence: Recurrence): string {
  if (recurrence.kind === 'once') return showDay(recurrence.on)
  const { kind, on } = recurrence
  const isEnd = 'day' in on && on.day === 31
  if (kind === 'monthly') return t.every(isEnd ? t.ofMonth(t.end) : named(on))
  if (kind === 'quarterly')
    return isEnd && recurrence.month === 3
      ? t.every(t.endOfQuarter)
      : t.quarterly(named(on), recurrence.month)
  if (!('day' in on)) return t.yearly(named(on), recurrence.month)
  const isShorter = on.day > daysOf(recurrence.month)
  return t.every(isShorter ? t.endOf(recurrence.month) : t.dateOf(on.day, recurrence.month))
}

function named(on: OnDay): string {
  if ('working' in on) return t.working(on.working)
  return on.day === 31 ? t.end : t.date(on.day)
}
