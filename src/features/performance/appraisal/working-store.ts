import type { Day } from '../../../indonesian/dates.ts'

/** Tells which day it is, for those who leave; the database's own day where it does not. */
export type Today = () => Day | null

/** SQL that is true of an entry that works here on a day, given by its placeholder ("$4"): the last day is before `left_on`. */
export function works(entry: string, today: string): string {
  return `coalesce(${entry}.left_on > coalesce(${today}::date, current_date), true)`
}

/** SQL that joins whoever is to rate an entry as "above": nobody is above themselves, also where it says so by mistake. */
export function joinAbove(entry: string, today: string): string {
  return `left join employee above on above.id = ${entry}.supervisor and above.id <> ${entry}.id
    and ${works('above', today)} and ${works(entry, today)}`
}
