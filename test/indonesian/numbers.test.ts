import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readNumber, showNumber } from '../../src/indonesian/numbers.ts'

describe('a number as Indonesians write it', () => {
  it.each<[string, number]>([
    ['12', 12],
    ['007', 7],
    [' 12 ', 12],
    ['12.', 12],
    ['12!', 12],
    ['1.500', 1_500],
    ['1,5', 1.5],
    ['1.5', 1.5],
    ['0.500', 0.5],
    ['0,25', 0.25],
    ['1.500,50', 1_500.5],
    ['12.345.678', 12_345_678],
    ['Rp 2.000.000,-', 2_000_000],
    ['Rp. 2.000.000,00', 2_000_000],
    ['rp2.000.000,--', 2_000_000],
    ['Rp 2 juta', 2_000_000],
    ['3 juta', 3_000_000],
    ['2,5 jt', 2_500_000],
    ['2,5jt', 2_500_000],
    ['500rb', 500_000],
    ['10k', 10_000],
    ['1,2 miliar', 1_200_000_000],
    ['3 M', 3_000_000_000],
    ['80%', 80],
    ['80 %', 80],
    ['-5', -5],
    ['- 5', -5],
    ['+5', 5],
    ['minus lima', -5],
    ['Minus 1.500', -1_500],
    ['nol', 0],
    ['Tujuh', 7],
    ['sepuluh', 10],
    ['sebelas', 11],
    ['dua belas', 12],
    ['dua puluh lima', 25],
    ['sembilan puluh', 90],
    ['seratus', 100],
    ['seratus lima', 105],
    ['seratus lima belas', 115],
    ['tiga ratus dua puluh satu', 321],
    ['seribu', 1_000],
    ['seribu lima ratus', 1_500],
    ['dua puluh lima ribu', 25_000],
    ['seratus ribu', 100_000],
    ['sejuta', 1_000_000],
    ['sejuta dua ratus ribu', 1_200_000],
    ['dua juta lima ratus ribu tiga', 2_500_003],
    ['setengah', 0.5],
    ['satu setengah', 1.5],
    ['dua belas setengah', 12.5],
    ['dua setengah juta', 2_500_000],
    ['setengah juta', 500_000],
  ])('reads %j', (text, value) => {
    expect(readNumber(text)).toBe(value)
  })

  it.each([
    '',
    '   ',
    '-',
    ',-',
    'Rp',
    'banyak',
    'sekitar 5',
    '5 atau 6',
    '5-6',
    '12 hari',
    '1.50.000',
    '1,500,000',
    '1..5',
    '2026-03-31',
    '081234567890123456',
    'puluh',
    'juta',
    'lima enam',
    'satu dua tiga',
    'nol delapan satu dua',
    'dua puluh tiga puluh',
    'dua puluh lima belas',
    'seratus dua ratus',
    'dua seribu',
    'lima ribu dua juta',
    'dua juta setengah',
    'setengah setengah',
    '2 juta 500 ribu',
    'constructor',
    'toString',
    '__proto__',
    '1 constructor',
    'dua __proto__',
    '①',
  ])('does not take %j for a number', (text) => {
    expect(readNumber(text)).toBeUndefined()
  })

  it('never reads a negative zero, which people would see as -0', () => {
    for (const text of ['-0', 'minus nol', '-0,0']) expect(readNumber(text)).toBe(0)
  })

  it.each<[number, string]>([
    [0, '0'],
    [1_250_000.5, '1.250.000,5'],
    [-1_500, '-1.500'],
    [0.125, '0,125'],
  ])('shows %d as %s', (value, text) => {
    expect(showNumber(value)).toBe(text)
  })
})

describe('any number', () => {
  it('is read back from how it is shown', () => {
    const whole = fc.integer({ min: -1_000_000_000_000_000, max: 1_000_000_000_000_000 })
    const fraction = fc.integer({ min: -999_999_999, max: 999_999_999 }).map((n) => n / 1_000)
    fc.assert(
      fc.property(fc.oneof(whole, fraction), (n) => {
        expect(readNumber(showNumber(n))).toBe(n)
      }),
    )
  })

  it('is read back from its words', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999_999 }), (n) => {
        expect(readNumber(spell(n))).toBe(n)
      }),
    )
  })
})

describe('any text at all', () => {
  it('is read as a finite number or not at all, and never throws', () => {
    const word = fc.constantFrom(
      ...'satu dua puluh belas ratus se seribu juta setengah minus rp rp. - , . 5 1.500 % k m __proto__ constructor'.split(
        ' ',
      ),
    )
    const sentence = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '))
    fc.assert(
      fc.property(fc.oneof(anyString, sentence), (text) => {
        const value = readNumber(text)
        expect(value === undefined || Number.isFinite(value)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it.each(['1', 'a', ' ', '.', ',', '-', '%', 'rp', '1.', '1 ', '.000', 'satu ', '\ud800'])(
    'is judged in no time when it is 30,000 times %j',
    (piece) => {
      const started = performance.now()
      for (const end of ['', 'x', '!x', '1'])
        expect(readNumber(piece.repeat(30_000) + end) ?? 0).toBeLessThan(1e30)
      expect(performance.now() - started).toBeLessThan(4_000)
    },
  )
})

/** Any UTF-16, halves of surrogate pairs included. */
const anyString = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
  .map((units) => String.fromCharCode(...units))

const ONES = ['', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan']

function spell(n: number): string {
  const [scale, name] = [
    [1_000_000_000, 'miliar'],
    [1_000_000, 'juta'],
    [1_000, 'ribu'],
    [100, 'ratus'],
  ].find(([size]) => n >= Number(size)) ?? [1, '']
  if (name !== '') {
    const count = Math.floor(n / Number(scale))
    const head = count === 1 && Number(scale) <= 1_000 ? `se${name}` : `${spell(count)} ${name}`
    return `${head} ${spell(n % Number(scale))}`.trim()
  }
  if (n >= 20) return `${ONES[Math.floor(n / 10)]} puluh ${ONES[n % 10]}`.trim()
  if (n >= 12) return `${ONES[n - 10]} belas`
  return n === 11 ? 'sebelas' : n === 10 ? 'sepuluh' : (ONES[n] ?? '')
}
