import type { Column, Table, Value } from './table.ts'
import { addSheet, bytesOf, type Cell, dayCell, newBook, numberCell, sheetOf, textCell } from './workbook.ts'

/** Writes a workbook: the rows, what sums them up, and how to read them. Numbers and days are such, long numbers are text. */
export function writeXlsx(table: Table, rows: readonly (readonly Value[])[]): Uint8Array {
  const { name, columns, summary, title, heading, notes, words, at } = table
  const book = newBook(title, new Date(at))
  addSheet(book, name, sheet(columns, rows))
  if (summary !== undefined) addSheet(book, summary.name, sheet(summary.columns, summary.rows))
  const lines = [...heading, '', ...notes].map((line) => [line])
  addSheet(book, words.notes, sheetOf([title], [110], lines))
  return bytesOf(book)
}

function sheet(columns: readonly Column[], rows: readonly (readonly Value[])[]) {
  const cells = rows.map((row) => columns.map((column, i) => cellOf(row[i] ?? null, column)))
  const [titles, widths] = [columns.map(({ title }) => title), columns.map(({ width }) => width)]
  return sheetOf(titles, widths, cells, { filters: true })
}

function cellOf(value: Value, { kind }: Column): Cell {
  if (typeof value === 'number') return numberCell(value, kind === 'share' ? '0.0%' : '#,##0.######')
  if (value === null) return null
  if (kind === 'day') return dayCell(value)
  return kind === 'digits' ? textCell(value) : value
}
