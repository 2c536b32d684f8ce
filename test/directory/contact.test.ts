import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readEmail, readPhone } from '../../src/directory/contact.ts'

describe('a phone', () => {
  it('is one number in five notations', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('811', '812', '813', '821', '852', '857', '878', '896'),
        fc.integer({ min: 1_000_000, max: 99_999_999 }).map(String),
        (code, rest) => {
          const own = `${code}${rest}`
          for (const written of [
            `0${own}`,
            `+62${own}`,
            `62${own}`,
            own,
            `+62 ${code}-${rest.slice(0, 4)}-${rest.slice(4)}`,
            `0062${own}`,
            `WA: 0${code} ${rest.slice(0, 4)} ${rest.slice(4)}`,
          ])
            expect(readPhone(written)).toEqual({ value: `+62${own}`, more: false })
        },
      ),
    )
  })

  it.each([
    ['(0254) 200123', '+62254200123', false],
    ['0812 3456 7890 / 0813 1111 2222', '+6281234567890', true],
    ['081234567890; 081234567890', '+6281234567890', false],
    ['0812-3456-7890 atau 0813-1111-2222', '+6281234567890', true],
    ['+1 650 253 0000', '+16502530000', false],
  ])('%s is %s', (written, value, more) => {
    expect(readPhone(written)).toEqual({ value, more })
  })

  it.each(['tidak ada', '12', '8,12346E+11', '08123456789012345', '0'])('%s is none', (written) => {
    expect(readPhone(written)).toBeUndefined()
  })
})

describe('an e-mail', () => {
  it.each([
    ['Budi.S@Serang.GO.ID', 'budi.s@serang.go.id', false],
    ['mailto:budi@x.co', 'budi@x.co', false],
    ['Budi <budi@x.co>', 'budi@x.co', false],
    ['budi@x.co; siti@x.co', 'budi@x.co', true],
    ['budi@x.co / budi@x.co', 'budi@x.co', false],
  ])('%s is %s', (written, value, more) => {
    expect(readEmail(written)).toEqual({ value, more })
  })

  it.each(['budi', 'budi@', '@x.co', 'budi@x', 'budi@x..co', 'a b@c', `${'a'.repeat(250)}@x.co`])(
    '%s is none',
    (written) => {
      expect(readEmail(written)).toBeUndefined()
    },
  )
})
