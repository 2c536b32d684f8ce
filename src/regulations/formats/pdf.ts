import { Unreadable } from '../../errors.ts'
import type { Reading, ReadingOptions, RegulationFile } from '../format.ts'
import { LIMITS } from './limits.ts'
import { tesseract } from './ocr.ts'
import type { PageText } from './pdf/pages.ts'
import { ILLEGIBLE, likenessToIndonesian } from './pdf/quality.ts'
import { type Recognized, recognizePages } from './pdf/scans.ts'
import { isCutShort, warningsOf, whyNothing } from './pdf/warnings.ts'
import { inThread } from './thread.ts'

/**
 * The text of a PDF, page by page. Pages that are pictures, and those whose layer of text is gibberish, are
 * recognized anew where this machine can. Throws `Unreadable` where no page gives any text.
 */
export async function readPdf({ bytes }: RegulationFile, options: ReadingOptions): Promise<Reading> {
  const { recognizer = tesseract } = options
  const pages = await pagesIn(bytes, options)
  const pictures = numbersOf(pages, ({ shows }) => shows === 'picture')
  const gibberish = gibberishOf(pages)
  const both = [...pictures, ...gibberish]
  const wanted = both.length <= LIMITS.scannedPages ? both : pictures
  const missing = wanted.length === 0 ? undefined : await recognizer.missing()
  const recognized =
    missing === undefined
      ? await recognizePages(bytes, pages, wanted, options)
      : new Map<number, Recognized>()
  const better = new Map([...recognized].filter(([number, found]) => isBetter(found, pages[number - 1])))
  const texts = pages.map(({ lines }, i) => linesIn(better.get(i + 1) ?? { lines }).join('\n'))
  const read = texts.filter((text) => text !== '').length
  const account = { pages, pictures, gibberish, recognized, better, missing, cut: isCutShort(bytes) }
  if (read === 0) throw new Unreadable(whyNothing(account))
  return {
    text: texts.join('\f'),
    pages: pages.length,
    read,
    format: better.size > read / 2 ? 'PDF pindaian (OCR)' : 'PDF',
    warnings: warningsOf(account),
  }
}

function pagesIn(bytes: Uint8Array, { signal, onPage }: ReadingOptions): Promise<readonly PageText[]> {
  const onProgress = (done: number, of: number): void => onPage?.(done, of)
  return inThread({ kind: 'pdf', bytes }, { seconds: LIMITS.readingSeconds, signal, onProgress })
}

function numbersOf(pages: readonly PageText[], which: (page: PageText) => boolean): readonly number[] {
  return pages.flatMap((page, i) => (which(page) ? [i + 1] : []))
}

/** Pages whose layer of text is none; where most are, the others came from the same hand. */
function gibberishOf(pages: readonly PageText[]): readonly number[] {
  const judged = pages.flatMap((page, i) => {
    const likeness = page.shows === 'picture' ? undefined : likenessOf(page.lines)
    return likeness === undefined ? [] : [{ number: i + 1, poor: likeness < ILLEGIBLE }]
  })
  const poor = judged.filter((page) => page.poor)
  return (poor.length > judged.length / 2 ? judged : poor).map((page) => page.number)
}

function likenessOf(lines: readonly string[]): number | undefined {
  return likenessToIndonesian(lines.join('\n'))
}

/** What was recognized replaces a picture's stray words, and a layer of text only where it reads better. */
function isBetter(found: Recognized, page: PageText | undefined): boolean {
  const lines = linesIn(found)
  if (lines.length === 0) return false
  if (page === undefined || page.shows === 'picture') return true
  return (likenessOf(lines) ?? 0) > (likenessOf(page.lines) ?? 1)
}

function linesIn(found: Recognized | Pick<PageText, 'lines'>): readonly string[] {
  return 'lines' in found ? found.lines : []
}
