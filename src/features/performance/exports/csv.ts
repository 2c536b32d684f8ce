import { stringify } from 'csv-stringify/sync'
import { plainCell, safeText } from './cells.ts'
import type { Column, Pages, Table } from './table.ts'

const BOM = '\uFEFF'
// Excel in Indonesian splits at the semicolon, since the comma is its decimal sign; it knows UTF-8 by the mark alone.
const DIALECT = { delimiter: ';', record_delimiter: '\r\n' } as const

/** Writes the rows as CSV for Excel in Indonesian, a few at a time: UTF-8 with its mark, semicolons, decimal commas. */
export async function writeCsv({ columns }: Pick<Table, 'columns'>, pages: Pages): Promise<Uint8Array> {
  const encoder = new TextEncoder()
  const chunks = [encoder.encode(BOM + stringify([columns.map(({ title }) => safeText(title))], DIALECT))]
  for await (const rows of pages) {
    const records = rows.map((row) => columns.map((column, i) => cell(row[i] ?? null, column)))
    chunks.push(encoder.encode(stringify(records, DIALECT)))
  }
  return Buffer.concat(chunks)
}

function cell(value: string | number | null, column: Column): string {
  const text = plainCell(value, column)
  // a tag somebody typed would make the table a web page to whoever looks what kind of file it is
  return typeof value === 'number' ? text : safeText(text).replace(/<(?=[!?/a-z])/gi, '< ')
}
