import { describe, expect, test } from 'vitest'
import { nameOf, readGiven } from '../../../src/regulations/ingest/naming.ts'
import { lawText, someArticles } from './laws.ts'

describe('what somebody says a file is', () => {
  test.each([
    [{ type: 'pp', number: '94', year: '2021' }, 'pp-94-2021', 'Peraturan Pemerintah'],
    [
      { type: 'Peraturan Wali Kota Serang', number: '12', year: '2024' },
      'perwal-kota-serang-12-2024',
      'Peraturan Wali Kota Serang',
    ],
    [
      { type: 'perwal-kota-serang', number: '12', year: '2024' },
      'perwal-kota-serang-12-2024',
      'Peraturan Wali Kota Serang',
    ],
    [
      { id: 'permenpanrb-6-2022' },
      'permenpanrb-6-2022',
      'Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi',
    ],
    [
      { id: 'perda-kabupaten-merangin-1-2016' },
      'perda-kabupaten-merangin-1-2016',
      'Peraturan Daerah Kabupaten Merangin',
    ],
    [{ id: 'perbawaslu-3-2020' }, 'perbawaslu-3-2020', 'PERBAWASLU'],
  ])('%j is %s', (said, id, type) => {
    expect(readGiven(said)).toMatchObject({ id, type })
  })

  test.each([
    [{ type: 'pp', number: '94' }, 'sebutkan ketiganya'],
    [{ id: 'pp-94-2021', year: '2021' }, 'bukan keduanya'],
    [{ id: 'pp 94' }, 'bukan id peraturan'],
    [{ id: '94-2021' }, 'bukan id peraturan'],
    [{ type: 'ppp', number: '94', year: '2021' }, 'tidak dikenal'],
    [{ type: 'pp', number: 'x', year: '2021' }, 'tidak dikenal'],
    [{ type: 'pp', number: '94', year: '21' }, 'harus empat angka'],
  ])('%j is a problem that is said: %s', (said, problem) => {
    expect(readGiven(said)).toEqual({ problem: expect.stringContaining(problem) })
  })

  test('a title or an issuer alone corrects what is read', () => {
    expect(readGiven({ title: 'Arsip' })).toEqual({ title: 'Arsip' })
    expect(readGiven({})).toEqual({})
  })
})

describe('which regulation a text is', () => {
  const text = lawText({
    number: 7,
    title: 'DISIPLIN PNS DAN PPPK DI LINGKUNGAN KOTA',
    articles: someArticles(1),
  })

  test('its own head says first; the title is written as in a sentence', () => {
    expect(nameOf(text, 'scan.pdf', {})).toMatchObject({
      id: 'perwal-kota-serang-7-2024',
      title: 'Disiplin PNS dan PPPK di Lingkungan Kota',
      issuer: 'Wali Kota Serang',
      recognized: 'text',
      doubts: [],
    })
  })

  test('then the name of the file', () => {
    const headless = text.replace(/^PERATURAN[\s\S]*?TENTANG/, 'SALINAN')
    expect(nameOf(headless, 'pp-94-2021.pdf', {})).toMatchObject({
      id: 'pp-94-2021',
      recognized: 'name',
      doubts: [
        'Tahun 2021 tidak cocok dengan tahun penetapan 2024.',
        'Judul peraturan (setelah kata TENTANG) tidak terbaca.',
      ],
    })
    expect(nameOf(headless, 'scan.pdf', {})).not.toHaveProperty('id')
  })

  test('what is said goes before both, and a title that is said leaves no doubt of it', () => {
    const named = nameOf('Pasal 1\nIsi.', 'pp-1-2000.txt', {
      id: 'pp-2-2001',
      type: 'Peraturan Pemerintah',
      number: '2',
      year: 2001,
      title: 'Gaji',
    })
    expect(named).toMatchObject({ id: 'pp-2-2001', title: 'Gaji', recognized: 'given', doubts: [] })
  })
})
