import { inThread } from '../../../paper/thread.ts'
import type { SkmReport } from './skm-report.ts'

/** How the report can be had, and what each kind of file is called where files are told apart. */
export const MIME = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const
export type ReportKind = keyof typeof MIME

/** What the thread is given. */
export interface Order {
  readonly report: SkmReport
  readonly kind: ReportKind
}

/** Much more than a page or two with a chart take. */
const MEGABYTES = 384

/** Writes a report as a file, in a thread of its own: it takes most of a second, in which nobody else should wait. */
export function writeReport(report: SkmReport, kind: ReportKind): Promise<Uint8Array> {
  const order: Order = { report, kind }
  return inThread(new URL('./worker.ts', import.meta.url), { data: order, megabytes: MEGABYTES })
}
