/** The fewest tickets, or people asked, that any public number rests on. */
export const FEWEST = 5

/**
 * Numbers counted along some dimensions, with all their sums: along a dimension of `n` parts there are `n + 1` places, the
 * last for the sum of the others. `values` has them all, the last dimension running fastest.
 */
export interface Table {
  readonly parts: readonly number[]
  readonly values: readonly number[]
}

/** A table of what is counted at each place that is no sum. */
export function tableOf(parts: readonly number[], countAt: (place: readonly number[]) => number): Table {
  const values = placesOf(parts).map((place) => {
    const whole = place.map((at, i) => (at === parts[i] ? range(parts[i] ?? 0) : [at]))
    return product(whole).reduce((sum, part) => sum + countAt(part), 0)
  })
  return { parts, values }
}

/** Where in the values a place is. */
export function indexOf(parts: readonly number[], place: readonly number[]): number {
  return place.reduce((index, at, i) => index * ((parts[i] ?? 0) + 1) + at, 0)
}

/**
 * Which values are hidden, by their index: all from 1 to FEWEST - 1, and as many others as it takes that none can be had
 * from those shown.
 *
 * The rule. Each small number is a corner of a box: along each dimension one other place is chosen, perhaps the sum, and
 * all corners are hidden. Nobody can then tell the numbers at the corners: add one to the small number, take one from its
 * neighbour along a dimension (or add one there where that is the sum), and so on around the box, and every sum that is
 * shown stays as it was. Where corners would shrink by that they are at least FEWEST, so that what is hidden might as
 * well be FEWEST and more; none is 0, of which people may know that it can be nothing else. Of all such boxes the one
 * that hides the fewest tickets more is taken. The box of all sums always is one.
 */
export function hiddenIn(table: Table): ReadonlySet<number> {
  const places = placesOf(table.parts)
  const small = [...table.values.keys()]
    .filter((index) => isSmall(table.values[index] ?? 0))
    .toSorted((a, b) => (table.values[b] ?? 0) - (table.values[a] ?? 0))
  const hidden = new Set(small)
  for (const index of small)
    for (const corner of boxAround(table, places[index] ?? [], hidden)) hidden.add(corner)
  return hidden
}

function isSmall(value: number): boolean {
  return value > 0 && value < FEWEST
}

interface Corner {
  readonly place: readonly number[]
  /** Whether it grows when the small number does. */
  readonly grows: boolean
}

/** The corners of the box around a place that hides the fewest more. */
function boxAround(
  { parts, values }: Table,
  place: readonly number[],
  hidden: ReadonlySet<number>,
): readonly number[] {
  let best: readonly number[] = []
  let least = Number.POSITIVE_INFINITY

  function widen(along: number, corners: readonly Corner[], cost: number): void {
    if (cost >= least) return
    const count = parts[along]
    if (count === undefined) {
      least = cost
      best = corners.map((corner) => indexOf(parts, corner.place))
      return
    }
    for (let other = 0; other <= count && least > cost; other++) {
      if (other === place[along]) continue
      const isSum = other === count || place[along] === count
      const added: Corner[] = []
      let more = 0
      for (const corner of corners) {
        const next = { place: corner.place.with(along, other), grows: corner.grows === isSum }
        const index = indexOf(parts, next.place)
        const value = values[index] ?? 0
        if (value === 0 || (!next.grows && value < FEWEST)) break
        added.push(next)
        if (!hidden.has(index)) more += value
      }
      if (added.length === corners.length) widen(along + 1, [...corners, ...added], cost + more)
    }
  }
  widen(0, [{ place, grows: true }], 0)
  return best
}

function placesOf(parts: readonly number[]): readonly (readonly number[])[] {
  return product(parts.map((count) => range(count + 1)))
}

function range(count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => i)
}

function product(choices: readonly (readonly number[])[]): readonly (readonly number[])[] {
  return choices.reduce<readonly (readonly number[])[]>(
    (places, some) => places.flatMap((place) => some.map((at) => [...place, at])),
    [[]],
  )
}
