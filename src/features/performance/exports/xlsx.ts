import { type CellObject, CFB, utils, type WorkSheet, write } from '@e965/xlsx'
import { safeText } from './cells.ts'
import type { Column, Table, Value } from './table.ts'

const DAY_MS = 24 * 60 * 60_000
/** The day Excel counts from. */
const EPOCH = Date.UTC(1899, 11, 30)
const LONGEST_CELL = 32_767

/** Writes a workbook: the rows, what sums them up, and how to read them. Numbers and days are such, a NIP is text. */
export function writeXlsx(table: Table, rows: readonly (readonly Value[])[]): Uint8Array {
  const { name, columns, summary, title, heading, notes, words, at } = table
  const book = utils.book_new()
  utils.book_append_sheet(book, sheetOf(columns, rows), name)
  utils.book_append_sheet(book, sheetOf(summary.columns, summary.rows), summary.name)
  const lines = [title, ...heading, '', ...notes].map((line) => [safeText(line)])
  utils.book_append_sheet(book, { ...utils.aoa_to_sheet(lines), '!cols': [{ wch: 110 }] }, words.notes)
  book.Props = { Title: title, CreatedDate: new Date(at) }
  return packed(write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer) // its types say any
}

interface Part {
  content: Uint8Array
  size: number
}

/**
 * Packs a workbook, without the line about workbooks with macros that the library writes into every one: whoever looks
 * for macros by it, as mail gateways and our own store do, would refuse it.
 */
function packed(loose: Buffer): Uint8Array {
  const parts: unknown = CFB.read(loose, { type: 'buffer' })
  const contents = CFB.find(parts, '[Content_Types].xml') as Part // every workbook has it
  const lines = Buffer.from(contents.content).toString('utf8')
  contents.content = Buffer.from(lines.replace(/<Default [^>]*macroEnabled[^>]*>/g, ''))
  contents.size = contents.content.length
  return new Uint8Array(CFB.write(parts, { type: 'buffer', fileType: 'zip', compression: true }) as Buffer)
}

/** One sheet, with a head that filters; cell by cell, so that nothing is guessed from what somebody typed. */
function sheetOf(columns: readonly Column[], rows: readonly (readonly Value[])[]): WorkSheet {
  const head = columns.map(({ title }): CellObject => ({ t: 's', v: title }))
  const data = [head, ...rows.map((row) => columns.map((column, i) => cellOf(row[i] ?? null, column)))]
  const whole = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: rows.length, c: columns.length - 1 } })
  return {
    '!data': data as CellObject[][], // an empty cell is none
    '!ref': whole,
    '!cols': columns.map(({ width }) => ({ wch: width })),
    '!autofilter': { ref: whole },
  }
}

function cellOf(value: Value, { kind }: Column): CellObject | undefined {
  if (value === null) return undefined
  if (typeof value === 'number') return { t: 'n', v: value, z: kind === 'share' ? '0.0%' : '#,##0.######' }
  if (kind === 'day') return { t: 'n', v: (Date.parse(value) - EPOCH) / DAY_MS, z: 'yyyy-mm-dd' }
  return { t: 's', v: safeText(value).slice(0, LONGEST_CELL), ...(kind === 'nip' && { z: '@' }) }
}
