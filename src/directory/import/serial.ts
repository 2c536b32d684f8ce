import type { Day } from '../../indonesian/dates.ts'

const DAY_MS = 86_400_000
/** Day nought, so that every day from March 1900 on is right; the years before have a leap day that never was. */
const SINCE_1900 = Date.UTC(1899, 11, 30)
const SINCE_1904 = Date.UTC(1904, 0, 1)
const [LOWEST, HIGHEST] = [61, 109_574]

/** The day a spreadsheet means by a number; undefined where that is none between March 1900 and the year 2199. */
export function dayOfSerial(serial: number, since1904 = false): Day | undefined {
  if (!(serial >= LOWEST && serial < HIGHEST)) return undefined
  const from = since1904 ? SINCE_1904 : SINCE_1900
  return new Date(from + Math.floor(serial) * DAY_MS).toISOString().slice(0, 10)
}
