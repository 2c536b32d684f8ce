import { isUtf8 } from 'node:buffer'
import { parse } from 'csv-parse/sync'
import type { Holiday } from '../../../calendar.ts'
import { Unreadable } from '../../../errors.ts'
import type { Day } from '../../../indonesian/dates.ts'
import { fold } from '../../../indonesian/words.ts'
import { type Cells, COLUMNS, type Column, readRow } from './row.ts'
import { texts } from './texts.ts'

/** The days of a table, and the lines that could not be taken, with the reason. */
export interface Table {
  readonly days: readonly Holiday[]
  readonly problems: readonly { readonly line: number; readonly problem: string }[]
}

const LARGEST = 200_000
const MOST_ROWS = 500

/** The text of a file. Throws `Unreadable` where it is no table of text, in Indonesian. */
export function textOf(bytes: Uint8Array): string {
  const t = texts.id.unreadable
  if (bytes.length > LARGEST) throw new Unreadable(t.tooLarge)
  const start = Buffer.from(bytes.subarray(0, 5)).toString('latin1')
  if (start.startsWith('PK')) throw new Unreadable(t.excel)
  if (start === '%PDF-') throw new Unreadable(t.pdf)
  const text = isUtf8(bytes)
    ? Buffer.from(bytes).toString('utf8')
    : new TextDecoder('windows-1252').decode(bytes)
  if (text.includes('\0')) throw new Unreadable(t.noTable)
  return text.replace(/^\uFEFF/, '')
}

/**
 * Reads a table of days off: a row is a day, its kind, its name and what it rests on, by comma, semicolon or tab, with
 * or without headings. Throws `Unreadable` where there is no row in it.
 */
export function readTable(text: string, today: Day): Table {
  const rows = rowsOf(text)
  const [first] = rows
  const headings = first && headingsOf(first.record)
  const days = new Map<Day, Holiday>()
  const problems: { line: number; problem: string }[] = []
  let above = ''
  for (const { record, info } of headings ? rows.slice(1) : rows) {
    const row = readRow(cellsOf(record, headings ?? COLUMNS), today, above)
    if ('problem' in row) problems.push({ line: info.lines, problem: row.problem })
    else if (days.has(row.day)) problems.push({ line: info.lines, problem: texts.id.problems.twice })
    else days.set(row.day, row)
    if ('decree' in row) above = row.decree
  }
  if (days.size === 0 && problems.length === 0) throw new Unreadable(texts.id.unreadable.empty)
  return { days: [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1)), problems }
}

interface Parsed {
  readonly record: readonly string[]
  /** `lines` is the line a row ends in. */
  readonly info: { readonly lines: number }
}

function rowsOf(text: string): readonly Parsed[] {
  const lead = text.trimStart()
  const first = lead.slice(0, lead.search(/\r?\n|$/))
  const delimiter = [';', '\t', ','].find((one) => first.split(one).length > 2) ?? ','
  const options = {
    delimiter,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    trim: true,
  } as const
  try {
    const rows = parse(text, options) as unknown as readonly Parsed[] // with `info` each record comes with its place
    if (rows.length > MOST_ROWS) throw new Unreadable(texts.id.unreadable.tooMany(MOST_ROWS))
    return rows
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith('CSV_') !== true) throw error
    throw new Unreadable(texts.id.unreadable.quote)
  }
}

const HEADINGS: Readonly<Record<string, Column>> = {
  tanggal: 'tanggal',
  tgl: 'tanggal',
  day: 'tanggal',
  jenis: 'jenis',
  kind: 'jenis',
  nama: 'nama',
  keterangan: 'nama',
  'nama hari': 'nama',
  'hari libur': 'nama',
  name: 'nama',
  dasar: 'dasar',
  'dasar hukum': 'dasar',
  decree: 'dasar',
}

function headingsOf(record: readonly string[]): readonly (Column | undefined)[] | undefined {
  const columns = record.map((cell) =>
    Object.hasOwn(HEADINGS, fold(cell)) ? HEADINGS[fold(cell)] : undefined,
  )
  if (!columns.includes('tanggal')) return undefined
  const missing = COLUMNS.filter((column) => !columns.includes(column))
  if (missing.length > 0) throw new Unreadable(texts.id.unreadable.columns(missing))
  return columns
}

/** What the last column says may hold commas though nothing quotes it: whatever is left belongs to it. */
function cellsOf(record: readonly string[], columns: readonly (Column | undefined)[]): Cells {
  const cells: Record<Column, string> = { tanggal: '', jenis: '', nama: '', dasar: '' }
  for (const [i, column] of columns.entries()) {
    const isLast = i === columns.length - 1
    const cell = isLast ? record.slice(i).filter(Boolean).join(', ') : record[i]
    if (column !== undefined) cells[column] = cell ?? ''
  }
  return cells
}
