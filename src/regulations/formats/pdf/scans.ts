import { Unreadable } from '../../../errors.ts'
import type { ReadingOptions, RecognizedPage } from '../../format.ts'
import { LIMITS } from '../limits.ts'
import { tesseract } from '../ocr.ts'
import type { PageText } from './pages.ts'
import { withPictures } from './rendering.ts'

/** What came of a page's picture: its words, nothing to see, or why it could not be read. */
export type Recognized = RecognizedPage | { readonly blank: true } | { readonly failed: string }

const AT_ONCE = 2

/** Recognizes pages of a PDF from their pictures, two at a time. Throws `Unreadable` where they are too many. */
export async function recognizePages(
  bytes: Uint8Array,
  pages: readonly PageText[],
  wanted: readonly number[],
  options: ReadingOptions,
): Promise<ReadonlyMap<number, Recognized>> {
  const { recognizer = tesseract, onPage } = options
  if (wanted.length > LIMITS.scannedPages)
    throw new Unreadable(
      `${wanted.length} halaman berupa gambar; paling banyak ${LIMITS.scannedPages}. Pecah menjadi beberapa berkas.`,
    )
  const found = new Map<number, Recognized>()
  if (wanted.length === 0) return found
  const late = AbortSignal.timeout(LIMITS.recognitionSeconds * 1000)
  const broken = new AbortController()
  const signal = AbortSignal.any([late, broken.signal, ...(options.signal ? [options.signal] : [])])
  const waiting = wanted.values()
  await withPictures(bytes, signal, async (render) => {
    const work = async (): Promise<void> => {
      for (const number of waiting) {
        const page = pages[number - 1] ?? { width: 0, height: 0 }
        const picture = await orWhyNot(() => render(number, page), signal)
        if (picture === undefined) found.set(number, { blank: true })
        else if ('failed' in picture) found.set(number, picture)
        else found.set(number, await orWhyNot(() => recognizer.recognize(picture, signal), signal))
        onPage?.(found.size, wanted.length)
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work))
  }).catch((error: unknown) => {
    // What goes wrong on one side ends the other.
    broken.abort()
    if (late.aborted && !options.signal?.aborted)
      throw new Unreadable('pengenalan tulisannya terlalu lama. Pecah menjadi beberapa berkas.')
    throw error
  })
  return found
}

/** One page that cannot be read does not keep the others from being read. */
async function orWhyNot<T>(read: () => Promise<T>, signal: AbortSignal): Promise<T | { failed: string }> {
  try {
    return await read()
  } catch (error) {
    if (signal.aborted || !(error instanceof Unreadable)) throw error
    return { failed: error.message }
  }
}
