import { squaresOf } from './code.ts'
import type { Poster } from './poster.ts'
import { inThread } from './thread.ts'

/** What stands on one page; the code is made from the link. */
export type Sheet = Omit<Poster, 'squares'>

/** Much more than the pages of a large office take. */
const MEGABYTES = 512

/** A PDF with a poster on each page, to be printed on A4 or smaller; written in a thread of its own. */
export function writePosters(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const data: readonly Poster[] = sheets.map((sheet) => ({ ...sheet, squares: squaresOf(sheet.link) }))
  return inThread(new URL('./posters-worker.ts', import.meta.url), { data, megabytes: MEGABYTES })
}
