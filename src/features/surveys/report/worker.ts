import { parentPort, workerData } from 'node:worker_threads'
import type { Order } from './thread.ts'

/** The thread in which reports are written; it writes the one it was given, and ends. */
if (parentPort === null) throw new Error('this file is the report thread, not a program of its own')
const { report, kind } = workerData as Order
const bytes =
  kind === 'pdf'
    ? await (await import('./pdf.ts')).writeReportPdf(report)
    : (await import('./xlsx.ts')).writeReportXlsx(report)
parentPort.postMessage(bytes, [bytes.buffer as ArrayBuffer])
