import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Unreadable } from '../../../src/errors.ts'
import { sniff } from '../../../src/regulations/formats/sniff.ts'
import { LARGEST_FILE, readFileText } from '../../../src/regulations/formats.ts'
import { lines, madeDocx, madePdf, madeZip, paragraph } from './samples.ts'

const bytes = (text: string, encoding: BufferEncoding = 'utf8'): Uint8Array => Buffer.from(text, encoding)
const ofBytes = (...start: number[]) => Uint8Array.from([...start, ...Array.from({ length: 64 }, () => 0)])
const why = async (name: string, content: Uint8Array): Promise<string> => {
  const error = await readFileText({ name, bytes: content }).then(
    () => undefined,
    (e: unknown) => e,
  )
  expect(error).toBeInstanceOf(Unreadable)
  return (error as Unreadable).message
}

const LAW = 'PERATURAN WALI KOTA SERANG\nPasal 1\nPegawai wajib datang tepat waktu.'

describe('what a file is', () => {
  it.each([
    ['pdf', madePdf([{}])],
    ['pdf', Buffer.concat([bytes('\ufeff \n'), madePdf([{}])])],
    ['docx', madeDocx('')],
    ['html', bytes('<!DOCTYPE html><title>x</title>')],
    ['html', bytes('\ufeff\n<!-- dibuat oleh mesin --><html><body>x')],
    ['html', bytes('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><p>x')],
    ['html', bytes('<div><p>Pasal 1</p><p>a</p><p>b</p></div>')],
    ['text', bytes(LAW)],
    ['text', bytes('BMKG menetapkan peraturan ini.')],
    ['text', bytes(`\ufeff${LAW}`, 'utf16le')],
    ['text', bytes(LAW, 'utf16le')],
    ['text', bytes('Menimbang <b>bahwa</b> 1 < 2')],
    [
      'text',
      bytes(
        'a, b, c\nPasal 1\nPegawai, pejabat, dan calon\nwajib, dalam hal tertentu, hadir.\nCukup jelas.\n',
      ),
    ],
  ])('is seen by its content: %s', async (kind, content) => {
    expect(await sniff(content)).toBe(kind)
  })

  it('counts more than its name, and that is said', async () => {
    const read = await readFileText({
      name: 'aturan.txt',
      bytes: madePdf([{ texts: lines('Pasal 1', 'Isi.') }]),
    })
    expect(read.text).toBe('Pasal 1\nIsi.')
    expect(read.warnings).toContain('Nama berkasnya berakhiran .txt, tetapi isinya PDF; dibaca sebagai PDF.')
    const docx = await readFileText({ name: 'perwal.PDF', bytes: madeDocx(paragraph('Pasal 2')) })
    expect([docx.format, docx.text]).toEqual(['DOCX', 'Pasal 2'])
    const html = await readFileText({ name: 'simpanan', bytes: bytes('<html><p>Pasal 3</p>') })
    expect([html.format, html.warnings]).toEqual(['HTML', []])
  })
})

const noise = (length: number) =>
  Array.from({ length }, (_, i) => createHash('sha256').update(`${i}`).digest()[0] ?? 0)
const office = (stream: string) =>
  Buffer.concat([ofBytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), bytes(stream, 'utf16le')])
const zipOf = (...names: string[]) => madeZip(names.map((name) => ({ name, content: 'x' })))

describe('what is not read is refused with its name, what it is and what to do:', () => {
  it.each([
    [
      'a spreadsheet renamed',
      'perwal.pdf',
      zipOf('[Content_Types].xml', 'xl/workbook.xml'),
      /spreadsheet.*DOCX atau PDF/,
    ],
    [
      'a spreadsheet in text',
      'pegawai.csv',
      bytes('nip;nama;unit\n1;a;b\n2;c;d\n3;e;f\n4;g;h\n'),
      /spreadsheet/,
    ],
    [
      'an open spreadsheet',
      'a.ods',
      madeZip([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' }]),
      /spreadsheet/,
    ],
    [
      'an open document',
      'a.odt',
      madeZip([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' }]),
      /OpenDocument.*DOCX atau PDF/,
    ],
    ['a presentation', 'a.pptx', zipOf('ppt/presentation.xml'), /presentasi.*DOCX atau PDF/],
    ['an archive', 'a.zip', zipOf('perwal.pdf'), /arsip ZIP.*satu per satu/],
    ['another archive', 'a.docx', ofBytes(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c), /arsip/],
    ['a picture renamed', 'a.pdf', ofBytes(0xff, 0xd8, 0xff, 0xe0), /gambar.*PDF/],
    ['a program', 'a.pdf', ofBytes(0x7f, 0x45, 0x4c, 0x46, 2, 1, 1), /program/],
    ['an old Word file', 'a.doc', office('Root Entry WordDocument'), /\.doc\).*DOCX atau PDF/],
    ['an old Excel file', 'a.doc', office('Root Entry Workbook'), /spreadsheet/],
    ['a locked Word file', 'a.docx', office('EncryptedPackage'), /kata sandi/],
    ['RTF', 'a.doc', bytes('{\\rtf1\\ansi Pasal 1}'), /RTF.*DOCX atau PDF/],
    [
      'a web archive',
      'a.mht',
      bytes('MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n'),
      /MHTML/,
    ],
    ['data in XML', 'a.xml', bytes('<?xml version="1.0"?><data><pasal/></data>'), /XML/],
    ['nothing', 'a.pdf', new Uint8Array(), /kosong/],
    ['nothing but spaces', 'a.txt', bytes(' \n\ufeff\u200b \n'), /kosong|tidak ada tulisan/],
    ['garbage', 'a.txt', Uint8Array.from(noise(999)), /biner/],
    ['garbage after a mark', 'a.txt', Uint8Array.from([0xff, 0xfe, ...noise(4000)]), /bukan tulisan/],
    ['a list of NULs', 'a.md', new Uint8Array(5000), /biner/],
  ])('%s', async (_, name, content, sentence) => {
    expect(await why(name, content)).toMatch(sentence)
    expect(await why(name, content)).toMatch(new RegExp(`^${name}: `))
  })

  it('a file beyond the limit, before anything looks into it', async () => {
    const huge = { length: LARGEST_FILE + 1 } as Uint8Array
    expect(await why('besar.pdf', huge)).toBe(
      'besar.pdf: berkas terlalu besar (101 MB; paling besar 100 MB). Pecah menjadi beberapa berkas.',
    )
  })

  it('whatever bytes come: text, or a sentence', { timeout: 60_000 }, async () => {
    const start = fc.constantFrom('', '%PDF-1.7\n', 'PK\x03\x04', '<html>', '{\\rtf', 'Pasal 1\n')
    await fc.assert(
      fc.asyncProperty(start, fc.uint8Array({ maxLength: 300 }), async (begin, rest) => {
        const content = Buffer.concat([Buffer.from(begin, 'latin1'), rest])
        await sniff(content).catch((error: unknown) => expect(error).toBeInstanceOf(Unreadable))
      }),
      { numRuns: 300 },
    )
  })
})
