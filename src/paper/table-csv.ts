import { plainCell } from './cells.ts'
import { type CsvCell, csvOf } from './csv.ts'
import type { Column, Pages, Table, Value } from './table.ts'

/** Writes the rows of a table as CSV, a few at a time, with decimal commas. */
export function writeCsv({ columns }: Pick<Table, 'columns'>, pages: Pages): Promise<Uint8Array> {
  async function* cells(): AsyncGenerator<readonly (readonly CsvCell[])[]> {
    for await (const rows of pages)
      yield rows.map((row) => columns.map((column, i) => cell(row[i] ?? null, column)))
  }
  return csvOf(
    columns.map(({ title }) => title),
    cells(),
  )
}

function cell(value: Value, column: Column): CsvCell {
  const text = plainCell(value, column)
  return typeof value === 'number' ? { figure: text } : text
}
