import { addDays, type Day } from '../../../indonesian/dates.ts'
import type { TotalStore, Which } from '../counting/total-store.ts'
import { monthOf, monthsAfter } from '../period.ts'

/** Which answers are shown, and how many people gave them. */
export interface Settled {
  readonly which: Which
  readonly answered: number
}

/**
 * Of a period that goes on, the months that are over, as long as each step adds as many answers as the minimum: whoever
 * looks before and after somebody has answered sees the same. Once the period is over, all of it.
 */
export async function settledOf(
  totals: Pick<TotalStore, 'byMonth'>,
  which: Which,
  minimum: number,
  today: Day,
): Promise<Settled> {
  const months = await totals.byMonth(which)
  let [shown, waiting, until]: [number, number, Day] = [0, 0, '1000-01-01']
  for (const { month, answered } of months) {
    if (which.until >= today && month >= monthOf(today)) break
    waiting += answered
    if (waiting < minimum && which.until >= today) continue
    shown += waiting
    waiting = 0
    until = addDays(monthsAfter(month, 1), -1)
  }
  return { which: { ...which, until }, answered: shown }
}
