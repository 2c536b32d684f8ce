import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Asked,
  type Cell,
  DIMENSIONS,
  type Disclosure,
  discloses,
} from '../../src/features/staff/disclosure.ts'

const cell = (kind: string, grade: string, sex: string, family: string, count: number): Cell => ({
  kind,
  grade,
  sex,
  family,
  count,
})

describe('what is told of a unit', () => {
  it('is every number of five or more where nothing small follows from it', () => {
    const told = discloses([cell('PNS', 'PNS III', 'P', 'guru', 12), cell('PPPK', 'PPPK IX', 'P', 'guru', 8)])
    expect(told.count({})).toBe(20)
    expect(told.count({ kind: 'PPPK' })).toBe(8)
    expect(told.count({ sex: 'P', kind: 'PNS' })).toBe(12)
    expect(told.count({ sex: 'L' })).toBeUndefined()
  })

  it('is no number of fewer than five, nor the one beside it that tells it', () => {
    const told = discloses([cell('PNS', 'PNS III', 'P', 'guru', 10), cell('PPPK', 'PPPK IX', 'P', 'guru', 2)])
    expect(told.count({})).toBe(12)
    expect(told.table({}, 'kind')).toEqual([
      { value: 'PNS', count: undefined },
      { value: 'PPPK', count: undefined },
    ])
  })

  it('hides the second smallest too where one of several is small', () => {
    const told = discloses([
      cell('PNS', 'PNS II', 'P', 'guru', 3),
      cell('PNS', 'PNS III', 'P', 'guru', 20),
      cell('PNS', 'PNS IV', 'P', 'guru', 9),
    ])
    expect(told.table({}, 'grade').map(({ count }) => count)).toEqual([undefined, 20, undefined])
    expect(told.count({ grade: 'PNS IV' })).toBeUndefined()
  })

  it('is nothing of a unit of four', () => {
    const told = discloses([cell('PNS', 'PNS II', 'P', 'guru', 4)])
    expect(told.count({})).toBeUndefined()
    expect(discloses([]).count({})).toBeUndefined()
  })
})

const cells = fc.array(
  fc.record({
    kind: fc.constantFrom('PNS', 'PPPK'),
    grade: fc.constantFrom('a', 'b', 'c'),
    sex: fc.constantFrom('P', 'L'),
    family: fc.constantFrom('guru', 'perawat', 'staf'),
    count: fc.integer({ min: 1, max: 12 }),
  }),
  { minLength: 1, maxLength: 12 },
)

describe('for every unit', () => {
  it('no hidden number follows from the told ones, in however many steps', () => {
    fc.assert(
      fc.property(cells, (all) => {
        const told = discloses(all)
        const known = knownBy(told, all)
        const before = new Map(known)
        derive(known, all)
        const secrets = [...known].filter(([key]) => !before.has(key))
        expect(secrets).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('no told number is below five, and told ones are right', () => {
    fc.assert(
      fc.property(cells, (all) => {
        const told = discloses(all)
        for (const asked of everyAsked(all)) {
          const count = told.count(asked)
          if (count === undefined) continue
          expect(count).toBeGreaterThanOrEqual(5)
          expect(count).toBe(truth(all, asked))
        }
      }),
      { numRuns: 200 },
    )
  })
})

function truth(all: readonly Cell[], asked: Asked): number {
  return all
    .filter((one) => DIMENSIONS.every((d) => asked[d] === undefined || asked[d] === one[d]))
    .reduce((sum, { count }) => sum + count, 0)
}

/** Every question that can be asked of a unit. */
function everyAsked(all: readonly Cell[]): readonly Asked[] {
  return DIMENSIONS.reduce<readonly Asked[]>(
    (sofar, d) => {
      const values = [...new Set(all.map((one) => one[d]))]
      return sofar.flatMap((asked) => [asked, ...values.map((value) => ({ ...asked, [d]: value }))])
    },
    [{}],
  )
}

/** What somebody knows who has asked everything: the told numbers, and that nobody is where no row is shown. */
function knownBy(told: Disclosure, all: readonly Cell[]): Map<string, number> {
  const known = new Map<string, number>()
  for (const asked of everyAsked(all)) {
    const count = truth(all, asked) === 0 ? 0 : told.count(asked)
    if (count !== undefined) known.set(JSON.stringify(asked), count)
  }
  return known
}

/** Fills in what is the only unknown of a sum and its parts, until nothing more follows. */
function derive(known: Map<string, number>, all: readonly Cell[]): void {
  const lines = everyAsked(all).flatMap((asked) =>
    DIMENSIONS.filter((d) => asked[d] === undefined).map((d) => ({
      sum: JSON.stringify(asked),
      parts: [...new Set(all.map((one) => one[d]))].map((value) => keyOf({ ...asked, [d]: value })),
    })),
  )
  for (let grown = true; grown; ) {
    grown = false
    for (const { sum, parts } of lines) {
      const open = parts.filter((part) => !known.has(part))
      const size = parts.reduce((all, part) => all + (known.get(part) ?? 0), 0)
      const whole = known.get(sum)
      const [only] = open
      if (whole === undefined && open.length === 0) known.set(sum, size)
      else if (whole !== undefined && only !== undefined && open.length === 1) known.set(only, whole - size)
      else continue
      grown = true
    }
  }
}

/** With the dimensions in their order, as every question is written. */
function keyOf(asked: Asked): string {
  return JSON.stringify(
    Object.fromEntries(DIMENSIONS.flatMap((d) => (asked[d] === undefined ? [] : [[d, asked[d]]]))),
  )
}
