import { convertToHtml, images } from 'mammoth'
import { Unreadable } from '../../errors.ts'
import { type Archive, MAIN_PART, openArchive } from './archive.ts'
import { plain } from './docx/document.ts'
import { readLists } from './docx/numbering.ts'
import { textOfHtml } from './html.ts'

/** Counted and written out before; seen by the converter they would be counted again, its own way. */
const NUMBERING = /^word\/numbering\d*\.xml$/
const STYLES = /^word\/styles\d*\.xml$/

/** The text of a Word file with its list numbers, and what was left out of it. Throws `Unreadable`. */
export async function readDocx(
  bytes: Uint8Array,
): Promise<{ readonly text: string; readonly warnings: readonly string[] }> {
  const archive = await openArchive(bytes)
  const part = async (which: RegExp) => {
    const name = archive.names.find((name) => which.test(name)) ?? ''
    return textOf(name, (await archive.read(name)) ?? new Uint8Array())
  }
  const main = await part(MAIN_PART)
  if (main === '') throw new Unreadable('berkas DOCX ini tidak berisi naskah. Simpan ulang dari Word.')
  const lists = readLists(await part(NUMBERING), await part(STYLES))
  const { xml, changes, notes } = plain(main, lists)
  const html = await convert(archive, xml)
  const warnings = [
    archive.names.some((name) => /vba(?:Project|Data)/i.test(name)) &&
      'Berkas memuat makro; makro tidak dijalankan dan diabaikan.',
    changes &&
      'Berkas memuat perubahan terlacak (track changes) yang belum diterima; usul hapus dibuang, usul tambah dibaca. Periksa naskah akhirnya.',
    notes > 0 && `${notes} catatan kaki tidak ikut dibaca.`,
    // Files of other dialects name their paragraphs otherwise; then the numbers are nobody's.
    /<(?!w:)\w+:numPr\b/.test(main) &&
      'Nomor otomatis dalam berkas ini mungkin tidak terbaca; periksa hasilnya.',
  ].filter((warning) => typeof warning === 'string')
  return { text: textOfHtml(html), warnings }
}

async function convert(archive: Archive, document: string): Promise<string> {
  const names = new Set(
    archive.names.filter((name) => /^(?:\[Content_Types\]\.xml|_rels\/|word\/)/.test(name)),
  )
  // The converter's own way to take an archive that is already open; its types do not tell of it.
  const input = {
    file: {
      exists: (name: string) => names.has(name) && !NUMBERING.test(name),
      async read(name: string, encoding?: string) {
        if (MAIN_PART.test(name)) return document
        const bytes = (await archive.read(name)) ?? new Uint8Array()
        return encoding === undefined ? bytes : textOf(name, bytes)
      },
    },
  } as unknown as { arrayBuffer: ArrayBuffer }
  try {
    const { value } = await convertToHtml(input, {
      externalFileAccess: false,
      convertImage: images.imgElement(async () => ({ src: '' })),
      styleMap: ["p[style-name^='toc '] => !", "p[style-name^='TOC '] => !"],
    })
    return value
  } catch (error) {
    if (error instanceof Unreadable) throw error
    throw new Unreadable('susunan berkas DOCX ini rusak. Buka di Word, simpan ulang sebagai DOCX atau PDF.')
  }
}

/** XML of a Word file declares no entities of its own; one that does is up to something. */
function textOf(name: string, bytes: Uint8Array): string {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  const xml = new TextDecoder(utf16 ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(bytes)
  if (/\.(?:xml|rels)$/.test(name) && /<!(?:DOCTYPE|ENTITY)/i.test(xml))
    throw new Unreadable(
      'berkas DOCX ini memuat deklarasi yang tidak wajar. Buka di Word, simpan ulang sebagai DOCX atau PDF.',
    )
  return xml
}
