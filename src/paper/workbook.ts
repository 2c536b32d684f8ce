import { type CellObject, CFB, utils, type WorkBook, type WorkSheet, write } from '@e965/xlsx'
import type { Day } from '../indonesian/dates.ts'
import { safeText } from './safe-text.ts'

/** What stands in a cell: words, a number or a day as Excel knows it, or nothing. */
export type Cell = string | CellObject | null

/** A number, and how Excel shows it. */
export function numberCell(value: number, format: string): CellObject {
  return { t: 'n', v: value, z: format }
}

/** A day, which Excel counts from the end of 1899. */
export function dayCell(day: Day): CellObject {
  return { t: 'n', v: (Date.parse(day) - EPOCH) / DAY_MS, z: 'yyyy-mm-dd' }
}

/** Words that stay words, also where they are all digits or begin like a formula. */
export function textCell(text: string): CellObject {
  return { t: 's', v: safeText(text).slice(0, LONGEST), z: '@' }
}

/** One sheet with a head, `widths` in characters; cell by cell, so that nothing is guessed from what somebody typed. */
export function sheetOf(
  head: readonly string[],
  widths: readonly number[],
  rows: readonly (readonly Cell[])[],
  { filters = false }: { readonly filters?: boolean } = {},
): WorkSheet {
  const data = [head, ...rows].map((row) => row.map(cellOf))
  const whole = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: rows.length, c: head.length - 1 } })
  return {
    '!data': data as CellObject[][], // an empty cell is none
    '!ref': whole,
    '!cols': widths.map((wch) => ({ wch })),
    ...(filters && { '!autofilter': { ref: whole } }),
  }
}

/** An empty workbook, to put sheets into by their names. */
export function newBook(title: string, made: Date): WorkBook {
  const book = utils.book_new()
  book.Props = { Title: title, CreatedDate: made }
  return book
}

/** Puts a sheet behind those that are in a workbook. */
export function addSheet(book: WorkBook, name: string, sheet: WorkSheet): void {
  utils.book_append_sheet(book, sheet, name)
}

/**
 * The bytes of a workbook, without the declaration of macros that the library adds though there are none: mail
 * gateways and our own store refuse files that have it.
 */
export function bytesOf(book: WorkBook): Uint8Array {
  const loose = write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer // its types say any
  const parts: unknown = CFB.read(loose, { type: 'buffer' })
  const types = CFB.find(parts, '[Content_Types].xml') as Part // every workbook has it
  const lines = Buffer.from(types.content).toString('utf8')
  types.content = Buffer.from(lines.replace(/<Default [^>]*macroEnabled[^>]*>/g, ''))
  types.size = types.content.length
  return new Uint8Array(CFB.write(parts, { type: 'buffer', fileType: 'zip', compression: true }) as Buffer)
}

interface Part {
  content: Uint8Array
  size: number
}

const DAY_MS = 24 * 60 * 60_000
const EPOCH = Date.UTC(1899, 11, 30)
/** Excel's own limit. */
const LONGEST = 32_767

function cellOf(cell: Cell): CellObject | undefined {
  if (cell === null) return undefined
  return typeof cell === 'string' ? { t: 's', v: safeText(cell).slice(0, LONGEST) } : cell
}
