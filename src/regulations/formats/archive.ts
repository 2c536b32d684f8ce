import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { Unreadable } from '../../errors.ts'
import { LIMITS } from './limits.ts'

/** A ZIP archive that was looked at and found to fit the limits. */
export interface Archive {
  readonly names: readonly string[]
  /** A part of it, unpacked; undefined where there is none. Throws `Unreadable` where it is damaged or too large. */
  read(name: string): Promise<Uint8Array | undefined>
}

/** The part of a Word file with its words; some programs put a figure behind the name. */
export const MAIN_PART = /^word\/document\d*\.xml$/

/** Opens an archive by its table of contents; unpacks nothing yet. Throws `Unreadable`. */
export async function openArchive(bytes: Uint8Array): Promise<Archive> {
  const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)).catch(
    () => {
      throw new Unreadable(DAMAGED)
    },
  )
  const entries = await contentsOf(zip)
  return {
    names: [...entries.keys()],
    async read(name) {
      const entry = entries.get(name)
      return entry && (await unpack(zip, entry))
    },
  }
}

const DAMAGED = 'berkas ini rusak atau terpotong (isi arsipnya tidak utuh). Unduh ulang, lalu kirim lagi.'
const BOMB =
  'isi berkas ini jauh lebih besar daripada ukurannya, seperti berkas jebakan. Buka di Word, simpan ulang sebagai DOCX atau PDF.'

async function contentsOf(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  if (zip.entryCount > LIMITS.archiveEntries) throw new Unreadable(BOMB)
  const entries = new Map<string, Entry>()
  let total = 0
  try {
    for await (const entry of zip.eachEntry()) {
      total += entry.uncompressedSize
      check(entry, total)
      entries.set(entry.fileName, entry)
    }
  } catch (error) {
    // Also names that leave the archive ("../x"): nobody's word processor writes them.
    throw error instanceof Unreadable ? error : new Unreadable(DAMAGED)
  }
  return entries
}

function check(entry: Entry, total: number): void {
  const { uncompressedSize: size, compressedSize: packed } = entry
  if (total > LIMITS.archiveBytes) throw new Unreadable(BOMB)
  if (size > 1024 * 1024 && size > packed * LIMITS.archiveRatio) throw new Unreadable(BOMB)
  if (entry.isEncrypted())
    throw new Unreadable('berkas ini terkunci kata sandi. Simpan salinan tanpa kata sandi, lalu kirim lagi.')
}

/** Stops as soon as more comes out than the table of contents said, or than is allowed. */
async function unpack(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  if (entry.uncompressedSize > LIMITS.partBytes) throw new Unreadable(BOMB)
  const chunks: Buffer[] = []
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk)
  } catch {
    throw new Unreadable(DAMAGED)
  }
  return Buffer.concat(chunks)
}
