import { parentPort, workerData } from 'node:worker_threads'
import type { Table, Value } from './table.ts'
import type { Told } from './thread.ts'

/** The thread in which workbooks and pages are written: both take all rows at once, and seconds where there are many. */
const port = parentPort
if (port === null) throw new Error('this file is the export thread, not a program of its own')
const { table, kind } = workerData as { readonly table: Table; readonly kind: 'xlsx' | 'pdf' }
const rows: (readonly Value[])[] = []

port.on('message', (page: readonly (readonly Value[])[] | 'end') => {
  if (page === 'end') void finish()
  else for (const row of page) rows.push(row)
})

async function finish(): Promise<void> {
  const bytes =
    kind === 'xlsx'
      ? (await import('./xlsx.ts')).writeXlsx(table, rows)
      : await (await import('./pdf.ts')).writePdf(table, rows)
  const told: Told = { bytes }
  port?.postMessage(told, [bytes.buffer as ArrayBuffer])
}
