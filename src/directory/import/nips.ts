import { nipDigits } from '../nip.ts'
import { rowsOfWorkbook } from './workbook.ts'

/** The NIPs in a file, each once, in their order. */
export interface NipsRead {
  readonly nips: readonly string[]
  /** Cells a spreadsheet kept as numbers: of 18 digits it keeps 15, so that nobody knows whose they are. */
  readonly rounded: number
}

const KEPT_DIGITS = 15

/** Reads a list of NIPs: a text or a CSV, or the first sheet of an XLSX file. Throws `Unreadable` for a broken one. */
export async function nipsOf(bytes: Uint8Array): Promise<NipsRead> {
  if (!isArchive(bytes)) return { nips: nipsIn(new TextDecoder().decode(bytes)), rounded: 0 }
  const { rows } = await rowsOfWorkbook(once(bytes), {
    size: bytes.length,
    sheet: undefined,
    fits: () => 0, // none before the first
  })
  const words: string[] = []
  let rounded = 0
  for await (const { cells } of rows)
    for (const cell of cells) {
      if (typeof cell === 'string') words.push(cell)
      else if (Math.abs(cell) >= 10 ** KEPT_DIGITS) rounded++
    }
  return { nips: nipsIn(words.join('\n')), rounded }
}

/** The NIPs in a text, each once, in their order; what has other than 18 digits is none. */
export function nipsIn(text: string): readonly string[] {
  const found = text.split(/[\n\r,;\t|]+/).flatMap((piece) => {
    const digits = nipDigits(/\d[\d\s.]*\d/.exec(piece)?.[0] ?? '')
    return digits?.length === 18 ? [digits] : []
  })
  return [...new Set(found)]
}

function isArchive([first, second]: Uint8Array): boolean {
  return first === 0x50 && second === 0x4b // "PK"
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
