import type { Database } from '../../src/database/database.ts'
import {
  type Change,
  countByUnit,
  createDirectory,
  historyOf,
  readNip,
  unitsNamed,
} from '../../src/directory.ts'
import { showNumber } from '../../src/indonesian/numbers.ts'
import { wrong } from './options.ts'
import { COLUMNS } from './report.ts'

const SOURCES: Readonly<Record<Change['source'], string>> = {
  import: 'impor',
  report: 'laporan atasan keliru',
  officer: 'petugas',
  self: 'sendiri',
}

/** All changes about somebody, the latest first, in Indonesian. Throws `Misconfigured` where nobody has that NIP. */
export async function historyText(database: Database, written: string, timeZone: string): Promise<string> {
  const read = readNip(written)
  if ('problem' in read) throw wrong(read.problem)
  const employee = await createDirectory(database).byNip(read.nip)
  if (employee === undefined) throw wrong('tidak ada pegawai dengan NIP itu di direktori.')
  const moment = new Intl.DateTimeFormat('id-ID', { timeZone, dateStyle: 'medium', timeStyle: 'short' })
  const changes = await historyOf(database, employee.id)
  return [
    `${employee.name}, ${employee.position}, ${employee.unit.name}`,
    ...changes.map(
      (change) => `  ${moment.format(change.at)} · ${SOURCES[change.source]} ${change.by} · ${what(change)}`,
    ),
  ].join('\n')
}

/** How many work in each unit, those below indented; of one unit where it is named. */
export async function listText(database: Database, unit: string | undefined): Promise<string> {
  const roots = unit === undefined ? [undefined] : (await unitsNamed(database, unit)).map(({ id }) => id)
  if (roots.length === 0) throw wrong(`tidak ada unit bernama "${unit}".`)
  const counts = (await Promise.all(roots.map((root) => countByUnit(database, root)))).flat()
  if (counts.length === 0) return 'Direktori masih kosong. Isi dengan: npm run people -- import BERKAS.csv'
  const lines = counts.map(({ depth, name, whole, wholePppk }) => {
    const pppk = wholePppk > 0 ? `, ${showNumber(wholePppk)} di antaranya PPPK` : ''
    return `${'  '.repeat(depth)}${name}: ${showNumber(whole)}${pppk}`
  })
  const total = counts.filter(({ depth }) => depth === 0).reduce((sum, { whole }) => sum + whole, 0)
  return [...lines, `\nSeluruhnya ${showNumber(total)} pegawai.`].join('\n')
}

function what({ field, before, after }: Change): string {
  if (field === 'entry') return 'masuk ke direktori'
  return `${COLUMNS[field] ?? field}: ${before || '(kosong)'} → ${after || '(kosong)'}`
}
