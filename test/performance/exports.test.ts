import { read, utils, type WorkBook } from '@e965/xlsx'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { extractText, getDocumentProxy } from 'unpdf'
import { beforeAll, describe, expect, it, test, vi } from 'vitest'
import type { Role } from '../../src/chat/feature.ts'
import type { Database } from '../../src/database/database.ts'
import { isAsked, readAsked } from '../../src/features/performance/exports/asked.ts'
import { periodOf, readPeriod } from '../../src/features/performance/exports/period.ts'
import { showPeriod } from '../../src/features/performance/exports/period-field.ts'
import { createReportsExportStore } from '../../src/features/performance/exports/reports-export-store.ts'
import { createUnitsStore, pathOf } from '../../src/features/performance/exports/units-store.ts'
import { plainCell } from '../../src/paper/cells.ts'
import { safeText } from '../../src/paper/safe-text.ts'
import type { Kind, Table } from '../../src/paper/table.ts'
import { createWriting } from '../../src/paper/writing.ts'
import { plays, testBot } from '../support/bot.ts'
import { freshDatabase } from '../support/database.ts'
import { audited, employ, evaluated, report } from './appraisal-stage.ts'

const office = vi.hoisted(() => ({ database: undefined as unknown }))
vi.mock('../support/database.ts', async (original) => {
  const { freshDatabase } = await original<typeof import('../support/database.ts')>()
  return {
    freshDatabase: async () => {
      const database = await freshDatabase()
      await employ(database, [
        { name: 'Budi' },
        { name: 'Wati', supervisor: 'Budi' },
        { name: '=Sari', supervisor: 'Budi', unit: 'Dinas Sosial', account: false },
        { name: 'Dewi', role: 'hr', unit: 'Dinas Sosial' },
      ])
      await report(database, [
        {
          by: 'Wati',
          on: '2026-01-12',
          quantity: 12.5,
          good: 11,
          late: false,
          plan: 1,
          said: '=1+1;"dua"\nbaris',
        },
        { by: 'Wati', on: '2026-02-03', quantity: 8, plan: 1, status: 'approved' },
        { by: 'Wati', on: '2026-02-04', quantity: 3, good: 1, plan: 1, status: 'withdrawn' },
        {
          by: '=Sari',
          on: '2026-03-01',
          quantity: 4,
          good: 4,
          late: true,
          unit: 'dokumen',
          said: '<script src=x>',
        },
      ])
      await evaluated(database, 'Wati', { result: 3 })
      office.database = database
      return database
    },
  }
})

beforeAll(async () => void (await freshDatabase()))

/** Asks for a file in the chat and takes what came. */
async function exported(...said: readonly string[]): Promise<Uint8Array> {
  const stage = await testBot({ files: {} })
  const dewi = stage.person('Dewi')
  let last = await dewi.says('/ekspor')
  for (const words of said) last = await dewi.says(words)
  const file = last.at(-1)?.file
  if (file === undefined) throw new Error(`no file came: ${last.at(-1)?.text}`)
  const of = (name: string, role: Role) => stage.files.mayRead(file.hash, { account: `test:${name}`, role })
  expect([await of('dewi', 'hr'), await of('budi', 'hr'), await of('wati', 'admin')]).toEqual([
    true,
    false,
    false,
  ])
  return new Uint8Array(await stage.files.read(file.hash))
}
const rowsOf = (bytes: Uint8Array): string[][] =>
  parse(Buffer.from(bytes), { bom: true, delimiter: ';', relax_column_count: false })
const sheet = (book: WorkBook, name: string) => book.Sheets[name] ?? {}

test('an officer says what, when, where and as what, and gets it as a file of their own', async () => {
  await plays(
    `
    Dewi> /ekspor
    Dewi< Data apa yang mau diunduh?
    Dewi> gaji
    Dewi< Pilih salah satu,…
    Dewi> [Evaluasi]
    Dewi< Untuk kapan?…
    Dewi> kapan-kapan
    Dewi< Periodenya belum terbaca.…
    Dewi> Maret 2026
    Dewi< Unit yang mana?…
    Dewi> dinas perikanan
    Dewi< Berkasnya mau berbentuk apa?…
    Dewi> [PDF]
    Dewi< Evaluasi dibuat per triwulan.…
    Dewi> [Triwulan ini]
    Dewi< Unit “dinas perikanan” tidak saya temukan.…
    Dewi< Unit yang mana?…
    Dewi> dinas
    Dewi< Ada beberapa unit yang cocok dengan “dinas”. Tulis yang lebih lengkap: • Dinas Kesehatan • Dinas Sosial
    Dewi< Unit yang mana?…
    Dewi> puskesmas
    Dewi< Evaluasi, triwulan I 2026, Puskesmas Serang: 2 baris. {evaluasi_2026-Q1_puskesmas-serang.pdf}
    Dewi> /ekspor
    Dewi< Data apa yang mau diunduh?
    Dewi> laporan
    Dewi< Untuk kapan?…
    Dewi> 2024
    Dewi< Unit yang mana?…
    Dewi> [Lewati]
    Dewi< Berkasnya mau berbentuk apa?…
    Dewi> xlsx
    Dewi< Tidak ada laporan kerja untuk tahun 2024 (semua unit), jadi tidak ada berkas yang dibuat.
    Dewi> /ekspor evaluasi triwulan 2 2026 semua unit pdf
    Dewi< Evaluasi triwulan II 2026 baru bisa diisi mulai 1 Juni 2026, jadi belum ada yang bisa diunduh.
    Dewi> /ekspor laporan kerja puskesmas serang tw 1 2026
    Dewi< Berkasnya mau berbentuk apa?…
    Dewi> [CSV]
    Dewi< Laporan kerja, triwulan I 2026, Puskesmas Serang: 3 baris.… {laporan-kerja_2026-Q1_puskesmas-serang.csv}
  `,
    { files: {} },
  )
  const of = { period: '2026-Q1', unit: 'Puskesmas Serang', own: false }
  expect(await audited(office.database as Database)).toMatchObject([
    { action: 'export.made', detail: { ...of, what: 'evaluations', kind: 'pdf', rows: 2 } },
    { action: 'export.made', detail: { ...of, what: 'reports', kind: 'csv', rows: 3 } },
  ])
})

test('where no file can be had it is said before any is made', () =>
  plays(`
    Dewi> /ekspor laporan 2026 semua unit csv
    Dewi< Lewat obrolan ini berkas tidak bisa saya kirim.…
  `))

test('a supervisor gets what their direct reports did, in one message, and nothing of anybody else', async () => {
  await plays(
    `
    Budi> ekspor laporan triwulan 1 2026 xlsx
    Budi< Laporan kerja, triwulan I 2026, bawahan langsung Anda: 4 baris. {laporan-kerja_2026-Q1_bawahan.xlsx}
    Budi> /ekspor evaluasi
    Budi< Untuk kapan?…
    Budi> [Triwulan ini]
    Budi< Berkasnya mau berbentuk apa?…
    Budi> [PDF]
    Budi< Evaluasi, triwulan I 2026, bawahan langsung Anda: 2 baris. {evaluasi_2026-Q1_bawahan.pdf}
    Budi> /ekspor laporan dinas sosial 2026 csv
    Budi< Laporan kerja, tahun 2026, bawahan langsung Anda, Dinas Sosial: 1 baris.… {laporan-kerja_2026_bawahan_dinas-sosial.csv}
    > /ekspor
    < Maaf, perintah itu hanya untuk atasan.
  `,
    { files: {} },
  )
  const stage = await testBot({ files: {} })
  await stage.database.query(`update employee set supervisor = null where name = '=Sari'`)
  const [{ text = '', file } = {}] = await stage.person('Budi').says('/ekspor laporan triwulan 1 2026 csv')
  expect(text).toContain('bawahan langsung Anda: 3 baris')
  const pdf = (await stage.person('Budi').says('/ekspor evaluasi 2026 pdf'))[0]?.file
  const printed = await extractText(new Uint8Array(await stage.files.read(pdf?.hash ?? '')), {
    mergePages: true,
  })
  expect(printed.text).toContain('Bawahan langsung Budi') // "Anda" would be whoever holds the paper
  const rows = rowsOf(new Uint8Array(await stage.files.read(file?.hash ?? '')))
  expect(new Set(rows.slice(1).map(([name]) => name))).toEqual(new Set(['Wati']))
})

describe('a file', () => {
  it('as CSV opens in Excel in Indonesian, without a formula', async () => {
    const bytes = await exported('laporan kerja', 'triwulan 1 2026', 'lewati', 'csv')
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const [head = [], ...rows] = rowsOf(bytes)
    const of = (row: number, title: string) => rows[row]?.[head.indexOf(title)]
    expect(head.indexOf('Mutu') - head.indexOf('Jumlah')).toBeLessThan(4)
    expect(rows).toHaveLength(4)
    expect(of(0, 'NIP')).toBe('19800101 200501 1 002')
    expect([of(0, 'Jumlah'), of(0, 'Benar sejak awal'), of(0, 'Mutu')]).toEqual(['12,5', '11', '88%'])
    expect([of(1, 'Jumlah'), of(1, 'Benar sejak awal'), of(1, 'Mutu')]).toEqual(['8', '', ''])
    expect(of(0, 'Uraian')).toBe(`'=1+1;"dua"\nbaris`)
    expect(of(3, 'Nama')).toBe(`'=Sari`)
    expect(of(2, 'Status')).toBe('ditarik')
    expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([])
  })

  it('as a workbook has numbers, days and a NIP that stays one', async () => {
    const book = read(await exported('laporan kerja', 'triwulan 1 2026', 'lewati', 'xlsx'), { cellNF: true })
    expect(book.SheetNames).toEqual(['Laporan kerja', 'Ringkasan', 'Keterangan'])
    const main = sheet(book, 'Laporan kerja')
    const [head = []] = utils.sheet_to_json<string[]>(main, { header: 1 })
    const cell = (row: number, title: string) => main[utils.encode_cell({ r: row, c: head.indexOf(title) })]
    expect(cell(1, 'NIP')).toMatchObject({ t: 's', v: '198001012005011002' })
    expect(cell(1, 'Jumlah')).toMatchObject({ t: 'n', v: 12.5 })
    expect(cell(1, 'Mutu')).toMatchObject({ t: 'n', v: 0.88, z: '0.0%' })
    expect(cell(1, 'Tanggal')).toMatchObject({ t: 'n', v: 46_034, z: 'yyyy-mm-dd' })
    expect(cell(1, 'Uraian')).toMatchObject({ t: 's', v: `'=1+1;"dua"\nbaris` })
    expect(cell(2, 'Mutu')).toBeUndefined()
    for (const name of book.SheetNames)
      for (const one of Object.values(sheet(book, name))) expect(one?.f).toBeUndefined()
    const figures = utils.sheet_to_json<(string | number)[]>(sheet(book, 'Ringkasan'), { header: 1 })
    // the report that was taken back is in no figure, and each share stands beside what it was counted from
    expect(figures.slice(1)).toEqual([
      ['Dinas Kesehatan', 1, 2, 0.88, 1, 1, 1],
      ['Dinas Sosial', 1, 1, 1, 1, 0, 1],
      ['Semua', 2, 3, 0.94, 2, 0.5, 2],
    ])
  })

  it('of evaluations has everybody, with quantity, quality, and both views', async () => {
    const book = read(await exported('evaluasi', 'triwulan 1 2026', 'lewati', 'xlsx'))
    const rows = utils.sheet_to_json<Record<string, string | number>>(sheet(book, 'Evaluasi'))
    expect(rows.map((row) => [row.Nama, row.Status])).toEqual([
      ['Budi', 'belum mengirim'],
      ['Wati', 'menunggu nilai'],
      [`'=Sari`, 'belum mengirim'],
      ['Dewi', 'belum mengirim'],
    ])
    expect(rows[1]).toMatchObject({
      'Laporan dihitung': 2,
      'Jumlah hasil': '20,5 berkas',
      'Mutu (rata-rata)': 0.88,
      'Mutu dihitung dari': 1,
      'Hasil (sendiri)': 'Di atas ekspektasi',
      'Perilaku (sendiri)': 'Sesuai ekspektasi',
    })
    expect(rows[1]?.['Predikat (pratinjau)']).toBeUndefined()
    const year = read(await exported('evaluasi', '2026', 'lewati', 'xlsx'))
    expect(utils.sheet_to_json(sheet(year, 'Evaluasi'))).toHaveLength(4) // quarters that nobody can fill in yet are not in it
  })

  it('as PDF says whose it is on A4, and which page of how many', async () => {
    const bytes = await exported('laporan', 'triwulan 1 2026', 'dinas kesehatan', 'pdf')
    const pdf = await getDocumentProxy(bytes)
    const { text, totalPages } = await extractText(pdf, { mergePages: true })
    const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 })
    expect([Math.round(width), Math.round(height)]).toEqual([842, 595])
    for (const words of [
      'Laporan kerja, triwulan I 2026',
      'Pemerintah Kota Serang',
      'Dinas Kesehatan',
      'Dibuat 2 Maret 2026',
      'rata-rata per laporan',
      '12,5',
      '88%',
      `Halaman 1 dari ${totalPages}`,
    ])
      expect(text.replace(/\s+/g, ' ')).toContain(words)
    expect(text).not.toContain('Dinas Sosial')
  })

  it.each(['laporan', 'evaluasi'] as const)(
    'as PDF keeps everything of %s on the page, however long',
    async (what) => {
      const stage = await testBot({ files: {} })
      const long = `Rapi. ${'x'.repeat(200)} ${'kata '.repeat(60)}`
      await stage.database.query('update work_update set said = $1', [long])
      await stage.database.query(
        `update evaluation set status = 'rated', result = 1, behaviour = 1, reason = $1, rated_at = now(),
         rated_by = (select id from employee where name = 'Budi'), replied = 'objected', replied_at = now()`,
        [long],
      )
      const [{ file } = {}] = await stage.person('Dewi').says(`/ekspor ${what} 2026 semua unit pdf`)
      const pdf = await getDocumentProxy(new Uint8Array(await stage.files.read(file?.hash ?? '')))
      const { items } = await (await pdf.getPage(1)).getTextContent()
      const ends = items.flatMap((item) => ('str' in item ? [item.transform[4] + item.width] : []))
      expect(ends.length).toBeGreaterThan(20)
      expect(Math.max(...ends)).toBeLessThan(842 - 28)
    },
  )
})

describe('many rows', () => {
  const table: Table = {
    name: 'Uji',
    title: 'Uji',
    heading: ['Kota'],
    columns: [
      { title: 'Nomor', kind: 'number', width: 8, paper: 40 },
      { title: 'Kata', kind: 'text', width: 20, paper: '*' },
    ],
    summary: {
      name: 'Ringkasan',
      columns: [{ title: 'Jumlah', kind: 'number', width: 8, paper: 40 }],
      rows: [[3]],
    },
    notes: ['Catatan'],
    words: { notes: 'Keterangan', page: '{page}/{pages}' },
    at: '2026-03-02T02:00:00Z',
  }
  async function* pages(count: number) {
    for (let at = 0; at < count; at += 100)
      yield Array.from({ length: Math.min(100, count - at) }, (_, i) => [at + i, `baris ${at + i}`])
  }

  it('come page by page, each row once', async () => {
    const database = await freshDatabase()
    await database.query(
      `insert into work_update (key, employee, done_on, quantity, unit, said, created_at, changed_at)
       select 'many-' || i, 1 + i % 3, date '2025-04-01' + i % 60, 1, 'berkas', 'Bekerja', now(), now()
       from generate_series(1, 1201) as i`,
    )
    const filter = { from: '2025-04-01', until: '2025-06-30', unit: null }
    const store = createReportsExportStore(database)
    const ids = []
    for await (const page of store.pages(filter)) ids.push(...page.map(({ id }) => id))
    expect([ids.length, new Set(ids).size, await store.count(filter)]).toEqual([1201, 1201, 1201])
  })

  it('are the same bytes each time, so that a repeat is the same file', async () => {
    const write = createWriting()
    for (const kind of ['csv', 'xlsx', 'pdf'] satisfies Kind[]) {
      const [first, second] = await Promise.all([
        write(table, kind, pages(250)),
        write(table, kind, pages(250)),
      ])
      expect(Buffer.compare(first, second), kind).toBe(0)
      expect(first.length).toBeGreaterThan(1_000)
    }
  })

  it('that cannot be read say so, and the next file is written all the same', async () => {
    const write = createWriting()
    async function* broken() {
      yield [[1, 'satu']]
      throw new Error('the database is away')
    }
    const failed = write(table, 'xlsx', broken())
    const fine = write(table, 'csv', pages(3))
    await expect(failed).rejects.toThrow('the database is away')
    expect(rowsOf(await fine)).toHaveLength(4)
  })
})

describe('what a cell holds', () => {
  it('is never a formula, and stays readable', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const safe = safeText(text)
        expect(safe).not.toMatch(/^[\s]*[=+\-@]|^[\t\r]/)
        expect(safe.replace(/^'/, '').length).toBeLessThanOrEqual(text.length)
      }),
    )
    for (const start of ['=', '+', '-', '@', '\t', '\r', '\n=', ' =', '＝'])
      expect(safeText(`${start}x`)).toBe(`'${start}x`)
    expect(safeText('12 berkas - 2 salah')).toBe('12 berkas - 2 salah')
    expect(safeText('a\u0000\u0007b\ud800')).toBe('ab\ufffd')
  })

  it('is written as Indonesians write numbers, and a NIP in its groups', () => {
    expect(plainCell(1250.5, { kind: 'number' })).toBe('1250,5')
    expect(plainCell(1 / 3, { kind: 'share' })).toBe('33,3%')
    expect(plainCell(null, { kind: 'number' })).toBe('')
    expect(plainCell('198001012005011002', { kind: 'digits', groups: [8, 6, 1, 3] })).toBe(
      '19800101 200501 1 002',
    )
  })
})

describe('what is asked behind the command', () => {
  it.each([
    [
      'laporan dinas kesehatan maret 2026 pdf',
      { what: 'laporan', unit: 'dinas kesehatan', period: '2026-03', kind: 'pdf' },
    ],
    ['evaluasi triwulan lalu excel', { what: 'evaluasi', period: '2025-Q4', kind: 'xlsx' }],
    ['laporan kerja SMP Negeri 4 tw 1 2026', { what: 'laporan', unit: 'smp negeri 4', period: '2026-Q1' }],
    ['csv laporan 2025 semua unit', { what: 'laporan', unit: null, period: '2025', kind: 'csv' }],
    ['constructor toString', { unit: 'constructor tostring' }],
    ['', {}],
  ])('is read from "%s"', (said, answers) => {
    expect(readAsked(said, '2026-03-02')).toEqual(answers)
  })

  it('is taken for a command without its slash only where it names data or a kind of file', () => {
    expect(['laporan 2026', 'tolong jadikan pdf', ''].map(isAsked)).toEqual([true, true, false])
    expect(['barang ke luar negeri', 'tahun ini naik?', 'constructor'].map(isAsked)).toEqual([
      false,
      false,
      false,
    ])
  })
})

describe('a period', () => {
  it.each([
    ['triwulan lalu', '2025-Q4', 'triwulan IV 2025'],
    ['Triwulan ini', '2026-Q1', 'triwulan I 2026'],
    ['tahun 2025', '2025', 'tahun 2025'],
    ['tahun lalu', '2025', 'tahun 2025'],
    ['bulan lalu', '2026-02', 'Februari 2026'],
    ['maret', '2026-03', 'Maret 2026'],
    ['Desember', '2025-12', 'Desember 2025'],
    ['bulan agustus 2024', '2024-08', 'Agustus 2024'],
    ['2026-02', '2026-02', 'Februari 2026'],
  ])('is read from "%s" and read again as it is shown', (said, key, shown) => {
    expect(readPeriod(said, '2026-03-02')).toBe(key)
    expect(showPeriod(key, 'id')).toBe(shown)
    expect(readPeriod(shown, '2026-03-02')).toBe(key)
  })

  it.each(['', 'kapan-kapan', '1850', '2026-13', '99', 'triwulan 5', 'constructor'])(
    'is not "%s"',
    (said) => {
      expect(readPeriod(said, '2026-03-02')).toBeUndefined()
    },
  )

  it('has its first and last day, also in a leap year', () => {
    expect(periodOf('2028-02')).toEqual({ from: '2028-02-01', until: '2028-02-29', quarters: [] })
    expect(periodOf('2026-12')).toMatchObject({ from: '2026-12-01', until: '2026-12-31' })
    expect(periodOf('2026')?.quarters).toHaveLength(4)
  })
})

it('a unit is found by its name, by some of its words, and by those above it', async () => {
  const units = createUnitsStore(await freshDatabase())
  const found = async (words: string) => (await units.named(words)).map(pathOf)
  expect(await found('dinas kesehatan')).toEqual(['Dinas Kesehatan'])
  expect(await found('puskesmas kesehatan')).toEqual(['Puskesmas Serang, Dinas Kesehatan'])
  expect(await found('kes')).toEqual(['Dinas Kesehatan'])
  expect(await found('serang')).toEqual(['Puskesmas Serang, Dinas Kesehatan'])
  expect(await found('  %  ')).toEqual([])
})
