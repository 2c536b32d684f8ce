import type { Day } from '../indonesian/dates.ts'

/** A day of a month: its date, 31 being the last of shorter months too, or its nth working day, -1 for the last. */
export type OnDay = { readonly day: number } | { readonly working: number }

/** When something falls due: once, or again and again. `month` of a quarter is 1 to 3, of a year 1 to 12. */
export type Recurrence =
  | { readonly kind: 'once'; readonly on: Day }
  | { readonly kind: 'monthly'; readonly on: OnDay }
  | { readonly kind: 'quarterly'; readonly month: 1 | 2 | 3; readonly on: OnDay }
  | { readonly kind: 'yearly'; readonly month: number; readonly on: OnDay }

/** What happens where a date is a day off: it stays, or moves to the working day before or after. */
export type Shift = 'none' | 'before' | 'after'

/** The days a report is about, and what people call them: "November 2026", "triwulan III 2026", "tahun 2026". */
export interface Period {
  readonly from: Day
  readonly to: Day
  readonly label: string
}

/**
 * One time something falls due. `nominal` is its identity: it depends on the recurrence alone and stays when holidays
 * change. It is the date that was asked for; of an nth working day the date that day would have in a month that
 * begins on a Monday (ends on a Friday, counted from the end) and has no holiday. `due` is the day that counts.
 */
export interface Occurrence {
  readonly nominal: Day
  readonly due: Day
  readonly period: Period
}
