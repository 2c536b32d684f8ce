import type { Day } from '../indonesian/dates.ts'

/** A month of a year: "2026-03". */
export type Month = string

/** The day of the week, 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}

/** The month a day is in. */
export function monthOf(day: Day): Month {
  return day.slice(0, 7)
}

/** The month so many months after (before, when negative) another. */
export function addMonths(month: Month, months: number): Month {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const count = year * 12 + number - 1 + months
  const pad = (value: number, size: number): string => String(value).padStart(size, '0')
  return `${pad(Math.floor(count / 12), 4)}-${pad((count % 12) + 1, 2)}`
}

/** The first day of a month. */
export function firstOf(month: Month): Day {
  return `${month}-01`
}

/** The last day of a month. */
export function lastOf(month: Month): Day {
  return `${month}-${daysOf(Number(month.slice(5)), Number(month.slice(0, 4)))}`
}

/** Day 1 to 31 of a month, its last one where the month is shorter. */
export function dayIn(month: Month, number: number): Day {
  const day = `${month}-${String(number).padStart(2, '0')}`
  const last = lastOf(month)
  return day < last ? day : last
}

/** The day of the month, 1 to 31. */
export function numberOf(day: Day): number {
  return Number(day.slice(8, 10))
}

/** Every day of a month, in order. */
export function daysIn(month: Month): readonly Day[] {
  const count = numberOf(lastOf(month))
  return Array.from({ length: count }, (_, i) => `${month}-${String(i + 1).padStart(2, '0')}`)
}

/** How many days a month of a year has; of any leap year where none is given. */
export function daysOf(month: number, year = 2024): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}
