import type { Day } from '../indonesian/dates.ts'

/** What a day of the table is: libur nasional, cuti bersama, a local holiday, or a working day after all. */
export const HOLIDAY_KINDS = ['nasional', 'bersama', 'daerah', 'kerja'] as const
export type HolidayKind = (typeof HOLIDAY_KINDS)[number]

/** A day that is not what its weekday says, with the decree that makes it so. */
export interface Holiday {
  readonly day: Day
  readonly kind: HolidayKind
  readonly name: string
  readonly decree: string
}

const KEPPRES = 'Keppres Nomor 8 Tahun 2024'
const FIXED: readonly (readonly [monthAndDay: string, name: string])[] = [
  ['01-01', 'Tahun Baru Masehi'],
  ['05-01', 'Hari Buruh Internasional'],
  ['06-01', 'Hari Lahir Pancasila'],
  ['08-17', 'Proklamasi Kemerdekaan'],
  ['12-25', 'Kelahiran Yesus Kristus (Natal)'],
]

/** The national holidays that are on the same date every year (Keppres 8/2024): all that is certain without a table. */
export function fixedHoliday(day: Day): Holiday | undefined {
  const found = FIXED.find(([date]) => date === day.slice(5))
  return found && { day, kind: 'nasional', name: found[1], decree: KEPPRES }
}
