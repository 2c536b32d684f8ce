import { Unreadable } from '../errors.ts'
import type { Reading, ReadingOptions, RegulationFile } from './format.ts'
import { clean } from './formats/clean.ts'
import { LIMITS } from './formats/limits.ts'
import { MUCH_GARBLED, shareGarbled } from './formats/pdf/quality.ts'
import { readPdf } from './formats/pdf.ts'
import { type Kind, sniff } from './formats/sniff.ts'
import { text } from './formats/text.ts'
import { inThread } from './formats/thread.ts'

export { LIMITS }

/** The largest file that is read, in bytes; look at a file's size before taking it into memory. */
export const LARGEST_FILE: number = LIMITS.bytes

/** How files of a kind are named and read. */
interface Format {
  readonly name: string
  /** True when a file's name ends as those of this kind do. */
  matches(file: RegulationFile): boolean
  read(file: RegulationFile, options: ReadingOptions): Promise<Reading>
}

/** The formats regulations are read from; a new one is one entry here, and what its files look like in `sniff`. */
const FORMATS: Readonly<Record<Kind, Format>> = {
  pdf: { name: 'PDF', matches: ({ name }) => /\.pdf$/i.test(name), read: readPdf },
  docx: {
    name: 'DOCX',
    matches: ({ name }) => /\.(?:docx|docm|dotx|dotm)$/i.test(name),
    read: async ({ bytes }, { signal }) => {
      const read = await inThread({ kind: 'docx', bytes }, { seconds: LIMITS.readingSeconds, signal })
      return unpaged('DOCX', read.text, read.warnings)
    },
  },
  html: {
    name: 'HTML',
    matches: ({ name }) => /\.x?html?$/i.test(name),
    read: async ({ bytes }, { signal }) =>
      unpaged('HTML', await inThread({ kind: 'html', bytes }, { seconds: LIMITS.readingSeconds, signal })),
  },
  text: { ...text, read: async (file) => unpaged(text.name, await text.read(file)) },
}

/**
 * The text of a file, whatever its name says it is: what it is, its content says. Throws `Unreadable` with the
 * file's name, what is wrong with it and what to do; the reason of `options.signal` once that is aborted.
 */
export async function readFileText(file: RegulationFile, options: ReadingOptions = {}): Promise<Reading> {
  const { bytes } = file
  try {
    if (bytes.length === 0) throw new Unreadable('berkas kosong (0 bita).')
    if (bytes.length > LARGEST_FILE) throw new Unreadable(tooLarge(bytes.length))
    const format = FORMATS[await sniff(bytes)]
    const reading = await format.read(file, options)
    const content = clean(reading.text)
    if (!/[\p{L}\p{N}]/u.test(content)) throw new Unreadable('tidak ada tulisan di dalamnya.')
    if (!isWriting(content))
      throw new Unreadable(
        'isinya bukan tulisan yang bisa dibaca; mungkin rusak. Unduh ulang, lalu kirim lagi.',
      )
    return {
      ...reading,
      text: content,
      warnings: [...misnamed(file, format), ...reading.warnings, ...garbled(content)],
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    throw Object.assign(new Unreadable(`${shown(file.name)}: ${error.message}`), { cause: error.cause })
  }
}

/** What to say of a file that is larger than `LARGEST_FILE`, without having read it. */
export function tooLarge(bytes: number): string {
  const megabytes = (n: number) => Math.ceil(n / 1024 / 1024)
  return `berkas terlalu besar (${megabytes(bytes)} MB; paling besar ${megabytes(LARGEST_FILE)} MB). Pecah menjadi beberapa berkas.`
}

function unpaged(format: string, content: string, warnings: readonly string[] = []): Reading {
  return { text: content, pages: undefined, read: undefined, format, warnings }
}

function misnamed(file: RegulationFile, { name, matches }: Format): readonly string[] {
  const said = /\.[a-z\d]{1,9}$/i.exec(file.name)?.[0]
  if (said === undefined || matches(file)) return []
  return [`Nama berkasnya berakhiran ${said}, tetapi isinya ${name}; dibaca sebagai ${name}.`]
}

function garbled(content: string): readonly string[] {
  const share = shareGarbled(content)
  if (share < MUCH_GARBLED) return []
  return [
    `Sekitar ${Math.round(share * 100)}% kata cacat, seperti bekas pengenalan tulisan (OCR); cocokkan dengan naskah asli.`,
  ]
}

const ENOUGH_TO_TELL = 200

/** Regulations are written in Latin letters; bytes read as letters by mistake are from everywhere. */
function isWriting(content: string): boolean {
  const seen = content.slice(0, 20_000).replace(/\s/g, '')
  return seen.length < ENOUGH_TO_TELL || seen.replace(/[^!-~–—‘’“”•…§°×À-ɏ]/g, '').length > seen.length * 0.7
}

/** A file's name comes from outside too. */
function shown(name: string): string {
  return clean(name).replace(/\s+/g, ' ').slice(-120)
}
