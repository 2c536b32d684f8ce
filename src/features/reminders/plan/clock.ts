import type { Day } from '../../../indonesian/dates.ts'

/** People are written to from six until before six in the evening, in the organization's zone. */
export const [EARLIEST_HOUR, LATEST_HOUR] = [6, 17]

/** Whether somebody may be written to at an hour who did not ask just now. */
export function isHumane(hour: number): boolean {
  return hour >= EARLIEST_HOUR && hour <= LATEST_HOUR
}

/** The instant at which a day has come to an hour in a time zone. */
export function instantOf(day: Day, hour: number, timeZone: string): Date {
  const wanted = Date.parse(`${day}T${String(hour).padStart(2, '0')}:00:00Z`)
  const off = offsetAt(new Date(wanted), timeZone)
  return new Date(wanted - offsetAt(new Date(wanted - off), timeZone)) // once more, where the clocks change in between
}

/** How far the clocks of a zone are ahead of UTC at an instant, in milliseconds. */
function offsetAt(instant: Date, timeZone: string): number {
  const shown = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(instant)
  return Date.parse(`${shown.replace(' ', 'T')}Z`) - Math.floor(instant.getTime() / 1000) * 1000
}
