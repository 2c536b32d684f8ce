import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysOf } from '../../src/calendar/days.ts'
import { type OnDay, type Recurrence, readRecurrence, showRecurrence } from '../../src/calendar.ts'

/** A Sunday. */
const TODAY = '2026-11-22'
const monthly = (on: OnDay): Recurrence => ({ kind: 'monthly', on })
const quarterly = (month: 1 | 2 | 3, on: OnDay): Recurrence => ({ kind: 'quarterly', month, on })
const yearly = (month: number, on: OnDay): Recurrence => ({ kind: 'yearly', month, on })
const once = (on: string): Recurrence => ({ kind: 'once', on })

describe('when something falls due, as Indonesians write it', () => {
  it.each<[string, Recurrence]>([
    ['tiap tgl 5', monthly({ day: 5 })],
    ['Tiap tgl. 5', monthly({ day: 5 })],
    ['tiap2 tgl 5', monthly({ day: 5 })],
    ['tiap-tiap tanggal 5', monthly({ day: 5 })],
    ['setiap tanggal 5', monthly({ day: 5 })],
    ['setiap tanggal lima', monthly({ day: 5 })],
    ['tiap tanggal dua puluh lima', monthly({ day: 25 })],
    ['setiap 5', monthly({ day: 5 })],
    ['setiap bulan tanggal 10', monthly({ day: 10 })],
    ['tiap bln tgl 10', monthly({ day: 10 })],
    ['bulanan tgl 10', monthly({ day: 10 })],
    ['sebulan sekali tanggal 5', monthly({ day: 5 })],
    ['setiap tanggal 5 setiap bulan', monthly({ day: 5 })],
    ['paling lambat tanggal 5 bulan berikutnya', monthly({ day: 5 })],
    ['paling lambat tanggal 3 bulan berikutnya', monthly({ day: 3 })],
    ['tgl 31 tiap bulan', monthly({ day: 31 })],
    ['tiap akhir bulan', monthly({ day: 31 })],
    ['akhir setiap bulan', monthly({ day: 31 })],
    ['setiap hari terakhir bulan', monthly({ day: 31 })],
    ['setiap awal bulan', monthly({ day: 1 })],
    ['setiap pertengahan bulan', monthly({ day: 15 })],
    ['hari kerja terakhir tiap bulan', monthly({ working: -1 })],
    ['setiap hari kerja terakhir', monthly({ working: -1 })],
    ['hari kerja ketiga', monthly({ working: 3 })],
    ['tiap hari kerja ke-3', monthly({ working: 3 })],
    ['tiap hari kerja ke 10', monthly({ working: 10 })],
    ['hk pertama tiap bulan', monthly({ working: 1 })],
    ['hari kerja kedua terakhir setiap bulan', monthly({ working: -2 })],
    ['hari kerja ke-2 dari akhir bulan', monthly({ working: -2 })],
    ['tiap triwulan tanggal 5', quarterly(1, { day: 5 })],
    ['triwulanan tgl 10', quarterly(1, { day: 10 })],
    ['tiap tri wulan tgl 10', quarterly(1, { day: 10 })],
    ['tiap kuartal tgl 15', quarterly(1, { day: 15 })],
    ['3 bulan sekali tanggal 5', quarterly(1, { day: 5 })],
    ['tiap tiga bulan tanggal 5', quarterly(1, { day: 5 })],
    ['tiap triwulan hari kerja ke-3', quarterly(1, { working: 3 })],
    ['hari kerja terakhir tiap triwulan', quarterly(3, { working: -1 })],
    ['akhir triwulan', quarterly(3, { day: 31 })],
    ['tiap triwulan bulan terakhir tanggal 20', quarterly(3, { day: 20 })],
    ['setiap triwulan tanggal 20 bulan kedua', quarterly(2, { day: 20 })],
    ['setiap tahun 31 Maret', yearly(3, { day: 31 })],
    ['31 maret tiap tahun', yearly(3, { day: 31 })],
    ['setiap 31 mar', yearly(3, { day: 31 })],
    ['setiap bulan maret tanggal 31', yearly(3, { day: 31 })],
    ['tiap tanggal 31/3', yearly(3, { day: 31 })],
    ['tahunan, 31 maret', yearly(3, { day: 31 })],
    ['setiap tahun bulan 3 tanggal 31', yearly(3, { day: 31 })],
    ['29 februari tiap tahun', yearly(2, { day: 29 })],
    ['akhir april tiap tahun', yearly(4, { day: 31 })],
    ['tiap akhir tahun', yearly(12, { day: 31 })],
    ['hari kerja pertama tiap tahun', yearly(1, { working: 1 })],
    ['setiap tahun hari kerja terakhir desember', yearly(12, { working: -1 })],
    ['31 maret', once('2027-03-31')],
    ['5 desember 2026', once('2026-12-05')],
    ['Senin, 7 Desember 2026', once('2026-12-07')],
    ['5/12/2026', once('2026-12-05')],
    ['2026-12-05', once('2026-12-05')],
    ['per 31 desember', once('2026-12-31')],
    ['tanggal 5', once('2026-12-05')],
    ['besok', once('2026-11-23')],
    ['hari ini', once('2026-11-22')],
    ['jumat', once('2026-11-27')],
    ['akhir bulan', once('2026-11-30')],
    ['akhir tahun', once('2026-12-31')],
    ['awal bulan', once('2026-12-01')],
    ['29/2/2028', once('2028-02-29')],
  ])('%s', (text, value) => {
    expect(readRecurrence(text, TODAY)).toEqual({ ok: true, value })
  })

  it.each<[string, RegExp]>([
    ['tiap senin', /mingguan tidak disediakan.*Tulis misalnya/],
    ['setiap hari jumat', /mingguan tidak disediakan/],
    ['tiap minggu', /mingguan tidak disediakan/],
    ['dua minggu sekali', /mingguan tidak disediakan/],
    ['tiap hari', /harian tidak disediakan/],
    ['setiap hari kerja', /harian tidak disediakan/],
    ['tiap semester', /Irama itu tidak disediakan.*buat dua/],
    ['setiap 2 bulan', /Irama itu tidak disediakan/],
    ['30 februari', /Tanggal 30 Februari tidak ada.*29 pada tahun kabisat/],
    ['30/2/2026', /Tanggal 30 Februari tidak ada/],
    ['29 februari 2027', /Tanggal 29 Februari tidak ada/],
    ['tiap tahun 30 Februari', /Tanggal 30 Februari tidak ada/],
    ['setiap 31 april', /Tanggal 31 April tidak ada.*“30 April”/],
    ['tiap tanggal 0', /Tanggal 0 tidak ada/],
    ['tiap tanggal 32', /Tanggal 32 tidak ada/],
    ['setiap hari kerja ke-25', /ke-1 sampai ke-20/],
    ['setiap hari kerja ke-0', /ke-1 sampai ke-20/],
    ['tiap 3 bulan', /Tanggal berapa setiap triwulan\?.*“setiap triwulan tanggal 5”/],
    ['tiap bulan', /Tanggal berapa setiap bulan\?/],
    ['tiap tahun', /Bulan apa\?.*“setiap tahun 31 Maret”/],
    ['tiap tahun tanggal 5', /Bulan apa\?/],
    ['tiap tanggal 5 dan 20', /satu tanggal saja/],
    ['tiap tgl 5 dan tgl 7', /satu tanggal saja/],
    ['tiap 31 maret 2026', /hanya sekali/],
    ['tiap tanggal 5 jam 9', /tanpa jam/],
    ['kemarin', /Sabtu, 21 November 2026 sudah lewat/],
    ['2020-01-01', /sudah lewat/],
    ['hari kerja terakhir bulan ini', /Saya belum paham/],
    ['tiap lima', /Saya belum paham/],
    ['tiap tanggal -5', /Saya belum paham/],
    ['asdf', /Saya belum paham.*“setiap tanggal 5”/],
    ['', /Saya belum paham/],
    ['setiap tanggal 5 '.repeat(30), /Saya belum paham/],
  ])('%s: says what to write instead', (text, hint) => {
    expect(readRecurrence(text, TODAY)).toMatchObject({ ok: false, hint: expect.stringMatching(hint) })
  })

  it('what it shows it reads again', () => {
    const on = fc.oneof(
      fc.integer({ min: 1, max: 31 }).map((day): OnDay => ({ day })),
      fc.integer({ min: 1, max: 20 }).map((working): OnDay => ({ working })),
      fc.integer({ min: -20, max: -1 }).map((working): OnDay => ({ working })),
    )
    const month = fc.integer({ min: 1, max: 12 })
    const recurrences = fc.oneof(
      on.map(monthly),
      fc.tuple(fc.constantFrom<1 | 2 | 3>(1, 2, 3), on).map(([place, day]) => quarterly(place, day)),
      fc.tuple(month, on).map(([number, day]) =>
        // of a shorter month only its end is beyond its dates
        yearly(number, 'day' in day && day.day > daysOf(number) ? { day: 31 } : day),
      ),
      fc
        .date({ min: new Date('2026-11-22'), max: new Date('2040-12-31'), noInvalidDate: true })
        .map((date) => once(date.toISOString().slice(0, 10))),
    )
    fc.assert(
      fc.property(recurrences, (recurrence) => {
        expect(readRecurrence(showRecurrence(recurrence), TODAY)).toEqual({ ok: true, value: recurrence })
      }),
      { numRuns: 500 },
    )
  })

  it('any words get an answer, quickly', () => {
    const words = fc.constantFrom(
      'tiap',
      'setiap',
      'hari',
      'kerja',
      'ke-3',
      'terakhir',
      'tanggal',
      '5',
      '31',
      'maret',
      'bulan',
      'triwulan',
      'tahun',
      'akhir',
      'dari',
      '2026',
      '-',
      '/',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ maxLength: 300 }),
          fc.array(words, { maxLength: 12 }).map((some) => some.join(' ')),
        ),
        (text) => {
          const read = readRecurrence(text, TODAY)
          if (read.ok) expect(showRecurrence(read.value)).not.toBe('')
          else expect(read.hint.length).toBeGreaterThan(20)
        },
      ),
      { numRuns: 2_000 },
    )
  })
})
