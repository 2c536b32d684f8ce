import { crc32, deflateSync } from 'node:zlib'
import { type MadeEntry, madePdf, madeZip } from '../regulations/formats/samples.ts'

const latin1 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'))
const OFFICE = 'application/vnd.openxmlformats-officedocument'

/** The content types of the main part of Word and Excel files, and of those with macros. */
export const MAIN = {
  docx: `${OFFICE}.wordprocessingml.document.main+xml`,
  xlsx: `${OFFICE}.spreadsheetml.sheet.main+xml`,
  docm: 'application/vnd.ms-word.document.macroEnabled.main+xml',
  dotx: `${OFFICE}.wordprocessingml.template.main+xml`,
} as const

/** An office file of a kind, with further parts. */
export function madeOffice(kind: keyof typeof MAIN, more: readonly MadeEntry[] = []): Uint8Array {
  return madeZip([
    {
      name: '[Content_Types].xml',
      content: `<?xml version="1.0"?><Types><Override PartName="/main.xml" ContentType="${MAIN[kind]}"/></Types>`,
    },
    { name: 'main.xml', content: '<main>isi</main>' },
    ...more,
  ])
}

/** A PNG of one pixel, with so many bytes more that say nothing. */
export function madePng(more = 0): Uint8Array {
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])
  return Buffer.concat([
    latin1('\x89PNG\r\n\x1a\n'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Uint8Array.of(0, 255))),
    chunk('tEXt', Buffer.alloc(more, 65)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  size.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([size, body, sum])
}

/** One small file of each kind that is taken, under a name it may have. */
export const TAKEN: Readonly<Record<string, Uint8Array>> = {
  'foto.jpg': latin1('\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xff\xd9'),
  'layar.png': madePng(),
  'stiker.webp': latin1(
    'RIFF\x24\x00\x00\x00WEBPVP8 \x18\x00\x00\x00\x30\x01\x00\x9d\x01\x2a\x01\x00\x01\x00',
  ),
  'IMG_1.HEIC': latin1('\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic\x00\x00\x00\x08mdat'),
  'SK.pdf': madePdf([]),
  'surat.docx': madeOffice('docx'),
  'rekap.xlsx': madeOffice('xlsx'),
  'catatan.txt': new TextEncoder().encode('Bapak/Ibu yth.,\r\nsaya absen tanggal 3 – karena banjir.\n'),
}

/** Files that are not taken, under harmless names. */
export const REFUSED: Readonly<Record<string, Uint8Array>> = {
  'kosong.txt': new Uint8Array(),
  'spasi.txt': latin1('  \n\t '),
  'program.pdf': latin1(`MZ\x90\x00\x03${'\x00'.repeat(55)}\x40\x00\x00\x00PE\x00\x00`),
  'program.jpg': latin1(`\x7fELF\x02\x01\x01${'\x00'.repeat(60)}`),
  'skrip.txt': latin1('#!/bin/sh\nrm -rf /\n'),
  'perintah.txt': latin1('@echo off\r\ndel C:\\*.*\r\n'),
  'halaman.txt': latin1('<!DOCTYPE html><html><body>halo</body></html>'),
  'samar.txt': latin1('Yth. Bapak,\n<script>alert(1)</script>'),
  'gambar.txt': latin1('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
  'gambar.png': latin1('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'),
  'surat.rtf': latin1('{\\rtf1\\ansi halo}'),
  'animasi.gif': latin1('GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff;'),
  'video.mp4': latin1('\x00\x00\x00\x18ftypisom\x00\x00\x02\x00isomiso2\x00\x00\x00\x08mdat'),
  'lama.doc': latin1(`\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${'\x00'.repeat(600)}`),
  'arsip.docx': madeZip([{ name: 'a.txt', content: 'a' }]),
  'odt.docx': madeZip([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' }]),
  'makro.docx': madeOffice('docm'),
  'makro-lain.docx': madeOffice('docx', [{ name: 'word/vbaProject.bin', content: 'x' }]),
  'makro-lama.xlsx': madeOffice('xlsx', [{ name: 'xl/macrosheets/sheet1.xml', content: '<x/>' }]),
  'titipan.docx': madeOffice('docx', [{ name: 'word/embeddings/setup.exe', content: 'MZ' }]),
  'templat.docx': madeOffice('dotx'),
  'ganda.docx': madeOffice('docx', [{ name: '[content_types].xml', content: '<Types/>' }]),
  'terkunci.docx': madeOffice('docx', [{ name: 'a', content: 'a', encrypted: true }]),
  'bom.docx': madeOffice('docx', [{ name: 'a', content: new Uint8Array(3 * 1024 * 1024) }]),
  'bom-besar.docx': madeOffice('docx', [{ name: 'a', content: 'a', claims: 3_000_000_000 }]),
  'bohong.docx': madeOffice('docx', [{ name: 'a', content: new Uint8Array(3 * 1024 * 1024), claims: 10 }]),
  'acak.bin': Uint8Array.from({ length: 400 }, (_, i) => (i * 197 + 13) % 256),
}
