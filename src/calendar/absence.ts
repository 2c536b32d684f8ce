import type { Day } from '../indonesian/dates.ts'

/** Why somebody is away: on leave, or on duty elsewhere (dinas luar). */
export type AbsenceKind = 'cuti' | 'dinas'

/** The days somebody is away, both ends included. */
export interface Absence {
  readonly from: Day
  readonly to: Day
  readonly kind: AbsenceKind
}
