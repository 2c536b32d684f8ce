import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { quotas, responseRate, sampleSize } from '../../src/features/surveys/sample.ts'

/** Of the table that Krejcie and Morgan printed (1970): population and sample. */
const PRINTED =
  `10 10, 15 14, 20 19, 25 24, 30 28, 40 36, 50 44, 60 52, 70 59, 80 66, 90 73, 100 80, 120 92, 150 108,
  160 113, 200 132, 250 152, 300 169, 360 186, 400 196, 460 210, 500 217, 600 234, 700 248, 800 260, 900 269, 1000 278,
  1200 291, 1500 306, 2000 322, 2600 335, 3000 341, 4000 351, 5000 357, 7000 364, 9000 368, 10000 370, 15000 375,
  20000 377, 30000 379, 40000 380, 50000 381, 75000 382`
    .split(/,\s+/)
    .map((pair) => pair.split(' ').map(Number) as [number, number])

test.each(PRINTED)('of %i people %i are asked, as printed', (population, sample) => {
  expect(sampleSize(population)).toBe(sample)
})

test('it is never more than everybody, never falls, and stays below 385', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000_000 }), (population) => {
      const sample = sampleSize(population)
      expect(sample).toBeGreaterThan(0)
      expect(sample).toBeLessThanOrEqual(Math.min(population, 384))
      expect(sampleSize(population + 1)).toBeGreaterThanOrEqual(sample)
    }),
  )
  expect([0, -5, 2.5, Number.NaN].map(sampleSize)).toEqual([0, 0, 0, 0])
})

describe('quotas', () => {
  it('give what is left to the largest remainders: 10 of 5, 3 and 3 are 4.55, 2.73, 2.73', () => {
    const parts = [
      { name: 'KTP', size: 5 },
      { name: 'KK', size: 3 },
      { name: 'Akta', size: 3 },
    ]
    expect(quotas(10, parts).map(({ quota }) => quota)).toEqual([4, 3, 3])
    expect(quotas(1, [...parts.slice(1)]).map(({ quota }) => quota)).toEqual([1, 0])
    expect(quotas(99, parts).map(({ quota }) => quota)).toEqual([5, 3, 3])
    expect(quotas(5, [{ name: 'KTP', size: 0 }])).toEqual([{ name: 'KTP', size: 0, quota: 0 }])
  })

  it('add up to what is wanted, and differ from exact shares by less than one', () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), sizes, (total, list) => {
        const shared = quotas(
          total,
          list.map((size, i) => ({ name: `unit ${i}`, size })),
        )
        const all = list.reduce((sum, size) => sum + size, 0)
        const wanted = Math.min(total, all)
        expect(shared.reduce((sum, { quota }) => sum + quota, 0)).toBe(wanted)
        for (const { size, quota } of shared) {
          expect(quota).toBeLessThanOrEqual(size)
          expect(Math.abs(quota - (all === 0 ? 0 : (wanted * size) / all))).toBeLessThan(1)
        }
      }),
    )
  })
})

test('the response rate has one decimal, half up, and is none where nobody was asked', () => {
  expect(responseRate(2, 3)).toBe(66.7)
  expect(responseRate(1, 2_000)).toBe(0.1) // 0.05
  expect(responseRate(212, 460)).toBe(46.1)
  expect(responseRate(0, 7)).toBe(0)
  expect(responseRate(0, 0)).toBeUndefined()
})
