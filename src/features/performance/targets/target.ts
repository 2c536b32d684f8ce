import type { Day } from '../../../indonesian/dates.ts'

/** What somebody wants to achieve in a year (rencana hasil kerja, RHK), as far as they decide it. */
export interface Goal {
  readonly title: string
  /** So many of a unit over the year; null where nothing is counted. */
  readonly quantity: number | null
  readonly unit: string | null
  /** What good means, in words. */
  readonly quality: string | null
  /** The share that is to be right, in percent. */
  readonly qualityGoal: number | null
  readonly due: Day | null
}

/** An RHK of somebody's year. */
export interface Target extends Goal {
  readonly id: string
  readonly employee: string
  readonly year: number
  /** By which people call it within the year. */
  readonly number: number
  /** The RHK of the supervisor it is a part of. */
  readonly parent: { readonly id: string; readonly number: number; readonly title: string } | null
  /** True once it is no longer pursued; what was reported for it stays. */
  readonly dropped: boolean
}

/** A target on a button: its number first, so that typing it presses the button; at most 40 characters. */
export function labelOf({ number, title }: Pick<Target, 'number' | 'title'>): string {
  const label = `${number}. ${title}`
  return label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL - 1).trimEnd()}…` : label
}

const LONGEST_LABEL = 40
