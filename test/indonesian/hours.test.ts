import { expect, it } from 'vitest'
import { hourAt, isNight, isWorkingHour } from '../../src/indonesian/hours.ts'

const at = (time: string): Date => new Date(`2026-03-02T${time}+07:00`)

it('tells the hour where people are, not where the server stands', () => {
  const hours = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura', 'UTC'].map((zone) =>
    hourAt(at('00:30:00'), zone),
  )
  expect(hours).toEqual([0, 1, 2, 17])
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
