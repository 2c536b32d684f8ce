export type { ChangeBy, Employee, EmployeePatch, EntryRole, Kind, Named } from './directory/employee.ts'
export { ENTRY_ROLES, KINDS } from './directory/employee.ts'
export { createDirectory, type Directory } from './directory/store.ts'
