/** A word Tesseract recognized: which line it is in, where it stands in pixels, and how sure that is, 0 to 100. */
export interface Word {
  readonly text: string
  readonly line: string
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly confidence: number
}

const WORD = '5'
const SURE = 50

/** The words of Tesseract's table, in order; specks and ruled lines that it took for signs are none. */
export function wordsOf(table: string): readonly Word[] {
  return table.split('\n').flatMap((row) => {
    const [level, , block, paragraph, line, , left, top, width, height, sure, ...rest] = row.split('\t')
    const text = rest.join(' ').trim()
    const confidence = Math.max(0, Number(sure))
    if (level !== WORD || text === '') return []
    // A letter or a figure stays, however unsure.
    if (confidence < SURE && !/[\p{L}\p{N}]/u.test(text)) return []
    const place = { left: Number(left), top: Number(top), width: Number(width), height: Number(height) }
    return [{ text, line: `${block} ${paragraph} ${line}`, ...place, confidence }]
  })
}
