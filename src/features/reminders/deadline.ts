import type { Recurrence, Shift } from '../../calendar.ts'
import type { Audience } from '../../directory.ts'
import type { Day } from '../../indonesian/dates.ts'

/** On which days people are reminded: so many calendar days before, on the day, and each so many working days after it. */
export interface Plan {
  readonly before: readonly number[]
  readonly onDay: boolean
  readonly overdueEvery: number | null
  readonly mostOverdue: number
}

/** After how many working days past the due day supervisors and officers hear who is missing; null: never. */
export interface Escalation {
  readonly supervisorAfter: number | null
  readonly hrAfter: number | null
}

/** What counts as done: a report or a self-evaluation sent to the bot, and whether it is enough that people say so. */
export interface Done {
  readonly by: 'report' | 'evaluation' | null
  readonly said: boolean
}

/** What officers decide about a deadline. `words` stand below its line in the digest and may hold placeholders. */
export interface Content {
  readonly title: string
  readonly template: string | null
  readonly recurrence: Recurrence
  readonly shift: Shift
  readonly audience: Audience
  readonly plan: Plan
  /** The hour of the day from which people are reminded, 6 to 17. */
  readonly hour: number
  readonly escalation: Escalation
  readonly done: Done
  readonly words: string | null
  readonly startsOn: Day | null
  readonly endsOn: Day | null
}

export type Status = 'draft' | 'active' | 'paused' | 'ended'

/** A deadline as it is kept. */
export interface Deadline extends Content {
  readonly id: string
  readonly status: Status
  readonly version: number
  /** Of a draft: the deadline it is to replace, and the version of that it was made from. */
  readonly replaces: string | null
  readonly base: number | null
  readonly madeBy: string
  readonly changedBy: string
  readonly changedAt: Date
}

/** One time a deadline falls due, as it is kept. */
export interface Due {
  readonly id: string
  readonly deadline: string
  readonly nominal: Day
  readonly due: Day
  readonly from: Day
  readonly to: Day
  readonly label: string
  readonly planned: Day
  readonly lastDay: Day
}

/** The parts of a deadline that decide on which days something is said. */
export const SCHEDULE = ['recurrence', 'shift', 'plan', 'startsOn', 'endsOn'] as const

/** Every part officers can change, in the order they are shown. */
export const PARTS = [
  'title',
  'recurrence',
  'shift',
  'audience',
  'plan',
  'hour',
  'escalation',
  'done',
  'words',
  'startsOn',
  'endsOn',
] as const
export type Part = (typeof PARTS)[number]

/** Which parts of two contents differ. */
export function changedParts(before: Content, after: Content): readonly Part[] {
  return PARTS.filter((part) => canonical(before[part]) !== canonical(after[part]))
}

/** JSON with its keys in order: the database gives them back in another. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
