import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stem } from '../../src/indonesian/stem.ts'

describe('forms of one word share a stem', () => {
  test.each([
    'berhenti diberhentikan pemberhentian memberhentikan',
    'naik kenaikan dinaikkan menaikkan',
    'milik memiliki kepemilikan pemilik',
    'periksa memeriksa pemeriksaan diperiksa',
    'selesai penyelesaian menyelesaikan diselesaikan',
    'rugi kerugian merugikan dirugikan',
    'kecuali pengecualian dikecualikan',
    'nikah menikah pernikahan dinikahi',
    'nilai menilai penilaian dinilai',
    'lambat terlambat keterlambatan',
    'sekolah persekolahan',
    'usul usulan diusulkan',
  ])('%s', (family) => {
    expect(new Set(family.split(' ').map(stem)).size).toBe(1)
  })
})

describe('different words keep different stems', () => {
  test.each([
    'pengadaan ada',
    'penduduk kedudukan',
    'pemerintah perintah',
    'jabatan jabat',
    'atasan atas',
    'periode perdata',
  ])('%s', (pair) => {
    const [one, other] = pair.split(' ').map(stem)
    expect(one).not.toBe(other)
  })
})

test('any word gives a stem no longer than two letters more than itself, and never an empty one', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{1,30}$/), (word) => {
      const found = stem(word)
      expect(found.length).toBeGreaterThan(0)
      expect(found.length).toBeLessThanOrEqual(word.length + 2)
    }),
  )
})
