import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readUpdate } from '../../src/features/performance/updates/reading.ts'
import { addDays } from '../../src/indonesian/dates.ts'

const TODAY = '2026-03-02'

interface Row {
  readonly text: string
  readonly quantity: string
  readonly unit: string
  readonly good: string
  readonly days: string
  readonly rhk: string
}

const rows = parse(readFileSync(join(import.meta.dirname, 'updates.csv')), {
  columns: true,
  delimiter: ';',
}) as Row[]
/** Every third sentence was set aside: the patterns were made without looking at what they do with it. */
const isHeldOut = (_: Row, i: number): boolean => i % 3 === 2

const wanted = ({ quantity, unit, good, days, rhk }: Row) => ({
  quantity: quantity === '' ? undefined : Number(quantity),
  unit: unit === '' ? undefined : unit,
  good: good === '' ? undefined : Number(good),
  doneOn: addDays(TODAY, Number(days)),
  target: rhk === '' ? undefined : Number(rhk),
})
const read = (text: string) => {
  const { quantity, unit, good, doneOn = TODAY, target } = readUpdate(text, TODAY)
  return { quantity, unit, good, doneOn, target }
}
const isRight = (row: Row): boolean => JSON.stringify(read(row.text)) === JSON.stringify(wanted(row))

describe('the sentences people report their work with', () => {
  it.each([
    ['those the patterns were made with', (row: Row, i: number) => !isHeldOut(row, i), 0.97],
    ['those set aside', isHeldOut, 0.9],
  ] as const)('%s are read rightly in all their parts', (name, which, floor) => {
    const some = rows.filter(which)
    const right = some.filter(isRight).length
    console.info(`${name}: ${right} of ${some.length} (${((100 * right) / some.length).toFixed(1)} %)`)
    expect(some.length).toBeGreaterThan(60)
    expect(right / some.length).toBeGreaterThanOrEqual(floor)
  })

  it('are many, and none is there twice', () => {
    expect(rows.length).toBeGreaterThanOrEqual(150)
    expect(new Set(rows.map(({ text }) => text)).size).toBe(rows.length)
  })

  it.each([
    ['40 berkas pensiun sebagian belum lengkap', { quantity: 40, vague: true }],
    ['40 berkas, ada yang salah', { quantity: 40, vague: true }],
    ['40 berkas tanpa salah', { quantity: 40, good: 40 }],
    ['menangani 5 keluhan warga', { quantity: 5 }],
    ['12 berkas tepat waktu', { quantity: 12, late: false }],
    ['40 berkas, lengkap semua kecuali 3', { quantity: 40, good: 37 }],
    ['40 berkas, kecuali 2 semua lengkap', { quantity: 40, good: 38 }],
    ['25% dari 40 berkas salah', { quantity: 40, good: 30 }],
    ['10 dari 12 lengkap', { quantity: 12, good: 10 }],
    ['10/12 berkas lengkap, 2 dikembalikan', { quantity: 12, good: 10 }],
    ['baru 30 dari target 40 berkas', { quantity: 30, unit: 'berkas' }],
    ['minus 5 berkas', { quantity: -5 }],
    ['40 berkas salah semua', { quantity: 40, good: 0 }],
    ['40 berkas belum lengkap semua', { quantity: 40, vague: true }],
    ['menangani 5 keluhan, semua terjawab', { quantity: 5, unit: 'keluhan', good: 5 }],
    ['1/2 jam konseling 3 orang', { quantity: 3, unit: 'orang' }],
    ['40 berkas, RHK saya nomor 2', { quantity: 40, target: 2 }],
    ['RHK IV 40 berkas', { quantity: 40, target: 4 }],
    ['tanggal 25 s.d. 27 februari 40 berkas', { quantity: 40, doneOn: '2026-02-27' }],
    ['20/2 input 40 berkas', { quantity: 40, doneOn: '2026-02-20' }],
    ['40 berkas tgl 31 februari', { quantity: 40, unit: 'berkas', oddDay: true }],
    ['hubungi budi 081234567890 soal 40 berkas', { quantity: 40, unit: 'berkas' }],
    ['NIP 198501012010011001 1 berkas', { quantity: 1, unit: 'berkas' }],
    ['balas surat 800/12-BKD/2026, 3 surat', { quantity: 3, unit: 'surat' }],
    ['sosialisasi UU 5 tahun 2014 kepada 30 pegawai', { quantity: 30, unit: 'pegawai' }],
    ['mencairkan 3 SP2D senilai 2 miliar', { quantity: 3, unit: 'sp2d' }],
    ['12 berkas terlambat 2 hari', { quantity: 12, late: true }],
    [
      '12 berkas dan 3 laporan',
      {
        several: [
          { quantity: 12, unit: 'berkas' },
          { quantity: 3, unit: 'laporan' },
        ],
      },
    ],
  ])('"%s"', (text, part) => {
    expect(readUpdate(text, TODAY)).toMatchObject(part)
  })

  it.each(['menyusun laporan 2025', 'rapat 2 jam', 'piket 5 hari', 'mengirim surat 800/12/BKD'])(
    '"%s" counts nothing',
    (text) => {
      expect(readUpdate(text, TODAY).quantity).toBeUndefined()
    },
  )

  it('two things of one unit and of two kinds are two', () => {
    expect(readUpdate('input 40 berkas pensiun lalu verifikasi 20 berkas mutasi', TODAY).several).toEqual([
      { quantity: 40, unit: 'berkas', thing: 'berkas pensiun' },
      { quantity: 20, unit: 'berkas', thing: 'berkas mutasi' },
    ])
    expect(readUpdate('40 berkas pensiun, 38 berkas lengkap', TODAY)).toMatchObject({
      quantity: 40,
      good: 38,
    })
  })

  it('whatever somebody writes, what is read is a number that stands to reason', () => {
    const words = fc.constantFrom(
      ...[
        '40',
        'dua',
        'puluh',
        'berkas',
        'salah',
        'rhk',
        '2',
        '%',
        'dari',
        'kemarin',
        'tanpa',
        'semua',
        'lengkap',
        ',',
        '1/2',
        '-5',
      ],
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ maxLength: 200 }),
          fc.array(words, { maxLength: 14 }).map((all) => all.join(' ')),
        ),
        (text) => {
          const { quantity, good, doneOn, target } = readUpdate(text, TODAY)
          if (good !== undefined) {
            expect(good).toBeGreaterThanOrEqual(0)
            expect(good).toBeLessThanOrEqual(quantity ?? -1)
          }
          if (quantity !== undefined) expect(Number.isFinite(quantity)).toBe(true)
          if (doneOn !== undefined) expect(doneOn).toMatch(/^\d{4}-\d\d-\d\d$/)
          if (target !== undefined) expect(target).toBeLessThan(100)
        },
      ),
      { numRuns: 2_000 },
    )
  })

  it('the longest message is read in a blink', () => {
    const long = 'kemarin 40 berkas dua puluh lima salah rhk 2 tanpa '.repeat(80)
    const started = performance.now()
    readUpdate(long, TODAY)
    expect(performance.now() - started).toBeLessThan(500)
  })
})
