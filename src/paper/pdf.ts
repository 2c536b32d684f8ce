import pdfmake, { type Content, type Definition } from 'pdfmake'
import { FONTS, ROBOTO } from './fonts.ts'

export type { Content } from 'pdfmake'

pdfmake.addFonts({ Roboto: ROBOTO })
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy((path) => path.startsWith(FONTS)) // nothing somebody typed makes it read a file

/** The bytes of pages set in Roboto; what they describe reads no file and no address. */
export async function pdfOf(pages: Definition): Promise<Uint8Array> {
  const { defaultStyle, ...rest } = pages
  const style = { font: 'Roboto', ...(defaultStyle as object | undefined) }
  return new Uint8Array(await pdfmake.createPdf({ ...rest, defaultStyle: style }).getBuffer())
}

/** Thin lines between the rows of a table, a stronger one below its head; the padding is in points. */
export function ruled({
  x,
  y,
  below = y,
}: {
  readonly x: number
  readonly y: number
  readonly below?: number
}) {
  return {
    hLineWidth: (line: number) => (line === 1 ? 0.8 : 0.4),
    hLineColor: (line: number) => (line === 1 ? '#333333' : '#cccccc'),
    vLineWidth: () => 0,
    paddingLeft: () => x,
    paddingRight: () => x,
    paddingTop: () => y,
    paddingBottom: () => below,
  }
}

/** What a table is made of, so that its head stands on each page and no row is cut in two. */
export function tableParts(
  widths: readonly (number | '*')[],
  body: readonly (readonly Content[])[],
): { readonly [key: string]: unknown } {
  return { headerRows: 1, keepWithHeaderRows: 1, dontBreakRows: true, widths, body }
}
