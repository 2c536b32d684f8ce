import type { Day } from '../indonesian/dates.ts'

/** What an entry of the directory may do by itself; who has people below them is a supervisor besides. */
export const ENTRY_ROLES = ['employee', 'hr', 'admin'] as const
export type EntryRole = (typeof ENTRY_ROLES)[number]

/** How somebody is employed: as a civil servant, or under a contract of work (UU 20/2023, Pasal 5). */
export const KINDS = ['PNS', 'PPPK'] as const
export type Kind = (typeof KINDS)[number]

/** Somebody or something by its id and name. */
export interface Named {
  readonly id: string
  readonly name: string
}

/** Somebody who works, or worked, for the government, as the directory has them. */
export interface Employee extends Named {
  /** 18 digits, without spaces. */
  readonly nip: string
  readonly kind: Kind
  readonly unit: Named
  readonly position: string
  /** Golongan, "III/a"; of a PPPK its own, "IX". */
  readonly grade: string | null
  readonly email: string | null
  /** E.164. */
  readonly phone: string | null
  readonly supervisor: Named | null
  readonly role: EntryRole
  readonly qualification: string | null
  readonly retiresOn: Day | null
  readonly leftOn: Day | null
  /** How many people who still work here have them as supervisor. */
  readonly reports: number
}

/** What of an entry may be changed by itself; a supervisor and a unit are given by their ids. */
export interface EmployeePatch {
  readonly supervisor?: string | null
  readonly unit?: string
  readonly position?: string
  readonly email?: string | null
  readonly phone?: string | null
  readonly role?: EntryRole
  readonly leftOn?: Day | null
}

/** Who changes an entry, by what and when. */
export interface ChangeBy {
  readonly source: 'import' | 'report' | 'officer' | 'self'
  /** The account, or the mark of the import. */
  readonly by: string
  readonly now: Date
}
