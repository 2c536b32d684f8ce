import { fileTypeFromBuffer } from 'file-type'
import { Refusal } from '../errors.ts'
import { KINDS, type Kind } from './kinds.ts'
import { LIMITS } from './limits.ts'
import { officeKind } from './office.ts'
import { texts } from './texts.ts'

/** What a file is, by its bytes alone. Throws `Refusal` for everything that is not taken, saying why. */
export async function recognize(bytes: Uint8Array): Promise<Kind> {
  if (bytes.length === 0) throw new Refusal(t.empty)
  if (bytes.length > LIMITS.bytes) throw new Refusal(t.tooLarge)
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2_048))
  if (/^(?:\xef\xbb\xbf)?\s{0,64}%PDF-\d/.test(head)) return KINDS.pdf
  if (ZIPS.includes(head.slice(0, 4))) return officeKind(bytes)
  if (head.startsWith('\xd0\xcf\x11\xe0')) throw new Refusal(t.olderOffice)
  const text = asText(bytes)
  if (text !== undefined) return plain(text)
  return binary(bytes)
}

const t = texts.id
const ZIPS: readonly string[] = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08']

/** The words of a text in UTF-8; undefined where there is anything in it that no text holds. */
function asText(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return CONTROL.test(text) ? undefined : text
  } catch {
    return undefined // not UTF-8, so it is not text of ours
  }
}

/** Control characters, but for those that part lines and columns. */
const CONTROL = /[^\P{Cc}\t\n\f\r\u0085]/u

function plain(text: string): Kind {
  const start = text.slice(0, 65_536)
  if (start.trim() === '') throw new Refusal(t.empty)
  if (/^\s*(?:#!|@echo\b|<\?php)/i.test(start)) throw new Refusal(t.program)
  if (/^\s*\{\\rtf|^\s*%!PS/.test(start)) throw new Refusal(t.otherOffice)
  if (/^\s*<[?!a-z]/i.test(start) || MARKUP.test(text)) throw new Refusal(t.page)
  if (/^(?:MIME-Version|From):[\s\S]{0,2000}multipart\//i.test(start)) throw new Refusal(t.page)
  return KINDS.text
}

const MARKUP = /<(?:script|svg|html|iframe|object|embed)[\s/>]|<!doctype\s+html/i

async function binary(bytes: Uint8Array): Promise<Kind> {
  // a beginning that breaks off in the middle says nothing, like one that is not known
  const known = await fileTypeFromBuffer(bytes.subarray(0, 65_536)).catch(() => undefined)
  if (known === undefined) throw new Refusal(t.unknown)
  const photo = PHOTOS[known.mime]
  if (photo !== undefined) return photo
  if (known.mime.startsWith('image/svg') || /xml/.test(known.mime)) throw new Refusal(t.page)
  if (known.mime.startsWith('image/')) throw new Refusal(t.otherPicture)
  if (/^(?:audio|video)\//.test(known.mime)) throw new Refusal(t.recording)
  if (PROGRAM.test(known.mime)) throw new Refusal(t.program)
  if (ARCHIVE.test(known.mime)) throw new Refusal(t.archive)
  throw new Refusal(t.unknown)
}

/** Pictures of one camera have several names; a phone's burst of them ("-sequence") is none we take. */
const PHOTOS: Readonly<Record<string, Kind>> = {
  'image/jpeg': KINDS.jpeg,
  'image/png': KINDS.png,
  'image/webp': KINDS.webp,
  'image/heic': KINDS.heic,
  'image/heif': KINDS.heic,
}
const PROGRAM =
  /msdownload|executable|sharedlib|elf|mach|diskimage|java|wasm|android|\.lnk|shortcut|installer|x-deb|x-rpm|llvm/
const ARCHIVE = /zip|rar|tar|7z|compress|cab|xz|zstd|lz|cpio|brotli/
