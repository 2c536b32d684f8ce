import type { Named } from '../../../directory.ts'
import type { Day } from '../../../indonesian/dates.ts'
import type { Behaviours } from './behaviours.ts'
import type { Rating } from './predicate.ts'
import type { Quarter } from './quarter.ts'

/** What somebody says of their own quarter. */
export interface OwnView {
  readonly results: string
  readonly behaviours: Behaviours
  readonly result: Rating
  readonly behaviour: Rating
}

/** What the supervisor made of it. */
export interface Rated {
  readonly by: Named
  readonly result: Rating
  readonly behaviour: Rating
  readonly reason: string
  readonly at: Date
}

/** A quarterly self-evaluation, and how far it has come. */
export interface Evaluation {
  readonly id: string
  readonly quarter: Quarter
  readonly employee: Named & {
    readonly nip: string
    readonly unit: string
    readonly position: string
    readonly leftOn: Day | null
  }
  /** Who is to rate it now; null where the employee has left, or nobody who still works here is above them. */
  readonly rater: Named | null
  readonly own: OwnView
  /** How often it was filled in. */
  readonly version: number
  readonly sentAt: Date
  readonly status: 'sent' | 'asked' | 'rated'
  readonly rated: Rated | null
  readonly replied: 'accepted' | 'objected' | null
  /** True while an objection waits for the rating to be looked at once more. */
  readonly reopened: boolean
}

/** Something that was said about an evaluation. */
export interface Note {
  readonly kind: 'asked' | 'answered' | 'comment' | 'changed' | 'rated' | 'accepted' | 'objected'
  readonly by: string | null
  readonly text: string | null
  readonly at: Date
}

/** What keeps somebody from doing something with an evaluation. */
export type Barrier = 'gone' | 'self' | 'left' | 'not theirs' | 'rated' | 'changed' | 'replied'

/** What keeps somebody from rating an evaluation, or talking about it as its supervisor; undefined where nothing does. */
export function barrierFor(evaluation: Evaluation, by: string): Barrier | undefined {
  if (evaluation.employee.id === by) return 'self'
  if (evaluation.rater?.id === by) return undefined
  return evaluation.employee.leftOn === null ? 'not theirs' : 'left'
}

/** True once the last word about it is said, unless the person objected to it. */
export function isSettled({ status, reopened }: Evaluation): boolean {
  return status === 'rated' && !reopened
}
