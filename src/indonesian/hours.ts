import { type Day, dayAt } from './dates.ts'

const MINUTE_MS = 60_000
/** Local hours in which nobody wants to be woken by a notice. */
const NIGHT = { from: 21, until: 6 }
/** Local hours in which people are reminded of work. */
const WORK = { from: 7, until: 17 }

/** The hour of the day it is at an instant in a time zone, 0 to 23. */
export function hourAt(instant: Date, timeZone: string): number {
  return Number(clockAt(instant, timeZone).slice(0, 2))
}

/** What the clocks of a time zone show at an instant: "07:30". */
export function clockAt(instant: Date, timeZone: string): string {
  const parts = { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  return new Intl.DateTimeFormat('en-GB', parts).format(instant)
}

/** The instant at which the clocks of a time zone show a time ("07:30") on a day. */
export function instantAt(day: Day, clock: string, timeZone: string): Date {
  const wall = Date.parse(`${day}T${clock}:00Z`)
  const guess = wall - ahead(new Date(wall), timeZone)
  return new Date(wall - ahead(new Date(guess), timeZone)) // once more: clocks may be put forward in between
}

/** How far the clocks of a time zone are ahead of UTC at an instant, in milliseconds. */
function ahead(instant: Date, timeZone: string): number {
  const wall = Date.parse(`${dayAt(instant, timeZone)}T${clockAt(instant, timeZone)}:00Z`)
  return wall - Math.floor(instant.getTime() / MINUTE_MS) * MINUTE_MS
}

/** True from 21.00 to 06.00. */
export function isNight(instant: Date, timeZone: string): boolean {
  const hour = hourAt(instant, timeZone)
  return hour >= NIGHT.from || hour < NIGHT.until
}

/** True from 07.00 to 17.00: a clock that was stopped may tick at any time. */
export function isWorkingHour(instant: Date, timeZone: string): boolean {
  const hour = hourAt(instant, timeZone)
  return hour >= WORK.from && hour < WORK.until
}
