import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { Unreadable } from '../../../src/errors.ts'
import type { Recognizer } from '../../../src/regulations/format.ts'
import { tesseract } from '../../../src/regulations/formats/ocr.ts'
import { openPdf } from '../../../src/regulations/formats/pdf/document.ts'
import { pagesOf } from '../../../src/regulations/formats/pdf/pages.ts'
import { inThread } from '../../../src/regulations/formats/thread.ts'
import { readFileText } from '../../../src/regulations/formats.ts'
import { assembled, LOCK, lines, type MadePage, madePdf, stream } from './samples.ts'

const nothing: Recognizer = {
  missing: async () => 'OCR belum terpasang',
  recognize: async () => ({ lines: [], confidence: 0 }),
}
const read = (bytes: Uint8Array, recognizer = nothing) =>
  readFileText({ name: 'a.pdf', bytes }, { recognizer })
/** Here, not in a thread of its own: that takes longer than the reading. */
const text = async (...pages: MadePage[]) => {
  const read: string[] = []
  for await (const page of pagesOf(await openPdf(madePdf(pages)))) read.push(page.lines.join('\n'))
  return read.join('\f')
}

describe('a PDF with words', () => {
  it('has its lines back from where the words stand, whatever order they were written in', async () => {
    expect(
      await text({
        texts: [
          { at: [150, 700], text: 'bahwa satu;' },
          { at: [72, 700], text: 'Menimbang' },
          { at: [140, 700.6], text: ':' },
          { at: [150, 684], text: 'bahwa' },
          { at: [190, 684], text: 'du' },
          { at: [203.3, 684], text: 'a.' },
          { at: [280, 750], text: 'Pasal 1' },
          { at: [230, 688], text: '2)', size: 6 },
        ],
      }),
    ).toBe('Pasal 1\nMenimbang : bahwa satu;\nbahwa dua. 2)')
  })

  it('has pages apart, each told of as it is read', async () => {
    const told: [number, number][] = []
    const bytes = madePdf([{ texts: lines('satu') }, {}, { texts: lines('tiga') }])
    const reading = await readFileText(
      { name: 'a.pdf', bytes },
      { onPage: (done, of) => told.push([done, of]) },
    )
    expect(reading).toEqual({ text: 'satu\f\ftiga', pages: 3, read: 2, format: 'PDF', warnings: [] })
    expect(told).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ])
  })

  it('loses doubled words, stamps across the page, and what lies outside of it', async () => {
    const twice = { at: [72, 700], text: 'Pasal 1' } as const
    expect(
      await text({
        texts: [
          twice,
          { ...twice, at: [72.3, 700] },
          { at: [100, 300], text: 'SALINAN', size: 60, turned: 45 },
          { at: [900, 600], text: 'di luar' },
          { at: [72, 650], text: 'Isi.' },
        ],
      }),
    ).toBe('Pasal 1\nIsi.')
  })

  it('is read upright when the page, or the writing on it, lies on its side', async () => {
    const along = (text: string, y: number) => ({ at: [y, 100], text, turned: 90 }) as const
    expect(await text({ texts: [along('baris satu', 200), along('baris dua', 220)] })).toBe(
      'baris satu\nbaris dua',
    )
    expect(await text({ rotate: 90, texts: [along('baris satu', 200), along('baris dua', 220)] })).toBe(
      'baris satu\nbaris dua',
    )
    expect(await text({ texts: [...lines('tegak', 'lurus', 'saja'), along('tepi', 40)] })).toBe(
      'tegak\nlurus\nsaja\ntepi',
    )
  })

  it('in two columns is read down the one and then down the other; a table is not', async () => {
    const column = (x: number, of: string) =>
      Array.from({ length: 9 }, (_, i) => ({
        at: [x, 700 - i * 16] as const,
        text: `${of} ${i} mengenai pegawai negeri`,
      }))
    const [left, right] = [column(60, 'kiri'), column(320, 'kanan')]
    const title = {
      at: [60, 740],
      text: 'PERATURAN YANG MENGISI SELURUH LEBAR HALAMAN INI DAN TIDAK KURANG',
    } as const
    const columns = (await text({ texts: [title, ...left, ...right] })).split('\n')
    expect(columns.slice(0, 3)).toEqual([title.text, left[0]?.text, left[1]?.text])
    expect(columns[10]).toBe(right[0]?.text)
    const table = (await text({ texts: left.flatMap((cell, i) => [cell, right[i] ?? cell]) })).split('\n')
    expect(table[0]).toBe(`${left[0]?.text} ${right[0]?.text}`)
  })
})

const GIBBERISH = lines(...Array.from({ length: 12 }, () => 'b ah w a d a la m ra n g k a p em e rin ta h'))
const SPEECH = Array.from(
  { length: 12 },
  () => 'bahwa dalam rangka pemerintahan daerah yang baik perlu peraturan',
)
const gray = { width: 60, height: 84, gray: Uint8Array.from({ length: 60 * 84 }, (_, i) => (i % 7) * 30) }
const saying = (confidence: number): Recognizer => ({
  missing: async () => undefined,
  recognize: async (picture) => {
    expect(Buffer.from(picture.subarray(0, 3)).toString()).toBe('P5\n')
    return { lines: SPEECH, confidence }
  },
})

describe('a PDF of pictures', () => {
  const mixed = madePdf([
    { texts: lines('Pasal 1', 'Isi.') },
    { picture: gray, texts: lines('jdih.example.go.id') },
    {},
  ])

  it('is recognized where it has no words, only there, and that is said', async () => {
    const { text, pages, read: given, format, warnings } = await read(mixed, saying(95))
    expect(text).toBe(`Pasal 1\nIsi.\f${SPEECH.join('\n')}\f`)
    expect([pages, given, format]).toEqual([3, 2, 'PDF'])
    expect(warnings).toEqual(['Halaman 2 dikenali dari gambarnya (OCR); cocokkan dengan naskah asli.'])
  })

  it('of which the program was unsure is read with a doubt', async () => {
    const { format, warnings } = await read(madePdf([{ picture: gray }]), saying(61.4))
    expect(format).toBe('PDF pindaian (OCR)')
    expect(warnings[1]).toBe('Hasil OCR halaman 1 meragukan (keyakinan terendah 61%).')
  })

  it('that this machine cannot recognize says what to install', async () => {
    expect((await read(mixed)).warnings).toEqual([
      'Halaman 2 berupa gambar dan belum terbaca: OCR belum terpasang, lalu impor lagi.',
    ])
    await expect(read(madePdf([{ picture: gray }]))).rejects.toThrow(
      /a\.pdf: PDF ini hasil pindaian .* OCR belum terpasang/,
    )
  })

  it('whose layer of words is gibberish is recognized anew, or doubted', async () => {
    const bytes = madePdf([{ texts: GIBBERISH, picture: gray }, { texts: lines(...SPEECH) }])
    const anew = await read(bytes, saying(90))
    expect(anew.text).toBe(`${SPEECH.join('\n')}\f${SPEECH.join('\n')}`)
    expect(anew.warnings).toEqual([
      expect.stringMatching(/^Halaman 1 dikenali .* karena lapisan teksnya meragukan/),
    ])
    const doubted = await read(bytes)
    expect(doubted.text).toContain('b ah w a')
    expect(doubted.warnings).toEqual([expect.stringMatching(/^Lapisan teks halaman 1 meragukan/)])
  })

  it('of which one page fails keeps the others', async () => {
    let nth = 0
    const { warnings, read: given } = await read(madePdf([{ picture: gray }, { picture: gray }]), {
      ...saying(99),
      recognize: async () => {
        if (nth++ === 0) throw new Unreadable('gambarnya tidak bisa dikenali')
        return { lines: SPEECH, confidence: 99 }
      },
    })
    expect(given).toBe(1)
    expect(warnings[1]).toMatch(/^Halaman [12] tidak terbaca: gambarnya tidak bisa dikenali\.$/)
  })

  it('gives up its pictures without any other program, turned as the page is', async () => {
    const bytes = madePdf([
      { picture: { width: 3, height: 2, gray: Uint8Array.of(1, 2, 3, 4, 5, 6) }, rotate: 90 },
    ])
    const picture = await inThread({ kind: 'picture', bytes, page: 1 }, { seconds: 60 })
    expect(Buffer.from(picture ?? []).toString('latin1')).toBe('P5\n2 3\n255\n\x04\x01\x05\x02\x06\x03')
  })

  it('stops when it is told to, and leaves nothing behind', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'abdi-test-'))
    vi.stubEnv('TMPDIR', folder)
    const stop = new AbortController()
    const recognizer: Recognizer = {
      missing: async () => undefined,
      recognize: async (_, signal) => {
        stop.abort(new Error('cukup'))
        signal?.throwIfAborted()
        return { lines: [], confidence: 0 }
      },
    }
    const bytes = madePdf([{ picture: gray }, { picture: gray }])
    await expect(readFileText({ name: 'a.pdf', bytes }, { recognizer, signal: stop.signal })).rejects.toThrow(
      'cukup',
    )
    vi.unstubAllEnvs()
    expect(readdirSync(folder)).toEqual([])
    rmSync(folder, { recursive: true })
  })
})

describe('a PDF that cannot be read says why:', () => {
  const whole = madePdf([{ texts: lines('Pasal 1', 'Isi.') }])
  const bomb = { width: 60_000, height: 60_000, gray: new Uint8Array(10) }
  it.each([
    ['locked', madePdf([{}], LOCK), /kata sandi/],
    ['only a beginning', whole.subarray(0, 60), /rusak atau terpotong/],
    [
      'noise behind a beginning',
      Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(3000, 'xyz ')]),
      /rusak atau terpotong/,
    ],
    ['empty', madePdf([{}, {}]), /semua halaman PDF ini kosong/],
    [
      'thousands of pages',
      madePdf(Array.from({ length: 3001 }, () => ({}))),
      /3001 halaman; paling banyak 3000/,
    ],
    ['a picture of a claimed 3,600 megapixels', madePdf([{ picture: bomb }]), /hasil pindaian/],
  ])('%s', async (_, bytes, sentence) => {
    const error = await read(bytes).catch((e: unknown) => e)
    expect(error).toBeInstanceOf(Unreadable)
    expect((error as Unreadable).message).toMatch(sentence)
  })

  it('one cut short is read as far as it goes, with a warning', async () => {
    const { text, warnings } = await read(whole.subarray(0, whole.length - 12))
    expect(text).toBe('Pasal 1\nIsi.')
    expect(warnings[0]).toMatch(/tampak terpotong/)
  })

  it('one that unpacks without end is given up, and the bot goes on', { timeout: 60_000 }, async () => {
    const body = stream(Buffer.alloc(100_000_000, 'q Q '))
    const bytes = assembled([
      Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
      Buffer.from('<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 9 9] >>'),
      Buffer.from('<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>'),
      body,
    ])
    await expect(inThread({ kind: 'pdf', bytes }, { seconds: 2 })).rejects.toThrow(
      /terlalu lama|terlalu besar/,
    )
  })

  it('thousands of empty pages are no trouble', { timeout: 60_000 }, async () => {
    const { pages, read: given } = await read(
      madePdf([...Array.from({ length: 999 }, () => ({})), { texts: lines('Pasal 1') }]),
    )
    expect([pages, given]).toEqual([1000, 1])
  })
})

describe('with Tesseract', async () => {
  const installed = (await tesseract.missing()) === undefined && has('pdftoppm')

  it.skipIf(!installed)(
    'a real picture becomes words (skipped where tesseract-ocr-ind or poppler-utils is not installed)',
    { timeout: 120_000 },
    async () => {
      const said = [
        'Pasal 1',
        'Setiap pegawai wajib menaati ketentuan jam kerja.',
        'a. masuk kerja tepat waktu; dan',
        'b. pulang pada waktunya.',
      ]
      const folder = mkdtempSync(join(tmpdir(), 'abdi-test-'))
      writeFileSync(join(folder, 'a.pdf'), madePdf([{ texts: lines(...said) }]))
      const pgm = execFileSync('pdftoppm', ['-gray', '-r', '150', '-singlefile', join(folder, 'a.pdf')], {
        maxBuffer: 64e6,
      })
      rmSync(folder, { recursive: true })
      const [head = '', width = '', height = ''] =
        /^P5\n(\d+) (\d+)\n255\n/.exec(pgm.toString('latin1', 0, 30)) ?? []
      const picture = { width: Number(width), height: Number(height), gray: pgm.subarray(head.length) }
      const { text, warnings, format } = await readFileText({ name: 'a.pdf', bytes: madePdf([{ picture }]) })
      expect(text.split('\n')).toEqual(said)
      expect([format, warnings.length]).toEqual(['PDF pindaian (OCR)', 1])
    },
  )
})

function has(program: string): boolean {
  try {
    execFileSync(program, ['-v'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
