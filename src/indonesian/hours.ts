/** Local hours in which nobody wants to be woken by a notice. */
const NIGHT = { from: 21, until: 6 }
/** Local hours in which people are reminded of work. */
const WORK = { from: 7, until: 17 }

/** The hour of the day it is at an instant in a time zone, 0 to 23. */
export function hourAt(instant: Date, timeZone: string): number {
  const parts = { timeZone, hour: '2-digit', hourCycle: 'h23' } as const
  return Number(new Intl.DateTimeFormat('en-GB', parts).format(instant))
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
