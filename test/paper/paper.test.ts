import { read } from '@e965/xlsx'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import sharp from 'sharp'
import { extractText, getDocumentProxy } from 'unpdf'
import { describe, expect, it, test } from 'vitest'
import { codePicture, squaresOf } from '../../src/paper/code.ts'
import { csvOf } from '../../src/paper/csv.ts'
import { pdfOf } from '../../src/paper/pdf.ts'
import { poster } from '../../src/paper/poster.ts'
import { writePosters } from '../../src/paper/posters.ts'
import { safeText } from '../../src/paper/safe-text.ts'
import type { Table } from '../../src/paper/table.ts'
import { inThread } from '../../src/paper/thread.ts'
import {
  addSheet,
  bytesOf,
  dayCell,
  newBook,
  numberCell,
  sheetOf,
  textCell,
} from '../../src/paper/workbook.ts'
import { createWriting } from '../../src/paper/writing.ts'

const FORMULA = /^[\t\r]|^\s*[=+\-@＝＋－＠]/

test('no text is a formula, and what is none stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(safeText(text)).not.toMatch(FORMULA)
      expect(safeText(`a${safeText(text)}`)).toBe(`a${safeText(text)}`)
    }),
  )
  for (const text of ['=1', '\t=1', ' @x', '＋1', '\n-1']) expect(safeText(text)).toBe(`'${text}`)
})

describe('a workbook', () => {
  const book = newBook('Uji', new Date('2026-03-02T00:00:00Z'))
  const rows = [['=1+1', numberCell(1.5, '0.00'), dayCell('2026-03-02'), textCell('0012'), null]]
  addSheet(book, 'Satu', sheetOf(['a', 'b', 'c', 'd', 'e'], [9, 9, 9, 9, 9], rows, { filters: true }))
  const bytes = bytesOf(book)

  it('keeps numbers, days and digits what they are', () => {
    const sheet = read(bytes, { type: 'array', cellNF: true }).Sheets.Satu ?? {}
    expect(sheet.A2).toMatchObject({ t: 's', v: `'=1+1` })
    expect(sheet.B2).toMatchObject({ t: 'n', v: 1.5, z: '0.00' })
    expect(sheet.C2).toMatchObject({ t: 'n', v: 46_083, z: 'yyyy-mm-dd' })
    expect(sheet.D2).toMatchObject({ t: 's', v: '0012' })
    expect(sheet.E2).toBeUndefined()
    expect(sheet['!autofilter']).toEqual({ ref: 'A1:E2' })
  })

  it('says nothing of macros', () => {
    const plain = Buffer.from(bytes).toString('latin1')
    expect(plain).not.toMatch(/macroEnabled/i)
  })
})

test('a table without a summary is written as each kind of file', async () => {
  const table: Table = {
    name: 'Baris',
    title: 'Judul',
    heading: ['Kota'],
    columns: [
      { title: 'Nomor', kind: 'digits', groups: [4, 4], width: 10, paper: 60 },
      { title: 'Hari', kind: 'day', width: 10, paper: '*' },
    ],
    notes: ['Catatan'],
    words: { notes: 'Cara', page: 'Halaman {page} dari {pages}' },
    at: '2026-03-02T00:00:00Z',
  }
  const write = createWriting()
  async function* pages() {
    yield [['12345678', '2026-03-02']]
  }
  const [csv, xlsx, pdf] = await Promise.all([
    write(table, 'csv', pages()),
    write(table, 'xlsx', pages()),
    write(table, 'pdf', pages()),
  ])
  expect(Buffer.from(csv).toString('utf8')).toBe('\uFEFFNomor;Hari\r\n1234 5678;2026-03-02\r\n')
  expect(read(xlsx, { type: 'array' }).SheetNames).toEqual(['Baris', 'Cara'])
  const { text } = await extractText(await getDocumentProxy(pdf), { mergePages: true })
  expect(text).toMatch(/Judul[\s\S]*1234 5678[\s\S]*2 Mar 2026[\s\S]*Halaman 1 dari 1/)
})

test('CSV is one row for each, whatever is in the cells', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 2 }), {
        minLength: 1,
        maxLength: 5,
      }),
      async (rows) => {
        async function* pages() {
          yield rows
        }
        const text = Buffer.from(await csvOf(['a', 'b'], pages())).toString('utf8')
        const read: readonly (readonly string[])[] = parse(text, { delimiter: ';', bom: true })
        expect(read).toHaveLength(rows.length + 1)
        for (const cell of read.flat()) expect(cell).not.toMatch(FORMULA)
      },
    ),
  )
})

test('paper reads no file and no address that somebody typed', async () => {
  await expect(pdfOf({ content: [{ image: '/etc/hostname' }] })).rejects.toThrow()
  await expect(pdfOf({ content: [{ image: 'http://127.0.0.1:1/x.png' }] })).rejects.toThrow()
})

test('a thread that fails says so', async () => {
  const nowhere = new URL('./nowhere.ts', import.meta.url)
  await expect(inThread(nowhere, { data: null, megabytes: 64 })).rejects.toThrow(/nowhere/)
})

test('the picture of a code has every square of it, with four light ones around', async () => {
  const link = 'https://t.me/abdi_bot?start=lapor_s12'
  const squares = squaresOf(link)
  const { data, info } = await sharp(await codePicture(link))
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const across = squares.length + 8
  const size = info.width / across
  const isDark = (x: number, y: number): boolean =>
    (data[Math.floor((y + 0.5) * size) * info.width + Math.floor((x + 0.5) * size)] ?? 255) < 128
  const seen = Array.from({ length: across }, (_, y) =>
    Array.from({ length: across }, (_, x) => isDark(x, y)),
  )
  expect(seen.slice(4, -4).map((row) => row.slice(4, -4))).toEqual(squares.map((row) => [...row]))
  expect(seen.flat().filter(Boolean).length).toBe(squares.flat().filter(Boolean).length)
})

describe('posters', () => {
  const sheet = (id: number, about: readonly string[]) => ({
    title: 'Bagaimana layanan kami hari ini?',
    about,
    organization: 'Pemerintah Kota Serang',
    link: `https://t.me/abdi_bot?start=lapor_s${id}`,
  })

  it('have a page each, the same ones the same bytes', async () => {
    const sheets = [1, 2, 3].map((id) => sheet(id, [`Layanan ${id}`]))
    const bytes = await writePosters(sheets)
    const pdf = await getDocumentProxy(new Uint8Array(bytes))
    expect(pdf.numPages).toBe(3)
    expect(Buffer.from(await writePosters(sheets)).equals(Buffer.from(bytes))).toBe(true)
  })

  it('stay on their page with as many words as they take, and the code stays large enough to scan', () => {
    const long = 'sangat panjang sekali '.repeat(20)
    const svg = poster({ ...sheet(1, [long, long]), title: long, squares: [[true]] })
    const lowest = Math.max(...[...svg.matchAll(/ y="([\d.]+)"/g)].map(([, y]) => Number(y)))
    expect(lowest).toBeLessThan(290)
    const [, size] = /<svg x="[\d.]+" y="[\d.]+" width="([\d.]+)"/.exec(svg) ?? []
    expect(Number(size)).toBeGreaterThanOrEqual(100)
  })
})
