import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shippedHolidays } from '../../src/calendar/shipped.ts'
import {
  addWorkingDays,
  calendarOf,
  nextWorking,
  nthWorkingDay,
  previousWorking,
  workingDaysBetween,
  zoneName,
} from '../../src/calendar.ts'
import { addDays, type Day } from '../../src/indonesian/dates.ts'
import { anyCalendar, anyDay, dayOff, shipped } from './calendars.ts'

describe('the table of 2026', () => {
  const table = shippedHolidays()

  it('has the seventeen national holidays and eight days of cuti bersama of the joint decree', () => {
    expect(table.filter(({ kind }) => kind === 'nasional')).toHaveLength(17)
    expect(table.filter(({ kind }) => kind === 'bersama').map(({ day }) => day)).toEqual([
      '2026-02-16',
      '2026-03-18',
      '2026-03-20',
      '2026-03-23',
      '2026-03-24',
      '2026-05-15',
      '2026-05-28',
      '2026-12-24',
    ])
    expect(new Set(table.map(({ day }) => day)).size).toBe(25)
    expect(table.every(({ decree }) => decree.includes('1497 Tahun 2025'))).toBe(true)
  })

  it.each<[Day, boolean]>([
    ['2026-01-01', false],
    ['2026-01-02', true],
    ['2026-02-16', false],
    ['2026-03-17', true],
    ['2026-03-18', false],
    ['2026-03-24', false],
    ['2026-03-25', true],
    ['2026-03-28', false],
    ['2026-12-24', false],
    ['2026-12-31', true],
  ])('%s: a working day is %s', (day, working) => {
    expect(shipped().isWorking(day)).toBe(working)
  })

  it('counts the working days of a year as the office does', () => {
    expect(workingDaysBetween(shipped(), '2025-12-31', '2026-12-31')).toBe(240)
    expect(workingDaysBetween(shipped(6), '2025-12-31', '2026-12-31')).toBe(291)
  })

  it('carries over Nyepi and Idulfitri: from 18 to 24 March nobody works', () => {
    expect(nextWorking(shipped(), '2026-03-18')).toBe('2026-03-25')
    expect(previousWorking(shipped(), '2026-03-24')).toBe('2026-03-17')
    expect(addWorkingDays(shipped(), '2026-03-17', 1)).toBe('2026-03-25')
    expect(addWorkingDays(shipped(), '2026-03-25', -1)).toBe('2026-03-17')
    expect(nthWorkingDay(shipped(), '2026-03', 13)).toBe('2026-03-25')
  })

  it('knows 2026 and not 2027, where holidays of a fixed date count all the same', () => {
    const calendar = shipped()
    expect([calendar.knows(2026), calendar.knows(2027)]).toEqual([true, false])
    const fixed = ['2027-01-01', '2027-05-01', '2027-06-01', '2027-08-17', '2027-12-25']
    expect(fixed.map((day) => calendar.isWorking(day))).toEqual(fixed.map(() => false))
    expect(calendar.holiday('2027-08-17')).toMatchObject({ kind: 'nasional', name: 'Proklamasi Kemerdekaan' })
  })
})

describe('what officers add', () => {
  it('holds before what was there, also as a working day after all, and makes no year known', () => {
    const added = [dayOff('2026-12-24', 'kerja'), dayOff('2026-10-08'), dayOff('2027-08-16', 'nasional')]
    const calendar = calendarOf([...shippedHolidays(), ...added], 5)
    expect(calendar.isWorking('2026-12-24')).toBe(true)
    expect(calendar.isWorking('2026-10-08')).toBe(false)
    expect(calendar.isWorking('2027-08-16')).toBe(false)
    expect(calendar.knows(2027)).toBe(false)
  })

  it('can take a fixed holiday of an unknown year back, and make a Sunday a working day', () => {
    const calendar = calendarOf([dayOff('2027-06-01', 'kerja'), dayOff('2027-06-06', 'kerja')], 5)
    expect([calendar.isWorking('2027-06-01'), calendar.isWorking('2027-06-06')]).toEqual([true, true])
  })

  it('makes a year known once its table is there, and then only that counts', () => {
    const table = Array.from({ length: 15 }, (_, i) => dayOff(addDays('2027-02-01', i), 'nasional'))
    const calendar = calendarOf(table, 5)
    expect(calendar.knows(2027)).toBe(true)
    expect(calendar.isWorking('2027-06-01')).toBe(true)
  })

  it('a sixth day is Saturday', () => {
    expect([shipped(5).isWorking('2026-02-07'), shipped(6).isWorking('2026-02-07')]).toEqual([false, true])
    expect(shipped(6).isWorking('2026-02-08')).toBe(false)
  })
})

describe('of any calendar and any day', () => {
  it('the next and the previous working day are worked, and are their own next and previous', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, (calendar, day) => {
        const [next, previous] = [nextWorking(calendar, day), previousWorking(calendar, day)]
        expect(calendar.isWorking(next) && calendar.isWorking(previous)).toBe(true)
        expect(nextWorking(calendar, next)).toBe(next)
        expect(previousWorking(calendar, previous)).toBe(previous)
        expect(previous <= day && day <= next).toBe(true)
        expect(workingDaysBetween(calendar, previous, addDays(next, -1))).toBe(0)
      }),
    )
  })

  it('so many working days on and as many back is where one was, and as many days lie between', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, fc.integer({ min: -60, max: 60 }), (calendar, day, count) => {
        expect(addWorkingDays(calendar, day, 0)).toBe(day)
        const from = nextWorking(calendar, day)
        const to = addWorkingDays(calendar, from, count)
        expect(addWorkingDays(calendar, to, -count)).toBe(from)
        const [first, last] = count < 0 ? [to, from] : [from, to]
        expect(workingDaysBetween(calendar, first, last)).toBe(Math.abs(count))
      }),
    )
  })

  it('the nth working day of a month is the one that counting finds', () => {
    const place = fc.integer({ min: -32, max: 32 })
    fc.assert(
      fc.property(anyCalendar, anyDay, place, (calendar, day, n) => {
        const month = day.slice(0, 7)
        const worked: Day[] = []
        for (let one = `${month}-01`; one.startsWith(month); one = addDays(one, 1))
          if (calendar.isWorking(one)) worked.push(one)
        const counted = n > 0 ? worked[n - 1] : n < 0 ? worked[worked.length + n] : undefined
        expect(nthWorkingDay(calendar, month, n)).toBe(counted)
      }),
    )
  })
})

it.each([
  ['Asia/Jakarta', 'WIB'],
  ['Asia/Pontianak', 'WIB'],
  ['Asia/Makassar', 'WITA'],
  ['Asia/Jayapura', 'WIT'],
  ['Europe/Lisbon', 'Europe/Lisbon'],
])('the zone %s is called %s', (zone, name) => {
  expect(zoneName(zone)).toBe(name)
})
