import type { Day } from '../../../indonesian/dates.ts'

/** A month of a year: "2026-03". */
export type Month = string

/** How content people are with the service of a unit (SKM), as surveys measure it; 25 to 100. */
export interface Index {
  readonly unit: { readonly id: string; readonly name: string }
  readonly month: Month
  readonly value: number
  readonly band: 'A' | 'B' | 'C' | 'D'
  readonly respondents: number
}

/** The indices of the months between two days, both included. */
export type Indices = (from: Day, until: Day) => Promise<readonly Index[]>

/** Figures as the public sees them: null where a number is hidden, or rests on too few. */
export interface Figures {
  readonly received: number | null
  readonly inTime: number | null
  readonly late: number | null
  readonly waiting: number | null
  readonly overdue: number | null
  /** Without an answer: praise, which asks for none, and what was closed without one. */
  readonly unanswered: number | null
  /** Working days to the answer, of half of them at most. */
  readonly medianDays: number | null
  readonly rated: number | null
  /** One to five, to a tenth. */
  readonly satisfaction: number | null
}

/** Of the whole year and of each of its months. */
export interface Course {
  readonly year: Figures
  readonly months: Readonly<Record<Month, Figures>>
}

/** A highest unit, "0" for what nobody has said yet whom it is for, with the themes named most. */
export interface UnitCourse extends Course {
  readonly id: string
  readonly name: string
  readonly themes: readonly string[]
}

/** An index, and the highest unit above its own. */
export interface YearIndex extends Index {
  readonly top: string
}

/** A year, up to the day before the figures were made. */
export interface Year {
  readonly year: number
  readonly months: readonly Month[]
  readonly city: Course
  readonly units: readonly UnitCourse[]
  readonly themes: readonly { readonly name: string; readonly tickets: number }[]
  readonly indices: readonly YearIndex[]
}

/** All that is shown of a day, the latest year first. */
export interface Published {
  /** The figures are as things stood when this day began. */
  readonly on: Day
  /** The working days an office has to look at a ticket, and to answer it from then on. */
  readonly promised: { readonly verify: number; readonly answer: number }
  readonly years: readonly Year[]
}

/** The id of what nobody has said yet whom it is for. */
export const NO_UNIT = '0'

/** Which of those whose time is over were answered in time, in percent; undefined where that cannot be said. */
export function punctuality({ inTime, late, overdue }: Figures): number | undefined {
  if (inTime === null || late === null || overdue === null) return undefined
  const all = inTime + late + overdue
  return all === 0 ? undefined : Math.round((inTime / all) * 100)
}
