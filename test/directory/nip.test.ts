import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { birthdayOf, kindOfNip, readNip } from '../../src/directory/nip.ts'

const two = (value: number): string => String(value).padStart(2, '0')
const nips = fc
  .record({
    born: fc.date({ min: new Date('1940-01-01'), max: new Date('2007-12-31'), noInvalidDate: true }),
    year: fc.integer({ min: 1980, max: 2026 }),
    month: fc.constantFrom(...Array.from({ length: 12 }, (_, i) => i + 1), 21),
    sex: fc.constantFrom(1, 2),
    serial: fc.integer({ min: 1, max: 999 }),
  })
  .map(
    ({ born, year, month, sex, serial }) =>
      `${born.toISOString().slice(0, 10).replaceAll('-', '')}${year}${two(month)}${sex}${String(serial).padStart(3, '0')}`,
  )

describe('a NIP', () => {
  it('is read as people and spreadsheets write it', () => {
    const parts = (nip: string, by: string): string =>
      [nip.slice(0, 8), nip.slice(8, 14), nip.slice(14, 15), nip.slice(15)].join(by)
    fc.assert(
      fc.property(nips, fc.constantFrom(' ', '  ', '.', '-', '\u00A0', ''), (nip, by) => {
        for (const written of [
          parts(nip, by),
          `'${nip}`,
          ` ${nip}\t`,
          `NIP. ${parts(nip, by)}`,
          `="${nip}"`,
          `Siti / ${nip}`,
        ])
          expect(readNip(written)).toEqual({ nip })
      }),
    )
  })

  it('is never made up: what is read stands there, digit for digit', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), nips, fc.stringMatching(/^[\d .'-]{15,22}$/)), (text) => {
        const read = readNip(text)
        if ('nip' in read) expect(text.replace(/\D/g, '')).toBe(read.nip)
        else expect(read.problem).toMatch(/\.$/)
      }),
    )
  })

  it.each([
    ['1.97E+17', /bilangan di Excel/],
    ['1,97001E+17', /bilangan di Excel/],
    [197001011990031000, /bilangan di Excel/],
    ['197001011990031000', /bilangan di Excel/],
    ['19700101199003100', /17 angka, seharusnya 18/],
    ['131234567', /9 angka.*NIP lama/],
    ['3673010101700001', /16 angka.*NIK/],
    ['197013011990031001', /bukan tanggal lahir/],
    ['197002291990031001', /bukan tanggal lahir/],
    ['197001011990033001', /angka ke-15/],
    ['19700101199003100A', /17 angka/],
    ['1970010119900310O1', /selain angka/],
    ['belum ada', /selain angka/],
    ['', /NIP kosong/],
  ])('is refused as %s, with the reason', (written, reason) => {
    const read = readNip(written)
    expect('problem' in read && read.problem).toMatch(reason)
  })

  it('knows a leap day', () => {
    expect(readNip('197202291995031001')).toEqual({ nip: '197202291995031001' })
    expect(birthdayOf('197202291995031001')).toBe('1972-02-29')
  })

  it('tells how somebody is employed', () => {
    expect(kindOfNip('197001011990031001')).toBe('PNS')
    expect(kindOfNip('199003032022211001')).toBe('PPPK')
    expect(kindOfNip('199003032022991001')).toBe('PPPK')
    expect(kindOfNip('199003032022151001')).toBeUndefined()
  })
})
