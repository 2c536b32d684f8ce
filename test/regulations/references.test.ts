import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  articlesReferredTo,
  askedYear,
  type Named,
  namedArticle,
  namedRegulations,
  parseReference,
} from '../../src/regulations/references.ts'
import { readRegistry } from '../../src/regulations/registry.ts'

const ids = (text: string) => parseReference(text).map((r) => r.id)
const registry = readRegistry(join(import.meta.dirname, '../../knowledge'))
const law = (id: string, abbreviation = ''): Named => {
  const [, number = '', year = ''] = /-(\w+)-(\d{4})$/.exec(id) ?? []
  return { id, number, year: Number(year), abbreviation }
}

describe('parseReference', () => {
  it.each([
    ['PP 94 Tahun 2021', 'pp-94-2021'],
    ['PP Nomor 94/2021', 'pp-94-2021'],
    ['pp no. 11 th 2017', 'pp-11-2017'],
    ['pp 94 2021', 'pp-94-2021'],
    ['pp94/2021', 'pp-94-2021'],
    ['pp no 94 th 2021', 'pp-94-2021'],
    ['uu 5 thn 2014', 'uu-5-2014'],
    ['undang2 no 5 tahun 2014', 'uu-5-2014'],
    ['Undang-Undang Nomor 20 Tahun 2023', 'uu-20-2023'],
    ['UU ASN 20/2023', 'uu-20-2023'],
    ['permenpan 6/2022', 'permenpanrb-6-2022'],
    ['Permenpan RB 6/2022', 'permenpanrb-6-2022'],
    ['peraturan menpan rb nomor 6 tahun 2022', 'permenpanrb-6-2022'],
    ['PermenPANRB Nomor 6 Tahun 2022', 'permenpanrb-6-2022'],
    ['permenkes 3/2020', 'permenkes-3-2020'],
    ['Peraturan Menteri Dalam Negeri Nomor 80 Tahun 2015', 'permendagri-80-2015'],
    ['Perka BKN 7/2021', 'perbkn-7-2021'],
    ['Perwal Kota Serang 12/2024', 'perwal-kota-serang-12-2024'],
    ['SE Menteri PANRB Nomor 5 Tahun 2023', 'se-menpanrb-5-2023'],
    ['UU Darurat 12/1951', 'uudrt-12-1951'],
    ['Undang-undang Nomor 27 Drt. Tahun 1957', 'uudrt-27-1957'],
    ['UU No. 51 Prp Tahun 1960', 'uu-51-prp-1960'],
  ])('%s', (text, id) => {
    const before = 'Apakah menurut '
    const [reference] = parseReference(`${before}${text} saya boleh cuti?`)
    expect(reference?.id).toBe(id)
    expect([reference?.start, reference?.end]).toEqual([before.length, before.length + text.length])
  })

  it.each([
    ['Peraturan Pernerintah Nomor lO2 Tahttn 2OOO', 'pp-102-2000'],
    ['Undang-Unda.ng Nornor 13 Tahun 1985', 'uu-13-1985'],
    ['Peraturan Pemerintah Nomor 2 1 Tahun 202 1', 'pp-21-2021'],
    ['Undang- undang Nomor, 23 Tallun 2ol4', 'uu-23-2014'],
  ])('through the slips of an optical reader: %s', (text, id) => expect(ids(text)).toEqual([id]))

  it('finds several, and none where none is named', () => {
    expect(ids('Pasal 5 PP 10 Tahun 1983 jo. PP 45 Tahun 1990 dan UU 1/1974')).toEqual([
      'pp-10-1983',
      'pp-45-1990',
      'uu-1-1974',
    ])
    expect(ids('Peraturan Pemerintah tentang cuti tahun 2021; pegawai 12 tahun 2020; supp 3/2020')).toEqual(
      [],
    )
  })
})

describe('namedRegulations', () => {
  const known = [
    law('uu-20-2023', 'UU ASN;UU ASN baru'),
    law('uu-5-2014', 'UU ASN lama;UU ASN 2014'),
    law('pp-94-2021', 'PP Disiplin;PP Disiplin PNS'),
    law('pp-53-2010', 'PP Disiplin lama'),
    law('pp-10-1983', 'PP 10;PP Perkawinan PNS'),
    law('pp-10-1979'),
    law('uu-1-2023', 'KUHP'),
    law('perwal-kota-serang-12-2024', 'Disiplin'),
    law('permenpanrb-6-2022', 'Permenpan SKP'),
    law('permendagri-6-2020'),
  ]
  it.each([
    ['apa isi uu asn?', ['uu-20-2023']],
    ['apa isi UU ASN yang lama / uu asn lama', ['uu-5-2014', 'uu-20-2023']],
    ['undang-undang tentang ASN tahun 2014', ['uu-5-2014']],
    ['hukuman di pp disiplin 2010', ['pp-53-2010']],
    ['UU ASN 20/2023', ['uu-20-2023']],
    ['bedanya pp 53/10 dengan PP Disiplin PNS', ['pp-53-2010', 'pp-94-2021']],
    ['pp 94 pasal 5', ['pp-94-2021']],
    ['menurut PP nomor 53 bagaimana', ['pp-53-2010']],
    ['pp 10 soal cerai', ['pp-10-1983']],
    ['pp 10 tahun 1979', ['pp-10-1979']],
    ['KUHP', ['uu-1-2023']],
    ['perwal 12', ['perwal-kota-serang-12-2024']],
    ['perwal kota serang no 12 th 2024', ['perwal-kota-serang-12-2024']],
    ['permen 6', ['permenpanrb-6-2022', 'permendagri-6-2020']],
    ['peraturan menteri PANRB 6', ['permenpanrb-6-2022']],
    ['PP 94/1999', []],
    ['disiplin PNS, cuti pp 53 hari, pensiun 94 orang', []],
    ['aturan cuti', []],
  ])('%s', (question, expected) => expect(namedRegulations(question, known)).toEqual(expected))

  it('knows the registry by its own abbreviations', () => {
    const missed = registry.flatMap(({ id, abbreviation }) =>
      abbreviation
        .split(';')
        .filter((name) => name.includes(' ') && !namedRegulations(`apa isi ${name}?`, registry).includes(id)),
    )
    expect(missed).toEqual([])
  })
})

describe('namedArticle', () => {
  it.each([
    ['pasal 11 ayat 2', { pasal: '11', ayat: '2' }],
    ['bunyi ps. 9 apa', { pasal: '9' }],
    ['psl 5', { pasal: '5' }],
    ['Pasal 79A', { pasal: '79A' }],
    ['Pasal 12 B', { pasal: '12B' }],
    ['pasal 12 e-KTP', { pasal: '12' }],
    ['pasal 7 (3)', { pasal: '7', ayat: '3' }],
    ['ayat (3) pasal 7 PP 53', { pasal: '7', ayat: '3' }],
    ['pasal 11ayat2', { pasal: '11', ayat: '2' }],
    ['pasal 3 ayat (1A)', { pasal: '3', ayat: '1a' }],
    ['Pasal II UU 20/2001', { pasal: 'II' }],
    ['pasalnya apa, caps 5, pasal 1000', undefined],
  ])('%s', (question, expected) => expect(namedArticle(question)).toEqual(expected))
})

describe('askedYear', () => {
  it.each([
    ['aturan tahun 2015 soal cuti', 2015],
    ['cuti besar waktu tahun 2012', 2012],
    ['hukuman yang berlaku 2010', 2010],
    ['ketentuan yang berlaku per 31 Desember 2013', 2013],
    ['hukuman disiplin sebelum 2014', 2013],
    ['apakah PP 53/2010 masih berlaku tahun 2015?', 2015],
    ['pelanggaran yang dilakukan tahun 2018 pakai aturan mana', 2018],
    ['pada tahun 2009 hukuman bolos apa', 2009],
    ['aturan tahun lalu', 2025],
    ['bagaimana aturan 5 tahun lalu', 2021],
    ['UU kepegawaian yang berlaku 2010', 2010],
  ])('%s', (question, year) => expect(askedYear(question, 2026)).toBe(year))

  it.each([
    'PP 53 tahun 2010',
    'UU ASN 2014 mengatur apa',
    'PP Disiplin tahun 2010',
    'selama 5 tahun boleh cuti?',
    'aturan tahun 2026',
    'aturan tahun 2027',
    'saya diangkat tahun 2010 kapan naik pangkat',
    'saya CPNS 2019, boleh cuti besar?',
    'tahun 2012 saya diangkat, kapan naik?',
    'aturan naik pangkat untuk yang diangkat tahun 2008',
    'PNS yang diangkat sebelum 2014 pensiunnya berapa',
    'THR tahun 2024',
    'kapan UU ASN mulai berlaku 2014?',
    'NIP 198001012005011001',
  ])('%s: none', (question) => expect(askedYear(question, 2026)).toBeUndefined())
})

it('nothing throws, whatever the text, and all stay quick', { timeout: 60_000 }, () => {
  const all = (text: string) => {
    namedRegulations(text, registry)
    namedArticle(text)
    askedYear(text, 2026)
    return parseReference(text)
  }
  const words = fc.constantFrom(
    'pp',
    'UU',
    ' ',
    'tahun',
    '2014',
    '94',
    '/',
    'pasal',
    'ayat',
    '(',
    'nomor',
    'asn',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ maxLength: 500 }),
        fc.array(words).map((w) => w.join(' ')),
      ),
      (text) => {
        for (const r of all(text)) expect(text.slice(r.start, r.end).length).toBeGreaterThan(4)
      },
    ),
  )
  const start = process.cpuUsage()
  for (const unit of [
    'peraturan menteri ',
    'PP 1 ',
    'perda kota ',
    'undang-',
    'se a/b/c ',
    'aturan 2014 ',
    'pp ',
    ' ',
  ])
    all(unit.repeat(30_000 / unit.length))
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(10_000)
})

describe('the pasal a text refers to', () => {
  it.each([
    [
      'sebagaimana dimaksud dalam Pasal 3 huruf a sampai dengan huruf f dan Pasal 4 huruf a, dijatuhi',
      ['3', '4'],
    ],
    [
      'dalam Pasal 10 sampai dengan Pasal 14 berlaku juga, lihat Pasal 10 ayat (2), ayat (3) huruf b',
      ['10', '14'],
    ],
    ['menurut Pasal 7 Undang-Undang ini dan Pasal 12A. Pasal 3 Peraturan Wali Kota ini', ['7', '12A', '3']],
    ['dalam Pasal 9 ayat (2), ayat (3) dan Pasal 11 Undang-Undang Nomor 5 Tahun 2014 tentang ASN', []],
    ['Pasal 33 UUD 1945 dan tiap-tiap pasal', []],
  ])('%s', (text, articles) => expect(articlesReferredTo(text)).toEqual(articles))
})
