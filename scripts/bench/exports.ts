import { join } from 'node:path'
import { type Database, openDatabase } from '../../src/database/database.ts'
import { createOwnDatabase } from './database.ts'
import type { Figure, Findings } from './figures.ts'
import { measured } from './measured.ts'
import type { Rig } from './rig.ts'

/** What an export says of itself: its seconds, how large the file is, and the longest stretch of the main thread in ms. */
export interface Written {
  readonly seconds: number
  readonly bytes: number
  readonly stretch: number
}

const FEW = 10_000
const MANY = 50_000
/** Reports are spread over so many days: the first ones are the few. */
const DAYS = { few: 16, many: 80 } as const
const FIRST_DAY = Date.UTC(2026, 0, 1)
const DAY_MS = 86_400_000
const MEGA = 1024 * 1024
const PROGRAM = 'scripts/bench/export-one.ts'

/** What exports of reports cost: 10,000 rows as CSV, XLSX, and PDF, and 50,000 as CSV and XLSX. */
export async function benchExports(rig: Rig, on?: string): Promise<Findings> {
  const folder = rig.folder()
  const directory = join(folder, 'data')
  const url = on === undefined ? undefined : await createOwnDatabase(rig, on)
  const database = await openDatabase(
    url === undefined ? { kind: 'embedded', directory } : { kind: 'native', url },
  )
  rig.tell(`making ${MANY} reports`)
  await fill(database).finally(() => database.close())
  const place = { folder, DATA_DIR: directory, ...(url && { DATABASE_URL: url }) }
  const run = async (kind: string, rows: number): Promise<readonly Figure[]> => {
    rig.tell(`writing ${rows} rows as ${kind}`)
    const cost = await measured(rig, [PROGRAM, kind, lastDay(rows === FEW ? DAYS.few : DAYS.many)], place)
    const { seconds, bytes, stretch } = JSON.parse(cost.output) as Written // what that program writes
    const what = `${kind}, ${rows} rows`
    return [
      { name: what, unit: 's', abdi: seconds },
      { name: `${what}: work of the whole program (CPU)`, unit: 's', abdi: cost.cpu },
      { name: `${what}: memory at most`, unit: 'MB', abdi: cost.peak / MEGA },
      { name: `${what}: longest stretch of the main thread`, unit: 'ms', abdi: stretch },
      { name: `${what}: the file`, unit: 'MB', abdi: bytes / MEGA },
    ]
  }
  const opened = await measured(rig, [PROGRAM, 'none'], place)
  return {
    bench: `exports (${on === undefined ? 'embedded database' : 'PostgreSQL'})`,
    figures: [
      { name: 'nothing written: work (CPU)', unit: 's', abdi: opened.cpu },
      { name: 'nothing written: memory at most', unit: 'MB', abdi: opened.peak / MEGA },
      ...(await run('csv', FEW)),
      ...(await run('xlsx', FEW)),
      ...(await run('pdf', FEW)),
      ...(await run('csv', MANY)),
      ...(await run('xlsx', MANY)),
    ],
    notes: [
      'Each in a process of its own; seconds are from the first look into the database to the last byte of the file, memory is the peak of the process (VmHWM) with the embedded database in it.',
      'The longest stretch is work of the main thread by its own clock: so long nobody else is answered.',
    ],
  }
}

/** So many reports of 2,000 people in 40 offices, each for a target. */
async function fill(database: Database): Promise<void> {
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
     select 'work-' || i, 1 + i % 2000, 1 + i % 2000, date '2026-01-01' + (i - 1) / $2, 12, 'berkas', 11, i % 9 = 0,
       'Melayani pemohon di loket, semua berkas diperiksa lengkap dan selesai pada hari itu juga.', now(), now()
     from generate_series(1, $1::int) as i`,
    [MANY, MANY / DAYS.many],
  )
}

function lastDay(days: number): string {
  return new Date(FIRST_DAY + (days - 1) * DAY_MS).toISOString().slice(0, 10)
}
