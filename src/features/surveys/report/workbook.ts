import { type CellObject, CFB, utils, type WorkBook, type WorkSheet, write } from '@e965/xlsx'
import type { Day } from '../../../indonesian/dates.ts'

/** What stands in a cell: words, a number or a day as Excel knows it, or nothing. */
export type Cell = string | CellObject | null

/** A number, and how Excel shows it. */
export function numberCell(value: number, format: string): CellObject {
  return { t: 'n', v: value, z: format }
}

/** A day, which Excel counts from the end of 1899. */
export function dayCell(day: Day): CellObject {
  return { t: 'n', v: (Date.parse(day) - Date.UTC(1899, 11, 30)) / (24 * 60 * 60_000), z: 'yyyy-mm-dd' }
}

/** One sheet with a head; words are words, also where they begin like a formula. */
export function sheetOf(
  head: readonly string[],
  widths: readonly number[],
  rows: readonly (readonly Cell[])[],
): WorkSheet {
  const data = [head, ...rows].map((row) => row.map(cellOf))
  const end = { r: rows.length, c: head.length - 1 }
  return {
    '!data': data as CellObject[][], // an empty cell is none
    '!ref': utils.encode_range({ s: { r: 0, c: 0 }, e: end }),
    '!cols': widths.map((wch) => ({ wch })),
  }
}

/**
 * The bytes of a workbook, without the declaration of macros that the library adds though there are none: mail
 * gateways and our own store refuse files that have it.
 */
export function bytesOf(book: WorkBook): Uint8Array {
  const loose: unknown = CFB.read(write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer, {
    type: 'buffer',
  })
  const types = CFB.find(loose, '[Content_Types].xml') as Declared // every workbook has it
  types.content = Buffer.from(
    Buffer.from(types.content)
      .toString('utf8')
      .replace(/<Default [^>]*macroEnabled[^>]*>/g, ''),
  )
  types.size = types.content.length
  return new Uint8Array(CFB.write(loose, { type: 'buffer', fileType: 'zip', compression: true }) as Buffer)
}

interface Declared {
  content: Uint8Array
  size: number
}

/** Excel's own limit. */
const LONGEST = 32_767
/** What other spreadsheets take for the beginning of a formula (owasp.org/www-community/attacks/CSV_Injection). */
const FORMULA = /^\s*[=+\-@＝＋－＠]/

function cellOf(cell: Cell): CellObject | undefined {
  if (cell === null) return undefined
  if (typeof cell !== 'string') return cell
  const clean = cell.toWellFormed().replace(/[^\P{Cc}\n\t]|[\u{fffe}\u{ffff}]/gu, '')
  return { t: 's', v: (FORMULA.test(clean) ? `'${clean}` : clean).slice(0, LONGEST) }
}
