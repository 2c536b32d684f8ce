import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import type { Database, Queryable } from '../../../database/database.ts'
import { Unreadable } from '../../../errors.ts'
import { bringIn, hang, type Imported, type Owner, ownersOf } from './import/import-store.ts'
import { type Cells, COLUMNS, type Column, REQUIRED, readRow, type TargetRow } from './import/row.ts'

/** A CSV file with targets: its name, and its bytes, which may be read once. */
export interface TargetFile {
  readonly name: string
  open(): AsyncIterable<Uint8Array>
}

/** What an import did, or with `dryRun` would do; rows that are not taken are named with their line and the reason. */
export interface TargetImport extends Readonly<Record<Imported, number>> {
  readonly problems: readonly { readonly line: number; readonly problem: string }[]
}

/**
 * Brings the targets of a CSV file in (UTF-8 or Windows-1252, by comma or semicolon): those that are there by NIP, year
 * and number become what the file says, nothing is dropped. A row that cannot be taken is told, the others go on. The
 * same file again changes nothing. Throws `Unreadable` where it is no such file.
 */
export async function importTargets(
  database: Database,
  source: TargetFile,
  { now, dryRun = false }: { readonly now: Date; readonly dryRun?: boolean },
): Promise<TargetImport> {
  const bytes = await allOf(source)
  const lines = linesOf(bytes)
  const mark = createHash('sha256').update(bytes).digest('hex').slice(0, 16)
  let result: TargetImport | undefined
  try {
    await database.transaction(async (connection) => {
      result = await bringAll(connection, lines, { mark, now })
      if (dryRun) throw UNDONE
    })
  } catch (error) {
    if (error !== UNDONE) throw error
  }
  return result ?? { added: 0, changed: 0, unchanged: 0, problems: [] }
}

/** Ends the transaction of a dry run. */
const UNDONE = new Error('only looked at')

interface Line {
  readonly line: number
  readonly cells: Cells
}

async function bringAll(
  connection: Queryable,
  lines: readonly Line[],
  how: { readonly mark: string; readonly now: Date },
): Promise<TargetImport> {
  const counts = { added: 0, changed: 0, unchanged: 0 }
  const problems: { line: number; problem: string }[] = []
  const read = lines.map(({ line, cells }) => ({ line, row: readRow(cells) }))
  const nips = new Set(read.flatMap(({ row }) => ('nip' in row ? [row.nip] : [])))
  const owners = await ownersOf(connection, [...nips], how.now)
  const seen = new Set<string>()
  const taken: { line: number; row: TargetRow; owner: Owner }[] = []
  for (const { line, row } of read) {
    if ('problem' in row) {
      problems.push({ line, problem: row.problem })
      continue
    }
    const owner = owners.get(row.nip)
    const name = `${row.nip} ${row.year} ${row.number}`
    if (owner === undefined)
      problems.push({ line, problem: 'NIP itu tidak ada di daftar pegawai yang masih bekerja' })
    else if (seen.has(name))
      problems.push({ line, problem: `RHK ${row.number} untuk NIP itu sudah ada di baris sebelumnya` })
    else {
      seen.add(name)
      taken.push({ line, row, owner })
      counts[await bringIn(connection, owner, row, how)]++
    }
  }
  // once all are there: a supervisor's own targets may stand further down
  for (const { line, row, owner } of taken) {
    const { parent, year, number, goal } = row
    if (parent !== null && !(await hang(connection, owner, year, number, goal, parent)))
      problems.push({ line, problem: `RHK ${parent} atasannya tidak ada, jadi disimpan tanpa induk` })
  }
  return { ...counts, problems: problems.toSorted((a, b) => a.line - b.line) }
}

const LARGEST = 50 * 1024 * 1024

async function allOf({ name, open }: TargetFile): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of open()) {
    size += chunk.length
    if (size > LARGEST) throw new Unreadable(`${name} lebih besar dari 50 MB.`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** The rows below the headings, with the lines they begin in. */
function linesOf(bytes: Buffer): readonly Line[] {
  const text = (
    isUtf8(bytes) ? bytes.toString('utf8') : new TextDecoder('windows-1252').decode(bytes)
  ).replace(/^\uFEFF/, '')
  if (text.includes('\0') || text.trim() === '') throw new Unreadable('ini bukan berkas CSV yang berisi RHK.')
  const first = text.slice(0, text.search(/\r?\n|$/))
  const delimiter = first.split(';').length > first.split(',').length ? ';' : ','
  const rows = parsed(text, delimiter)
  const [headings, ...rest] = rows
  const columns = (headings?.record ?? []).map((heading) =>
    COLUMNS.find(
      (column) =>
        column ===
        heading
          .trim()
          .toLowerCase()
          .replace(/[\s-]+/g, '_'),
    ),
  )
  const missing = REQUIRED.filter((column) => !columns.includes(column))
  if (missing.length > 0)
    throw new Unreadable(
      `kolom ${missing.join(', ')} tidak ada. Judul kolomnya harus: ${COLUMNS.join(', ')}.`,
    )
  return rest.map(({ record, info }) => ({ line: info.lines, cells: cellsOf(record, columns) }))
}

interface Parsed {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

function parsed(text: string, delimiter: string): readonly Parsed[] {
  try {
    const options = { delimiter, info: true, relax_column_count: true, skip_empty_lines: true } as const
    return parse(text, options) as unknown as readonly Parsed[] // with `info` each record comes with where it ended
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith('CSV_') !== true) throw error
    throw new Unreadable('ada tanda kutip (") yang dibuka dan tidak ditutup lagi. Perbaiki, lalu impor lagi.')
  }
}

function cellsOf(record: readonly string[], columns: readonly (Column | undefined)[]): Cells {
  return Object.fromEntries(
    record.flatMap((cell, i) => (columns[i] === undefined ? [] : [[columns[i], cell]])),
  )
}
