import { fileTypeFromBuffer } from 'file-type'
import { Unreadable } from '../../errors.ts'
import { MAIN_PART, openArchive } from './archive.ts'
import { decodeHtml } from './html/charset.ts'
import { isBinary } from './text.ts'

/** The formats that are read. */
export type Kind = 'pdf' | 'docx' | 'html' | 'text'

/** What a file is, by its content alone; throws `Unreadable`, saying what it is and what to do, where it is none of ours. */
export async function sniff(bytes: Uint8Array): Promise<Kind> {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
  if (/^[^<]{0,1024}%PDF-\d/.test(head)) return 'pdf'
  if (ZIPS.some((zip) => startsWith(bytes, zip))) return archived(bytes)
  if (startsWith(bytes, OLDER_OFFICE)) throw new Unreadable(olderOffice(bytes))
  if (/^\s*\{\\rtf/.test(head)) throw new Unreadable(`ini berkas RTF. ${SAVE}`)
  if (!isBinary(bytes)) return plain(decodeHtml(bytes.subarray(0, 65_536)).trimStart())
  const known = await fileTypeFromBuffer(bytes.subarray(0, 65_536)).catch(() => undefined)
  throw new Unreadable(known ? refusal(known.mime, known.ext) : `bukan berkas teks (isinya biner). ${SAVE}`)
}

const SAVE = 'Simpan sebagai DOCX atau PDF, lalu kirim lagi.'
const ZIPS = [
  [0x50, 0x4b, 3, 4],
  [0x50, 0x4b, 5, 6],
  [0x50, 0x4b, 7, 8],
]
const OLDER_OFFICE = [0xd0, 0xcf, 0x11, 0xe0]
const TABLE =
  'ini lembar tabel (spreadsheet), bukan naskah peraturan. Bila naskahnya ada di dalamnya, simpan sebagai DOCX atau PDF.'

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte)
}

async function archived(bytes: Uint8Array): Promise<Kind> {
  const archive = await openArchive(bytes)
  const { names } = archive
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name))
  if (has(MAIN_PART)) return 'docx'
  if (has(/^xl\//)) throw new Unreadable(TABLE)
  if (has(/^ppt\//)) throw new Unreadable(`ini presentasi. ${SAVE}`)
  const mime = new TextDecoder().decode((await archive.read('mimetype')) ?? new Uint8Array()).slice(0, 80)
  if (mime.includes('opendocument.spreadsheet')) throw new Unreadable(TABLE)
  if (mime.includes('opendocument') || mime.includes('epub'))
    throw new Unreadable(`ini dokumen ${mime.includes('epub') ? 'EPUB' : 'OpenDocument'}. ${SAVE}`)
  throw new Unreadable('ini arsip ZIP. Buka dulu, lalu kirim berkas peraturannya satu per satu.')
}

function olderOffice(bytes: Uint8Array): string {
  const names = new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length & ~1))
  // The table of contents lies at even places, but where is the writer's choice.
  if (names.includes('EncryptedPackage'))
    return 'berkas Office ini terkunci kata sandi. Simpan salinan tanpa kata sandi, lalu kirim lagi.'
  if (names.includes('WordDocument')) return `ini dokumen Word lama (.doc). ${SAVE}`
  if (names.includes('Workbook') || names.includes('Book')) return TABLE
  if (names.includes('PowerPoint')) return `ini presentasi. ${SAVE}`
  return `ini berkas Office lama. ${SAVE}`
}

function refusal(mime: string, extension: string): string {
  if (mime.startsWith('image/'))
    return 'ini gambar, bukan dokumen. Gabungkan gambar halamannya menjadi satu PDF, lalu kirim lagi.'
  if (/^(?:audio|video|font)\//.test(mime)) return `ini berkas .${extension}, bukan dokumen. ${SAVE}`
  if (/zip|rar|tar|7z|compress|cab|xz|zstd|lz/.test(mime))
    return `ini arsip (.${extension}). Buka dulu, lalu kirim berkas peraturannya satu per satu.`
  if (/msdownload|executable|elf|mach|x-apple-diskimage|java|wasm|android/.test(mime))
    return `ini program (.${extension}), bukan dokumen. Abdi hanya membaca naskah peraturan.`
  return `berkas .${extension} belum bisa dibaca. ${SAVE}`
}

function plain(start: string): Kind {
  if (/^(?:MIME-Version|Content-Type|From):[\s\S]{0,2000}multipart\/related/i.test(start))
    throw new Unreadable(`ini halaman web tersimpan (MHTML). ${SAVE}`)
  const marked = start.replace(/^(?:<\?xml[^>]{0,200}\?>\s*|<!--[\s\S]*?-->\s*)+/, '')
  if (/^<(?:!doctype\s+html|html|head|body)\b/i.test(marked)) return 'html'
  const tags =
    marked.slice(0, 20_000).match(/<\/?(?:p|div|span|br|table|td|li|h[1-6])\b[^<>]{0,500}>/gi) ?? []
  if (tags.length >= 4 && /^</.test(marked)) return 'html'
  if (/^<(?:\?xml|[a-z][\w:-]*[\s>])/i.test(start))
    throw new Unreadable(`ini data XML, bukan naskah. ${SAVE}`)
  if (isTable(marked)) throw new Unreadable(TABLE)
  return 'text'
}

/** Lines that all have as many separators, and several: no prose has that. */
function isTable(text: string): boolean {
  const lines = text
    .split(/\r?\n/, 41)
    .filter((line) => line.trim() !== '')
    .slice(0, 40)
  if (lines.length < 5) return false
  return [';', '\t', ',', '|'].some((separator) => {
    const counts = lines.slice(0, -1).map((line) => line.replace(/"[^"]*"/g, '').split(separator).length - 1)
    const usual = counts[0] ?? 0
    return usual >= 2 && counts.filter((n) => n === usual).length >= counts.length * 0.9
  })
}
