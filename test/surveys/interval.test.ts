import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withoutSmall } from '../../src/features/surveys/hiding.ts'
import { meanInterval, shareInterval, studentT } from '../../src/features/surveys/interval.ts'

const FIVE = { least: 1, most: 5 }

test.each([
  [1, 12.7062],
  [4, 2.7764],
  [10, 2.2281],
  [11, 2.201],
  [20, 2.086],
  [30, 2.0423],
  [100, 1.984],
  [1_000_000, 1.96],
])('with %i degrees of freedom t is %f, as tables have it', (degrees, t) => {
  expect(studentT(degrees)).toBeCloseTo(t, 4)
})

test('five answers 3, 4, 5, 4, 4: mean 4, s² 0.5, so 4 ± 2.7764 × 0.3162 = 4 ± 0.878', () => {
  const estimate = meanInterval([3, 4, 5, 4, 4], FIVE)
  expect(estimate?.value).toBe(4)
  expect(estimate?.low).toBeCloseTo(3.122, 3)
  expect(estimate?.high).toBeCloseTo(4.878, 3)
})

test('a range never leaves the scale; one answer says nothing of the others', () => {
  expect(meanInterval([5, 5, 1], FIVE)).toMatchObject({ low: 1, high: 5 })
  expect(meanInterval([4], FIVE)).toEqual({ value: 4, low: 1, high: 5, answers: 1 })
  expect(meanInterval([], FIVE)).toBeUndefined()
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 60 }), (answers) => {
      const { value, low, high } = meanInterval(answers, FIVE) ?? { value: 0, low: 1, high: 0 }
      expect(1 <= low && low <= value + 1e-9 && value <= high + 1e-9 && high <= 5).toBe(true)
    }),
  )
})

test('equal answers are no certainty: three 4 reach as far as one more 3 or 5 would take them, five less far', () => {
  // 4 4 4 3: s 0.5, so 3.1824 × 0.5 ÷ 2 = 0.7956
  const three = meanInterval([4, 4, 4], FIVE)
  expect(three?.low).toBeCloseTo(4 - 0.7956, 4)
  expect(three?.high).toBeCloseTo(4 + 0.7956, 4)
  expect(meanInterval([5, 5, 5, 5, 5], FIVE)?.high).toBe(5)
  expect(meanInterval([5, 5, 5, 5, 5], FIVE)?.low).toBeCloseTo(5 - 2.5706 / 6, 3)
})

test('shares are those of Wilson: 8 of 10 is 0.490 to 0.943, none of 10 is 0 to 0.278', () => {
  const most = shareInterval(8, 10)
  expect(most?.low).toBeCloseTo(0.4902, 4)
  expect(most?.high).toBeCloseTo(0.9433, 4)
  expect(shareInterval(0, 10)?.low).toBe(0)
  expect(shareInterval(0, 10)?.high).toBeCloseTo(0.2775, 4)
  expect(shareInterval(10, 10)?.high).toBe(1)
  expect(shareInterval(0, 0)).toBeUndefined()
})

const groups = (...answers: readonly number[]) =>
  answers.map((count, i) => ({ name: `unit ${i}`, answers: count }))
const hiddenOf = (...answers: readonly number[]) =>
  withoutSmall(groups(...answers), 5).hidden.map((group) => group.answers)

test('a small group takes the next smallest with it, so that the total does not give it away', () => {
  expect(hiddenOf(10, 3, 7)).toEqual([3, 7])
  expect(hiddenOf(10, 3, 2, 8)).toEqual([3, 2]) // together they are five
  expect(hiddenOf(20, 2, 2, 6)).toEqual([2, 2, 6])
  expect(hiddenOf(10, 3)).toEqual([10, 3])
  expect(hiddenOf(10, 0, 5)).toEqual([])
  expect(hiddenOf(10, 0, 4, 6)).toEqual([4, 6])
})

test('below the minimum in all, the total is hidden, too', () => {
  expect(withoutSmall(groups(2, 2, 0), 5)).toMatchObject({ total: false, shown: [{ answers: 0 }] })
  expect(withoutSmall([], 5)).toEqual({ total: false, shown: [], hidden: [] })
})

test('nothing that is shown, nor what is left of the total without it, rests on fewer than the minimum', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(12), { maxLength: 12 }),
      fc.integer({ min: 3, max: 10 }),
      (answers, minimum) => {
        const { total, shown, hidden } = withoutSmall(groups(...answers), minimum)
        const left = hidden.reduce((sum, group) => sum + group.answers, 0)
        expect(shown.length + hidden.length).toBe(answers.length)
        expect(shown.every((group) => group.answers === 0 || group.answers >= minimum)).toBe(true)
        if (total && hidden.length > 0) {
          expect(left).toBeGreaterThanOrEqual(minimum)
          expect(hidden.length).toBeGreaterThan(1)
        }
        if (answers.every((count) => count >= minimum)) expect(hidden).toEqual([])
      },
    ),
  )
})
