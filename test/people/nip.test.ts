import fc from 'fast-check'
import { expect, it } from 'vitest'
import { showNip } from '../../src/directory.ts'
import { nip, readNip } from '../../src/features/people/nip.ts'

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
const separator = fc.constantFrom('', '', ' ', '.', '-', '–', '  ', '\u00a0')

it('a NIP is its eighteen digits, however they are set apart and whatever stands around them', () => {
  fc.assert(
    fc.property(
      digits(18),
      fc.array(separator, { minLength: 18, maxLength: 18 }),
      fc.constantFrom('', 'NIP: ', 'nip saya ', "'"),
      fc.constantFrom('', '.', ' ya'),
      (given, between, before, after) => {
        const written = given.map((digit, i) => `${digit}${i < 17 ? between[i] : ''}`).join('')
        expect(readNip(`${before}${written}${after}`)).toBe(given.join(''))
        expect(readNip(showNip(given.join('')))).toBe(given.join(''))
      },
    ),
  )
})

it('fewer digits, more, or words between them are none, and anything at all is answered with a hint', () => {
  fc.assert(
    fc.property(
      fc
        .integer({ min: 0, max: 40 })
        .filter((length) => length !== 18)
        .chain(digits),
      (given) => void expect(readNip(given.join(''))).toBeUndefined(),
    ),
  )
  expect(readNip('1985031520 dan 10012001')).toBeUndefined()
  expect(readNip('１９８５０３１５２０１００１２００１')).toBe('198503152010012001')
  const reading = { now: new Date(0), timeZone: 'Asia/Jakarta', language: 'id' } as const
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const read = nip().read({ kind: 'text', text }, reading)
      expect(read.ok ? read.value : read.hint).toMatch(read.ok ? /^\d{18}$/ : /NIP/)
    }),
  )
})
