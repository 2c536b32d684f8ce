import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../../src/errors.ts'
import { KINDS, type Kind, nameOf } from '../../src/files/kinds.ts'
import { recognize } from '../../src/files/recognize.ts'
import { texts } from '../../src/files/texts.ts'
import { madeZip } from '../regulations/formats/samples.ts'
import { madePng, REFUSED, TAKEN } from './samples.ts'

const t = texts.id
const kinds: readonly Kind[] = Object.values(KINDS)
const refusalOf = (bytes: Uint8Array): Promise<string> =>
  recognize(bytes).then(
    ({ mime }) => expect.unreachable(`taken as ${mime}`),
    (error: unknown) => {
      expect(error).toBeInstanceOf(Refusal)
      return (error as Refusal).message
    },
  )

describe('what a file is', () => {
  it.each(Object.entries(TAKEN))('%s is taken under its own name', async (name, bytes) => {
    expect(nameOf(name, await recognize(bytes))).toBe(name)
  })

  it.each(Object.entries(REFUSED))('%s is refused with a reason', async (_, bytes) => {
    expect((await refusalOf(bytes)).length).toBeGreaterThan(20)
  })

  it('says which trouble it is', async () => {
    const said = async (name: string): Promise<string> => refusalOf(REFUSED[name] ?? new Uint8Array(1))
    expect(await said('kosong.txt')).toBe(t.empty)
    expect(await said('program.pdf')).toBe(t.program)
    expect(await said('program.jpg')).toBe(t.program)
    expect(await said('gambar.png')).toBe(t.page)
    expect(await said('makro.docx')).toBe(t.macros)
    expect(await said('makro-lain.docx')).toBe(t.macros)
    expect(await said('makro-lama.xlsx')).toBe(t.macros)
    expect(await said('arsip.docx')).toBe(t.archive)
    expect(await said('odt.docx')).toBe(t.otherOffice)
    expect(await said('terkunci.docx')).toBe(t.locked)
    expect(await said('bom.docx')).toBe(t.bomb)
    expect(await said('bom-besar.docx')).toBe(t.bomb)
    expect(await said('bohong.docx')).toBe(t.damaged)
    expect(await said('lama.doc')).toBe(t.olderOffice)
    expect(await said('video.mp4')).toBe(t.recording)
    expect(await said('animasi.gif')).toBe(t.otherPicture)
    expect(await said('acak.bin')).toBe(t.unknown)
  })

  it('of more parts than any document has is a trap', async () => {
    const parts = Array.from({ length: 5_001 }, (_, i) => ({ name: `${i}`, content: '' }))
    expect(await refusalOf(madeZip(parts))).toBe(t.bomb)
  })

  it('of 20 MB is still taken, of one byte more is not', async () => {
    const most = 20 * 1024 * 1024
    const around = madePng().length
    expect(await recognize(madePng(most - around))).toBe(KINDS.png)
    expect(await refusalOf(madePng(most - around + 1))).toBe(t.tooLarge)
    expect(await refusalOf(new Uint8Array(21 * 1024 * 1024))).toBe(t.tooLarge)
  })

  it('is found out for any bytes, or refused, and nothing else', () =>
    fc.assert(
      fc.asyncProperty(anyBytes, async (bytes) => {
        const found = await recognize(bytes).catch((error: unknown) => error)
        expect(found instanceof Refusal || kinds.includes(found as Kind)).toBe(true)
      }),
      { numRuns: 400 },
    ))

  it('with a byte changed or its end cut off is taken or refused, and nothing else', () =>
    fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.values(TAKEN)),
        fc.nat(),
        fc.nat(255),
        fc.boolean(),
        async (bytes, place, value, cut) => {
          const at = place % bytes.length
          const other = cut ? bytes.slice(0, at) : bytes.map((byte, i) => (i === at ? value : byte))
          const found = await recognize(other).catch((error: unknown) => error)
          expect(found instanceof Refusal || kinds.includes(found as Kind)).toBe(true)
        },
      ),
      { numRuns: 400 },
    ))
})

describe('the name of a file', () => {
  it.each([
    ['../../etc/passwd.pdf', 'passwd.pdf'],
    ['C:\\Users\\wati\\SK.PDF', 'SK.PDF'],
    ['..', 'berkas.pdf'],
    ['', 'berkas.pdf'],
    ['.pdf', 'pdf.pdf'],
    ['SK', 'SK.pdf'],
    ['SK No.12', 'SK No.12.pdf'],
    ['surat\u202efdp.pdf', 'suratfdp.pdf'],
    ['a\0b\nc<d>|e?.pdf', 'abcde.pdf'],
    ['  laporan   akhir . pdf', 'laporan akhir . pdf.pdf'],
    ['laporan.pdf. . ', 'laporan.pdf'],
    ['/files/ab/', 'berkas.pdf'],
    [`${'😀'.repeat(150)}.pdf`, `${'😀'.repeat(100)}.pdf`],
  ])('%j becomes %j', (given, kept) => {
    expect(nameOf(given, KINDS.pdf)).toBe(kept)
  })

  it('that claims another kind is refused, in words that say what to do', () => {
    expect(() => nameOf('foto.jpg', KINDS.pdf)).toThrow(Refusal)
    expect(() => nameOf('foto.jpg', KINDS.pdf)).toThrow(/berakhiran \.jpg, tetapi isinya PDF.*\.pdf/)
    expect(() => nameOf('SK.pdf.exe', KINDS.pdf)).toThrow(/\.exe/)
    expect(() => nameOf('SK.pdf', KINDS.jpeg)).toThrow(/isinya foto/)
    expect(() => nameOf('data.csv', KINDS.text)).toThrow(/isinya teks biasa/)
  })

  it('of a photo that is another kind of photo is put right', () => {
    expect(nameOf('IMG_1.jpg', KINDS.png)).toBe('IMG_1.png')
    expect(nameOf('IMG_1.HEIC', KINDS.jpeg)).toBe('IMG_1.jpg')
  })

  it('is one line without a path, whatever was given, and stays as it is when kept again', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.constantFrom(...kinds), (given, kind) => {
        let name: string
        try {
          name = nameOf(given, kind)
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal)
          return
        }
        expect(name).toMatch(/^[^/\\\p{Cc}\p{Cf}.][^/\\\p{Cc}\p{Cf}]*\.[A-Za-z0-9]+$/u)
        expect(name.isWellFormed()).toBe(true)
        expect(kind.extensions.some((extension) => name.toLowerCase().endsWith(`.${extension}`))).toBe(true)
        expect(nameOf(name, kind)).toBe(name)
      }),
      { numRuns: 500 },
    ))
})

/** Any bytes, and any bytes behind the beginnings that are looked at. */
const BEGINNINGS = [
  '',
  'PK\x03\x04',
  '%PDF-1.7',
  '\xff\xd8\xff',
  '\x89PNG\r\n\x1a\n',
  'RIFF____WEBP',
  '\0\0\0\x18ftypheic',
  '\xd0\xcf\x11\xe0',
  'MZ',
  '<svg',
]
const anyBytes = fc
  .tuple(fc.constantFrom(...BEGINNINGS), fc.uint8Array({ maxLength: 600 }))
  .map(([start, rest]) => new Uint8Array(Buffer.concat([Buffer.from(start, 'latin1'), rest])))
