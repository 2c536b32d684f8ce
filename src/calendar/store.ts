import type { Database } from '../database/database.ts'
import { createAbsenceStore } from './absence-store.ts'
import { createHolidayStore } from './holiday-store.ts'

/** What is kept of the calendar: days off, the working days of a week, and who is away. */
export type CalendarStore = ReturnType<typeof createCalendarStore>

/** The calendar of the organization, of what ships and what officers added. */
export function createCalendarStore(database: Database) {
  return { ...createHolidayStore(database), ...createAbsenceStore(database) }
}
