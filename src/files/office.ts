import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { Refusal } from '../errors.ts'
import { KINDS, type Kind } from './kinds.ts'
import { LIMITS } from './limits.ts'
import { texts } from './texts.ts'

/** Which of the two an office file is. Throws `Refusal` for other archives, macros, locks, damage and traps. */
export async function officeKind(bytes: Uint8Array): Promise<Kind> {
  const zip = await undamaged(() =>
    fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)),
  )
  const entries = await contentsOf(zip)
  const names = [...entries.keys()]
  if (names.some((name) => MACROS.test(name))) throw new Refusal(t.macros)
  const contents = entries.get('[content_types].xml')
  if (contents === undefined) throw new Refusal(names.includes('mimetype') ? t.otherOffice : t.archive)
  if (contents.uncompressedSize > LIMITS.contentsBytes) throw new Refusal(t.bomb)
  const said = new TextDecoder().decode(await unpack(zip, contents))
  if (/&|<!/.test(said)) throw new Refusal(t.damaged) // no office program hides its words here
  if (/macroEnabled|ms-office\.(?:vba|activeX)|ms-excel\.(?:intl)?macrosheet/i.test(said))
    throw new Refusal(t.macros)
  const kind = MAIN.find(([, pattern]) => pattern.test(said))?.[0]
  if (kind === undefined) throw new Refusal(t.otherOffice)
  for (const entry of entries.values()) await passOver(zip, entry)
  return kind
}

const t = texts.id

const MAIN: readonly [Kind, RegExp][] = [
  [
    KINDS.docx,
    /["']application\/vnd\.openxmlformats-officedocument\.wordprocessingml\.document\.main\+xml["']/,
  ],
  [KINDS.xlsx, /["']application\/vnd\.openxmlformats-officedocument\.spreadsheetml\.sheet\.main\+xml["']/],
]
const MACROS =
  /(?:^|\/)(?:vbaproject|vbadata)|\/(?:macrosheets|activex)\/|\.(?:exe|dll|scr|js|vbs|bat|cmd|ps1|jar|hta|lnk)$/

async function contentsOf(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  if (zip.entryCount > LIMITS.parts) throw new Refusal(t.bomb)
  return undamaged(async () => {
    const entries = new Map<string, Entry>()
    let total = 0
    for await (const entry of zip.eachEntry()) {
      const { uncompressedSize: size, compressedSize: packed } = entry
      total += size
      if (total > LIMITS.unpackedBytes || (size > 1024 * 1024 && size > packed * LIMITS.ratio))
        throw new Refusal(t.bomb)
      if (entry.isEncrypted()) throw new Refusal(t.locked)
      // programs differ in which of two parts of one name they read, so a file that has such is none of theirs
      const name = entry.fileName.toLowerCase()
      if (entries.has(name)) throw new Refusal(t.damaged)
      entries.set(name, entry)
    }
    return entries
  })
}

async function unpack(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  await passOver(zip, entry, (chunk) => chunks.push(chunk))
  return Buffer.concat(chunks)
}

/** Unpacks a part to see that it is whole; it ends at the first byte beyond the size that was promised. */
async function passOver(
  zip: ZipFile,
  entry: Entry,
  take: (chunk: Buffer) => void = () => undefined,
): Promise<void> {
  await undamaged(async () => {
    for await (const chunk of await zip.openReadStreamPromise(entry)) take(chunk)
  })
}

/** The library's complaints are all about one thing: a file that no office program wrote, or not to its end. */
async function undamaged<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal(t.damaged)
  }
}
