import { describe, expect, it } from 'vitest'
import { retirementAge, retirementDay } from '../../src/directory/retirement.ts'

describe('the age of retirement', () => {
  it.each([
    ['Kepala Dinas Kesehatan', 60],
    ['KEPALA BADAN KEPEGAWAIAN DAN PENGEMBANGAN SDM', 60],
    ['Sekretaris Daerah', 60],
    ['Staf Ahli Wali Kota Bidang Hukum', 60],
    ['Asisten Pemerintahan dan Kesejahteraan Rakyat', 60],
    ['Inspektur', 60],
    ['Kepala Bidang Pembinaan Guru', 58],
    ['Kepala Seksi Pelayanan', 58],
    ['Sekretaris Dinas', 58],
    ['Camat Serang', 58],
    ['Pengadministrasi Perkantoran', 58],
    ['Staf', 58],
    ['Dokter Ahli Utama', 65],
    ['Auditor Ahli Madya', 60],
    ['Perawat Ahli Muda', 58],
    ['Analis Kebijakan Ahli Pertama', 58],
    ['Perawat Penyelia', 58],
    ['TERAMPIL - PERAWAT', 58],
    ['Guru Ahli Pertama', 60],
    ['Guru Ahli Utama', 60],
    ['AHLI PERTAMA - GURU KELAS', 60],
    ['Dosen', 65],
  ])('%s: %i', (position, age) => {
    expect(retirementAge(position)).toBe(age)
  })

  it.each([
    'Perawat',
    'Kepala Puskesmas',
    'Plt. Kepala Dinas Kesehatan',
    'Peneliti Ahli Madya',
    'Guru Besar',
    'Pengawas Sekolah',
    'Pengelola Data Guru',
    'Asisten Apoteker',
    'Staf Khusus',
    '',
  ])('%s: not to be told', (position) => {
    expect(retirementAge(position)).toBeUndefined()
  })
})

describe('the day of retirement', () => {
  it.each([
    ['197001011990031001', 58, '2028-02-01'],
    ['197012311990031001', 58, '2029-01-01'],
    ['197202291995031001', 60, '2032-03-01'],
    ['197011301995031001', 65, '2035-12-01'],
  ])('%s at %i: the first of the month after, %s', (nip, age, day) => {
    expect(retirementDay(nip, 'PNS', age)).toBe(day)
  })

  it('is none of a PPPK, and none where the age is not known', () => {
    expect(retirementDay('199003032022211001', 'PPPK', 58)).toBeNull()
    expect(retirementDay('197001011990031001', 'PNS', undefined)).toBeNull()
  })
})
