import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { Unreadable } from '../../src/errors.ts'
import { ELEMENTS, type Element, type Score } from '../../src/features/surveys/skm/elements.ts'
import { satisfactionIndex } from '../../src/features/surveys/skm/satisfaction-index.ts'
import { type Scores, type Tallies, talliesOf } from '../../src/features/surveys/skm/tallies.ts'

const perElement = <T>(of: (element: Element, at: number) => T) =>
  Object.fromEntries(ELEMENTS.map((element, at) => [element, of(element, at)])) as Record<Element, T>
const all = (score: Score): Scores => perElement(() => score)
const indexOf = (respondents: readonly Scores[]) => computed(talliesOf(respondents))

function computed(tallies: Tallies) {
  const index = satisfactionIndex(tallies)
  if (index.kind !== 'index') throw new Error(`no index without ${index.missing.join()}`)
  return index
}

/** 10,000 answers to each element, whose means add up to so many ten-thousandths. */
function addingUpTo(total: number): Tallies {
  const each = Math.floor(total / 9)
  return perElement((_, at) => ({ sum: each + (at < total - each * 9 ? 1 : 0), answers: 10_000 }))
}

describe('worked by hand', () => {
  // sums of four respondents: 13 12 11 16 14 13 15 10 12 = 116, means add up to 29; 29 × 25 ÷ 9 = 80.555…
  const four: readonly Scores[] = [
    [3, 3, 2, 4, 3, 3, 3, 2, 3],
    [3, 3, 3, 4, 3, 3, 4, 2, 3],
    [3, 3, 3, 4, 4, 3, 4, 3, 3],
    [4, 3, 3, 4, 4, 4, 4, 3, 3],
  ].map((row) => perElement((_, at) => row[at] as Score))

  it('nine elements and four respondents come to 80.56, the worksheet to 29 × 2.75 = 79.75', () => {
    const index = indexOf(four)
    expect(index).toMatchObject({ value: 80.56, band: 'B', worksheet: { value: 79.75, band: 'B' } })
    expect(index.differs).toBe(false)
    expect(index.elements.map(({ mean }) => mean)).toEqual([3.25, 3, 2.75, 4, 3.5, 3.25, 3.75, 2.5, 3])
    expect(index.elements[7]).toEqual({
      element: 'complaints',
      mean: 2.5,
      value: 62.5,
      band: 'D',
      answers: 4,
    })
  })

  it('the three lowest come in order, of equal ones the one the law names first', () => {
    expect(indexOf(four).lowest.map(({ element }) => element)).toEqual(['complaints', 'time', 'procedure'])
  })

  it('all 1 is 25.00 and all 4 is 100.00, which the worksheet takes for 24.75 and 99.00', () => {
    expect(indexOf([all(1), all(1)])).toMatchObject({
      value: 25,
      band: 'D',
      worksheet: { value: 24.75, band: 'D' },
    })
    expect(indexOf([all(4)])).toMatchObject({ value: 100, band: 'A', worksheet: { value: 99, band: 'A' } })
  })

  it('what was passed over is no 0: (3 + 8 × 4) × 25 ÷ 9 = 97.22', () => {
    const index = indexOf([all(4), { requirements: 2 }])
    expect(index.value).toBe(97.22)
    expect(index.elements.map(({ answers }) => answers)).toEqual([2, 1, 1, 1, 1, 1, 1, 1, 1])
  })

  it('a mean of thirds keeps three decimals, half up: 8 ÷ 3 = 2.667', () => {
    const index = indexOf([all(2), all(3), all(3)])
    expect(index.elements[0]).toMatchObject({ mean: 2.667, value: 66.67, band: 'C' })
    expect(index.value).toBe(66.67)
  })
})

describe('the bands begin where the law says, after rounding half up', () => {
  it.each([
    // means that add up to value × 9 ÷ 25, in ten-thousandths
    [317_880, 88.3, 'B'],
    [317_897, 88.3, 'B'],
    [317_898, 88.31, 'A'], // 88.305 exactly
    [317_916, 88.31, 'A'],
    [275_760, 76.6, 'C'],
    [275_777, 76.6, 'C'],
    [275_778, 76.61, 'B'], // 76.605 exactly
    [275_796, 76.61, 'B'],
    [233_964, 64.99, 'D'],
    [233_981, 64.99, 'D'],
    [233_982, 65, 'C'], // 64.995 exactly
    [234_000, 65, 'C'],
  ])('%i ten-thousandths are %f, band %s', (total, value, band) => {
    expect(computed(addingUpTo(total))).toMatchObject({ value, band })
  })
})

test('just above a limit the worksheet has a lower band, and it is said', () => {
  // 23.58 × 25 ÷ 9 = 65.50; × 2.75 = 64.845, half up 64.85
  const low = computed(addingUpTo(235_800))
  expect(low).toMatchObject({ value: 65.5, band: 'C', worksheet: { value: 64.85, band: 'D' }, differs: true })
  // 31.7916 × 2.75 = 87.4269
  const high = computed(addingUpTo(317_916))
  expect(high).toMatchObject({ band: 'A', worksheet: { value: 87.43, band: 'B' }, differs: true })
})

test('without any answer to an element there is no index, and it says to which', () => {
  const { cost, time, ...others } = all(3)
  expect([cost, time]).toEqual([3, 3])
  expect(satisfactionIndex(talliesOf([others, others]))).toEqual({
    kind: 'incomplete',
    missing: ['time', 'cost'],
  })
  expect(satisfactionIndex(talliesOf([]))).toEqual({ kind: 'incomplete', missing: ELEMENTS })
})

test('a score that is none is refused', () => {
  const wrong = { ...all(3), time: 5 as Score }
  expect(() => talliesOf([wrong])).toThrow(Unreadable)
  expect(() => talliesOf([wrong])).toThrow('Nilai unsur Waktu penyelesaian harus 1, 2, 3, atau 4, bukan 5.')
})

describe('whatever was answered', () => {
  const score = fc.constantFrom<Score>(1, 2, 3, 4)
  const full = fc.tuple(...ELEMENTS.map(() => score)).map((row) => perElement((_, at) => row[at] as Score))
  const partial = fc.record(
    perElement(() => score),
    { requiredKeys: [] },
  ) as fc.Arbitrary<Scores>
  const respondents = fc
    .tuple(full, fc.array(partial, { maxLength: 40 }))
    .map(([one, more]) => [one, ...more])

  it('the order of the answers does not matter', () => {
    fc.assert(
      fc.property(respondents, fc.array(fc.nat(), { minLength: 41, maxLength: 41 }), (list, keys) => {
        const order = list.map((one, at) => ({ one, key: keys[at] ?? 0 })).toSorted((a, b) => a.key - b.key)
        expect(indexOf(order.map(({ one }) => one))).toEqual(indexOf(list))
      }),
    )
  })

  it('the index lies from 25 to 100, near what floating point comes to, and above the worksheet', () => {
    fc.assert(
      fc.property(respondents, (list) => {
        const { value, elements, worksheet } = indexOf(list)
        const tallies = talliesOf(list)
        const near = ELEMENTS.reduce((sum, e) => sum + tallies[e].sum / tallies[e].answers, 0) * (25 / 9)
        expect(value).toBeGreaterThanOrEqual(25)
        expect(value).toBeLessThanOrEqual(100)
        expect(Math.abs(value - near)).toBeLessThan(0.005_001)
        expect(worksheet.value).toBeLessThan(value)
        expect(elements.every(({ mean }) => mean >= 1 && mean <= 4)).toBe(true)
      }),
    )
  })

  it('a better answer never makes it worse', () => {
    fc.assert(
      fc.property(respondents, fc.constantFrom(...ELEMENTS), (list, element) => {
        const [first, ...rest] = list
        const better = Math.min(4, (first?.[element] ?? 0) + 1) as Score
        expect(indexOf([{ ...first, [element]: better }, ...rest]).value).toBeGreaterThanOrEqual(
          indexOf(list).value,
        )
      }),
    )
  })
})
