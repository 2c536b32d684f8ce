import { Unreadable } from '../../errors.ts'
import type { RecognizedPage, Recognizer } from '../format.ts'
import { LIMITS } from './limits.ts'
import { cutOut, withSemicolons } from './ocr/semicolons.ts'
import { type Word, wordsOf } from './ocr/words.ts'
import { run } from './programs.ts'

const INSTALL = 'apt-get install tesseract-ocr tesseract-ocr-ind poppler-utils'

/** Tesseract with its Indonesian words, where this machine has it. */
export const tesseract: Recognizer = {
  async missing() {
    const languages = await run('tesseract', ['--list-langs'], { seconds: 20 }).catch(() => undefined)
    if (languages === undefined) return `pengenal tulisan (OCR) belum terpasang. Pasang dulu: ${INSTALL}`
    // Some versions list them on the one stream, some on the other.
    return /^ind$/m.test(`${languages.output.toString('latin1')}\n${languages.complaint}`)
      ? undefined
      : `pengenal tulisan (OCR) belum mengenal bahasa Indonesia. Pasang dulu: ${INSTALL}`
  },
  async recognize(picture, signal) {
    // One column of text of any size: with it "a." stays in the line of its words.
    const upright = await read(picture, 'ind', ONE_COLUMN, signal)
    if (confidenceOf(upright) >= UNSURE && lettersIn(upright) >= FEW_LETTERS)
      return pageOf(await punctuated(picture, upright, signal))
    // It may lie on its side, or stand on its head; finding out takes longer.
    const turned = await read(picture, 'ind', ANY_WAY_UP, signal).catch(() => upright)
    signal?.throwIfAborted()
    return pageOf(weight(turned) > weight(upright) ? turned : upright)
  },
}

const ONE_COLUMN = '4'
const ANY_WAY_UP = '1'
const ONE_BLOCK = '6'
const UNSURE = 60
const FEW_LETTERS = 40

async function read(
  picture: Uint8Array,
  language: string,
  layout: string,
  signal: AbortSignal | undefined,
): Promise<readonly Word[]> {
  const how = ['-l', language, '--psm', layout, '-c', 'tessedit_create_tsv=1']
  try {
    const { output } = await run('tesseract', ['stdin', 'stdout', ...how], {
      input: picture,
      seconds: LIMITS.pageSeconds,
      signal,
    })
    return wordsOf(output.toString('utf8'))
  } catch (error) {
    signal?.throwIfAborted()
    throw Object.assign(new Unreadable('gambarnya tidak bisa dikenali'), { cause: error })
  }
}

/** English comes with Tesseract; where it does not, commas stay commas. */
async function punctuated(
  picture: Uint8Array,
  words: readonly Word[],
  signal: AbortSignal | undefined,
): Promise<readonly Word[]> {
  const cuttings = cutOut(picture, words)
  if (!cuttings) return words
  const again = await read(cuttings.picture, 'eng', ONE_BLOCK, signal).catch(() => [])
  signal?.throwIfAborted()
  return withSemicolons(words, again, cuttings.rowHeight)
}

function pageOf(words: readonly Word[]): RecognizedPage {
  const lines = Map.groupBy(words, (word) => word.line)
  return {
    // A small c that opens a line is taken for a capital and a small one; nothing is numbered "Cc".
    lines: [...lines.values()].map((line) =>
      line
        .map((word) => word.text)
        .join(' ')
        .replace(/^Cc\. /, 'c. '),
    ),
    confidence: confidenceOf(words),
  }
}

function confidenceOf(words: readonly Word[]): number {
  const weighed = words.reduce((sum, { text, confidence }) => sum + text.length * confidence, 0)
  return weighed / Math.max(1, lettersIn(words))
}

function lettersIn(words: readonly Word[]): number {
  return words.reduce((sum, { text }) => sum + text.length, 0)
}

function weight(words: readonly Word[]): number {
  return confidenceOf(words) * Math.min(lettersIn(words), 10 * FEW_LETTERS)
}
