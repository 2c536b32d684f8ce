import { Unreadable } from '../../errors.ts'
import { rowsOfCsv } from './csv.ts'
import { type Columns, columnsOf, FIELDS, type Field } from './headings.ts'
import { type ImportSource, kindOfTable } from './source.ts'
import { rowsOfWorkbook } from './workbook.ts'

/** What stands in a cell; a number only where the file itself says that it is one. */
export type Cell = string | number

/** A row of a table: where it begins in the file, counted from 1, and its cells. */
export interface TableRow {
  readonly line: number
  readonly cells: readonly Cell[]
  /** True where there are more than the headings: something separated cells that was meant to be in one. */
  readonly torn?: boolean
}

/** A table whose columns are known, and its rows below the headings. */
export interface Table {
  readonly columns: Columns
  /** The sheet of a workbook. */
  readonly sheet?: string
  readonly rows: AsyncIterable<TableRow>
}

/** What the operator says of a file: what its headings mean, which sheet it is. */
export interface TableOptions {
  readonly map?: Readonly<Record<string, Field>>
  readonly sheet?: string
}

/** Headings stand in one of so many first rows; above them may be a title. */
export const HEADINGS_WITHIN = 20
const MOST_SHOWN = 12

/** Opens a CSV or XLSX file up to its headings; the rest is read as it is taken. Throws `Unreadable`. */
export async function openTable(source: ImportSource, { map = {}, sheet }: TableOptions): Promise<Table> {
  const bytes = source.open()[Symbol.asyncIterator]()
  try {
    return await opened(source, bytes, { map, sheet })
  } catch (error) {
    await bytes.return?.()
    throw error
  }
}

async function opened(
  { size }: ImportSource,
  bytes: AsyncIterator<Uint8Array>,
  { map, sheet }: { readonly map: Readonly<Record<string, Field>>; readonly sheet: string | undefined },
): Promise<Table> {
  const first = await bytes.next()
  const head = first.done ? new Uint8Array() : first.value
  const whole = joined(head, bytes)
  const fits = (row: readonly Cell[]): number => {
    const columns = columnsOf(row.map(String), map)
    return columns === undefined ? 0 : Object.keys(columns.of).length
  }
  if (kindOfTable(head) === 'xlsx') {
    const workbook = await rowsOfWorkbook(whole, { size, fits, sheet })
    return { ...(await below(workbook.rows, map)), sheet: workbook.sheet }
  }
  if (sheet !== undefined) throw new Unreadable('berkas CSV tidak punya lembar; hilangkan --sheet.')
  const table = await below(rowsOfCsv(whole, fits), map)
  return { ...table, rows: checked(table.rows, table.columns.headings.length) }
}

async function* joined(head: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    if (head.length > 0) yield head
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
  } finally {
    await rest.return?.()
  }
}

async function below(rows: AsyncGenerator<TableRow>, map: Readonly<Record<string, Field>>): Promise<Table> {
  const seen: string[] = []
  for (let count = 0; count < HEADINGS_WITHIN; count++) {
    const { value: row, done } = await rows.next()
    if (done) break
    const columns = columnsOf(row.cells.map(String), map)
    if (columns !== undefined) return { columns, rows: people(rows) }
    seen.push(...row.cells.map(String).filter((cell) => cell.trim() !== ''))
  }
  await rows.return(undefined)
  throw new Unreadable(noHeadings(seen))
}

/** Below the headings some tables count their columns: (1), (2), (3). */
async function* people(rows: AsyncGenerator<TableRow>): AsyncGenerator<TableRow> {
  let first = true
  for await (const row of rows) {
    if (!(first && isCount(row.cells))) yield row
    first = false
  }
}

/** Marks the rows that are torn. Empty cells at the end of the first row are a habit of who wrote the file. */
async function* checked(rows: AsyncIterable<TableRow>, width: number): AsyncGenerator<TableRow> {
  let most: number | undefined
  for await (const row of rows) {
    const isEmpty = row.cells.slice(width).every((cell) => String(cell).trim() === '')
    most ??= isEmpty ? Math.max(width, row.cells.length) : width
    yield isEmpty && row.cells.length <= most ? row : { ...row, torn: true }
  }
}

function isCount(cells: readonly Cell[]): boolean {
  const filled = cells.map((cell) => String(cell).replace(/[()\s]/g, '')).filter((cell) => cell !== '')
  return filled.length > 1 && filled.every((cell, i) => cell === String(i + 1))
}

function noHeadings(seen: readonly string[]): string {
  const shown = seen.slice(0, MOST_SHOWN).map((cell) => (cell.length > 30 ? `${cell.slice(0, 30)}…` : cell))
  const read = shown.length === 0 ? '' : ` Yang terbaca di baris-baris pertama: ${shown.join(', ')}.`
  return `tidak ada baris judul dengan kolom NIP.${read} Kolom yang dikenal: ${FIELDS.join(', ')}. Judul lain bisa disebutkan, misalnya --map "Nomor Pegawai=nip".`
}
