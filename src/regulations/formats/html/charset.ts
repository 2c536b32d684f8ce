/** A page's bytes as text: by byte order mark, then by what the page says of itself, else UTF-8 where it is that, else Windows Latin-1. */
export function decodeHtml(bytes: Uint8Array): string {
  const marked = MARKS.find(([mark]) => mark.every((byte, i) => bytes[i] === byte))?.[1]
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 4096))
  const said = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]{2,40})/i.exec(head)?.[1]
  // A page that says UTF-16 in letters of one byte each is not.
  for (const charset of [marked, said?.replace(/^utf-?16.*/i, 'utf-8'), 'utf-8']) {
    if (charset === undefined) continue
    try {
      return new TextDecoder(charset, { fatal: true }).decode(bytes)
    } catch {
      // An unknown charset, or one the bytes are not in: the next may fit.
    }
  }
  return new TextDecoder('windows-1252').decode(bytes)
}

const MARKS: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
]
