import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarOf, type Holiday } from '../../src/calendar.ts'
import {
  type Course,
  daysUntil,
  dueNext,
  stoodStillFor,
} from '../../src/features/feedback/tickets/deadlines.ts'
import { addDays } from '../../src/indonesian/dates.ts'

const off = (day: string, name: string): Holiday => ({ day, name, kind: 'nasional', decree: 'uji' })
/** Nyepi with its cuti bersama, and Idulfitri with its, in March 2026. */
const MARCH = calendarOf(
  [
    off('2026-03-18', 'Cuti bersama Nyepi'),
    off('2026-03-19', 'Nyepi'),
    off('2026-03-20', 'Cuti bersama Idulfitri'),
    off('2026-03-23', 'Cuti bersama Idulfitri'),
    off('2026-03-24', 'Cuti bersama Idulfitri'),
  ],
  5,
)
const NEW: Course = {
  receivedOn: '2026-03-02',
  verifiedOn: null,
  answeredOn: null,
  askedOn: null,
  stoodStill: 0,
}

describe('what is due of a ticket, counted by hand', () => {
  it.each([
    ['on a Monday: looked at by Thursday', NEW, 'verify', '2026-03-05'],
    ['on a Friday: by Wednesday', { ...NEW, receivedOn: '2026-03-06' }, 'verify', '2026-03-11'],
    ['on a Sunday: as if on Friday', { ...NEW, receivedOn: '2026-03-08' }, 'verify', '2026-03-11'],
    ['before the days off: after them', { ...NEW, receivedOn: '2026-03-17' }, 'verify', '2026-03-27'],
    [
      'looked at the same day: answered in five',
      { ...NEW, verifiedOn: '2026-03-02' },
      'answer',
      '2026-03-09',
    ],
    ['looked at before the days off', { ...NEW, verifiedOn: '2026-03-16' }, 'answer', '2026-03-30'],
    [
      'the days it stood still are added',
      { ...NEW, verifiedOn: '2026-03-02', stoodStill: 2 },
      'answer',
      '2026-03-11',
    ],
    [
      'answered: closed after ten',
      { ...NEW, verifiedOn: '2026-03-02', answeredOn: '2026-03-03' },
      'close',
      '2026-03-17',
    ],
    ['answered before the days off', { ...NEW, answeredOn: '2026-03-10' }, 'close', '2026-03-31'],
    [
      'asked back: closed after ten',
      { ...NEW, verifiedOn: '2026-03-02', askedOn: '2026-03-03' },
      'close',
      '2026-03-17',
    ],
  ] as const)('%s', (_, course, what, on) => {
    expect(dueNext(course, MARCH)).toEqual({ what, on })
  })

  it('follows what the office promises', () => {
    expect(dueNext(NEW, MARCH, { verify: 1, answer: 2, close: 3 }).on).toBe('2026-03-03')
    const six = calendarOf([], 6)
    expect(dueNext({ ...NEW, receivedOn: '2026-03-06' }, six).on).toBe('2026-03-10')
  })

  it('stands still from a question to its answer', () => {
    expect(stoodStillFor('2026-03-17', '2026-03-25', MARCH)).toBe(1)
    expect(stoodStillFor('2026-03-03', '2026-03-03', MARCH)).toBe(0)
  })

  it('is always on a working day, and no earlier for a question or a day off', () => {
    const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays('2025-12-01', days))
    const days = fc.array(day, { maxLength: 40 })
    fc.assert(
      fc.property(days, day, fc.nat(5), (holidays, receivedOn, stoodStill) => {
        const calendar = calendarOf(
          holidays.map((one) => off(one, 'Libur')),
          5,
        )
        const plain = dueNext({ ...NEW, receivedOn }, calendarOf([], 5)).on
        const due = dueNext({ ...NEW, receivedOn, stoodStill }, calendar).on
        expect(calendar.isWorking(due)).toBe(true)
        expect(due >= plain).toBe(true)
        expect(daysUntil(due, receivedOn, calendar)).toBe(3 + stoodStill)
        expect(daysUntil(receivedOn, due, calendar)).toBeLessThanOrEqual(0)
      }),
    )
  })
})
