import type { Status } from './registry.ts'

/** Whether a pasal is in force, and what changed that: the regulations and, where known, their pasal. */
export interface Standing {
  readonly status: Status
  readonly by: readonly { readonly regulation: string; readonly pasal?: string }[]
  /** Since when, as an ISO date, where it is known. */
  readonly since?: string
}
