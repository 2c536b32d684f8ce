import { describe, expect, it } from 'vitest'
import { Unreadable } from '../../../src/errors.ts'
import { readDocx } from '../../../src/regulations/formats/docx.ts'
import { readFileText } from '../../../src/regulations/formats.ts'
import { readStructure } from '../../../src/regulations/structure.ts'
import { type MadeEntry, madeDocx, madeZip, paragraph } from './samples.ts'

const whole = (bytes: Uint8Array, name = 'a.docx') => readFileText({ name, bytes })
/** Here, not in a thread of its own: that takes longer than the reading. */
const read = readDocx
const level = (n: number, kind: string, pattern: string, more = '') =>
  `<w:lvl w:ilvl="${n}"><w:start w:val="1"/><w:numFmt w:val="${kind}"/><w:lvlText w:val="${pattern}"/>${more}</w:lvl>`
const definition = (id: number, ...levels: string[]) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`
const list = (id: number, definition: number, more = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${definition}"/>${more}</w:num>`

/** The lists of a regulation as Word numbers them: pasal by a style, ayat and huruf below, restarted for each pasal. */
const NUMBERING =
  definition(
    0,
    level(0, 'decimal', 'Pasal %1', '<w:pStyle w:val="Pasal"/>'),
    level(1, 'decimal', '(%2)'),
    level(2, 'lowerLetter', '%3.'),
  ) +
  definition(1, level(0, 'upperRoman', 'BAB %1')) +
  definition(2, level(0, 'decimal', '%1.'), level(1, 'decimal', '%1.%2.'), level(2, 'bullet', '\uf0b7')) +
  list(1, 0) +
  list(2, 1) +
  list(3, 2) +
  list(4, 2, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>')
const STYLES = `<w:style w:styleId="Pasal"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
  <w:style w:styleId="PasalTengah"><w:basedOn w:val="Pasal"/></w:style>`

describe('a Word file', () => {
  it('has the numbers Word would show, and so its pasal', async () => {
    const body = [
      paragraph('', { list: 2 }),
      paragraph('KETENTUAN UMUM'),
      paragraph('', { style: 'Pasal' }),
      paragraph('Ketentuan:', { list: 1, level: 1 }),
      paragraph('satu;', { list: 1, level: 2 }),
      paragraph('dua.', { list: 1, level: 2 }),
      paragraph('Lagi.', { list: 1, level: 1 }),
      paragraph('', { style: 'PasalTengah' }),
      paragraph('Mulai lagi.', { list: 1, level: 1 }),
      paragraph('satu lagi.', { list: 1, level: 2 }),
    ].join('')
    const { text, format, warnings, pages } = await whole(
      madeDocx(body, { numbering: NUMBERING, styles: STYLES }),
    )
    expect(text.split('\n')).toEqual([
      'BAB I',
      'KETENTUAN UMUM',
      'Pasal 1',
      '(1) Ketentuan:',
      'a. satu;',
      'b. dua.',
      '(2) Lagi.',
      'Pasal 2',
      '(1) Mulai lagi.',
      'a. satu lagi.',
    ])
    expect([format, warnings, pages]).toEqual(['DOCX', [], undefined])
    expect(readStructure(text).articles.map((a) => [a.pasal, a.clauses.length])).toEqual([
      ['1', 4],
      ['2', 2],
    ])
  })

  it('counts levels within levels, goes on in another list of the same kind, and starts where it is told to', async () => {
    const body = [
      paragraph('a', { list: 3 }),
      paragraph('b', { list: 3, level: 1 }),
      paragraph('c', { list: 3, level: 1 }),
      paragraph('d', { list: 3 }),
      paragraph('e', { list: 3, level: 1 }),
      paragraph('f', { list: 3, level: 2 }),
      paragraph('g', { list: 4 }),
      paragraph('h', { list: 4 }),
      paragraph('i', { list: 0, style: 'Pasal' }),
    ].join('')
    const { text } = await read(madeDocx(body, { numbering: NUMBERING, styles: STYLES }))
    expect(text.split('\n')).toEqual([
      '1. a',
      '1.1. b',
      '1.2. c',
      '2. d',
      '2.1. e',
      '- f',
      '7. g',
      '8. h',
      'i',
    ])
  })

  it('keeps tables, and leaves out what is hidden, noted below, or proposed to go', async () => {
    const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`
    const run = (text: string, more = '') =>
      `<w:r><w:rPr>${more}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
    const body =
      `<w:tbl><w:tr>${cell('Jabatan')}${cell('Masa')}</w:tr><w:tr>${cell('Kepala')}${cell('5 &amp; 6')}</w:tr></w:tbl>` +
      `<w:p>${run('Setiap ')}${run('siluman ', '<w:vanish/>')}${run('pegawai', '<w:vanish w:val="0"/>')}<w:r><w:footnoteReference w:id="2"/></w:r><w:del>${run('x').replace(/w:t\b/g, 'w:delText')}</w:del><w:ins>${run(' hadir.')}</w:ins></w:p>`
    const { text, warnings } = await read(madeDocx(body))
    expect(text.split('\n')).toEqual(['Jabatan | Masa', 'Kepala | 5 & 6', 'Setiap pegawai hadir.'])
    expect(warnings).toEqual([
      expect.stringMatching(/perubahan terlacak/),
      '1 catatan kaki tidak ikut dibaca.',
    ])
  })

  it('with macros is read without them', async () => {
    const more = [{ name: 'word/vbaProject.bin', content: 'Sub AutoOpen()' }]
    const { text, warnings } = await read(madeDocx(paragraph('Pasal 1'), { more }))
    expect([text, warnings]).toEqual([
      'Pasal 1',
      ['Berkas memuat makro; makro tidak dijalankan dan diabaikan.'],
    ])
  })

  it('whose pictures lie elsewhere or next to it is read without them', async () => {
    const drawing = (place: string) =>
      `<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip ${place}/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`
    const rel = (id: string, target: string, mode: string) =>
      `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="${target}" ${mode}/>`
    const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rel('i1', 'http://127.0.0.1:9/x.png', 'TargetMode="External"')}${rel('i2', 'file:///etc/passwd', 'TargetMode="External"')}${rel('i3', 'media/a.png', '')}</Relationships>`
    const body = `${drawing('r:link="i1"')}${drawing('r:link="i2"')}${drawing('r:embed="i3"')}${paragraph('Pasal 1')}`
    const { text } = await read(
      madeDocx(body, { more: [{ name: 'word/_rels/document.xml.rels', content: rels }] }),
    )
    expect(text).toBe('Pasal 1')
  })
})

describe('a Word file that means no good is refused:', () => {
  const docx = (entry: MadeEntry) => madeZip([{ name: 'word/document.xml', content: '<w:document/>' }, entry])
  const zeros = new Uint8Array(40 * 1024 * 1024)
  it.each([
    ['a bomb that says so', madeZip([{ name: 'word/document.xml', content: zeros }]), /jauh lebih besar/],
    [
      'a bomb that lies about its size',
      madeZip([{ name: 'word/document.xml', content: zeros, claims: 1000 }]),
      /rusak/,
    ],
    ['a bomb beside the words', docx({ name: 'word/media/a.png', content: zeros }), /jauh lebih besar/],
    [
      'thousands of entries',
      madeZip(Array.from({ length: 5001 }, (_, i) => ({ name: `word/${i}.xml`, content: '' }))),
      /jauh lebih besar/,
    ],
    ['a locked entry', madeZip([{ name: 'word/document.xml', content: 'x', encrypted: true }]), /kata sandi/],
    ['a path that climbs out', docx({ name: '../../etc/cron.d/x', content: 'x' }), /rusak/],
    ['a broken archive', madeDocx(paragraph('Pasal 1')).subarray(0, 400), /rusak/],
    [
      'broken XML',
      madeZip([{ name: 'word/document.xml', content: '<w:document><w:body><w:p>' }]),
      /rusak|tidak ada tulisan/,
    ],
    ['no words', madeDocx(''), /tidak ada tulisan/],
    [
      'entities of its own',
      madeZip([
        {
          name: 'word/document.xml',
          content: '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document>&a;</w:document>',
        },
      ]),
      /tidak wajar/,
    ],
  ])('%s', async (_, bytes, sentence) => {
    const error = await whole(bytes).catch((e: unknown) => e)
    expect(error).toBeInstanceOf(Unreadable)
    expect((error as Unreadable).message).toMatch(sentence)
  })
})
