import type { Kind, Pages, Table } from './table.ts'
import { writeCsv } from './table-csv.ts'
import { inThread } from './thread.ts'

/** The most rows that are written at once, by kind: a workbook is a thread's memory, paper besides a reader's patience. */
export const MOST_ROWS: Readonly<Record<Kind, number>> = { csv: 50_000, xlsx: 50_000, pdf: 10_000 }

/** What the thread of tables is to write. */
export interface TableOrder {
  readonly table: Table
  readonly kind: Exclude<Kind, 'csv'>
}

const TABLES = new URL('./table-worker.ts', import.meta.url)
/** Enough for 10,000 rows on paper or 50,000 in a workbook. */
const MEGABYTES = 768

/** Writes tables as files, one after another: two large ones at once would be twice the memory. */
export function createWriting() {
  let last: Promise<unknown> = Promise.resolve()

  /** The bytes of a file with all rows. */
  return function writeTable(table: Table, kind: Kind, pages: Pages): Promise<Uint8Array> {
    const written = last.then(() =>
      kind === 'csv'
        ? writeCsv(table, pages)
        : inThread(TABLES, { data: { table, kind } satisfies TableOrder, megabytes: MEGABYTES, pages }),
    )
    last = written.catch(() => undefined) // whoever asked is told; the next one begins all the same
    return written
  }
}
