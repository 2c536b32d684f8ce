import { Unreadable } from '../../errors.ts'
import type { RegulationFile } from '../format.ts'
import { LIMITS } from './limits.ts'

/** Plain text and Markdown, in UTF-8, UTF-16, or Windows Latin-1. */
export const text = {
  name: 'teks',
  /** True when the file's name ends as texts do. */
  matches: ({ name }: RegulationFile): boolean => /\.(?:txt|text|md|markdown)$/i.test(name),
  /** The text as it is written. Throws `Unreadable` where it is none, is empty, or too long. */
  read: async ({ bytes }: RegulationFile): Promise<string> => {
    if (bytes.length > LIMITS.plainBytes) throw new Unreadable('teks ini terlalu panjang.')
    const content = decode(bytes)
    if (content.trim() === '') throw new Unreadable('berkas kosong.')
    return content
  },
}

/** Text has no NUL and hardly any other control byte; a known binary's first bytes settle it. */
export function isBinary(bytes: Uint8Array): boolean {
  if (utf16Of(bytes) !== undefined) return false
  const start = bytes.subarray(0, 65_536)
  if (SIGNATURES.some((signature) => signature.every((byte, i) => start[i] === byte))) return true
  let controls = 0
  for (const byte of start) {
    if (byte === 0) return true
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls++
  }
  return controls > start.length / 50
}

function decode(bytes: Uint8Array): string {
  const utf16 = utf16Of(bytes)
  if (utf16 !== undefined) return new TextDecoder(utf16).decode(bytes)
  if (isBinary(bytes))
    throw new Unreadable(
      'bukan berkas teks (isinya biner); kirim sebagai teks (.txt atau .md), DOCX, atau PDF.',
    )
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Not UTF-8: every other byte sequence is Latin-1.
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** By its byte order mark; without one by the NUL that half of the bytes of Latin letters are. */
function utf16Of(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const start = bytes.subarray(0, Math.min(400, bytes.length & ~1))
  if (start.length < 40) return undefined
  const nuls = [0, 0]
  for (const [i, byte] of start.entries()) if (byte === 0) nuls[i % 2] = (nuls[i % 2] ?? 0) + 1
  const [even = 0, odd = 0] = nuls
  if (even === 0 && odd > start.length * 0.4) return 'utf-16le'
  return odd === 0 && even > start.length * 0.4 ? 'utf-16be' : undefined
}

/** PDF, ZIP (DOCX, XLSX), PNG, JPEG, GIF, and the older Office. */
const SIGNATURES: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46],
  [0x50, 0x4b, 0x03, 0x04],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0xd0, 0xcf, 0x11, 0xe0],
]
