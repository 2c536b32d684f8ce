import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Holiday } from '../../src/calendar.ts'
import { Unreadable } from '../../src/errors.ts'
import { changesOf } from '../../src/features/calendar/table/changes.ts'
import { readTable, textOf } from '../../src/features/calendar/table/reading.ts'
import { dayOff } from './calendars.ts'

const TODAY = '2026-11-02'
const SKB = 'SKB 3 Menteri'
const nyepi: Holiday = { day: '2027-03-08', kind: 'nasional', name: 'Nyepi', decree: SKB }
const read = (...lines: readonly string[]) => readTable(lines.join('\n'), TODAY)
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('a table of days off', () => {
  it.each([
    ['by comma', 'tanggal,jenis,nama,dasar', '2027-03-08,nasional,Nyepi,SKB 3 Menteri'],
    [
      'by semicolon',
      'Tanggal;Jenis;Nama Hari;Dasar Hukum',
      '8 Maret 2027;Libur Nasional;Nyepi;SKB 3 Menteri',
    ],
    ['by tab', 'tanggal\tjenis\tnama\tdasar', 'Senin, 8 Maret 2027\tnasional\tNyepi\tSKB 3 Menteri'],
    ['in another order', 'nama,dasar,jenis,tanggal', 'Nyepi,SKB 3 Menteri,nasional,8/3/2027'],
    [
      'with columns of no meaning here',
      'no;tanggal;jenis;nama;dasar',
      '1;8-3-2027;nasional;Nyepi;SKB 3 Menteri',
    ],
    ['without headings', '', '2027-03-08, nasional, Nyepi, SKB 3 Menteri'],
    ['quoted', '', '"2027-03-08","nasional","Nyepi","SKB 3 Menteri"'],
    ['as this bot ships it', 'day,kind,name,decree', '2027-03-08,nasional,Nyepi,SKB 3 Menteri'],
  ])('%s', (_, headings, row) => {
    expect(read(headings, row)).toEqual({ days: [nyepi], problems: [] })
  })

  it('keeps the commas of a decree that nothing quotes, and repeats it where it is left out', () => {
    const { days } = read(
      '2027-03-09,cuti bersama,Nyepi,SKB Nomor 1, Nomor 2, dan Nomor 3',
      '2027-03-08,nasional,Nyepi,',
    )
    expect(days.map(({ day, decree }) => [day, decree])).toEqual([
      ['2027-03-08', 'SKB Nomor 1, Nomor 2, dan Nomor 3'],
      ['2027-03-09', 'SKB Nomor 1, Nomor 2, dan Nomor 3'],
    ])
  })

  it.each<[string, RegExp]>([
    ['30 Februari 2027,nasional,Nyepi,SKB 3 Menteri', /tanggal “30 Februari 2027” tidak ada/],
    ['"Selasa, 8 Maret 2027",nasional,Nyepi,SKB 3 Menteri', /nama harinya tidak cocok/],
    ['8 Maret,nasional,Nyepi,SKB 3 Menteri', /tanpa tahun; tulis seperti 2027-03-10/],
    ['46454,nasional,Nyepi,SKB 3 Menteri', /tanpa tahun/],
    [',nasional,Nyepi,SKB 3 Menteri', /tanggalnya kosong/],
    ['2019-03-08,nasional,Nyepi,SKB 3 Menteri', /tahunnya harus 2025 sampai 2029/],
    ['2027-03-08,pesta,Nyepi,SKB 3 Menteri', /jenis “pesta” tidak dikenal/],
    ['2027-03-08,constructor,Nyepi,SKB 3 Menteri', /tidak dikenal/],
    ['2027-03-08,nasional,,SKB 3 Menteri', /namanya kosong/],
    ['2027-03-08,nasional,Nyepi,', /dasarnya .* kosong/],
    ['2027-03-08', /jenis “” tidak dikenal/],
  ])('%s: says why it is not taken', (row, problem) => {
    const { days, problems } = read('tanggal,jenis,nama,dasar', '', row)
    expect(days).toEqual([])
    expect(problems).toEqual([{ line: 3, problem: expect.stringMatching(problem) }])
  })

  it('takes a day once, and names the line that has it again', () => {
    const { days, problems } = read(
      '2027-03-08,nasional,Nyepi,SKB 3 Menteri',
      '8/3/2027,bersama,Lain,SKB 3 Menteri',
    )
    expect(days).toEqual([nyepi])
    expect(problems).toEqual([{ line: 2, problem: 'tanggal itu sudah ada di baris sebelumnya' }])
  })

  it.each<[string, string, RegExp]>([
    ['nothing', ' \n\n', /tidak ada satu baris pun/],
    ['headings only', 'tanggal,jenis,nama,dasar\n', /tidak ada satu baris pun/],
    [
      'headings of something else',
      'tanggal,kegiatan\n2027-01-01,rapat',
      /kolom jenis, nama, dasar tidak ada/,
    ],
    ['a quote that never ends', 'tanggal,jenis,nama,dasar\n"2027-03-08,nasional,Nyepi,SKB', /tanda kutip/],
    ['far too many rows', '2027-03-08,nasional,Nyepi,SKB 3\n'.repeat(501), /paling banyak 500/],
  ])('%s is no table', (_, text, reason) => {
    expect(() => readTable(text, TODAY)).toThrow(reason)
    expect(() => readTable(text, TODAY)).toThrow(Unreadable)
  })

  it('is read from UTF-8 with its mark, and from Windows-1252', () => {
    expect(textOf(bytes('\uFEFFtanggal'))).toBe('tanggal')
    expect(textOf(Uint8Array.from([0x49, 0x64, 0x75, 0x6c, 0xe9]))).toBe('Idulé')
  })

  it.each<[string, Uint8Array, RegExp]>([
    ['Excel', bytes('PK\u0003\u0004…'), /CSV UTF-8/],
    ['PDF', bytes('%PDF-1.7'), /ini PDF/],
    ['bytes of something', bytes('a\0b'), /bukan berkas teks/],
    ['a large file', new Uint8Array(200_001), /terlalu besar/],
  ])('%s is told what it is', (_, file, reason) => {
    expect(() => textOf(file)).toThrow(reason)
  })

  it('any text is read or refused in words, and what is read are days in their order', () => {
    const cell = fc.constantFrom(
      '2027-03-08',
      '31/12/2026',
      '30/2/2027',
      'nasional',
      'kerja',
      'Nyepi',
      SKB,
      '',
      '"',
      ';',
      'tanggal',
    )
    const rows = fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 })
    const table = fc.oneof(
      fc.string({ maxLength: 200 }),
      fc
        .tuple(rows, fc.constantFrom(',', ';', '\t'))
        .map(([all, by]) => all.map((row) => row.join(by)).join('\n')),
    )
    fc.assert(
      fc.property(table, (text) => {
        try {
          const { days, problems } = readTable(text, TODAY)
          expect(days.map(({ day }) => day)).toEqual([...new Set(days.map(({ day }) => day))].sort())
          expect(days.length + problems.length).toBeGreaterThan(0)
        } catch (error) {
          if (!(error instanceof Unreadable)) throw error
          expect(error.message).toMatch(/\w/)
        }
      }),
      { numRuns: 1_000 },
    )
  })
})

it('tells new days from changed ones and those that are the same', () => {
  const [same, before] = [dayOff('2027-01-01'), dayOff('2027-03-08', 'bersama')]
  expect(changesOf([same, nyepi, dayOff('2027-06-01')], [{ ...same }, before])).toEqual({
    added: [dayOff('2027-06-01')],
    changed: [{ before, after: nyepi }],
    same: 1,
  })
})
