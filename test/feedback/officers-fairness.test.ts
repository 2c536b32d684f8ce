import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  FEWEST,
  figureOf,
  type Rating,
  spansOf,
  trimmedMean,
  withoutFloods,
} from '../../src/features/feedback/officers/fairness.ts'
import { addDays } from '../../src/indonesian/dates.ts'

const on = '2026-02-02'
const times = (count: number, stars: number, weight = 1): readonly Rating[] =>
  Array.from({ length: count }, () => ({ on, stars, weight }))
const sum = (ratings: readonly Rating[]): number => ratings.reduce((all, { weight }) => all + weight, 0)

const rating: fc.Arbitrary<Rating> = fc.record({
  on: fc.integer({ min: 0, max: 150 }).map((days) => addDays('2026-01-01', days)),
  stars: fc.integer({ min: 1, max: 5 }),
  weight: fc.constantFrom(0.25, 0.5, 1),
})
const many = fc.array(rating, { minLength: 20, maxLength: 60 })
const prior = fc.double({ min: 1, max: 5, noNaN: true })

describe('the figure of somebody', () => {
  it('is not there below a weight of five', () => {
    expect(figureOf(times(4, 5), 4)).toBeUndefined()
    expect(figureOf([...times(4, 5), ...times(3, 5, 0.25)], 4)).toBeUndefined()
    expect(figureOf(times(20, 5, 0.25), 4)?.count).toBe(5)
  })

  it('hardly moves for one star among twenty fives', () => {
    const before = figureOf(times(20, 5), 4.5)?.average ?? 0
    const after = figureOf([...times(20, 5), ...times(1, 1)], 4.5)?.average ?? 0
    expect(before).toBeCloseTo(4.9, 5)
    expect(Math.abs(before - after)).toBeLessThan(0.02)
  })

  it('keeps what one citizen in seven says', () => {
    const plain = (6 * 5 + 1) / 7
    const shown = figureOf([...times(60, 5), ...times(10, 1)], plain)?.average ?? 0
    expect(shown).toBeLessThan(plain + 0.25)
  })

  it('is pulled to what is usual around them the more, the fewer there are', () => {
    expect(figureOf(times(5, 5), 3)?.average).toBeCloseTo(4, 5)
    expect(figureOf(times(95, 5), 3)?.average).toBeCloseTo(4.9, 5)
  })

  it('stays between one and five, and between the least and the most of what went into it', () => {
    fc.assert(
      fc.property(many, prior, (ratings, usual) => {
        const { average = 0 } = figureOf(ratings, usual) ?? {}
        const all = [...ratings.map(({ stars }) => stars), usual]
        expect(average).toBeGreaterThanOrEqual(Math.max(1, Math.min(...all)) - 1e-9)
        expect(average).toBeLessThanOrEqual(Math.min(5, Math.max(...all)) + 1e-9)
      }),
    )
  })

  it('never sinks because a rating is better', () => {
    fc.assert(
      fc.property(many, prior, fc.nat(), (ratings, usual, which) => {
        const at = which % ratings.length
        const better = ratings.map((one, i) =>
          i === at ? { ...one, stars: Math.min(5, one.stars + 1) } : one,
        )
        expect(figureOf(better, usual)?.average).toBeGreaterThanOrEqual(
          (figureOf(ratings, usual)?.average ?? 0) - 1e-9,
        )
      }),
    )
  })

  it('is moved by one source by no more than 5 w / (N + 5), whatever it says, and whether it says it at all', () => {
    const source = fc.array(rating, { minLength: 1, maxLength: 1 })
    fc.assert(
      fc.property(many, prior, source, fc.integer({ min: 1, max: 5 }), (ratings, usual, [own], stars) => {
        if (own === undefined) return
        const [without, one, other] = [ratings, [...ratings, own], [...ratings, { ...own, stars }]].map(
          (all) => figureOf(all, usual)?.average ?? 0,
        )
        const most = (5 * own.weight) / (sum(ratings) + 5) + 1e-9
        expect(Math.abs((one ?? 0) - (other ?? 0))).toBeLessThanOrEqual(most)
        expect(Math.abs((one ?? 0) - (without ?? 0))).toBeLessThanOrEqual(most)
      }),
    )
  })

  it('is cut alike at both ends', () => {
    fc.assert(
      fc.property(many, (ratings) => {
        const mirrored = ratings.map((one) => ({ ...one, stars: 6 - one.stars }))
        expect(trimmedMean(mirrored)).toBeCloseTo(6 - trimmedMean(ratings), 6)
      }),
    )
  })
})

describe('a flood', () => {
  it('weighs no more than ten on a day where nothing is usual, and shares that', () => {
    const damped = withoutFloods(times(100, 1))
    expect(sum(damped)).toBeCloseTo(10, 6)
    expect(new Set(damped.map(({ weight }) => weight)).size).toBe(1)
  })

  it('leaves a day alone that is only busy', () => {
    const usual = Array.from({ length: 60 }, (_, i) =>
      times(6, 4).map((one) => ({ ...one, on: addDays(on, -1 - i) })),
    )
    const busy = [...usual.flat(), ...times(20, 5)]
    expect(withoutFloods(busy)).toEqual(busy)
  })

  it('does not become usual by going on for a week', () => {
    const week = Array.from({ length: 7 }, (_, i) =>
      times(50, 1).map((one) => ({ ...one, on: addDays(on, i) })),
    )
    expect(sum(withoutFloods(week.flat()))).toBeLessThan(90)
  })

  it('never adds weight, and changes nothing before it', () => {
    fc.assert(
      fc.property(
        fc.array(rating, { maxLength: 80 }),
        fc.array(rating, { maxLength: 40 }),
        (before, more) => {
          const later = more.map((one) => ({ ...one, on: addDays(one.on, 200) }))
          const both = withoutFloods([...before, ...later])
          expect(both.slice(0, before.length)).toEqual(withoutFloods(before))
          expect(both.every(({ weight }, i) => weight <= ([...before, ...later][i]?.weight ?? 0))).toBe(true)
        },
      ),
    )
  })
})

describe('months', () => {
  it('are joined until they have five together; what is left over waits', () => {
    const months = [3, 1, 2, 6, 4].flatMap((count, i) =>
      times(count, 4).map((one) => ({ ...one, on: `2026-0${i + 1}-10` })),
    )
    expect(spansOf(months).map(({ from, until, ratings }) => [from, until, ratings.length])).toEqual([
      ['2026-01-01', '2026-03-01', 6],
      ['2026-04-01', '2026-04-01', 6],
    ])
  })

  it('never show anything that rests on fewer than five more than before', () => {
    fc.assert(
      fc.property(fc.array(rating, { maxLength: 60 }), (ratings) => {
        const days = ratings.map((one) => one.on).toSorted()
        const shownAt = (until: string): number =>
          sum(spansOf(ratings.filter((one) => one.on <= until)).flatMap((span) => span.ratings))
        const ends = ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', days.at(-1) ?? '2026-05-31']
        for (const [i, end] of ends.entries()) {
          const grown = shownAt(end) - (i === 0 ? 0 : shownAt(ends[i - 1] ?? end))
          expect(grown === 0 || Math.abs(grown) >= FEWEST - 1e-9).toBe(true)
        }
      }),
    )
  })
})
