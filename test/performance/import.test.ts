import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, it, vi } from 'vitest'
import { importTargetFile } from '../../scripts/people/targets.ts'
import type { Database } from '../../src/database/database.ts'
import { importTargets } from '../../src/features/performance/targets/import.ts'
import { NOW } from '../support/bot.ts'
import { freshDatabase } from '../support/database.ts'
import { staff } from './stage.ts'

vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 })

const HEAD = 'nip;tahun;nomor;rhk;kuantitas;satuan;mutu;mutu_persen;tenggat;induk_nomor'
const [SARI, WATI, BUDI] = ['198501012010011001', '198501012010011002', '198501012010011006']
const source = (text: string | Uint8Array) => ({
  name: 'target.csv',
  async *open() {
    const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
    yield bytes.subarray(0, 7)
    yield bytes.subarray(7)
  },
})
const all = () =>
  database.query(
    `select e.name, t.number, t.title, t.quantity, t.unit, t.quality_goal, t.due::text, above.number as parent
     from target t join employee e on e.id = t.employee left join target above on above.id = t.parent order by e.name, t.number`,
  )

let database: Database
beforeEach(async () => {
  database = await freshDatabase()
  await staff(database)
})

const FILE = [
  HEAD,
  `${WATI};2026;1;Terlayaninya pasien poli gigi;1.200;pasien;tanpa komplain;95;;2`,
  `'${WATI};2026;2;Tersusunnya laporan;12;laporan;;;30/6/2026;`,
  `${SARI};2026;2;Meningkatnya layanan;;;;;;`,
].join('\n')

it('brings targets in, those of supervisors wherever they stand; the same file again changes nothing', async () => {
  expect(await importTargets(database, source(FILE), { now: NOW, dryRun: true })).toMatchObject({
    added: 3,
    problems: [],
  })
  expect(await all()).toEqual([])
  expect(await importTargets(database, source(FILE), { now: NOW })).toEqual({
    added: 3,
    changed: 0,
    unchanged: 0,
    problems: [],
  })
  const rows = [
    {
      name: 'Sari',
      number: 2,
      title: 'Meningkatnya layanan',
      quantity: null,
      unit: null,
      quality_goal: null,
      due: '2026-12-31',
      parent: null,
    },
    {
      name: 'Wati',
      number: 1,
      title: 'Terlayaninya pasien poli gigi',
      quantity: '1200',
      unit: 'pasien',
      quality_goal: '95',
      due: '2026-12-31',
      parent: 2,
    },
    {
      name: 'Wati',
      number: 2,
      title: 'Tersusunnya laporan',
      quantity: '12',
      unit: 'laporan',
      quality_goal: null,
      due: '2026-06-30',
      parent: null,
    },
  ]
  expect(await all()).toEqual(rows)
  expect(await importTargets(database, source(FILE), { now: NOW })).toEqual({
    added: 0,
    changed: 0,
    unchanged: 3,
    problems: [],
  })
  expect(await all()).toEqual(rows)
})

it('what the file changes is kept as it was', async () => {
  await importTargets(database, source(FILE), { now: NOW })
  const changed = FILE.replace('1.200;pasien', '900;pasien')
  for (const expected of [
    { changed: 1, unchanged: 2 },
    { changed: 0, unchanged: 3 },
  ])
    expect(await importTargets(database, source(changed), { now: NOW })).toMatchObject(expected)
  const changes = await database.query<{ before: object }>('select before from target_change')
  expect(changes).toEqual([
    { before: expect.objectContaining({ quantity: 1200, title: 'Terlayaninya pasien poli gigi' }) },
  ])
})

it.each([
  ['198501012010010000', '2026;1;Laporan bulanan', 'Excel'],
  ['1.98501E+17', '2026;1;Laporan bulanan', 'Excel'],
  ['12345', '2026;1;Laporan bulanan', '18 angka'],
  [BUDI, '2026;1;Laporan bulanan', 'tidak ada di daftar'],
  [WATI, '26;1;Laporan bulanan', 'tahun'],
  [WATI, '2026;0;Laporan bulanan', 'nomor'],
  [WATI, '2026;1;Lap', '5 sampai 200'],
  [WATI, '2026;1;Laporan bulanan;banyak;berkas', 'kuantitas harus angka'],
  [WATI, '2026;1;Laporan bulanan;-3;berkas', 'kuantitas harus angka'],
  [WATI, '2026;1;Laporan bulanan;12;', 'perlu satuan'],
  [WATI, '2026;1;Laporan bulanan;12;berkas;baik;120', 'mutu_persen'],
  [WATI, '2026;1;Laporan bulanan;12;berkas;;;31/2/2026', 'tenggat'],
  [WATI, '2026;1;Laporan bulanan;12;berkas;;;1/1/2027', 'tenggat'],
  [WATI, '2026;1;Laporan bulanan;12;berkas;;;;satu', 'induk_nomor'],
])('a row that cannot be taken is told with its line, the others go on: %s %s', async (nip, rest, reason) => {
  const { added, problems } = await importTargets(
    database,
    source(`${HEAD}\n${nip};${rest}\n${SARI};2026;1;Laporan triwulan`),
    { now: NOW },
  )
  expect({ added, problems }).toEqual({
    added: 1,
    problems: [{ line: 2, problem: expect.stringContaining(reason) }],
  })
})

it('a number twice, and a target of the supervisor that is not there, are told', async () => {
  const file = `${HEAD}\n${WATI};2026;1;Laporan bulanan;;;;;;9\n${WATI};2026;1;Laporan lain`
  expect(await importTargets(database, source(file), { now: NOW })).toMatchObject({
    added: 1,
    problems: [
      { line: 2, problem: expect.stringContaining('tanpa induk') },
      { line: 3, problem: expect.stringContaining('baris sebelumnya') },
    ],
  })
})

it.each([
  ['', /bukan berkas CSV/],
  ['nama;unit\nWati;Dinas', /kolom nip, tahun, nomor, rhk tidak ada/],
  [`${HEAD}\n"${WATI};2026;1;Laporan`, /tanda kutip/],
  [new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0]), /bukan berkas CSV/],
])('what is no such file is refused with a sentence', async (text, reason) => {
  await expect(importTargets(database, source(text), { now: NOW })).rejects.toThrow(reason)
})

it('reads what Excel writes: commas, a mark at the start, Windows-1252', async () => {
  const text = `\uFEFF${HEAD.replaceAll(';', ',').toUpperCase()}\r\n${WATI},2026,1,"Laporan, bulanan",12,berkas,,,,\r\n`
  expect(await importTargets(database, source(text), { now: NOW })).toMatchObject({ added: 1, problems: [] })
  const western = Buffer.from(`${HEAD}\n${WATI};2026;2;Rapat \xe9valuasi`, 'latin1')
  expect(await importTargets(database, source(western), { now: NOW })).toMatchObject({ added: 1 })
  expect((await all()).map((row) => (row as { title: string }).title)).toEqual([
    'Laporan, bulanan',
    'Rapat évaluasi',
  ])
})

it('from the command line shows what will change, and stores it only where that is said', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'abdi-target-'))
  try {
    const path = join(directory, 'target.csv')
    writeFileSync(path, `${FILE}\n${WATI};2026;100;Terlalu jauh;;;;;;`)
    const said: string[] = []
    const run = (asked: { dryRun?: boolean; yes?: boolean }) =>
      importTargetFile(database, { path, dryRun: false, yes: false, ...asked }, (text) => said.push(text))
    expect(await run({ dryRun: true })).toBe(0)
    expect(said).toEqual([
      'RHK baru: 3 · diubah: 0 · sudah sama: 0\n1 baris perlu dilihat:\n  baris 5: nomor harus 1 sampai 99',
    ])
    expect(await run({})).toBe(1)
    expect(said.at(-1)).toMatch(/--yes/)
    expect(await all()).toHaveLength(0)
    expect(await run({ yes: true })).toBe(0)
    expect(said.at(-1)).toBe('Tersimpan: 3 RHK baru, 0 diubah.')
    expect(await all()).toHaveLength(3)
    expect(await run({ yes: true })).toBe(1) // nothing is new, and a row is still refused
    await expect(
      importTargetFile(database, { path: join(directory, 'lain.csv'), dryRun: false, yes: true }),
    ).rejects.toThrow(/tidak ada atau bukan berkas/)
  } finally {
    rmSync(directory, { recursive: true })
  }
})
