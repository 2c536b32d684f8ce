import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  FEWEST,
  hiddenIn,
  indexOf,
  type Table,
  tableOf,
} from '../../src/features/feedback/transparency/hiding.ts'

describe('small numbers are hidden', () => {
  it('with what they could be had from', () => {
    const table = flat([
      [3, 40, 50],
      [30, 20, 60],
      [70, 80, 90],
    ])
    // the box of 3 that costs least: its neighbours 30 and 40, and 20 between them
    expect(shown(table)).toEqual([
      ['*', '*', 50, 93],
      ['*', '*', 60, 110],
      [70, 80, 90, 240],
      [103, 140, 200, 443],
    ])
  })

  it('and nothing where nothing is small', () => {
    const table = flat([
      [5, 0],
      [12, 7],
    ])
    expect(hiddenIn(table).size).toBe(0)
  })

  it('with every sum where there is only one unit in one month', () => {
    expect(shown(flat([[2]]))).toEqual([
      ['*', '*'],
      ['*', '*'],
    ])
  })

  it('never makes use of a number that people know to be 0', () => {
    const table = flat([
      [2, 0, 9],
      [0, 8, 7],
      [9, 9, 9],
    ])
    for (const index of hiddenIn(table)) expect(table.values[index]).toBeGreaterThan(0)
  })

  it('also of three dimensions, each number of forty units in a year, in a moment', () => {
    const random = seeded(7)
    const table = tableOf([40, 12, 5], () => Math.floor(random() ** 3 * 60))
    const begun = performance.now()
    const hidden = hiddenIn(table)
    expect(performance.now() - begun).toBeLessThan(5_000)
    expect(attack(table, hidden)).toEqual([])
    expect(hidden.size).toBeLessThan(table.values.length)
  })
})

const tables = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }).chain((parts) =>
  fc
    .array(fc.oneof(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 60 }), fc.constant(0)), {
      minLength: parts.reduce((a, b) => a * b),
      maxLength: parts.reduce((a, b) => a * b),
    })
    .map((cells) =>
      tableOf(parts, (place) => cells[place.reduce((at, i, d) => at * (parts[d] ?? 1) + i, 0)] ?? 0),
    ),
)

describe('whatever was counted', () => {
  it('no number from 1 to 4 is shown', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const hidden = hiddenIn(table)
        for (const [index, value] of table.values.entries())
          if (value > 0 && value < FEWEST) expect(hidden.has(index)).toBe(true)
      }),
    )
  })

  it('no hidden number is had by taking those shown from their sums, again and again', () => {
    fc.assert(
      fc.property(tables, (table) => {
        expect(attack(table, hiddenIn(table))).toEqual([])
      }),
      { numRuns: 400 },
    )
  })

  it('nor by solving all the sums at once', () => {
    fc.assert(
      fc.property(tables, (table) => {
        expect(solved(table, hiddenIn(table))).toEqual([])
      }),
      { numRuns: 400 },
    )
  })

  it('nor can it be told that a small one is small', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const most = bounds(table, hiddenIn(table))
        for (const [index, value] of table.values.entries())
          if (value > 0 && value < FEWEST) expect(most.get(index)).toBeGreaterThanOrEqual(FEWEST)
      }),
      { numRuns: 400 },
    )
  })
})

it('the attacks themselves succeed where only the small numbers are hidden', () => {
  const table = flat([
    [3, 40],
    [30, 20],
  ])
  const onlySmall = new Set([0])
  expect(attack(table, onlySmall)).toEqual([0])
  expect(solved(table, onlySmall)).toEqual([0])
  expect(bounds(table, onlySmall).get(0)).toBe(3)
  // a number between two squares is in two hidden pairs, and yet the sums give it away
  const bridge = flat([
    [9, 9, 0, 0],
    [9, 9, 3, 0],
    [0, 0, 9, 9],
    [0, 0, 9, 9],
  ])
  const squares = [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
    [1, 2],
    [2, 2],
    [2, 3],
    [3, 2],
    [3, 3],
  ]
  const hidden = new Set(squares.map((place) => indexOf([4, 4], place)))
  expect(attack(bridge, hidden)).toEqual([])
  expect(solved(bridge, hidden)).toEqual([indexOf([4, 4], [1, 2])])
})

function flat(rows: readonly (readonly number[])[]): Table {
  return tableOf([rows.length, rows[0]?.length ?? 0], ([row, column]) => rows[row ?? 0]?.[column ?? 0] ?? 0)
}

function shown({ parts, values }: Table): readonly (readonly (number | string)[])[] {
  const hidden = hiddenIn({ parts, values })
  const wide = (parts[1] ?? 0) + 1
  return Array.from({ length: (parts[0] ?? 0) + 1 }, (_, row) =>
    values.slice(row * wide, (row + 1) * wide).map((value, i) => (hidden.has(row * wide + i) ? '*' : value)),
  )
}

/** Every sum with its parts, by their indices: along each dimension one for each line. */
function sumsOf({
  parts,
  values,
}: Table): readonly { readonly sum: number; readonly of: readonly number[] }[] {
  const strides = parts.map((_, i) => parts.slice(i + 1).reduce((product, count) => product * (count + 1), 1))
  return parts.flatMap((count, i) =>
    [...values.keys()].flatMap((index) => {
      const stride = strides[i] ?? 1
      const at = Math.floor(index / stride) % (count + 1)
      return at === count
        ? [{ sum: index, of: Array.from({ length: count }, (_, part) => index - (count - part) * stride) }]
        : []
    }),
  )
}

/** What is had by subtraction: a sum of which all but one is known gives that one, and so on. */
function attack(table: Table, hidden: ReadonlySet<number>): readonly number[] {
  const unknown = new Set(hidden)
  const sums = sumsOf(table)
  for (let before = -1; before !== unknown.size; ) {
    before = unknown.size
    for (const { sum, of } of sums) {
      const open = [sum, ...of].filter((index) => unknown.has(index))
      if (open.length === 1) for (const index of open) unknown.delete(index)
    }
  }
  return [...hidden].filter((index) => !unknown.has(index))
}

/** Which hidden numbers all the sums together leave only one value for: their columns stand alone once it is solved. */
function solved(table: Table, hidden: ReadonlySet<number>): readonly number[] {
  const P = 1_000_003 // counting modulo a prime keeps the numbers small, and what it finds unique is
  const columns = [...hidden]
  const rows = sumsOf(table).map(({ sum, of }) =>
    columns.map((index) => (index === sum ? P - 1 : of.includes(index) ? 1 : 0)),
  )
  let rank = 0
  for (let column = 0; column < columns.length; column++) {
    const pivot = rows.findIndex((row, i) => i >= rank && row[column] !== 0)
    if (pivot < 0) continue
    const [row] = rows.splice(pivot, 1)
    if (row === undefined) continue
    const inverse = power(row[column] ?? 1, P - 2, P)
    const unit = row.map((value) => (value * inverse) % P)
    for (const [i, other] of rows.entries()) {
      const factor = other[column] ?? 0
      if (factor !== 0) rows[i] = other.map((value, k) => (value + (P - factor) * (unit[k] ?? 0)) % P)
    }
    rows.splice(rank, 0, unit)
    rank++
  }
  return rows
    .filter((row) => row.filter((value) => value !== 0).length === 1)
    .flatMap((row) => columns[row.findIndex((value) => value !== 0)] ?? [])
}

function power(base: number, exponent: number, modulus: number): number {
  let [result, square] = [1, base % modulus]
  for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = (result * square) % modulus
    square = (square * square) % modulus
  }
  return result
}

/** The most each hidden number can be, as far as each sum by itself tells, again and again. */
function bounds({ parts, values }: Table, hidden: ReadonlySet<number>): ReadonlyMap<number, number> {
  const low = values.map((value, index) => (hidden.has(index) ? 0 : value))
  const high = values.map((value, index) => (hidden.has(index) ? Number.POSITIVE_INFINITY : value))
  const sums = sumsOf({ parts, values })
  const total = (of: readonly number[], edge: readonly number[]): number =>
    of.reduce((sum, index) => sum + (edge[index] ?? 0), 0)
  for (let round = 0; round < 50; round++)
    for (const { sum, of } of sums) {
      low[sum] = Math.max(low[sum] ?? 0, total(of, low))
      high[sum] = Math.min(high[sum] ?? 0, total(of, high))
      for (const index of of) {
        const others = of.filter((other) => other !== index)
        low[index] = Math.max(low[index] ?? 0, (low[sum] ?? 0) - total(others, high))
        high[index] = Math.min(high[index] ?? 0, (high[sum] ?? 0) - total(others, low))
      }
    }
  return new Map([...hidden].map((index) => [index, high[index] ?? 0]))
}

function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}
