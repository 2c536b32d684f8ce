import { randomUUID } from 'node:crypto'
import type { Database } from '../database/database.ts'
import { dayAt } from '../indonesian/dates.ts'
import { FIELDS, type Field } from './import/headings.ts'
import { notice } from './import/noticing.ts'
import { hashed, stageRows } from './import/reading.ts'
import { createNotes, type ImportReport, MOST_REFUSED } from './import/report.ts'
import { type Settled, settle } from './import/settling.ts'
import type { ImportSource } from './import/source.ts'
import { createStaging, type Staging } from './import/store.ts'
import { openTable, type Table } from './import/table.ts'
import { writeArrivals } from './import/writing.ts'
import { pathTo } from './units.ts'

/** How a file is to be imported. */
export interface ImportOptions {
  readonly now: Date
  readonly timeZone: string
  /** What headings mean that are not known by themselves. */
  readonly map?: Readonly<Record<string, Field>>
  /** Which sheet of a workbook. */
  readonly sheet?: string
  /** Only say what would happen. */
  readonly dryRun?: boolean
  /** Also write where more than a twentieth of the rows is refused. */
  readonly acceptRefused?: boolean
  /** Is shown what will happen, and says whether it may. */
  agree?(planned: ImportReport): Promise<boolean>
  /** Is told how many rows were read. */
  onRows?(count: number): void
}

const MANY = 1000

/**
 * Imports a list of people: all rows that are good or none, each change written down. Who is not in it stays. Throws
 * `Unreadable` for a file that is no such list.
 */
export async function importPeople(
  database: Database,
  source: ImportSource,
  options: ImportOptions,
): Promise<ImportReport> {
  const staging = createStaging(database, randomUUID())
  await staging.begin()
  try {
    return await carryOut(database, staging, source, options)
  } finally {
    // what came of the import is told either way; rows that stay go at a later one
    await staging.clear().catch(() => undefined)
  }
}

async function carryOut(
  database: Database,
  staging: Staging,
  source: ImportSource,
  options: ImportOptions,
): Promise<ImportReport> {
  const file = hashed(source)
  const { planned, settled } = await plan(database, staging, file, options)
  const { added, changed, refused, rows } = planned
  if (options.dryRun) return planned
  if (refused.length > rows * MOST_REFUSED && !options.acceptRefused) return { ...planned, outcome: 'held' }
  if (added + changed + settled.moved.length === 0) return { ...planned, outcome: 'unchanged' }
  if (options.agree && !(await options.agree(planned))) return { ...planned, outcome: 'declined' }
  const { places, moved } = settled
  const agreed = { id: staging.id, places, moved, planned, mark: planned.mark, now: options.now }
  const written = await writeArrivals(database, agreed)
  if (written.added + written.changed > MANY) await refresh(database)
  return { ...planned, outcome: 'written', ...written }
}

/** After many changes the database looks at its table anew: the embedded one never does by itself. */
async function refresh(database: Database): Promise<void> {
  await database.query('vacuum analyze employee').catch(() => undefined) // without it it is only slower
}

async function plan(
  database: Database,
  staging: Staging,
  file: ReturnType<typeof hashed>,
  options: ImportOptions,
): Promise<{ readonly planned: ImportReport; readonly settled: Settled }> {
  const today = dayAt(options.now, options.timeZone)
  const table = await openTable(file, options)
  const notes = createNotes()
  const read = await stageRows(staging, table, notes, { today, onRows: options.onRows })
  const settled = await settle(staging, read.paths, notes)
  const nameOf = (id: string): string => {
    const unit = settled.unitOf(id)
    return unit === undefined ? id : pathTo(unit)
  }
  await notice(database, staging.id, { places: settled.placements, nameOf, today }, notes)
  const planned: ImportReport = {
    outcome: 'tried',
    file: file.name,
    ...(table.sheet !== undefined && { sheet: table.sheet }),
    mark: file.mark(),
    columns: columnsUsed(table),
    rows: read.rows,
    passedOver: read.passedOver,
    ...(await staging.difference(settled.placements)),
    units: { added: settled.added.map(pathTo), moved: settled.moved.map(pathTo) },
    missing: await staging.missing(),
    refused: [...read.refused, ...(await staging.refused())].sort((a, b) => a.line - b.line),
    notes: notes.all(),
  }
  return { planned, settled }
}

function columnsUsed({ columns: { of, headings, unused } }: Table): ImportReport['columns'] {
  const used = FIELDS.flatMap((field) => {
    const columns = of[field]
    return columns === undefined ? [] : [[field, columns.map((column) => headings[column]?.trim() ?? '')]]
  })
  return { used: Object.fromEntries(used), unused }
}
