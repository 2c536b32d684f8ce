import type { Day } from '../../../indonesian/dates.ts'

/** A day without its weekday: "31 Maret 2026". */
export function shownDay(day: Day): string {
  return DAY.format(new Date(`${day}T00:00:00Z`))
}

const DAY = new Intl.DateTimeFormat('id-ID', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})
