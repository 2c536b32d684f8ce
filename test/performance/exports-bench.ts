/**
 * Measures what an export costs: `node test/performance/exports-bench.ts [rows] [csv|xlsx|pdf]`. Fills an embedded
 * database of its own with so many reports, writes them as one file, and tells the seconds, the size, the peak memory of
 * the process (with the database in it), and the longest time the main thread worked without a break: by its own clock, so
 * that other programs do not count.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../../src/database/database.ts'
import { createReportsExportStore } from '../../src/features/performance/exports/reports-export-store.ts'
import { reportRows, reportsTable } from '../../src/features/performance/exports/reports-table.ts'
import { KINDS } from '../../src/features/performance/exports/table.ts'
import { createWriting } from '../../src/features/performance/exports/writing.ts'

const rows = Number(process.argv[2] ?? 10_000)
const kinds = KINDS.filter((kind) => process.argv[3] === undefined || process.argv[3] === kind)
const directory = mkdtempSync(join(tmpdir(), 'abdi-bench-'))
const database = await openDatabase({ kind: 'embedded', directory })
await database.query(
  `insert into unit (name, key) select 'Dinas ' || i, 'dinas ' || i from generate_series(1, 40) as i`,
)
await database.query(
  `insert into employee (nip, name, kind, unit, position)
   select '19800101200501' || lpad(i::text, 4, '0'), 'Siti Rahmawati ' || i, 'PNS', 1 + i % 40, 'Penata Layanan Operasional'
   from generate_series(1, 2000) as i`,
)
await database.query(
  `insert into target (key, employee, year, number, title, quantity, unit, quality, quality_goal, created_at)
   select 'target-' || id, id, 2026, 1, 'Melayani permohonan surat keterangan', 400, 'berkas', 'tanpa kembali', 95, now()
   from employee`,
)
await database.query(
  `insert into work_update (key, employee, target, done_on, quantity, unit, good, late, said, created_at, changed_at)
   select 'work-' || i, 1 + i % 2000, 1 + i % 2000, date '2026-01-01' + i % 90, 12, 'berkas', 11, i % 9 = 0,
     'Melayani pemohon di loket, semua berkas diperiksa lengkap dan selesai pada hari itu juga.', now(), now()
   from generate_series(1, $1) as i`,
  [rows],
)
const store = createReportsExportStore(database)
const filter = { from: '2026-01-01', until: '2026-03-31', unit: null }
const write = createWriting()
/** Milliseconds this thread has worked. */
function worked(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1_000
}
const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`
for (const kind of kinds) {
  const before = process.memoryUsage.rss()
  let peak = before
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }, 20)
  const cpu = process.cpuUsage()
  let [last, longest] = [worked(), 0]
  const breaks = setInterval(() => {
    const now = worked()
    longest = Math.max(longest, now - last)
    last = now
  }, 1)
  const started = performance.now()
  const own = reportsTable(await store.figures(filter), 'id')
  const table = {
    ...own,
    title: own.name,
    heading: ['Kota'],
    words: { notes: 'Keterangan', page: '{page}/{pages}' },
    at: '2026-04-01T00:00:00Z',
  }
  const bytes = await write(table, kind, reportRows(store.pages(filter), 'id', 'Asia/Jakarta'))
  const seconds = (performance.now() - started) / 1_000
  clearInterval(breaks)
  const { user, system } = process.cpuUsage(cpu)
  clearInterval(watch)
  console.log(
    `${kind}: ${rows} rows, ${seconds.toFixed(1)} s (${((user + system) / 1e6).toFixed(1)} s of work), ${megabytes(bytes.length)} (${bytes.length} bytes), ` +
      `memory ${megabytes(before)} → peak ${megabytes(peak)}, longest stretch ${Math.round(longest)} ms`,
  )
}
await database.close()
rmSync(directory, { recursive: true })
