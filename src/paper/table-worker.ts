import { parentPort, workerData } from 'node:worker_threads'
import type { Value } from './table.ts'
import { END } from './thread.ts'
import type { TableOrder } from './writing.ts'

/** The thread in which workbooks and pages are written: both take all rows at once, and seconds where there are many. */
const port = parentPort
if (port === null) throw new Error('this file is the thread of tables, not a program of its own')
const { table, kind } = workerData as TableOrder
const rows: (readonly Value[])[] = []

port.on('message', (page: readonly (readonly Value[])[] | typeof END) => {
  if (page === END) void finish()
  else for (const row of page) rows.push(row)
})

async function finish(): Promise<void> {
  const bytes =
    kind === 'xlsx'
      ? (await import('./table-xlsx.ts')).writeXlsx(table, rows)
      : await (await import('./table-pdf.ts')).writePdf(table, rows)
  port?.postMessage(bytes, [bytes.buffer as ArrayBuffer])
}
