import { expect, test } from 'vitest'
import { quantitiesAsked, quantitiesOf } from '../../src/regulations/quantities.ts'

test('a range names every value in it', () => {
  expect(quantitiesOf('selama 17 (tujuh belas) sampai dengan 20 (dua puluh) hari kerja')).toEqual([
    '17hari',
    '18hari',
    '19hari',
    '20hari',
  ])
})

test('an open range goes on for a while', () => {
  const named = quantitiesOf('28 (dua puluh delapan) hari kerja atau lebih')
  expect(named).toContain('28hari')
  expect(named).toContain('45hari')
  expect(named).not.toContain('27hari')
})

test('single quantities keep their unit', () => {
  expect(quantitiesOf('paling lama 3 (tiga) tahun dan 36% dari gaji')).toEqual(['3tahun', '36persen'])
})

test('a huge or backward range is bounded', () => {
  expect(quantitiesOf('1 sampai dengan 999 hari').length).toBeLessThan(100)
  expect(quantitiesOf('20 sampai dengan 10 hari')).toEqual(['10hari'])
})

test.each([
  ['bolos 19 hari kena apa', ['19hari']],
  ['udah dua minggu gak masuk', ['2minggu']],
  ['cuti sepuluh hari atau dua belas hari', ['10hari', '12hari']],
  ['berapa hari cuti tahunan', []],
])('%s', (question, expected) => {
  expect(quantitiesAsked(question)).toEqual(expected)
})
