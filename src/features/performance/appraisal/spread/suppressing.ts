/** Counts of people below this say too much about each of them. */
export const SMALL = 5

/**
 * Hides counts of fewer than five people in a table of whole rows and their totals (null is "fewer than five"), and as
 * many others as it takes that no hidden one can be found by subtraction: no row and no column hides just one.
 */
export function suppressed(counts: readonly (readonly number[])[]): readonly (readonly (number | null)[])[] {
  const shown = counts.map((row) => row.map((count): number | null => (count < SMALL ? null : count)))
  const width = Math.max(0, ...shown.map((row) => row.length))
  const rows = shown.map((row, i) => row.map((_, j) => [i, j] as const))
  const columns = Array.from({ length: width }, (_, j) => shown.map((_, i) => [i, j] as const))
  const lines = [...rows, ...columns]
  for (let changed = true; changed; ) {
    changed = false
    for (const line of lines) {
      const visible = line.filter(([i, j]) => typeof shown[i]?.[j] === 'number')
      if (line.length - visible.length !== 1) continue
      const [smallest] = visible.toSorted(([a, b], [c, d]) => (counts[a]?.[b] ?? 0) - (counts[c]?.[d] ?? 0))
      const row = smallest && shown[smallest[0]]
      if (smallest === undefined || row === undefined) continue
      row[smallest[1]] = null
      changed = true
    }
  }
  return shown
}
