/** One field of a table whose rows and columns both have totals that may be known: a month of a unit. */
export interface Cell {
  readonly row: string
  readonly column: string
  readonly answers: number
}

/**
 * Which cells may be shown so that none rests on fewer than `minimum` answers, and none that does can be worked out. In
 * every row and column, what is hidden is several cells that are as many answers together, as far as there are others to
 * hide; and no small one is the only link between two parts of what is hidden, from whose totals it would follow.
 */
export function shownCells<C extends Cell>(cells: readonly C[], minimum: number): readonly C[] {
  const answered = cells.filter(({ answers }) => answers > 0)
  const lines = [
    Map.groupBy(answered, ({ row }) => row),
    Map.groupBy(answered, ({ column }) => column),
  ] as const
  const all = lines.flatMap((line) => [...line.values()])
  const hidden = new Set<C>(answered.filter(({ answers }) => answers < minimum))
  const linesOf = ({ row, column }: C) => [lines[0].get(row) ?? [], lines[1].get(column) ?? []]

  /** The best one to hide in some lines: where another one is hidden across it already, then the smallest. */
  function nextIn(some: readonly (readonly C[])[]): C | undefined {
    const open = some.flat().filter((cell) => !hidden.has(cell))
    const lonely = (cell: C): number =>
      linesOf(cell).filter((line) => !line.some((one) => hidden.has(one))).length
    const ranked = open.map((cell) => ({ cell, lonely: lonely(cell) }))
    return ranked.toSorted((a, b) => a.lonely - b.lonely || a.cell.answers - b.cell.answers)[0]?.cell
  }

  function needed(): C | undefined {
    for (const line of all) {
      const gone = line.filter((cell) => hidden.has(cell))
      const next = isSafe(gone, minimum) ? undefined : nextIn([line])
      if (next !== undefined) return next
    }
    for (const cell of onlyLinks([...hidden])) {
      const next = cell.answers < minimum ? nextIn(linesOf(cell)) : undefined
      if (next !== undefined) return next
    }
    return undefined
  }

  for (let next = needed(); next !== undefined; next = needed()) hidden.add(next)
  return answered.filter((one) => !hidden.has(one))
}

function isSafe(gone: readonly Cell[], minimum: number): boolean {
  return (
    gone.length === 0 || (gone.length > 1 && gone.reduce((sum, { answers }) => sum + answers, 0) >= minimum)
  )
}

/** The cells without which what is hidden would fall into more parts: the bridges of the graph of rows and columns. */
function onlyLinks<C extends Cell>(cells: readonly C[]): readonly C[] {
  const ends = (cell: C): readonly string[] => [`r ${cell.row}`, `c ${cell.column}`]
  const at = new Map<string, C[]>()
  for (const cell of cells) for (const end of ends(cell)) at.set(end, [...(at.get(end) ?? []), cell])
  const found = new Map<string, number>()
  const links: C[] = []

  /** Resolves to the earliest place that can be reached from here but by the way one came. */
  function walk(place: string, came?: C): number {
    const mine = found.size
    found.set(place, mine)
    let earliest = mine
    for (const cell of at.get(place) ?? []) {
      if (cell === came) continue
      const other = ends(cell).find((end) => end !== place) ?? place
      const known = found.get(other)
      const reached = known ?? walk(other, cell)
      if (known === undefined && reached > mine) links.push(cell)
      earliest = Math.min(earliest, reached)
    }
    return earliest
  }

  for (const place of at.keys()) if (!found.has(place)) walk(place)
  return links
}
