import { parse } from 'parse5'
import { Unreadable } from '../../errors.ts'
import { decodeHtml } from './html/charset.ts'
import { linesOfPage } from './html/lines.ts'
import { LIMITS } from './limits.ts'

/** The text a page of HTML shows, a line for each block. Throws `Unreadable`. Nothing is run, nothing is fetched. */
export function readHtml(bytes: Uint8Array): string {
  if (bytes.length > LIMITS.plainBytes) throw new Unreadable('halaman HTML ini terlalu besar.')
  return textOfHtml(decodeHtml(bytes))
}

/** The text HTML shows. */
export function textOfHtml(html: string): string {
  return linesOfPage(parse(html, { scriptingEnabled: false })).join('\n')
}
