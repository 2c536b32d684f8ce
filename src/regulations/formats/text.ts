import { Unreadable } from '../../errors.ts'
import type { RegulationFile, RegulationFormat } from '../format.ts'

/** Plain text and Markdown, in UTF-8, UTF-16 with a byte order mark, or Windows Latin-1. */
export const text: RegulationFormat = {
  name: 'teks',
  matches: ({ name }) => /\.(?:txt|text|md|markdown)$/i.test(name),
  read: async (file) => {
    const content = decode(file)
    if (content.trim() === '') throw new Unreadable(`${file.name}: berkas kosong.`)
    return content
  },
}

function decode({ name, bytes }: RegulationFile): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  if (isBinary(bytes))
    throw new Unreadable(`${name}: bukan berkas teks (isinya biner); kirim sebagai teks (.txt atau .md).`)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Not UTF-8: every other byte sequence is Latin-1.
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Text has no NUL and hardly any other control byte; a known binary's first bytes settle it. */
function isBinary(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 65_536)
  if (SIGNATURES.some((signature) => signature.every((byte, i) => start[i] === byte))) return true
  let controls = 0
  for (const byte of start) {
    if (byte === 0) return true
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls++
  }
  return controls > start.length / 50
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
