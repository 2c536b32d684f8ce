import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shippedHolidays } from '../../src/calendar/shipped.ts'
import {
  calendarOf,
  nextWorking,
  nthWorkingDay,
  type OnDay,
  occurrencesBetween,
  previousWorking,
  type Recurrence,
  type Shift,
} from '../../src/calendar.ts'
import { addDays, type Day } from '../../src/indonesian/dates.ts'
import { anyCalendar, anyDay, dayOff, shipped } from './calendars.ts'

const SHIFTS: readonly Shift[] = ['none', 'before', 'after']
const onDay: fc.Arbitrary<OnDay> = fc.oneof(
  fc.integer({ min: 1, max: 31 }).map((day) => ({ day })),
  fc.integer({ min: 1, max: 20 }).map((working) => ({ working })),
  fc.integer({ min: -20, max: -1 }).map((working) => ({ working })),
)
const repeating: fc.Arbitrary<Recurrence> = fc.oneof(
  onDay.map((on): Recurrence => ({ kind: 'monthly', on })),
  fc
    .tuple(fc.constantFrom<1 | 2 | 3>(1, 2, 3), onDay)
    .map(([month, on]): Recurrence => ({ kind: 'quarterly', month, on })),
  fc
    .tuple(fc.integer({ min: 1, max: 12 }), onDay)
    .map(([month, on]): Recurrence => ({ kind: 'yearly', month, on })),
)
const anyRecurrence = fc.oneof(
  repeating,
  anyDay.map((on): Recurrence => ({ kind: 'once', on })),
)
const dues = (
  recurrence: Recurrence,
  shift: Shift,
  from: Day,
  to: Day,
  calendar = shipped(),
): readonly Day[] => occurrencesBetween(recurrence, shift, calendar, from, to).map(({ due }) => due)
const labels = (recurrence: Recurrence, from: Day, to: Day): readonly string[] =>
  occurrencesBetween(recurrence, 'none', shipped(), from, to).map(({ period }) => period.label)

describe('the days things fall due', () => {
  it('the 31st is the last day of shorter months, also of February in a leap year', () => {
    const monthly: Recurrence = { kind: 'monthly', on: { day: 31 } }
    expect(dues(monthly, 'none', '2026-01-01', '2026-06-30')).toEqual([
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
      '2026-05-31',
      '2026-06-30',
    ])
    expect(dues(monthly, 'none', '2028-02-01', '2028-02-29')).toEqual(['2028-02-29'])
  })

  it('29 February is the 28th in other years', () => {
    expect(dues({ kind: 'yearly', month: 2, on: { day: 29 } }, 'none', '2027-01-01', '2028-12-31')).toEqual([
      '2027-02-28',
      '2028-02-29',
    ])
  })

  it('a date within the chain of Nyepi and Idulfitri moves out of it, before or after', () => {
    const twentieth: Recurrence = { kind: 'monthly', on: { day: 20 } }
    expect(dues(twentieth, 'none', '2026-03-01', '2026-03-31')).toEqual(['2026-03-20'])
    expect(dues(twentieth, 'before', '2026-03-01', '2026-03-31')).toEqual(['2026-03-17'])
    expect(dues(twentieth, 'after', '2026-03-01', '2026-03-31')).toEqual(['2026-03-25'])
  })

  it('what moves across the turn of a year is found in the year it falls due in', () => {
    const end: Recurrence = { kind: 'yearly', month: 12, on: { day: 31 } }
    const calendar = calendarOf([...shippedHolidays(), dayOff('2026-12-31'), dayOff('2026-12-30')], 5)
    expect(dues(end, 'after', '2027-01-01', '2027-01-31', calendar)).toEqual(['2027-01-04'])
    expect(dues(end, 'after', '2026-12-01', '2026-12-31', calendar)).toEqual([])
    const first: Recurrence = { kind: 'monthly', on: { day: 1 } }
    expect(dues(first, 'before', '2026-12-25', '2026-12-31')).toEqual(['2026-12-31'])
    expect(occurrencesBetween(first, 'before', shipped(), '2026-12-25', '2026-12-31')[0]?.nominal).toBe(
      '2027-01-01',
    )
  })

  it('counts working days from both ends of a month', () => {
    expect(dues({ kind: 'monthly', on: { working: 3 } }, 'none', '2026-01-01', '2026-03-31')).toEqual([
      '2026-01-06',
      '2026-02-04',
      '2026-03-04',
    ])
    expect(
      dues({ kind: 'quarterly', month: 3, on: { working: -1 } }, 'none', '2026-01-01', '2026-12-31'),
    ).toEqual(['2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31'])
  })

  it('a month with fewer working days than that has its last', () => {
    const most = Array.from({ length: 25 }, (_, i) => dayOff(addDays('2026-07-01', i)))
    const calendar = calendarOf([...shippedHolidays(), ...most], 5)
    expect(
      dues({ kind: 'monthly', on: { working: 10 } }, 'none', '2026-07-01', '2026-07-31', calendar),
    ).toEqual(['2026-07-31'])
  })

  it('something once falls due once, within the days that are asked about', () => {
    const once: Recurrence = { kind: 'once', on: '2026-12-25' }
    expect(dues(once, 'before', '2026-12-01', '2026-12-31')).toEqual(['2026-12-23'])
    expect(dues(once, 'before', '2026-12-24', '2026-12-31')).toEqual([])
    expect(dues(once, 'none', '2026-12-31', '2026-12-01')).toEqual([])
  })
})

describe('what the report is about', () => {
  it.each<[string, Recurrence, Day, string, Day, Day]>([
    [
      'early in a month: the one before',
      { kind: 'monthly', on: { day: 5 } },
      '2026-12-05',
      'November 2026',
      '2026-11-01',
      '2026-11-30',
    ],
    [
      'until the 15th',
      { kind: 'monthly', on: { day: 15 } },
      '2026-01-15',
      'Desember 2025',
      '2025-12-01',
      '2025-12-31',
    ],
    [
      'from the 16th: that month',
      { kind: 'monthly', on: { day: 16 } },
      '2026-02-16',
      'Februari 2026',
      '2026-02-01',
      '2026-02-28',
    ],
    [
      'an early working day',
      { kind: 'monthly', on: { working: 3 } },
      '2026-02-04',
      'Januari 2026',
      '2026-01-01',
      '2026-01-31',
    ],
    [
      'the last working day',
      { kind: 'monthly', on: { working: -1 } },
      '2026-02-27',
      'Februari 2026',
      '2026-02-01',
      '2026-02-28',
    ],
    [
      'the first month of a quarter',
      { kind: 'quarterly', month: 1, on: { day: 10 } },
      '2026-01-10',
      'triwulan IV 2025',
      '2025-10-01',
      '2025-12-31',
    ],
    [
      'the end of a quarter',
      { kind: 'quarterly', month: 3, on: { day: 31 } },
      '2026-09-30',
      'triwulan III 2026',
      '2026-07-01',
      '2026-09-30',
    ],
    [
      'the middle of a quarter',
      { kind: 'quarterly', month: 2, on: { day: 1 } },
      '2026-05-01',
      'triwulan II 2026',
      '2026-04-01',
      '2026-06-30',
    ],
    [
      'LHKPN',
      { kind: 'yearly', month: 3, on: { day: 31 } },
      '2026-03-31',
      'tahun 2025',
      '2025-01-01',
      '2025-12-31',
    ],
    [
      'late in a year',
      { kind: 'yearly', month: 12, on: { day: 31 } },
      '2026-12-31',
      'tahun 2026',
      '2026-01-01',
      '2026-12-31',
    ],
    ['once', { kind: 'once', on: '2026-03-10' }, '2026-03-10', 'Februari 2026', '2026-02-01', '2026-02-28'],
  ])('%s', (_, recurrence, due, label, from, to) => {
    expect(occurrencesBetween(recurrence, 'none', shipped(), due, due)).toMatchObject([
      { due, period: { label, from, to } },
    ])
  })

  it('does not change with the day a date is moved to', () => {
    const calendar = calendarOf([dayOff('2026-06-15')], 5)
    const [moved] = occurrencesBetween(
      { kind: 'monthly', on: { day: 15 } },
      'after',
      calendar,
      '2026-06-16',
      '2026-06-16',
    )
    expect(moved).toMatchObject({ nominal: '2026-06-15', due: '2026-06-16', period: { label: 'Mei 2026' } })
  })

  it('every month and every quarter has its turn', () => {
    expect(labels({ kind: 'quarterly', month: 1, on: { day: 5 } }, '2026-01-01', '2026-12-31')).toEqual([
      'triwulan IV 2025',
      'triwulan I 2026',
      'triwulan II 2026',
      'triwulan III 2026',
    ])
  })
})

describe('of any recurrence, calendar and years', () => {
  const years = fc
    .tuple(anyDay, fc.integer({ min: 0, max: 900 }))
    .map(([from, days]) => [from, addDays(from, days)] as const)

  it('is each nominal day once, in order, due on a working day where it is moved, and about days before the next', () => {
    fc.assert(
      fc.property(
        anyRecurrence,
        fc.constantFrom(...SHIFTS),
        anyCalendar,
        years,
        (recurrence, shift, calendar, [from, to]) => {
          const found = occurrencesBetween(recurrence, shift, calendar, from, to)
          expect(new Set(found.map(({ nominal }) => nominal)).size).toBe(found.length)
          for (const [i, { nominal, due, period }] of found.entries()) {
            expect(due >= from && due <= to && period.from <= period.to).toBe(true)
            expect(nominal > (found[i - 1]?.nominal ?? '') && due >= (found[i - 1]?.due ?? '')).toBe(true)
            const isCounted = recurrence.kind !== 'once' && 'working' in recurrence.on
            if (isCounted)
              expect(due.slice(0, 7) === nominal.slice(0, 7) || !hasWork(calendar, nominal)).toBe(true)
            else if (shift === 'none') expect(due).toBe(nominal)
            else
              expect(due).toBe(
                shift === 'before' ? previousWorking(calendar, nominal) : nextWorking(calendar, nominal),
              )
            if (isCounted) expect(calendar.isWorking(due)).toBe(true)
          }
        },
      ),
    )
  })

  it('nothing is missing and nothing is found twice, however the years are cut', () => {
    fc.assert(
      fc.property(
        repeating,
        fc.constantFrom(...SHIFTS),
        anyCalendar,
        years,
        fc.nat(900),
        (recurrence, shift, calendar, [from, to], cut) => {
          const middle = addDays(from, Math.min(cut, daysBetween(from, to)))
          const whole = occurrencesBetween(recurrence, shift, calendar, from, to)
          expect([
            ...occurrencesBetween(recurrence, shift, calendar, from, middle),
            ...occurrencesBetween(recurrence, shift, calendar, addDays(middle, 1), to),
          ]).toEqual(whole)
        },
      ),
    )
  })

  it('a whole year has twelve months, four quarters, one year, whatever their calendar', () => {
    fc.assert(
      fc.property(
        repeating,
        anyCalendar,
        fc.integer({ min: 2024, max: 2028 }),
        (recurrence, calendar, year) => {
          const found = occurrencesBetween(
            recurrence,
            'none',
            calendar,
            `${year - 1}-11-01`,
            `${year + 1}-02-28`,
          )
          const within = found.filter(({ nominal }) => nominal.startsWith(String(year)))
          expect(within).toHaveLength({ once: 1, monthly: 12, quarterly: 4, yearly: 1 }[recurrence.kind])
        },
      ),
    )
  })

  it('the identity of an occurrence stays when holidays change', () => {
    fc.assert(
      fc.property(repeating, anyCalendar, anyCalendar, (recurrence, before, after) => {
        const nominals = (calendar: typeof before): readonly Day[] =>
          occurrencesBetween(recurrence, 'after', calendar, '2024-01-01', '2027-12-31')
            .map(({ nominal }) => nominal)
            .filter((day) => day > '2024-02-15' && day < '2027-11-15')
        expect(nominals(after)).toEqual(nominals(before))
      }),
    )
  })

  it('an nth working day is the one that counting finds', () => {
    const place = fc.integer({ min: -15, max: 15 }).filter((n) => n !== 0)
    fc.assert(
      fc.property(anyCalendar, place, fc.integer({ min: 1, max: 12 }), (calendar, working, number) => {
        const month = `2026-${String(number).padStart(2, '0')}`
        const counted = nthWorkingDay(calendar, month, working)
        fc.pre(counted !== undefined)
        const found = occurrencesBetween(
          { kind: 'monthly', on: { working } },
          'none',
          calendar,
          `${month}-01`,
          `${month}-31`,
        )
        expect(found.map(({ due }) => due)).toContain(counted)
      }),
    )
  })
})

function hasWork(calendar: Parameters<typeof nthWorkingDay>[0], day: Day): boolean {
  return nthWorkingDay(calendar, day.slice(0, 7), 1) !== undefined
}

function daysBetween(from: Day, to: Day): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000
}
