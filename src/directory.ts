import type { NipsRead } from './directory/import/nips.ts'
import type { importPeople as ImportPeople } from './directory/import.ts'

export {
  type Audience,
  type AudienceCount,
  type AudienceReading,
  type Audiences,
  createAudiences,
  type Lack,
} from './directory/audience.ts'
export type { Member } from './directory/audience-store.ts'
export { type Audit, createAudit, type Deed, type Detail, type Trace } from './directory/audit.ts'
export type { Changed } from './directory/change-store.ts'
export type { ChangeBy, Employee, EmployeePatch, EntryRole, Kind, Named } from './directory/employee.ts'
export { ENTRY_ROLES, KINDS } from './directory/employee.ts'
export { type Change, historyOf } from './directory/history-store.ts'
export { FIELDS, type Field } from './directory/import/headings.ts'
export type { NipsRead } from './directory/import/nips.ts'
export { type ImportReport, MOST_REFUSED, type Note, type Refused } from './directory/import/report.ts'
export type { ImportSource } from './directory/import/source.ts'
export type { ImportOptions } from './directory/import.ts'
export { birthdayOf, nipDigits, readNip, showNip } from './directory/nip.ts'
export { createOfficers, type Officer } from './directory/officers-store.ts'
export { createPlaces, type Places, type Where } from './directory/place-store.ts'
export type { Preference } from './directory/reach-store.ts'
export { retirementAge, retirementDay } from './directory/retirement.ts'
export { createDirectory, type Directory } from './directory/store.ts'
export {
  countByUnit,
  type UnitCount,
  type UnitPlace,
  unitsMeant,
  unitsNamed,
} from './directory/unit-store.ts'

/** Reads a list of NIPs as `directory/import/nips.ts` says, which is only loaded then. */
export async function nipsOf(bytes: Uint8Array): Promise<NipsRead> {
  const { nipsOf } = await import('./directory/import/nips.ts')
  return nipsOf(bytes)
}

/** Imports a list of people as `directory/import.ts` says, which is only loaded then: most processes never need it. */
export async function importPeople(
  ...asked: Parameters<typeof ImportPeople>
): ReturnType<typeof ImportPeople> {
  const { importPeople } = await import('./directory/import.ts')
  return importPeople(...asked)
}
