import type { Quality } from './form.ts'
import type { Goal, Target } from './target.ts'

/** What the forms ask of a target. */
export interface Measures {
  readonly title: string
  readonly amount: { readonly quantity: number; readonly unit: string } | null
  readonly quality: Quality | null
  readonly due: string | null
}

/** What the forms gave as a goal of a year; without a due date it is due at the end of it. */
export function goalOf({ title, amount, quality, due }: Measures, year: number): Goal {
  return {
    title,
    quantity: amount?.quantity ?? null,
    unit: amount?.unit ?? null,
    quality: quality?.words ?? null,
    qualityGoal: quality?.share ?? null,
    due: due ?? `${year}-12-31`,
  }
}

/** A target as the form that changes it is filled in. */
export function answersOf(target: Target): Readonly<Record<string, unknown>> {
  const { quantity, unit, quality, qualityGoal } = target
  return {
    number: String(target.number),
    year: String(target.year),
    title: target.title,
    amount: quantity === null || unit === null ? null : { quantity, unit },
    quality: quality === null ? null : { words: quality, share: qualityGoal },
    due: target.due,
  }
}
