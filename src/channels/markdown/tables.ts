/** One cell of a table: as its dialect writes it, as plain characters, and which side it keeps to. */
export interface Cell {
  readonly inner: string
  readonly plain: string
  readonly align?: 'left' | 'center' | 'right'
}

const GAP = '  '

/** How many characters a table takes side by side. */
export function widthOf(rows: readonly (readonly Cell[])[]): number {
  const widths = widthsOf(rows)
  return widths.reduce((sum, width) => sum + width, GAP.length * Math.max(0, widths.length - 1))
}

/** A table as lines of plain characters, its columns under each other, a line under its head. */
export function aligned(rows: readonly (readonly Cell[])[]): string {
  const widths = widthsOf(rows)
  const line = (cells: readonly Cell[]): string =>
    widths
      .map((width, i) => padded(cells[i], width))
      .join(GAP)
      .trimEnd()
  const [head = [], ...body] = rows
  const rule = widths.map((width) => '─'.repeat(Math.max(1, width))).join(GAP)
  return [line(head), rule, ...body.map(line)].join('\n')
}

/** A table as one paragraph for each row, every cell named by its head: what a narrow screen can show. */
export function records(rows: readonly (readonly Cell[])[], strong: (inner: string) => string): string {
  const [head = [], ...body] = rows
  if (body.length === 0) return head.map(({ inner }) => strong(inner)).join(GAP)
  const named = (cell: Cell, i: number): string => {
    const name = head[i]?.inner ?? ''
    const value = i === 0 ? strong(cell.inner) : cell.inner
    return name.trim() === '' ? value : `${name}: ${value}`
  }
  return body
    .map((cells) =>
      cells
        .map(named)
        .filter((line) => line.trim() !== '')
        .join('\n'),
    )
    .join('\n\n')
}

function widthsOf(rows: readonly (readonly Cell[])[]): readonly number[] {
  return (rows[0] ?? []).map((_, i) => Math.max(...rows.map((cells) => charactersOf(cells[i]))))
}

function padded(cell: Cell | undefined, width: number): string {
  const room = ' '.repeat(width - charactersOf(cell))
  return cell?.align === 'right' ? `${room}${cell.plain}` : `${cell?.plain ?? ''}${room}`
}

function charactersOf(cell: Cell | undefined): number {
  return [...(cell?.plain ?? '')].length
}
