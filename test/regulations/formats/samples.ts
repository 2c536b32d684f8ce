import { crc32, deflateRawSync, deflateSync } from 'node:zlib'

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1')

/** A text at a place on a page, in points from the lower left corner; turned anticlockwise by so many degrees. */
export interface Placed {
  readonly at: readonly [x: number, y: number]
  readonly text: string
  readonly size?: number
  readonly turned?: number
}

/** A page of a made PDF: texts, and a gray picture that fills it. */
export interface MadePage {
  readonly texts?: readonly Placed[]
  readonly picture?: { readonly width: number; readonly height: number; readonly gray: Uint8Array }
  readonly rotate?: number
}

/** Lines of text one below the other, as a page has them. */
export function lines(...all: readonly string[]): readonly Placed[] {
  return all.map((text, i) => ({ at: [72, 770 - i * 16], text }))
}

/** A PDF made here: A4 pages, Helvetica. */
export function madePdf(pages: readonly MadePage[], extra = ''): Uint8Array {
  const objects: Buffer[] = []
  const add = (body: Buffer | string): number => objects.push(typeof body === 'string' ? bytes(body) : body)
  add('<< /Type /Catalog /Pages 2 0 R >>')
  const kids = pages.map((_, i) => `${4 + i * 3} 0 R`).join(' ')
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} /MediaBox [0 0 595 842] >>`)
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>')
  for (const [i, { texts = [], picture, rotate = 0 }] of pages.entries()) {
    const at = 4 + i * 3
    add(
      `<< /Type /Page /Parent 2 0 R /Rotate ${rotate} /Contents ${at + 1} 0 R /Resources << /Font << /F 3 0 R >> /XObject << /P ${at + 2} 0 R >> >> >>`,
    )
    add(stream(bytes((picture ? 'q 595 0 0 842 0 0 cm /P Do Q\n' : '') + texts.map(shown).join('\n'))))
    const { width, height, gray } = picture ?? { width: 1, height: 1, gray: Uint8Array.of(255) }
    const kind = `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 8`
    add(stream(Buffer.from(gray), kind))
  }
  return assembled(objects, extra)
}

function shown({ at: [x, y], text, size = 12, turned = 0 }: Placed): string {
  const angle = (turned * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle).toFixed(5), Math.sin(angle).toFixed(5)]
  return `BT /F ${size} Tf ${cos} ${sin} ${-sin} ${cos} ${x} ${y} Tm (${text.replace(/[()\\]/g, '\\$&')}) Tj ET`
}

/** A PDF stream, packed. */
export function stream(content: Buffer, kind = ''): Buffer {
  const packed = deflateSync(content)
  return Buffer.concat([
    bytes(`<< ${kind} /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`),
    packed,
    bytes('\nendstream'),
  ])
}

/** PDF objects, numbered from 1, as a file. */
export function assembled(objects: readonly Buffer[], extra = ''): Uint8Array {
  const parts: Buffer[] = [bytes('%PDF-1.7\n')]
  const places: number[] = []
  let size = 9
  for (const [i, body] of objects.entries()) {
    places.push(size)
    const whole = Buffer.concat([bytes(`${i + 1} 0 obj\n`), body, bytes('\nendobj\n')])
    parts.push(whole)
    size += whole.length
  }
  const table = places.map((place) => `${`${place}`.padStart(10, '0')} 00000 n \n`).join('')
  parts.push(bytes(`xref\n0 ${places.length + 1}\n0000000000 65535 f \n${table}`))
  parts.push(
    bytes(`trailer\n<< /Size ${places.length + 1} /Root 1 0 R ${extra} >>\nstartxref\n${size}\n%%EOF\n`),
  )
  return new Uint8Array(Buffer.concat(parts))
}

/** What locks a PDF: nobody knows the password it asks for. */
export const LOCK = `/ID [<${'ab'.repeat(16)}> <${'ab'.repeat(16)}>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> >>`

/** An entry of a made archive; `claims` is the size its table of contents tells. */
export interface MadeEntry {
  readonly name: string
  readonly content: string | Uint8Array
  readonly claims?: number
  readonly encrypted?: boolean
}

/** A ZIP archive made here. */
export function madeZip(entries: readonly MadeEntry[]): Uint8Array {
  const parts: Buffer[] = []
  const contents: Buffer[] = []
  let size = 0
  for (const { name, content, claims, encrypted } of entries) {
    const data = typeof content === 'string' ? Buffer.from(content) : content
    const packed = deflateRawSync(data)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(encrypted ? 0x801 : 0x800, 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(data), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(claims ?? data.length, 18)
    common.writeUInt16LE(Buffer.byteLength(name), 22)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(size, 10)
    parts.push(bytes('PK\x03\x04'), common, Buffer.from(name), packed)
    contents.push(bytes('PK\x01\x02\x14\x00'), common, tail, Buffer.from(name))
    size += 30 + Buffer.byteLength(name) + packed.length
  }
  const table = Buffer.concat(contents)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(table.length, 8)
  end.writeUInt32LE(size, 12)
  return Buffer.concat([...parts, table, bytes('PK\x05\x06'), end])
}

const WORDS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

/** A Word file made here from the XML of its body, its lists and its styles. */
export function madeDocx(
  body: string,
  {
    numbering = '',
    styles = '',
    more = [],
  }: { numbering?: string; styles?: string; more?: readonly MadeEntry[] } = {},
): Uint8Array {
  const part = (root: string, inner: string) =>
    `<?xml version="1.0"?><w:${root} ${WORDS}>${inner}</w:${root}>`
  return madeZip([
    {
      name: '[Content_Types].xml',
      content: `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      content: `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    { name: 'word/document.xml', content: part('document', `<w:body>${body}</w:body>`) },
    { name: 'word/numbering.xml', content: part('numbering', numbering) },
    { name: 'word/styles.xml', content: part('styles', styles) },
    ...more,
  ])
}

/** A paragraph of Word, in a list where `list` and `level` say so. */
export function paragraph(
  text: string,
  { list, level = 0, style }: { list?: number; level?: number; style?: string } = {},
): string {
  const place =
    list === undefined ? '' : `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`
  const named = style === undefined ? '' : `<w:pStyle w:val="${style}"/>`
  return `<w:p><w:pPr>${named}${place}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
}
