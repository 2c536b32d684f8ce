import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays, dayAt } from '../../src/indonesian/dates.ts'
import { clockAt, hourAt, instantAt, isNight, isWorkingHour } from '../../src/indonesian/hours.ts'

const at = (time: string): Date => new Date(`2026-03-02T${time}+07:00`)

it('tells the hour where people are, not where the server stands', () => {
  const hours = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura', 'UTC'].map((zone) =>
    hourAt(at('00:30:00'), zone),
  )
  expect(hours).toEqual([0, 1, 2, 17])
})

it.each([
  ['Asia/Jakarta', '2026-03-20T11:30:00.000Z'],
  ['Asia/Makassar', '2026-03-20T10:30:00.000Z'],
  ['Asia/Jayapura', '2026-03-20T09:30:00.000Z'],
])('finds the instant at which clocks in %s show a time', (zone, instant) => {
  expect(instantAt('2026-03-20', '18:30', zone).toISOString()).toBe(instant)
})

it('the instant of a day and a time is that day and that time', () => {
  const day = fc.integer({ min: 0, max: 800 }).map((days) => addDays('2025-11-01', days))
  const two = (value: number): string => String(value).padStart(2, '0')
  const clock = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map(([hour, minute]) => `${two(hour)}:${two(minute)}`)
  fc.assert(
    fc.property(day, clock, fc.constantFrom('Asia/Jakarta', 'Asia/Jayapura'), (on, time, zone) => {
      const instant = instantAt(on, time, zone)
      expect([dayAt(instant, zone), clockAt(instant, zone)]).toEqual([on, time])
    }),
  )
  // where clocks are put forward in the night and back again
  expect(instantAt('2026-03-29', '08:00', 'Europe/Berlin').toISOString()).toBe('2026-03-29T06:00:00.000Z')
  expect(instantAt('2026-10-25', '08:00', 'Europe/Berlin').toISOString()).toBe('2026-10-25T07:00:00.000Z')
})

it('night is from nine to six, work from seven to five', () => {
  const times = [
    '05:59:59',
    '06:00:00',
    '06:59:59',
    '07:00:00',
    '16:59:59',
    '17:00:00',
    '20:59:59',
    '21:00:00',
  ]
  const told = times.map((time) => [
    isNight(at(time), 'Asia/Jakarta'),
    isWorkingHour(at(time), 'Asia/Jakarta'),
  ])
  expect(told).toEqual([
    [true, false],
    [false, false],
    [false, false],
    [false, true],
    [false, true],
    [false, false],
    [false, false],
    [true, false],
  ])
})
