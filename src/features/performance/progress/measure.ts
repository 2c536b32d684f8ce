import type { Day } from '../../../indonesian/dates.ts'
import type { Target } from '../targets/target.ts'

/** What was reported for a target within some days, in the target's own unit where it has one. */
export interface Sum {
  /** So much was done, of which so much is approved. */
  readonly done: number
  readonly approved: number
  /** Of how much it is known whether it was right, and how much of that was. */
  readonly counted: number
  readonly good: number
  readonly reports: number
  readonly late: number
}

/** How far somebody has come with a target: this quarter, and over the year. */
export interface Progress {
  readonly target: Target
  readonly quarter: Sum
  readonly year: Sum
  /** The day of the last report; null where there is none. */
  readonly last: Day | null
  /** What was reported in other units than the target's. */
  readonly others: readonly { readonly unit: string; readonly quantity: number }[]
}

/** Nothing reported yet. */
export const NOTHING: Sum = { done: 0, approved: 0, counted: 0, good: 0, reports: 0, late: 0 }

/** The share of the goal that is done, 0 and more; undefined where no quantity is asked for. */
export function shareDone({ target, year }: Pick<Progress, 'target' | 'year'>): number | undefined {
  return target.quantity === null ? undefined : year.done / target.quantity
}

/** The share that was right, 0 to 1, of what is known; undefined where nothing is. */
export function shareGood({ good, counted }: Sum): number | undefined {
  return counted > 0 ? good / counted : undefined
}

/** A share as ten signs, "▰▰▰▱▱▱▱▱▱▱": none is full before it is reached, none empty once begun. */
export function bar(share: number): string {
  const full =
    share >= 1 ? WIDTH : Math.min(WIDTH - 1, Math.max(share > 0 ? 1 : 0, Math.round(share * WIDTH)))
  return '▰'.repeat(full) + '▱'.repeat(WIDTH - full)
}

const WIDTH = 10

/** A share in whole percent; 99 for what is nearly all, so that 100 means all of it. */
export function percent(share: number): number {
  const rounded = Math.round(share * 100)
  if (rounded === 100 && share < 1) return 99
  return rounded === 0 && share > 0 ? 1 : rounded
}

/** Quantity done and share right of some progress in whole percent, as a picture shows them; null where unknown. */
export function sharesOf(progress: Progress): { readonly done: number | null; readonly good: number | null } {
  const [done, good] = [shareDone(progress), shareGood(progress.year)]
  return { done: done === undefined ? null : percent(done), good: good === undefined ? null : percent(good) }
}
