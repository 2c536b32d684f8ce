import fc from 'fast-check'
import { shippedHolidays } from '../../src/calendar/shipped.ts'
import { type Calendar, calendarOf, HOLIDAY_KINDS, type Holiday, type Week } from '../../src/calendar.ts'
import { addDays, type Day } from '../../src/indonesian/dates.ts'

/** A day off of a test, by decree of the mayor. */
export function dayOff(day: Day, kind: Holiday['kind'] = 'daerah'): Holiday {
  return { day, kind, name: 'Hari uji', decree: 'SE Wali Kota Nomor 1' }
}

/** The calendar that ships. */
export const shipped = (week: Week = 5): Calendar => calendarOf(shippedHolidays(), week)

/** Any day of some years, two of them leap years. */
export const anyDay: fc.Arbitrary<Day> = fc
  .integer({ min: 0, max: 365 * 6 })
  .map((n) => addDays('2023-06-01', n))

/** Chains of days off of up to a fortnight, and working days that are none elsewhere. */
const chain = fc
  .tuple(anyDay, fc.integer({ min: 1, max: 14 }), fc.constantFrom(...HOLIDAY_KINDS))
  .map(([from, length, kind]) => Array.from({ length }, (_, i) => dayOff(addDays(from, i), kind)))

/** A calendar with and without the table that ships, holidays added anywhere, of five or six working days. */
export const anyCalendar: fc.Arbitrary<Calendar> = fc
  .tuple(fc.boolean(), fc.array(chain, { maxLength: 40 }), fc.constantFrom<Week>(5, 6))
  .map(([table, chains, week]) => calendarOf([...(table ? shippedHolidays() : []), ...chains.flat()], week))
