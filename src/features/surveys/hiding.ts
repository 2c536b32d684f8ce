/** Some of the answers: those from a unit, say. The groups of one table share nobody and are all there are. */
export interface Group {
  readonly name: string
  readonly answers: number
}

/** What may be shown. */
export interface Shown<G extends Group> {
  /** Whether the total may be; where it may not, no group may. */
  readonly total: boolean
  readonly shown: readonly G[]
  /** Those whose results, and whose number of answers, stay hidden. */
  readonly hidden: readonly G[]
}

/**
 * Which groups may be shown so that no result rests on fewer than `minimum` answers: none that is smaller, nor what
 * could be had by taking those shown from the total. As long as the hidden ones together are fewer than the minimum,
 * or there is only one of them, the next smallest is hidden, too. Groups nobody answered in hide nobody and are shown.
 * It looks at one table: two tables of the same answers, by unit and by age, each need their own.
 */
export function withoutSmall<G extends Group>(groups: readonly G[], minimum: number): Shown<G> {
  const hidden = new Set(groups.filter(({ answers }) => answers > 0 && answers < minimum))
  const total = answersOf(groups) >= minimum
  if (!total) return { total, shown: groups.filter((one) => one.answers === 0), hidden: [...hidden] }
  const others = groups.filter((one) => one.answers >= minimum).toSorted((a, b) => a.answers - b.answers)
  while (hidden.size > 0 && (hidden.size < 2 || answersOf([...hidden]) < minimum)) {
    const next = others.shift()
    if (next === undefined) break
    hidden.add(next)
  }
  return {
    total,
    shown: groups.filter((one) => !hidden.has(one)),
    hidden: groups.filter((one) => hidden.has(one)),
  }
}

function answersOf(groups: readonly Group[]): number {
  return groups.reduce((sum, { answers }) => sum + answers, 0)
}
