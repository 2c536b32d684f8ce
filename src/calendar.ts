export type { Absence, AbsenceKind } from './calendar/absence.ts'
export { type Calendar, calendarOf, type Week } from './calendar/calendar.ts'
export { HOLIDAY_KINDS, type Holiday, type HolidayKind } from './calendar/holiday.ts'
export { occurrencesBetween } from './calendar/occurrences.ts'
export { readRecurrence } from './calendar/reading.ts'
export type { Occurrence, OnDay, Period, Recurrence, Shift } from './calendar/recurrence.ts'
export { showRecurrence } from './calendar/showing.ts'
export { type CalendarStore, createCalendarStore } from './calendar/store.ts'
export {
  addWorkingDays,
  nextWorking,
  nthWorkingDay,
  previousWorking,
  workingDaysBetween,
} from './calendar/working-days.ts'
export { zoneName } from './calendar/zone.ts'
