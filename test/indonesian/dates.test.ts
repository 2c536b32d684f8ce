import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day, dayAt, readDay, showDay } from '../../src/indonesian/dates.ts'

/** A Wednesday in a year that is no leap year. */
const TODAY = '2026-03-11'

describe('a day as Indonesians write it', () => {
  it.each<[string, Day]>([
    ['2026-03-31', '2026-03-31'],
    ['2026/3/31', '2026-03-31'],
    ['31 maret', '2026-03-31'],
    ['31 Maret 2026', '2026-03-31'],
    ['31 MARET 2026.', '2026-03-31'],
    ['31maret2026', '2026-03-31'],
    ['31 mar', '2026-03-31'],
    ['31 mar. 26', '2026-03-31'],
    ["31 Maret '26", '2026-03-31'],
    ['31/3/26', '2026-03-31'],
    ['31/03/2026', '2026-03-31'],
    ['31-3-2026', '2026-03-31'],
    ['31.03.2026', '2026-03-31'],
    ['31 3 2026', '2026-03-31'],
    ['31-mar-2026', '2026-03-31'],
    ['31/3', '2026-03-31'],
    ['3/4', '2026-04-03'],
    ['1 mei 2026', '2026-05-01'],
    ['17 agt', '2026-08-17'],
    ['17 Agustus', '2026-08-17'],
    ['10 nopember', '2026-11-10'],
    ['14 pebruari', '2027-02-14'],
    ['14 peb 2026', '2026-02-14'],
    ['10 maret', '2027-03-10'],
    ['11 maret', '2026-03-11'],
    ['31/12/99', '1999-12-31'],
    ['1/1/46', '2046-01-01'],
    ['1/1/47', '1947-01-01'],
    ['29 feb', '2028-02-29'],
    ['29 feb 2028', '2028-02-29'],
    ['tgl 5', '2026-04-05'],
    ['tgl. 11', '2026-03-11'],
    ['tgl12', '2026-03-12'],
    ['tanggal 31', '2026-03-31'],
    ['5', '2026-04-05'],
    ['pada tanggal 5 april', '2026-04-05'],
    ['hari ini', '2026-03-11'],
    ['Hari ini.', '2026-03-11'],
    ['sekarang', '2026-03-11'],
    ['besok', '2026-03-12'],
    ['Besok!', '2026-03-12'],
    ['bsk', '2026-03-12'],
    ['lusa', '2026-03-13'],
    ['kemarin', '2026-03-10'],
    ['minggu depan', '2026-03-18'],
    ['minggu lalu', '2026-03-04'],
    ['hari minggu', '2026-03-15'],
    ['hari minggu depan', '2026-03-15'],
    ['ahad', '2026-03-15'],
    ['rabu', '2026-03-11'],
    ['rabu depan', '2026-03-18'],
    ['rabu lalu', '2026-03-04'],
    ['jumat', '2026-03-13'],
    ["Jum'at", '2026-03-13'],
    ['jum’at', '2026-03-13'],
    ['hari jumat', '2026-03-13'],
    ['pada hari jumat', '2026-03-13'],
    ['jumat ini', '2026-03-13'],
    ['jumat depan', '2026-03-13'],
    ['jumat lalu', '2026-03-06'],
    ['Senin, 5 Januari 2026', '2026-01-05'],
    ['senin 5 januari 2026', '2026-01-05'],
    ['Hari Senin tanggal 5 Januari 2026', '2026-01-05'],
    ["Jum'at, 13/3", '2026-03-13'],
    ['jumat tgl 13', '2026-03-13'],
    ['3 hari lagi', '2026-03-14'],
    ['3hari lagi', '2026-03-14'],
    ['tiga hari lagi', '2026-03-14'],
    ['3 hari ke depan', '2026-03-14'],
    ['dua minggu lagi', '2026-03-25'],
    ['seminggu lagi', '2026-03-18'],
    ['1 bulan lagi', '2026-04-11'],
    ['sebulan lalu', '2026-02-11'],
    ['3 hari lalu', '2026-03-08'],
    ['3 hari yang lalu', '2026-03-08'],
    ['akhir bulan', '2026-03-31'],
    ['akhir bulan ini', '2026-03-31'],
    ['akhir bulan depan', '2026-04-30'],
    ['akhir bulan lalu', '2026-02-28'],
  ])('reads %j', (text, day) => {
    expect(readDay(text, TODAY)).toBe(day)
  })

  it.each([
    '',
    ' ',
    'tanggal',
    'nanti',
    '30 februari',
    '30/2/2026',
    '29 feb 2026',
    '29/2/2100',
    '31 april',
    '31 juni 2026',
    '32',
    '0',
    '0 maret',
    '5/13',
    '5/0',
    '5 ma',
    '5 mars',
    '1,5',
    '1 maret 1899',
    '1 maret 2200',
    '1 maret 202',
    '3 hari',
    '12 hari kerja',
    'dua setengah hari lagi',
    '-3 hari lagi',
    '5000 bulan lagi',
    'kamis minggu depan',
    'Selasa, 5 Januari 2026',
    'senin 31 april',
    'senin 3 hari lagi',
    '31 maret sampai 5 april',
    '2026-13-01',
    '2026-02-30',
    'constructor',
    '__proto__',
    'toString',
    '5 constructor',
    '5 __proto__',
    'hasOwnProperty lagi',
  ])('does not take %j for a day', (text) => {
    expect(readDay(text, TODAY)).toBeUndefined()
    expect(readDay(text, TODAY, true)).toBeUndefined()
  })

  it.each<[string, Day]>([
    ['10 maret', '2026-03-10'],
    ['11 maret', '2026-03-11'],
    ['31 maret', '2025-03-31'],
    ['29 feb', '2024-02-29'],
    ['tgl 5', '2026-03-05'],
    ['tgl 31', '2026-01-31'],
    ['jumat', '2026-03-06'],
    ['rabu', '2026-03-11'],
    ['besok', '2026-03-12'],
    ['5 juni 2027', '2027-06-05'],
  ])('reads %j about the past', (text, day) => {
    expect(readDay(text, TODAY, true)).toBe(day)
  })

  it('falls on the last day of a shorter month when months are counted', () => {
    expect(readDay('1 bulan lagi', '2026-01-31')).toBe('2026-02-28')
    expect(readDay('1 bulan lagi', '2028-01-31')).toBe('2028-02-29')
    expect(readDay('1 bulan lalu', '2026-03-31')).toBe('2026-02-28')
    expect(readDay('akhir bulan depan', '2026-01-31')).toBe('2026-02-28')
    expect(readDay('akhir bulan', '2026-12-01')).toBe('2026-12-31')
  })

  it('means this year on 29 February itself', () => {
    expect(readDay('29 feb', '2028-02-29')).toBe('2028-02-29')
    expect(readDay('29 feb', '2028-03-01')).toBe('2032-02-29')
  })
})

describe('any day', () => {
  const day = fc
    .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))

  it('is read back from how it is shown and from how a computer writes it', () => {
    fc.assert(
      fc.property(day, day, (written, today) => {
        expect(readDay(showDay(written), today)).toBe(written)
        expect(readDay(written, today)).toBe(written)
        expect(readDay(written.split('-').reverse().join('/'), today)).toBe(written)
      }),
    )
  })

  it('without its year is not before today, or not after it where the past is meant', () => {
    fc.assert(
      fc.property(day, day, (written, today) => {
        const text = `${written.slice(8)}/${written.slice(5, 7)}`
        expect(readDay(text, today) ?? '9').toSatisfy((found: Day) => found >= today)
        expect(readDay(text, today, true) ?? '0').toSatisfy((found: Day) => found <= today)
      }),
    )
  })

  it('so many days away is the same distance back', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -1_000, max: 1_000 }), (from, days) => {
        expect(addDays(addDays(from, days), -days)).toBe(from)
        const words = `${Math.abs(days)} hari ${days < 0 ? 'lalu' : 'lagi'}`
        expect(readDay(words, from)).toBe(addDays(from, days))
      }),
    )
  })
})

describe('any text at all', () => {
  it('is read as a real day or not at all, and never throws', () => {
    const unit = fc.integer({ min: 0, max: 0xffff })
    const noise = fc.array(unit, { maxLength: 40 }).map((units) => String.fromCharCode(...units))
    const word = fc.constantFrom(
      ...'hari tgl tanggal pada senin jumat ini depan lalu lagi bulan akhir 3 31 2026 / - . , maret se __proto__'.split(
        ' ',
      ),
    )
    const sentence = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '))
    fc.assert(
      fc.property(fc.oneof(noise, sentence), fc.boolean(), (text, past) => {
        const found = readDay(text, TODAY, past) ?? TODAY
        expect(new Date(`${found}T00:00:00Z`).toISOString().slice(0, 10)).toBe(found)
      }),
      { numRuns: 500 },
    )
  })

  it.each(['1', 'a', ' ', '.', '1.', '1 ', 'hari ', 'tgl ', '3 hari ', ', ', 'a1', '\ud800'])(
    'is judged in no time when it is 30,000 times %j',
    (piece) => {
      const started = performance.now()
      for (const end of ['', 'x', '!x', ' lagi', ' hari lagi'])
        expect(readDay(piece.repeat(30_000) + end, TODAY)).toBeUndefined()
      expect(performance.now() - started).toBeLessThan(4_000)
    },
  )
})

describe('the calendar', () => {
  it('knows which day it is where people are', () => {
    const evening = new Date('2026-03-10T18:30:00Z')
    expect(dayAt(evening, 'Asia/Jakarta')).toBe('2026-03-11')
    expect(dayAt(evening, 'UTC')).toBe('2026-03-10')
  })

  it('shows a day with its weekday, and what is no day as it is', () => {
    expect(showDay('2026-03-31')).toBe('Selasa, 31 Maret 2026')
    expect(showDay('besok')).toBe('besok')
  })
})
