import type { Word } from './words.ts'

const MARGIN = 8
const GAP = 24

/** Words cut out of a picture and set one below the other, each in a row of the same height. */
export interface Cuttings {
  /** A binary PGM. */
  readonly picture: Uint8Array
  readonly rowHeight: number
}

/**
 * Tesseract's Indonesian knows no semicolon and reads a comma or a colon. The words that end in one, cut out and
 * set one below the other, can be read once more in a language that knows it; undefined where there are none.
 */
export function cutOut(picture: Uint8Array, words: readonly Word[]): Cuttings | undefined {
  const page = openPgm(picture)
  const doubtful = words.filter(isDoubtful)
  if (!page || doubtful.length === 0) return undefined
  const rowHeight = Math.max(...doubtful.map((word) => word.height)) + 2 * MARGIN + GAP
  const width = Math.max(...doubtful.map((word) => word.width)) + 2 * MARGIN + 2 * GAP
  const height = rowHeight * doubtful.length
  const gray = new Uint8Array(width * height).fill(255)
  for (const [i, word] of doubtful.entries()) {
    const left = Math.max(0, word.left - MARGIN)
    const right = Math.min(page.width, word.left + word.width + MARGIN)
    for (let y = 0; y < word.height + 2 * MARGIN; y++) {
      const from = (word.top - MARGIN + y) * page.width
      if (from < 0 || word.top - MARGIN + y >= page.height) continue
      gray.set(page.gray.subarray(from + left, from + right), (i * rowHeight + GAP / 2 + y) * width + GAP)
    }
  }
  const header = Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1')
  return { picture: Buffer.concat([header, gray]), rowHeight }
}

/** The words with the semicolons that their second reading found. */
export function withSemicolons(
  words: readonly Word[],
  again: readonly Word[],
  rowHeight: number,
): readonly Word[] {
  const read = new Map<number, string>()
  for (const { top, height, text } of again) read.set(Math.floor((top + height / 2) / rowHeight), text)
  let row = -1
  return words.map((word) => {
    if (!isDoubtful(word)) return word
    row++
    return read.get(row)?.endsWith(';') ? { ...word, text: `${word.text.slice(0, -1)};` } : word
  })
}

function isDoubtful({ text }: Word): boolean {
  return /[\p{L}\p{N})][,:]$/u.test(text)
}

interface Pgm {
  readonly width: number
  readonly height: number
  readonly gray: Uint8Array
}

function openPgm(picture: Uint8Array): Pgm | undefined {
  const head = new TextDecoder('latin1').decode(picture.subarray(0, 64))
  const [whole = '', width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(head) ?? []
  const gray = picture.subarray(whole.length)
  const page = { width: Number(width), height: Number(height), gray }
  return whole !== '' && gray.length === page.width * page.height ? page : undefined
}
