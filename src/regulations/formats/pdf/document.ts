import { getDocumentProxy } from 'unpdf'
import { Unreadable } from '../../../errors.ts'
import { LIMITS } from '../limits.ts'

/** A PDF that is open. */
export type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>
/** One of its pages. */
export type Page = Awaited<ReturnType<Pdf['getPage']>>

const SILENT = 0

/** Opens a PDF that fits the limits; throws `Unreadable`. Nothing in it is run, nothing it names is fetched. */
export async function openPdf(bytes: Uint8Array): Promise<Pdf> {
  const pdf = await getDocumentProxy(bytes, {
    verbosity: SILENT,
    maxImageSize: LIMITS.picturePixels,
    useSystemFonts: false,
    disableFontFace: true,
    isOffscreenCanvasSupported: false,
    enableXfa: false,
  }).catch((error: unknown) => {
    throw new Unreadable(whyNot(error))
  })
  if (pdf.numPages > LIMITS.pdfPages)
    throw new Unreadable(
      `PDF ini berisi ${pdf.numPages} halaman; paling banyak ${LIMITS.pdfPages}. Pecah menjadi beberapa berkas.`,
    )
  return pdf
}

function whyNot(error: unknown): string {
  const name = error instanceof Error ? error.name : ''
  return name === 'PasswordException'
    ? 'PDF ini terkunci kata sandi. Simpan salinan tanpa kata sandi, lalu kirim lagi.'
    : 'PDF ini rusak atau terpotong sehingga tidak bisa dibuka. Unduh ulang dari sumbernya, lalu kirim lagi.'
}
