import { isUtf8 } from 'node:buffer'
import { Unreadable } from '../../errors.ts'

/** So many bytes may stand between two line breaks. */
export const LONGEST_LINE = 1024 * 1024
const LINE_FEED = 10

/**
 * The text of a file in pieces, mostly of whole lines that end in one way: UTF-8, UTF-16 where it says so by its mark,
 * and Windows-1252 for what can be neither. Throws `Unreadable` where a line does not end.
 */
export async function* textsOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let rest = ''
  for await (const text of decoded(bytes)) {
    const whole = rest + text
    rest = whole.endsWith('\r') ? '\r' : '' // its other half may come with the next piece
    yield whole.slice(0, whole.length - rest.length).replaceAll('\r\n', '\n')
  }
  if (rest !== '') yield rest
}

/** Text in pieces that end with a line; each is UTF-8 or, where it cannot be, Windows-1252. */
async function* decoded(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let wide: ReturnType<typeof wideOf>
  let rest: Buffer = Buffer.alloc(0)
  let begun = false
  for await (const chunk of bytes) {
    rest = rest.length === 0 ? Buffer.from(chunk) : Buffer.concat([rest, chunk])
    if (!begun && rest.length < 4) continue
    if (!begun) {
      begun = true
      wide = wideOf(rest)
      if (rest[0] === 0xef && rest[1] === 0xbb && rest[2] === 0xbf) rest = rest.subarray(3)
    }
    const end = wide === undefined ? rest.lastIndexOf(LINE_FEED) + 1 : rest.length
    if (end === 0 && rest.length > LONGEST_LINE) throw new Unreadable(NO_LINES)
    if (end === 0) continue
    yield wide?.decode(rest.subarray(0, end), { stream: true }) ?? plain(rest.subarray(0, end))
    rest = rest.subarray(end)
  }
  if (rest.length > 0) yield wide?.decode(rest) ?? plain(rest)
}

function wideOf([first, second]: Uint8Array) {
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le')
  return first === 0xfe && second === 0xff ? new TextDecoder('utf-16be') : undefined
}

const WESTERN = new TextDecoder('windows-1252')

function plain(bytes: Buffer): string {
  return isUtf8(bytes) ? bytes.toString('utf8') : WESTERN.decode(bytes)
}

const NO_LINES = 'satu baris berkas ini lebih panjang dari 1 MB; itu bukan daftar pegawai.'
