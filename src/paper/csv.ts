import { stringify } from 'csv-stringify/sync'
import { safeText } from './safe-text.ts'

/** What stands in a cell of a table for spreadsheets: words, or a number already written as people read it. */
export type CsvCell = string | { readonly figure: string }

const BOM = '\uFEFF'
// Excel in Indonesian splits at the semicolon, since the comma is its decimal sign; it knows UTF-8 by the mark alone.
const DIALECT = { delimiter: ';', record_delimiter: '\r\n' } as const

/** CSV for Excel in Indonesian, a few rows at a time: UTF-8 with its mark, semicolons; no words are a formula or a tag. */
export async function csvOf(
  head: readonly string[],
  pages: AsyncIterable<readonly (readonly CsvCell[])[]>,
): Promise<Uint8Array> {
  const encoder = new TextEncoder()
  const chunks = [encoder.encode(BOM + stringify([head.map(safeText)], DIALECT))]
  for await (const rows of pages)
    chunks.push(
      encoder.encode(
        stringify(
          rows.map((row) => row.map(plain)),
          DIALECT,
        ),
      ),
    )
  return Buffer.concat(chunks)
}

function plain(cell: CsvCell): string {
  // a tag somebody typed would make the table a web page to whoever looks what kind of file it is
  return typeof cell === 'string' ? safeText(cell).replace(/<(?=[!?/a-z])/gi, '< ') : cell.figure
}
