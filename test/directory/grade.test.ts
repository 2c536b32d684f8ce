import { describe, expect, it } from 'vitest'
import { readGrade } from '../../src/directory/grade.ts'
import { readKind } from '../../src/directory/kind.ts'

describe('a golongan', () => {
  it.each([
    ['III/a', 'III/a'],
    ['3A', 'III/a'],
    ['iii-a', 'III/a'],
    ['III A', 'III/a'],
    ['IIIa', 'III/a'],
    ['Gol. IV/e', 'IV/e'],
    ['Penata Muda, III/a', 'III/a'],
    ['PEMBINA UTAMA MADYA (IV/d)', 'IV/d'],
    ['4.b', 'IV/b'],
  ])('of a civil servant: %s is %s', (written, grade) => {
    expect(readGrade(written, 'PNS')).toBe(grade)
  })

  it.each(['III', 'III/e', 'V/a', 'IX', '9', 'Penata', 'IV/f'])(
    'of a civil servant: %s is none',
    (written) => {
      expect(readGrade(written, 'PNS')).toBeUndefined()
    },
  )

  it.each([
    ['IX', 'IX'],
    ['9', 'IX'],
    ['Golongan V', 'V'],
    ['xvii', 'XVII'],
  ])('of a PPPK: %s is %s', (written, grade) => {
    expect(readGrade(written, 'PPPK')).toBe(grade)
  })

  it.each(['XVIII', '0', '18', 'IIX', 'ahli'])('of a PPPK: %s is none', (written) => {
    expect(readGrade(written, 'PPPK')).toBeUndefined()
  })
})

describe('how somebody is employed', () => {
  it.each([
    ['PNS', 'PNS'],
    ['CPNS', 'PNS'],
    ['Calon PNS', 'PNS'],
    ['Pegawai Negeri Sipil', 'PNS'],
    ['PNS Daerah Kab/Kota yang bekerja pada Kab/Kota', 'PNS'],
    ['P', 'PNS'],
    ['P3K', 'PPPK'],
    ['PPPK Paruh Waktu', 'PPPK'],
    ['Pegawai Pemerintah dengan Perjanjian Kerja', 'PPPK'],
    ['Honorer', 'none'],
    ['Non ASN', 'none'],
    ['Pegawai tetap', undefined],
  ])('%s is %s', (written, kind) => {
    expect(readKind(written)).toBe(kind)
  })
})
