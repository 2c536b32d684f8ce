import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { identify } from '../../src/regulations/identity.ts'

const fixture = (name: string) => readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8')

describe('identify', () => {
  it('reads the head', () => {
    expect(identify(fixture('perwal-tertib-arsip.txt'))).toEqual({
      id: 'perwal-kota-serang-12-2024',
      type: 'Peraturan Wali Kota Serang',
      number: '12',
      year: 2024,
      title: 'TERTIB ARSIP UNIT KERJA',
      issuer: 'Wali Kota Serang',
      problems: [],
    })
  })

  it('is not misled by the regulation that is amended', () => {
    const { id, title } = identify(fixture('perubahan.txt'), 'unggahan.txt')
    expect(id).toBe('perwal-kota-serang-3-2025')
    expect(title).toMatch(/^PERUBAHAN ATAS .* TERTIB ARSIP UNIT KERJA$/)
  })

  it.each([
    ['UNDANG-UNDANG REPUBLIK INDONESIA\nNOMOR 20 TAHUN 2023\nTENTANG\nUJI', 'uu-20-2023'],
    ['PERATURAN PEMERINTAH PENGGANTI UNDANG-UNDANG NOMOR 1 TAHUN 2022 TENTANG UJI', 'perppu-1-2022'],
    ['PERATURAN PEMERINTAH REPUBLIK INDONESIA NOMOR l7 TAHUN 2O2I TENTANG UJI', 'pp-17-2021'],
    ['KEPUTUSAN PRESIDEN REPUBLIK INDONESIA NOMOR 7 TAHUN 1999 TENTANG UJI', 'keppres-7-1999'],
    [
      'PERATURAN MENTERI PENDAYAGUNAAN APARATUR NEGARA DAN REFORMASI BIROKRASI REPUBLIK INDONESIA NOMOR 6 TAHUN 2022 TENTANG UJI',
      'permenpanrb-6-2022',
    ],
    ['PERATURAN MENTERI KEUANGAN REPUBLIK INDONESIA NOMOR 60/PMK.02/2021 TENTANG UJI', 'permenkeu-60-2021'],
    ['PERATURAN BADAN KEPEGAWAIAN NEGARA NOMOR 24 TAHUN 2017 TENTANG UJI', 'perbkn-24-2017'],
    [
      'PERATURAN DAERAH KABUPATEN MERANGIN\nNOMOR 1 TAHUN 2016\nTENTANG\nUJI',
      'perda-kabupaten-merangin-1-2016',
    ],
    ['PERATURAN BUPATI MERANGIN\nNOMOR 6 2\n\nTAHUN 2018\nTENTANG\nUJI', 'perbup-kabupaten-merangin-62-2018'],
    ['UNDANG-UNDANG DARURAT REPUBLIK INDONESIA NOMOR 12 TAHUN 1951 TENTANG UJI', 'uudrt-12-1951'],
    ['PERATURAN MENTERI KESEHATAN REPUBLIK INDONESIA NOMOR 3 TAHUN 2020 TENTANG UJI', 'permenkes-3-2020'],
    [
      'SURAT EDARAN\nMENTERI PENDAYAGUNAAN APARATUR NEGARA\nNOMOR 16 TAHUN 2022\nTENTANG\nUJI',
      'se-menpanrb-16-2022',
    ],
  ])('%s', (head, id) => expect(identify(head).id).toBe(id))

  it('says what it could not read, and lets the file name help', () => {
    expect(identify('Undangan rapat')).toMatchObject({
      problems: [expect.stringMatching(/tidak terbaca/), expect.stringMatching(/Judul/)],
    })
    expect(identify('TENTANG UJI COBA', 'PP Nomor 94 Tahun 2021.pdf').id).toBe('pp-94-2021')
    const head =
      'PERATURAN PEMERINTAH REPUBLIK INDONESIA NOMOR 23 TAHUN 2079 TENTANG UJI\nDitetapkan di Jakarta pada tanggal 2 April 2019'
    expect(identify(head)).not.toHaveProperty('id')
    expect(identify(head, 'pp-23-2019.txt').id).toBe('pp-23-2019')
    expect(
      identify('PERATURAN PRESIDEN NOMOR 5 TAHUN 2021 TENTANG UJI', 'perpres-6-2021.txt').problems,
    ).toEqual(['Kepala naskah menyebut perpres-5-2021, nama berkas menyebut perpres-6-2021.'])
  })
})

const corpus = join(import.meta.dirname, '../../../shared/corpus')

describe('the corpus of real regulations', () => {
  it.skipIf(!existsSync(join(corpus, 'manifest.json')))(
    'is identified (skipped where ../shared/corpus is absent)',
    { timeout: 60_000 },
    () => {
      const { documents } = JSON.parse(readFileSync(join(corpus, 'manifest.json'), 'utf8')) as {
        documents: { id: string; file: string }[]
      }
      const found = documents.map((d) => ({
        id: d.id,
        read: identify(readFileSync(join(corpus, d.file), 'utf8')).id,
      }))
      expect(found.filter((d) => d.read !== undefined && d.read !== d.id)).toEqual([])
      expect(found.filter((d) => d.read === d.id).length).toBeGreaterThanOrEqual(390)
    },
  )
})
