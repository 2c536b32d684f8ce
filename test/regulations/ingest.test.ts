import { beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '../../src/database/database.ts'
import {
  type FileOptions,
  finishIngest,
  type IngestReport,
  ingestFile,
  ingestFiles,
} from '../../src/regulations/ingest.ts'
import { readLexicon } from '../../src/regulations/lexicon.ts'
import { testBot } from '../support/bot.ts'
import { freshDatabase } from '../support/database.ts'
import { KNOWLEDGE } from '../support/knowledge.ts'
import { collected, fileOf, lawId, lawText, someArticles } from './ingest/laws.ts'

const lexicon = readLexicon(KNOWLEDGE)
const LAW = lawText({
  number: 77,
  articles: [
    'Dalam Peraturan Wali Kota ini yang dimaksud dengan sepeda dinas adalah sepeda milik pemerintah kota.',
    '(1) Pegawai dapat meminjam sepeda dinas paling lama 9 (sembilan) hari.\n(2) Peminjam wajib:\na. menjaga kebersihan sepeda; dan\nb. mengembalikan sepeda tepat waktu.',
    'Peraturan Wali Kota ini mulai berlaku pada tanggal diundangkan.',
  ],
})

let database: Database
/** Reads in this thread: to start another for each file takes longer than the file. */
const ingest = (text: string, name?: string, options: FileOptions = {}): Promise<IngestReport> =>
  ingestFile({ database, knowledge: KNOWLEDGE }, fileOf(text, name), { threads: 0, ...options })
/** Several files in one run. */
async function ingestAll(
  ...files: readonly (readonly [name: string, text: string])[]
): Promise<IngestReport[]> {
  const waiting = files.map(([name, text]) => {
    const { bytes } = fileOf(text)
    return { name, size: bytes.length, read: async () => bytes }
  })
  return collected(ingestFiles({ database, knowledge: KNOWLEDGE }, waiting, { threads: 0 }))
}
async function officialOf(regulation: string): Promise<readonly string[]> {
  const rows = await database.query<{ official: string }>(
    'select official from article where regulation = $1 and official is not null order by position',
    [regulation],
  )
  return rows.map(({ official }) => official)
}
const passages = async (): Promise<unknown> => database.query('select count(*) from passage')

beforeEach(async () => {
  database = await freshDatabase()
  await database.query('delete from regulation where not curated')
  await database.query(
    `update article set official = null, official_mark = null where official_mark is not null`,
  )
  await database.query('delete from source')
})

describe('an official text', () => {
  test('is found and quoted word by word once it is read, and the same bytes are not read again', async () => {
    const stage = await testBot()
    database = stage.database
    const report = await ingest(LAW, 'perwal.txt', { threads: 1 })
    expect(report).toMatchObject({
      outcome: 'imported',
      regulation: 'perwal-kota-serang-77-2024',
      changes: { added: 3, changed: 0, removed: 0, unchanged: 0 },
      findings: {
        articles: 3,
        title: 'Sepeda Dinas',
        issuer: 'Wali Kota Serang',
        recognized: 'text',
        format: 'teks',
        gaps: [],
      },
    })
    await finishIngest(stage.database, lexicon)
    const [reply] = await stage.person('Wati').says('boleh pinjam sepeda dinas berapa hari?')
    expect(reply?.text.replaceAll('**', '')).toContain(
      'Pegawai dapat meminjam sepeda dinas paling lama 9 (sembilan) hari.',
    )
    expect(reply?.text).toContain('Pasal 2 ayat (1) Perwal Kota Serang 77/2024')
    expect(reply?.text).not.toContain('bukan bunyi resmi')
    expect(await ingest(LAW, 'perwal.txt', { threads: 1 })).toMatchObject({
      outcome: 'unchanged',
      regulation: lawId(77),
      reason: 'sudah ada, tidak berubah',
    })
    await stage.bot.stop()
  })

  test('replaces its older version: only the pasal that changed are written', async () => {
    await ingest(LAW)
    await finishIngest(database, lexicon)
    const report = await ingest(LAW.replace('9 (sembilan)', '4 (empat)'), 'baru.txt')
    expect(report).toMatchObject({ outcome: 'imported', reason: 'menggantikan naskah dari perwal.txt' })
    expect(report.changes).toEqual({ added: 0, changed: 1, removed: 0, unchanged: 2 })
    expect((await officialOf(lawId(77)))[1]).toContain('4 (empat)')
    const waiting = await database.query<{ pasal: string }>('select pasal from article where doc is null')
    expect(waiting).toEqual([{ pasal: '2' }])
    const old = await database.query(
      `select 1 from passage where body like '%9 (sembilan) hari%' and origin = 'official'`,
    )
    expect(old).toEqual([])
  })

  test('and the digest of one pasal are one pasal: the digest finds it, the official words are shown', async () => {
    const stage = await testBot()
    database = stage.database
    const official = LAW.replace(
      'WALI KOTA SERANG\nNOMOR 77 TAHUN 2024',
      'PEMERINTAH REPUBLIK INDONESIA\nNOMOR 94 TAHUN 2021',
    ).replace(
      'Pasal 2\n(1) Pegawai dapat meminjam sepeda dinas paling lama 9 (sembilan) hari.',
      'Pasal 2\nPNS wajib menaati kewajiban dan menghindari larangan.\n(1) Uji.',
    )
    await ingest(official.replace('5 Maret 2024', '5 Maret 2021'), 'pp-94-2021.txt')
    await finishIngest(stage.database, lexicon)
    const rows = await stage.database.query<{ origins: readonly string[]; title: string }>(
      `select array_agg(distinct origin order by origin) as origins, max(regulation.title) as title
       from passage join article on article.id = passage.article join regulation on regulation.id = article.regulation
       where regulation = 'pp-94-2021' and pasal = '2'`,
    )
    expect(rows[0]?.origins).toEqual(['digest', 'official'])
    expect(rows[0]?.title).toBe('Disiplin Pegawai Negeri Sipil') // the row people keep stays as it is
    const [reply] = await stage.person('Wati').says('inti aturan disiplin pns itu apa')
    expect(reply?.text).toContain('PNS wajib menaati kewajiban dan menghindari larangan.')
    await stage.bot.stop()
  })

  test('of forty pages in one pasal is cut into passages, each short enough to read, and found', async () => {
    const stage = await testBot()
    database = stage.database
    const items = Array.from(
      { length: 900 },
      (_, i) => `${i + 1}. barang inventaris jenis ke-${i + 1} berupa lampu minyak kuno;`,
    )
    const text = lawText({
      number: 5,
      articles: [`Barang yang dipinjamkan terdiri atas:\n${items.join('\n')}`],
    })
    const report = await ingest(text)
    expect(report.findings?.articles).toBe(1)
    expect(report.findings?.passages).toBeGreaterThan(30)
    const [longest] = await database.query<{ length: number }>(
      `select max(length(body)) as length from passage where origin = 'official'`,
    )
    expect(longest?.length).toBeLessThan(2_000)
    await finishIngest(database, lexicon)
    const [reply] = await stage.person('Wati').says('lampu minyak kuno inventaris dipinjamkan')
    expect(reply?.text).toContain('Perwal Kota Serang 5/2024')
    await stage.bot.stop()
  })
})

describe('of several texts of one regulation', () => {
  const short = lawText({ number: 8, articles: someArticles(6) })
  const long = lawText({ number: 8, articles: someArticles(10, 'mobil') })

  test.each([
    [
      'before',
      [
        ['b.txt', long],
        ['a.txt', short],
      ],
    ],
    [
      'after',
      [
        ['a.txt', short],
        ['b.txt', long],
      ],
    ],
  ] as const)('in one run the one with more pasal is kept, when it comes %s the other', async (_, files) => {
    const reports = await ingestAll(...files)
    expect((await officialOf(lawId(8))).every((words) => words.includes('mobil'))).toBe(true)
    expect(await officialOf(lawId(8))).toHaveLength(10)
    const named = reports.map(({ file, outcome, reason = '' }) => [file, outcome, reason])
    expect(named).toContainEqual([
      'a.txt',
      'set-aside',
      'tidak dipakai: b.txt lebih lengkap (10 pasal, di sini 6)',
    ])
    expect(named.find(([file]) => file === 'b.txt')?.[1]).toBe('imported')
    // The same command once more has nothing to do, whatever the order.
    const again = await ingestAll(...files)
    expect(again.map(({ file, outcome }) => [file, outcome]).sort()).toEqual([
      ['a.txt', 'set-aside'],
      ['b.txt', 'unchanged'],
    ])
    expect(
      again.every(({ findings }) => findings === undefined),
      'nothing was read',
    ).toBe(true)
  })

  test('the later one replaces, but not by far fewer pasal unless it is forced to', async () => {
    await ingest(long, 'b.txt')
    const cut = lawText({ number: 8, articles: someArticles(5, 'mobil') })
    expect(await ingest(cut, 'cuplikan.txt')).toMatchObject({
      outcome: 'refused',
      cause: 'far-fewer',
      reason: expect.stringContaining('hanya 5 pasal, padahal naskah yang sudah ada (b.txt) berisi 10'),
    })
    expect(await officialOf(lawId(8))).toHaveLength(10)
    expect(await ingest(short, 'a.txt')).toMatchObject({
      outcome: 'imported',
      changes: { changed: 6, removed: 4 },
    })
    expect(await ingest(cut, 'cuplikan.txt')).toMatchObject({ outcome: 'imported' })
    await ingest(long, 'b.txt')
    expect(await ingest(cut, 'cuplikan.txt', { force: true })).toMatchObject({ outcome: 'imported' })
    expect(await officialOf(lawId(8))).toHaveLength(5)
  })

  test('the same words in another file are said to be the same, and nothing is written', async () => {
    await ingest(long, 'b.txt')
    const marked = `${long}\n\n`
    expect(await ingest(marked, 'salinan.txt')).toMatchObject({
      outcome: 'same-text',
      reason: 'naskahnya sama dengan b.txt',
    })
    const again = await ingest(marked, 'salinan.txt')
    expect(again).toMatchObject({ outcome: 'same-text', reason: 'naskahnya sama dengan b.txt' })
    expect(again.findings, 'it was not read again').toBeUndefined()
    expect(await ingest(long, 'b.txt', { force: true })).toMatchObject({
      outcome: 'imported',
      changes: { unchanged: 10, changed: 0 },
    })
  })

  test('one that this run replaced from earlier wins its place back when it has more pasal', async () => {
    await ingest(long, 'b.txt')
    const reports = await ingestAll(['a.txt', short], ['b.txt', long])
    expect(await officialOf(lawId(8))).toHaveLength(10)
    expect(reports.find(({ file }) => file === 'a.txt')?.outcome).toBe('set-aside')
  })
})

describe('somebody who knows better which regulation a file is', () => {
  const nameless = lawText({ number: 9, articles: someArticles(4) }).replace(
    /^PERATURAN[\s\S]*?TENTANG/,
    'SALINAN\nTENTANG',
  )

  test('is asked for it where it cannot be read, and believed', async () => {
    expect(await ingest(nameless, 'scan.txt')).toMatchObject({ outcome: 'refused', cause: 'unnamed' })
    const identity = {
      id: lawId(9),
      type: 'Peraturan Wali Kota Serang',
      number: '9',
      year: 2024,
      issuer: 'Wali Kota',
      title: 'Sepeda Dinas',
    }
    const report = await ingest(nameless, 'scan.txt', { identity })
    expect(report).toMatchObject({
      outcome: 'imported',
      regulation: lawId(9),
      findings: { recognized: 'given' },
    })
    expect(
      await database.query('select type, number, year, title, issuer from regulation where id = $1', [
        lawId(9),
      ]),
    ).toEqual([
      {
        type: 'Peraturan Wali Kota Serang',
        number: '9',
        year: 2024,
        title: 'Sepeda Dinas',
        issuer: 'Wali Kota',
      },
    ])
  })

  test('can correct what was read wrong: the text moves, and the doubt is said', async () => {
    await ingest(LAW)
    const identity = { id: lawId(78), type: 'Peraturan Wali Kota Serang', number: '78', year: 2024 }
    const report = await ingest(LAW, 'perwal.txt', { identity })
    expect(report.reason).toBe(`tadinya tercatat sebagai ${lawId(77)}; dipindahkan`)
    expect(report.findings?.warnings).toContain(
      `Kepala naskah menyebut ${lawId(77)}, padahal disebutkan sebagai ${lawId(78)}.`,
    )
    expect(await officialOf(lawId(78))).toHaveLength(3)
    expect(await database.query('select 1 from regulation where id = $1', [lawId(77)])).toEqual([])
  })

  test('may change a title: its pasal are indexed again, since they are found by it too', async () => {
    await ingest(LAW)
    await finishIngest(database, lexicon)
    await ingest(LAW, 'perwal.txt', { identity: { title: 'Kereta Angin' } })
    expect(await database.query('select title from regulation where id = $1', [lawId(77)])).toEqual([
      { title: 'Kereta Angin' },
    ])
    expect(
      await database.query('select 1 from article where regulation = $1 and doc is null', [lawId(77)]),
    ).toHaveLength(3)
  })
})

describe('what a text does to others', () => {
  const revoking = (pasal: string) =>
    lawText({
      number: 12,
      title: 'KENDARAAN DINAS',
      articles: [
        ...someArticles(2),
        `Pada saat Peraturan Wali Kota ini mulai berlaku, ${pasal}Peraturan Wali Kota Serang Nomor 77 Tahun 2024 tentang Sepeda Dinas dicabut dan dinyatakan tidak berlaku.`,
        'Peraturan Wali Kota ini mulai berlaku pada tanggal ditetapkan.',
      ],
    })

  test('is kept, anew at each import, and settles whether the others hold', async () => {
    await ingest(LAW)
    const report = await ingest(revoking(''), 'pencabut.txt')
    expect(report.findings).toMatchObject({
      effective: '2024-03-05',
      effects: [{ kind: 'revoked', on: { regulation: lawId(77) } }],
    })
    await finishIngest(database, lexicon)
    const standing = 'select status, revoked_by, effective from regulation where id = $1'
    expect(await database.query(standing, [lawId(77)])).toMatchObject([
      { status: 'dicabut', revoked_by: [lawId(12)] },
    ])
    expect(await database.query(standing, [lawId(12)])).toMatchObject([{ effective: '2024-03-05' }])
    await ingest(revoking('Pasal 2 ayat (2) '), 'pencabut.txt')
    await finishIngest(database, lexicon)
    expect(
      await database.query('select on_regulation, on_pasal, kind from effect where by_regulation = $1', [
        lawId(12),
      ]),
    ).toEqual([{ on_regulation: lawId(77), on_pasal: '2', kind: 'amended' }])
    expect(await database.query(standing, [lawId(77)])).toMatchObject([{ status: 'diubah' }])
  })
})

describe('a trial run', () => {
  test('says what would happen and changes nothing', async () => {
    await ingest(LAW)
    const before = await passages()
    const report = await ingest(LAW.replace('9 (sembilan)', '4 (empat)'), 'baru.txt', { dryRun: true })
    expect(report).toMatchObject({ outcome: 'imported', changes: { changed: 1, unchanged: 2 } })
    expect(await passages()).toEqual(before)
    expect((await officialOf(lawId(77)))[1]).toContain('9 (sembilan)')
    expect(
      await ingest(lawText({ number: 3, articles: someArticles(2) }), 'x.txt', { dryRun: true }),
    ).toMatchObject({
      changes: { added: 2 },
    })
    expect(await officialOf(lawId(3))).toEqual([])
  })
})

describe('a file is refused, with the reason, and nothing is stored', () => {
  const circular = 'SURAT EDARAN WALI KOTA SERANG\nNOMOR 4 TAHUN 2024\nTENTANG\nJAM KERJA\n'
  test.each([
    ['that is empty', 'kosong.txt', '', 'unreadable', 'berkas kosong'],
    [
      'that is a novel',
      'novel.txt',
      'Pada suatu hari di Serang hiduplah seekor kancil. '.repeat(50),
      'no-regulation',
      'bukan naskah peraturan',
    ],
    [
      'about a regulation',
      'a.txt',
      'PERATURAN PEMERINTAH REPUBLIK INDONESIA NOMOR 5 TAHUN 2020 TENTANG KOSONG\nTidak ada isinya.',
      'no-articles',
      'tidak ada satu pun pasal',
    ],
    [
      'that is a circular',
      'se.txt',
      `${circular}Sesuai dengan aturan:\nPasal 1\nMasuk pukul tujuh.\n`,
      'no-articles',
      'Surat Edaran',
    ],
    [
      'that is a decree without pasal',
      'sk.txt',
      `KEPUTUSAN WALI KOTA SERANG\nNOMOR 14 TAHUN 2024\nTENTANG\nTIM\nMEMUTUSKAN:\nKESATU : Membentuk tim.\nKEDUA : Tim bekerja.\n`,
      'no-articles',
      'tidak terbagi dalam pasal',
    ],
  ])('%s', async (_, name, text, cause, reason) => {
    const before = await passages()
    const report = await ingest(text, name)
    expect(report).toMatchObject({
      file: name,
      outcome: 'refused',
      cause,
      reason: expect.stringContaining(reason),
    })
    expect(await passages()).toEqual(before)
  })

  test('that is too large, before it is read', async () => {
    const waiting = { name: 'besar.pdf', size: 200 * 1024 * 1024, read: () => expect.fail('it was read') }
    const [report] = await collected(ingestFiles({ database, knowledge: KNOWLEDGE }, [waiting]))
    expect(report).toMatchObject({
      outcome: 'refused',
      cause: 'unreadable',
      reason: expect.stringMatching(/terlalu besar \(200 MB/),
    })
  })

  test('that is gone or may not be opened, and the others go on', async () => {
    const gone = {
      name: 'hilang.pdf',
      size: 5,
      read: async () => Promise.reject(Object.assign(new Error(''), { code: 'ENOENT' })),
    }
    const { bytes } = fileOf(LAW)
    const there = { name: 'ada.txt', size: bytes.length, read: async () => bytes }
    const reports = await collected(ingestFiles({ database, knowledge: KNOWLEDGE }, [gone, there]))
    expect(reports).toMatchObject([
      { file: 'hilang.pdf', outcome: 'refused', reason: 'berkasnya tidak bisa dibuka (ENOENT).' },
      { file: 'ada.txt', outcome: 'imported' },
    ])
  })
})

describe('a run that is to end', () => {
  test('begins no further file, and stores those it has begun', async () => {
    const stop = new AbortController()
    let begun = 0
    const waiting = Array.from({ length: 40 }, (_, i) => {
      const { bytes } = fileOf(lawText({ number: i + 100, articles: someArticles(3) }))
      const read = async (): Promise<Uint8Array> => {
        begun++
        if (i === 5) stop.abort()
        return bytes
      }
      return { name: `${i}.txt`, size: bytes.length, read }
    })
    const reports = await collected(
      ingestFiles({ database, knowledge: KNOWLEDGE }, waiting, { stop: stop.signal }),
    )
    expect(begun).toBeLessThan(40)
    expect(reports.length).toBeLessThan(begun + 1)
    const stored = await database.query(
      'select distinct regulation from article join regulation on regulation.id = regulation where not curated',
    )
    expect(stored).toHaveLength(reports.length)
  })

  test('gives up at once where it is told to, with the reason', async () => {
    const reason = new Error('enough')
    await expect(ingest(LAW, 'perwal.txt', { signal: AbortSignal.abort(reason) })).rejects.toThrow('enough')
    expect(await officialOf(lawId(77))).toEqual([])
  })
})
