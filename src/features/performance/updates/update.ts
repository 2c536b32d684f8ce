import type { KeptFile } from '../../../chat/message.ts'
import type { Named } from '../../../directory.ts'
import type { Day } from '../../../indonesian/dates.ts'

/** What a report says of a piece of work, as far as whoever reports it decides. */
export interface Work {
  /** The id of the RHK it was done for; null where it is for none. */
  readonly target: string | null
  readonly doneOn: Day
  readonly quantity: number
  readonly unit: string
  /** Of the quantity, so much was right the first time; null where nothing was said of it. */
  readonly good: number | null
  readonly late: boolean | null
  /** Evidence somewhere else, by its https address. */
  readonly link: string | null
  /** In which words it was told. */
  readonly said: string
}

/** Where a report stands: it waits for the supervisor, is approved, was asked about, or taken back. */
export type UpdateStatus = 'sent' | 'approved' | 'asked' | 'withdrawn'

/** A report of a piece of work. */
export interface Update extends Omit<Work, 'target'> {
  readonly id: string
  /** Under which its evidence is kept. */
  readonly key: string
  readonly employee: Named
  readonly supervisor: string | null
  readonly target: { readonly id: string; readonly number: number; readonly title: string } | null
  readonly status: UpdateStatus
  /** How often it was changed. */
  readonly revision: number
  readonly createdAt: Date
  readonly changedAt: Date
  readonly evidence: readonly KeptFile[]
}

/** Something said about a report. */
export interface Note {
  readonly kind: 'approved' | 'asked' | 'comment' | 'changed' | 'withdrawn'
  readonly by: string | null
  readonly text: string | null
  readonly at: Date
}
