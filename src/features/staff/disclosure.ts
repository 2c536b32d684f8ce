/** From so many people on a number says nothing about one of them. */
export const LEAST = 5

/** By what people may be counted where small numbers stay hidden; each value of each stands in a cell of its own. */
export const DIMENSIONS = ['kind', 'grade', 'sex', 'family'] as const
export type Dimension = (typeof DIMENSIONS)[number]

/** How many of a unit are alike in all dimensions. */
export type Cell = Readonly<Record<Dimension, string>> & { readonly count: number }

/** The values that are asked for, by dimension; a dimension left out is everybody. */
export type Asked = Readonly<Partial<Record<Dimension, string>>>

/** Every number of a unit that may be told. */
export interface Disclosure {
  /** How many have all asked values; undefined where that says, or lets one compute, something about fewer than five. */
  count(asked: Asked): number | undefined
  /** The same for each value of one dimension, as many as there are. */
  table(
    asked: Asked,
    by: Dimension,
  ): readonly { readonly value: string; readonly count: number | undefined }[]
}

/**
 * Decides once for all numbers of a unit which are told, whatever is asked in which order: those of fewer than five stay
 * hidden, and beside each hidden one so many others that it cannot be computed from a sum and its parts.
 */
export function discloses(cells: readonly Cell[]): Disclosure {
  const values = DIMENSIONS.map((dimension) => [...new Set(cells.map((cell) => cell[dimension]))])
  const steps = stepsOf(values)
  /** The place of a number among all of them; where a value is left out it is everybody's, and undefined is nobody's. */
  const placeOf = (asked: Asked): number | undefined =>
    DIMENSIONS.reduce<number | undefined>((place, dimension, i) => {
      const value = asked[dimension]
      const at = value === undefined ? 0 : 1 + (values[i]?.indexOf(value) ?? -1)
      return place === undefined || (value !== undefined && at === 0)
        ? undefined
        : place + at * (steps[i] ?? 0)
    }, 0)
  const counts = new Int32Array(values.reduce((all, { length }) => all * (length + 1), 1))
  for (const cell of cells) addTo(counts, cell, placeOf)
  const hidden = hiddenOf(counts, linesOf(counts, values, steps))
  const told = (place: number | undefined): number | undefined =>
    place === undefined || counts[place] === 0 || hidden[place] ? undefined : counts[place]
  return {
    count: (asked) => told(placeOf(asked)),
    table(asked, by) {
      const rows = values[DIMENSIONS.indexOf(by)] ?? []
      return rows.flatMap((value) => {
        const place = placeOf({ ...asked, [by]: value })
        return place === undefined || counts[place] === 0 ? [] : [{ value, count: told(place) }]
      })
    },
  }
}

/** The places of a sum and of its parts along one dimension, the smallest part first; what is nobody's is left out. */
interface Line {
  readonly sum: number
  readonly parts: readonly number[]
}

function hiddenOf(counts: Int32Array, lines: readonly Line[]): Uint8Array {
  const hidden = Uint8Array.from(counts, (count) => (count > 0 && count < LEAST ? 1 : 0))
  let changed = true
  while (changed) {
    changed = false
    for (const line of lines) changed = protect(line, hidden, counts) || changed
  }
  return hidden
}

/** A hidden number must have a hidden neighbour in every sum that is told, and together they must be five or more. */
function protect({ sum, parts }: Line, hidden: Uint8Array, counts: Int32Array): boolean {
  let [ours, size] = [0, 0]
  for (const part of parts)
    if (hidden[part]) {
      ours++
      size += counts[part] ?? 0
    }
  if (hidden[sum]) {
    // a hidden sum of numbers that are all told would be no secret
    const [smallest] = parts
    if (ours > 0 || smallest === undefined) return false
    hidden[smallest] = 1
    return true
  }
  if (ours === 0 || (ours > 1 && size >= LEAST)) return false
  hidden[parts.find((part) => !hidden[part]) ?? sum] = 1
  return true
}

/** How far the values of each dimension lie apart among the places. */
function stepsOf(values: readonly (readonly string[])[]): readonly number[] {
  return values.map((_, i) => values.slice(0, i).reduce((all, { length }) => all * (length + 1), 1))
}

/** Counts the people of a cell in every sum they are part of. */
function addTo(counts: Int32Array, cell: Cell, placeOf: (asked: Asked) => number | undefined): void {
  const apart = DIMENSIONS.map((dimension) => placeOf({ [dimension]: cell[dimension] }) ?? 0)
  for (let open = 0; open < 1 << DIMENSIONS.length; open++) {
    const place = apart.reduce((sofar, own, i) => (open & (1 << i) ? sofar : sofar + own), 0)
    counts[place] = (counts[place] ?? 0) + cell.count
  }
}

function linesOf(
  counts: Int32Array,
  values: readonly (readonly string[])[],
  steps: readonly number[],
): readonly Line[] {
  const lines: Line[] = []
  for (let sum = 0; sum < counts.length; sum++)
    for (const [i, { length }] of values.entries()) {
      const step = steps[i] ?? 0
      if (counts[sum] === 0 || Math.trunc(sum / step) % (length + 1) !== 0) continue
      const parts = Array.from({ length }, (_, at) => sum + (at + 1) * step).filter(
        (part) => counts[part] !== 0,
      )
      lines.push({ sum, parts: parts.toSorted((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0) || a - b) })
    }
  return lines
}
