import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Effect, enactedOn, ofArticles, readEffects } from '../../src/regulations/effects.ts'
import { type Article, readStructure, type Structure } from '../../src/regulations/structure.ts'

const article = (pasal: string, text: string, amends?: Article['amends']): Article => ({
  pasal,
  heading: '',
  text,
  clauses: [],
  ...(amends && { amends }),
})
const structure = (articles: readonly Article[], title = ''): Structure => ({
  title: title.split('\n'),
  articles,
  explanations: new Map(),
  warnings: [],
})
const told = ({ kind, on, exception, becomes }: Effect) =>
  [
    kind,
    on.regulation,
    on.pasal && `#${on.pasal}`,
    on.ayat && `(${on.ayat})`,
    on.part && `[${on.part}]`,
    becomes && `→ ${becomes}`,
    exception && `/ ${exception}`,
  ]
    .filter(Boolean)
    .join(' ')
const effects = (articles: readonly Article[], title?: string) =>
  readEffects(structure(articles, title), 'pp-1-2024').map(told)
const closing = (text: string) => effects([article('9', text)])

describe('what a closing pasal says of older law', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'one law, with its place of publication',
      'Pada saat Peraturan Pemerintah ini mulai berlaku, Peraturan Pemerintah Nomor 5 Tahun 1990 tentang Arsip (Lembaran Negara Tahun 1990 Nomor 7), dicabut dan dinyatakan tidak berlaku.',
      ['revoked pp-5-1990'],
    ],
    [
      'a list, with the laws that amended them, but not those in their titles',
      'Pada saat Peraturan Pemerintah ini mulai berlaku:\na. Peraturan Pemerintah Nomor 5 Tahun 1990 tentang Pelaksanaan Undang-Undang Nomor 8 Tahun 1974 tentang Arsip (Lembaran Negara Tahun 1990 Nomor 7) sebagaimana telah diubah dengan Peraturan Pemerintah Nomor 6 Tahun 1995 tentang Perubahan atas Peraturan Pemerintah Nomor 5 Tahun 1990; dan\nb. Keputusan Presiden Nomor 9 Tahun 1991 tentang Gudang,\ndicabut dan dinyatakan tidak berlaku.',
      ['revoked pp-5-1990', 'revoked pp-6-1995', 'revoked keppres-9-1991'],
    ],
    [
      'a list after the verdict',
      'Dengan berlakunya Peraturan Pemerintah ini, dinyatakan tidak berlaku lagi :\na. Peraturan Pemerintah Nomor 5 Tahun 1951 tentang Arsip;\nb. Peraturan Pemerintah Nomor 6 Tahun 1958 tentang Gudang;\nc. Segala peraturan yang bertentangan dengan Peraturan Pemerintah ini.',
      ['revoked pp-5-1951', 'revoked pp-6-1958'],
    ],
    [
      'an entry each with its own verdict',
      'Pada saat Peraturan Pemerintah ini mulai berlaku:\n1. peraturan pelaksanaan Peraturan Pemerintah Nomor 5 Tahun 1990 dinyatakan masih tetap berlaku sepanjang tidak bertentangan dengan Peraturan Pemerintah ini;\n2. Peraturan Pemerintah Nomor 5 Tahun 1990 tentang Arsip, sepanjang tidak mengatur denda, dicabut dan dinyatakan tidak berlaku.',
      [
        'kept pp-5-1990 [peraturan pelaksanaan] / sepanjang tidak bertentangan dengan Peraturan Pemerintah ini',
        'revoked pp-5-1990 / sepanjang tidak mengatur denda',
      ],
    ],
    [
      'some pasal and ayat',
      'Pada saat Peraturan Pemerintah ini mulai berlaku, Pasal 3, Pasal 5 ayat (2) sampai dengan ayat (4), dan Pasal 7 huruf b Undang-Undang Nomor 8 Tahun 1974 tentang Arsip sebagaimana telah diubah dengan Undang-Undang Nomor 9 Tahun 1980 ditetapkan tidak berlaku.',
      [
        'revoked uu-8-1974 #3',
        'revoked uu-8-1974 #5 (2)',
        'revoked uu-8-1974 #5 (3)',
        'revoked uu-8-1974 #5 (4)',
        'revoked uu-8-1974 #7 [huruf b]',
      ],
    ],
    [
      'a part that no pasal names',
      'Pada saat Peraturan Pemerintah ini mulai berlaku:\na. ketentuan mengenai gudang dalam Bab V Undang-Undang Nomor 8 Tahun 1974; dan\nb. Peraturan Pemerintah Nomor 5 Tahun 1990 sepanjang mengenai lemari,\ndicabut dan dinyatakan tidak berlaku.',
      [
        'revoked uu-8-1974 [ketentuan mengenai gudang dalam Bab V]',
        'revoked pp-5-1990 [sepanjang mengenai lemari]',
      ],
    ],
    [
      'on a condition, with an exception',
      'Setelah gudang selesai, seluruh ketentuan Peraturan Pemerintah Nomor 5 Tahun 1990 kecuali ketentuan Pasal 5, dinyatakan tidak berlaku.',
      ['revoked pp-5-1990 / kecuali ketentuan Pasal 5'],
    ],
    [
      'what stays in force as a whole',
      'Pada saat Peraturan Pemerintah ini mulai berlaku, Undang-Undang Nomor 8 Tahun 1974 tentang Arsip tetap berlaku sampai ditetapkannya aturan baru.',
      ['kept uu-8-1974 / sampai ditetapkannya aturan baru'],
    ],
  ])('%s', (_, text, expected) => expect(closing(text)).toEqual(expected))

  it.each([
    'Ketentuan dalam Pasal 7 Undang-Undang Nomor 8 Tahun 1981 tidak berlaku bagi penata arsip.',
    'Pada saat Peraturan Pemerintah ini mulai berlaku, izin yang diberikan berdasarkan Peraturan Pemerintah Nomor 5 Tahun 1990 dinyatakan tetap berlaku.',
    'Izin dapat dicabut berdasarkan Undang-Undang Nomor 20 Tahun 1961.',
    'Keberatan diselesaikan sesuai dengan Peraturan Pemerintah Nomor 53 Tahun 2010.',
  ])('and not: %s', (text) => expect(closing(text)).toEqual([]))
})

describe('what an amending law orders', () => {
  const lead =
    'Beberapa ketentuan dalam Peraturan Pemerintah Nomor 5 Tahun 1990 tentang Arsip sebagaimana telah diubah dengan Peraturan Pemerintah Nomor 6 Tahun 1995, diubah sebagai berikut:'
  const orders = (...entries: readonly string[]) =>
    effects([article('I', [lead, ...entries.map((entry, i) => `${i + 1}. ${entry}`)].join('\n'))]).slice(1)

  it('amends the law that the first pasal names, or else the title', () => {
    expect(effects([article('I', lead)])).toEqual(['amended pp-5-1990'])
    const title = 'NOMOR 1 TAHUN 2024\nTENTANG\nPERUBAHAN KEDUA ATAS PERATURAN PEMERINTAH\nNOMOR 5 TAHUN 1990'
    expect(effects([article('I', 'Lampiran diganti.')], title)).toEqual(['amended pp-5-1990'])
    const other =
      'TENTANG PELAKSANAAN UNDANG-UNDANG NOMOR 2 TAHUN 2000 TENTANG PERUBAHAN ATAS UNDANG-UNDANG NOMOR 1 TAHUN 1999'
    expect(effects([article('1', 'Arsip ditata.')], other)).toEqual([])
  })

  it.each<[string, readonly string[]]>([
    ['Ketentuan Pasal 8 diubah sehingga berbunyi sebagai berikut:', ['amended #8']],
    ['Ketentuan Pasal 3, Pasal 4, dan Pasal 10 A dihapus.', ['deleted #3', 'deleted #4', 'deleted #10A']],
    ['Pasal 6 sampai dengan Pasal 8 dihapus.', ['deleted #6', 'deleted #7', 'deleted #8']],
    [
      'Di antara Pasal 12 dan Pasal 13 disisipkan 2 (dua) pasal, yakni Pasal 12A dan Pasal l2B, yang berbunyi:',
      ['inserted #12A', 'inserted #12B'],
    ],
    [
      'Ketentuan ayat (1) dan ayat (3) Pasal 32 diubah dan ayat (2) dihapus, sehingga Pasal 32 berbunyi:',
      ['amended #32', 'amended #32 (1)', 'amended #32 (3)', 'deleted #32 (2)'],
    ],
    [
      'Di antara ayat (1) dan ayat (2) Pasal 16 disisipkan 1 (satu) ayat, yakni ayat (1a), dan ayat (2) diubah sehingga Pasal 16 berbunyi:',
      ['amended #16', 'inserted #16 (1a)', 'amended #16 (2)'],
    ],
    ['Ketentuan ayat (2) dihapus sehingga Pasal 66 berbunyi:', ['amended #66', 'deleted #66 (2)']],
    ['Ketentuan Pasal 20 tetap, dengan perubahan penjelasan Pasal 20 huruf c.', ['amended #20 [penjelasan]']],
    ['Mengubah ketentuan Pasal 4 sehingga berbunyi:', ['amended #4']],
    [
      'Mengubah ketentuan Pasal 13 lama dan selanjutnya dijadikan ketentuan Pasal 12 baru, sehingga berbunyi:',
      ['amended #13 → 12'],
    ],
    [
      'Pasal 37 dipecah menjadi 2 (dua) pasal yakni menjadi Pasal 37 dan Pasal 37 A:',
      ['amended #37', 'inserted #37A'],
    ],
    ['Setelah Pasal 40 ditambah 1 (satu) pasal, yakni Pasal 41 yang berbunyi:', ['inserted #41']],
  ])('%s', (entry, expected) =>
    expect(orders(entry).map((effect) => effect.replace('pp-5-1990 ', ''))).toEqual(expected),
  )

  it('takes what is quoted where its entry cannot be read, and the words that are quoted for none', () => {
    const quote = (pasal: string, text: string, instruction = '') =>
      article(pasal, text, { by: 'I', instruction })
    const between = 'Di antara Pasal 26 dan Pasal 27 disisipkan 1 (satu) pasal baru menjadi'
    expect(
      effects([
        article('I', `${lead} 1. Ketentuan Pasal 8 diubah: "Pasal 9 dihapus" 2. ${between}`),
        quote('8', 'Arsip ditata.', 'Ketentuan Pasal 8 diubah:'),
        quote('11', 'Gudang dijaga.'),
        quote('14', 'dihapus.'),
        quote('26', 'baru', between),
        quote('26A', 'Lemari dikunci.', between),
      ]).slice(1),
    ).toEqual([
      'amended pp-5-1990 #8',
      'amended pp-5-1990 #11',
      'deleted pp-5-1990 #14',
      'inserted pp-5-1990 #26A',
    ])
  })

  it('follows several laws that one amends', () => {
    const frame = (pasal: string, law: string, entry: string) =>
      article(pasal, `Beberapa ketentuan dalam ${law} diubah sebagai berikut:\n1. ${entry}`)
    expect(
      effects([
        article('1', 'Arsip ditata.'),
        frame('2', 'Undang-Undang Nomor 8 Tahun 1974', 'Ketentuan Pasal 3 diubah sehingga berbunyi:'),
        frame('3', 'Undang-Undang Nomor 9 Tahun 1980', 'Ketentuan Pasal 4 dihapus.'),
      ]),
    ).toEqual(['amended uu-8-1974', 'amended uu-8-1974 #3', 'amended uu-9-1980', 'deleted uu-9-1980 #4'])
  })

  it('tells the same no finer than a pasal', () => {
    const fine = readEffects(
      structure([
        article(
          'I',
          `${lead}\n1. Ketentuan ayat (1) Pasal 32 diubah dan ayat (2) dihapus.\n2. Pasal 33 dihapus.`,
        ),
        article(
          'II',
          'Pada saat Peraturan Pemerintah ini mulai berlaku, Pasal 5 ayat (2) Undang-Undang Nomor 8 Tahun 1974 dan ketentuan mengenai gudang dalam Undang-Undang Nomor 9 Tahun 1980 dicabut dan dinyatakan tidak berlaku.',
        ),
      ]),
      'pp-1-2024',
    )
    expect(ofArticles(fine).map(told)).toEqual([
      'amended pp-5-1990',
      'amended pp-5-1990 #32',
      'deleted pp-5-1990 #33',
      'amended uu-8-1974 #5',
    ])
  })
})

describe('enactedOn', () => {
  const signed = (start: string, enacted: string, promulgated: string) =>
    enactedOn(
      `Peraturan Pemerintah ini mulai berlaku ${start}.\nDitetapkan di Jakarta\npada tanggal ${enacted}\nDiundangkan di Jakarta\npada tanggal ${promulgated}\nMENTERI`,
    )

  it.each([
    ['pada tanggal diundangkan', '2021-09-02'],
    ['pada tanggal ditetapkan', '2021-08-31'],
    ['pada tanggal 1 Januari 2022', '2022-01-01'],
    ['pada tanggal diundangkan dan mempunyai daya laku surut sejak tanggal 1 Juli 2021', '2021-07-01'],
    ['6 (enam) bulan terhitung sejak tanggal diundangkan', '2022-03-02'],
    ['setelah 3 (tiga) tahun terhitung sejak tanggal diundangkan', '2024-09-02'],
    ['30 (tiga puluh) hari sejak tanggal diundangkan', '2021-10-02'],
  ])('%s', (start, effective) =>
    expect(signed(start, '31 Agustus 2021', '2 September 2021')).toEqual({
      enacted: '2021-08-31',
      promulgated: '2021-09-02',
      effective,
    }),
  )

  it('reads through slips, and leaves open what cannot be', () => {
    expect(signed('pada tanggal diundangkan', '3 1 Agusutus 2O2l', 'L3 September2O2I').effective).toBe(
      '2021-09-13',
    )
    expect(signed('pada tanggal diundangkan', '31 Agustus 2021', '2 September 2017')).toEqual({})
    expect(signed('pada tanggal diundangkan', '31 Agustus 2021', '2 September 2071')).toEqual({
      enacted: '2021-08-31',
    })
    expect(enactedOn('Izin yang ditetapkan di kota mulai berlaku.')).toEqual({})
  })
})

it('nothing throws, whatever the text, and all stay quick', { timeout: 60_000 }, () => {
  const all = (text: string) => {
    enactedOn(text)
    const list = [article('I', text), article('3', text, { by: 'I', instruction: text })]
    return readEffects(structure(list, text), 'pp-1-2024')
  }
  const words = fc.constantFrom(
    ...['Undang-Undang Nomor 8 Tahun 1974', 'Pasal 3', 'ayat (2)', 'dicabut', 'tetap berlaku', 'diubah'],
    ...['sampai dengan', 'dan', ',', ';', '\n1. ', 'disisipkan 2 (dua) pasal yakni', ':', '(Lembaran Negara'],
  )
  const texts = fc.oneof(
    fc.string({ maxLength: 300 }),
    fc.array(words, { maxLength: 60 }).map((w) => w.join(' ')),
  )
  fc.assert(
    fc.property(texts, (text) => {
      for (const { on } of all(text)) expect(on.regulation).toMatch(/^[a-z]+-.*\d{4}$/)
    }),
  )
  const start = process.cpuUsage()
  const units = [
    'dicabut ',
    'dan Pasal 3 ',
    'Peraturan ',
    'yang diubah dengan ',
    '(Lembaran ',
    'Pada saat ',
    ' ',
    '\n',
  ]
  for (const unit of [
    ...units,
    'ini berlaku pada tanggal 1 ',
    'ayat (1) sampai dengan ayat (9) ',
    'Ditetapkan di ',
  ])
    all(
      `Undang-Undang Nomor 8 Tahun 1974 ${unit.repeat(30_000 / unit.length)}; dicabut dan dinyatakan tidak berlaku`,
    )
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(10_000)
})

const corpus = join(import.meta.dirname, '../../../shared/corpus')

describe.skipIf(!existsSync(join(corpus, 'manifest.json')))(
  'the corpus of real regulations (skipped where ../shared/corpus is absent)',
  () => {
    const of = (id: string) =>
      readEffects(readStructure(readFileSync(join(corpus, `core/${id}.txt`), 'utf8')), id)

    it.each([
      ['pp-94-2021', ['pp-6-1974', 'pp-53-2010']],
      ['pp-30-2019', ['pp-46-2011']],
      ['pp-43-2018', ['pp-71-2000']],
      ['pp-70-2015', ['pp-12-1981']],
      ['pp-79-2021', ['pp-24-2011']],
      ['uu-5-2014', ['uu-8-1974', 'uu-43-1999']],
      ['uu-12-2011', ['uu-10-2004']],
      [
        'pp-11-2017',
        'pp-21-1975 pp-24-1976 pp-15-1979 pp-32-1979 pp-19-2013 pp-16-1994 pp-40-2010 pp-29-1997 pp-47-2005 pp-97-2000 pp-54-2003 pp-98-2000 pp-11-2002 pp-99-2000 pp-12-2002 pp-100-2000 pp-13-2002 pp-101-2000 pp-15-2001 pp-8-2010 pp-9-2003 pp-63-2009 pp-21-2014'.split(
          ' ',
        ),
      ],
    ])('%s revokes', (id, revoked) => {
      const whole = of(id).filter(({ kind, on }) => kind === 'revoked' && !on.pasal && !on.part)
      expect(whole.map(({ on }) => on.regulation)).toEqual(revoked)
    })

    it.each([
      ['pp-45-1990', 'pp-10-1983', '3 4 5 8 9 11 12 13 14 15 16 17'],
      ['pp-66-2017', 'pp-70-2015', '20 29 30 41A 42'],
      ['pp-12-2002', 'pp-99-2000', '4 6 7 8 9 11 12 18 20 27 29 32 36'],
      ['uu-20-2001', 'uu-31-1999', '2 5 6 7 8 9 10 11 12 12A 12B 12C 26A 37 37A 38A 38B 38C 43A 43B'],
      ['uu-19-2016', 'uu-11-2008', '1 26 27 31 40 43 45 45A'],
    ])('%s amends %s', (id, target, pasal) => {
      const amending = of(id).filter(({ kind }) => kind !== 'revoked' && kind !== 'kept')
      expect(new Set(amending.map(({ on }) => on.regulation))).toEqual(new Set([target]))
      const numbers = new Set(amending.flatMap(({ on }) => on.pasal ?? []))
      expect([...numbers].sort((a, b) => a.localeCompare(b, 'id', { numeric: true })).join(' ')).toBe(pasal)
    })
  },
)
