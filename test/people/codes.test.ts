import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { digestOf, newCode, sameCode, sameDigest } from '../../src/features/people/code.ts'
import { markOf, maskedFact, nameOf, namesOf, phoneOf } from '../../src/features/people/naming.ts'

describe('codes', () => {
  it('are eight characters nobody mixes up, and no two alike', () => {
    const codes = Array.from({ length: 2_000 }, newCode)
    for (const code of codes) expect(code).toMatch(/^[A-HJKMNP-Z2-9]{4}-[A-HJKMNP-Z2-9]{4}$/)
    expect(new Set(codes).size).toBe(codes.length)
    expect(new Set(codes.join('')).size).toBe(32) // every letter comes up, and the hyphen
  })

  it('are read however they are typed, and kept as a hash', () => {
    const digest = digestOf('ABCD-EFGH')
    expect(digest).toMatch(/^[0-9a-f]{64}$/)
    for (const typed of ['abcd efgh', ' ABCDEFGH ', 'AbCd–eFgH.', '`ABCD-EFGH`', '**ABCD-EFGH**'])
      expect(digestOf(typed)).toBe(digest)
    for (const typed of ['', 'ABCD-EFG', 'ABCD-EFGHJ', 'ABCD-EFG0', 'ABCD-EFGI', 'kode saya'])
      expect(digestOf(typed)).toBeUndefined()
  })

  it('are the same or not, whatever is compared', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(sameDigest(a, b)).toBe(a === b)
        expect(sameCode(a, ` ${a.toLowerCase()} `)).toBe(true)
      }),
    )
    expect(sameCode('uji coba 1234', 'UJI-COBA-1234')).toBe(true)
    expect(sameCode('uji coba 1235', 'UJI-COBA-1234')).toBe(false)
  })
})

describe('an account', () => {
  it('is called by its place and name, with a number where that is not enough', () => {
    expect(nameOf({ id: 'slack:U1', name: 'Wati' })).toBe('Slack Wati')
    expect(nameOf({ id: 'telegram:1', name: 'x'.repeat(60) })).toHaveLength(33)
    const names = ['web:a', 'web:b', 'slack:c'].map((id) => ({ id, name: 'Wati' }))
    expect(namesOf(names)).toEqual(['Web Wati (1)', 'Web Wati (2)', 'Slack Wati'])
    expect(markOf({ id: `web:${'x'.repeat(64)}` })).toMatch(/^[0-9a-f]{16}$/)
  })

  it('shows of what is verified only enough for its owner', () => {
    expect(maskedFact('wati@serangkota.go.id')).toBe('w•••@serangkota.go.id')
    expect(maskedFact('+6281234567890')).toBe('+62•••890')
    expect(['081234567890', '6281234567890', '+62 812-3456-7890'].map(phoneOf)).toEqual(
      Array(3).fill('+6281234567890'),
    )
  })
})
