import { mixedList, wrongLines } from './audience-texts.ts'
import { readNip } from './nip.ts'

/** NIPs with the number of the line each was first read in, or what is wrong with the list. */
export type ListReading =
  | { readonly ok: true; readonly lines: ReadonlyMap<string, number> }
  | { readonly ok: false; readonly hint: string }

const NIP = /(?<!\d)\d{8}[ .\-–']{0,3}\d{6}[ .\-–']{0,3}\d[ .\-–']{0,3}\d{3}(?!\d)/g
/** Fewer digits in a row of cells are a number of the line, a year, or part of a name. */
const FEWEST_DIGITS = 5
const HEADING = /^[^\p{L}]*(?:daftar|nomor|no|nip|nama|unit|pegawai|asn|[^\p{L}]+)+$/iu
const EXCEPTS = /\b(?:kecuali|selain|bukan|tanpa|belum|tidak|tdk|di luar|sudah|minus|non)\b/i
const CONDITION = /\b(?:semua|seluruh|pns|pppk|p3k|atasan|bawahan|dinas|badan|kecamatan)\b/i

/** True for a text that wants to be a list of NIPs, also where they are no good ones. */
export function writesNips(text: string): boolean {
  return /\d{8}|\d[.,]\d+e\+?1\d\b/i.test(text) || /\d{4} ?\d{4} ?\d{6}/.test(text)
}

/** Reads NIPs, one a line or several with commas between, with names or other cells beside them; each counts once. */
export function readNips(text: string): ListReading {
  const rows = text.split(/\r\n|\r|\n/)
  const written = rows.filter((row) => row.trim() !== '')
  if (EXCEPTS.test(text) || (written.length === 1 && CONDITION.test(text)))
    return { ok: false, hint: mixedList }
  const lines = new Map<string, number>()
  const wrong: { readonly line: number; readonly problem: string }[] = []
  for (const [i, row] of rows.entries()) {
    const line = i + 1
    const found = row.match(NIP) ?? []
    for (const piece of [...found, ...othersIn(row.replace(NIP, ' '), found.length > 0)]) {
      const reading = readNip(piece)
      if ('problem' in reading) wrong.push({ line, problem: reading.problem })
      else if (!lines.has(reading.nip)) lines.set(reading.nip, line)
    }
  }
  return wrong.length > 0 ? { ok: false, hint: wrongLines(wrong) } : { ok: true, lines }
}

/** Pieces of a row that should be a NIP and are none; a row without any NIP is one as a whole, unless it is a heading. */
function othersIn(row: string, found: boolean): readonly string[] {
  const pieces = row
    .split(/[,;\t|]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece.replace(/\D/g, '').length >= FEWEST_DIGITS)
  if (pieces.length > 0 || found || row.trim() === '' || HEADING.test(row)) return pieces
  return [row]
}
