import type { TargetStore } from '../targets/store.ts'
import type { Draft } from './draft.ts'
import { type Amount, goodOf, type Part } from './fields.ts'
import { bestTarget } from './matching.ts'

/** What the form gave for a draft: all of it, of which one part was asked for. */
export interface Completion {
  /** How much was said before, where only the unit was asked for. */
  readonly count: string
  readonly amount: Amount
  readonly good: Part | null
  readonly doneOn: string
}

/** A draft with what its form gave; what that makes uncertain is left open again. */
export function completed(draft: Draft, { count, amount, good, doneOn }: Completion): Draft {
  const { several: _, oddDay: _day, asks, vague, good: before, thing, ...rest } = draft
  const { quantity = Number(count), unit } = amount
  const same = draft.quantity === quantity && (draft.unit ?? unit) === unit
  const isVague = vague === true && asks !== 'good' && good === null && amount.good === undefined
  const known =
    asks === 'good' || good !== null
      ? good && goodOf(good, quantity)
      : (amount.good ?? (same ? before : keptGood(draft, quantity)))
  return {
    ...rest,
    quantity,
    unit,
    doneOn,
    ...(isVague ? { vague } : known !== undefined && { good: known }),
    ...(same && thing !== undefined && { thing }),
  }
}

/** What somebody leaves open or says of the quality with the button they press. */
export function withQuality(draft: Draft, value: string): Draft {
  if (value === 'semua' && draft.quantity !== undefined) return { ...draft, good: draft.quantity }
  return value === 'tanpa' ? { ...draft, good: null } : draft
}

/** One of several things that were counted, and those that are left. */
export function oneOf(
  { several = [], ...draft }: Draft,
  index: number,
): { readonly draft: Draft; readonly rest: NonNullable<Draft['rest']> } | undefined {
  const one = several[index]
  return one && { draft: { ...draft, ...one }, rest: several.filter((_, i) => i !== index) }
}

/** A draft for the target its words and its unit fit, where that is open; what else was counted goes with it. */
export async function fitted(
  store: TargetStore,
  employee: string,
  draft: Draft,
  { text = draft.said, rest = [] }: { readonly text?: string; readonly rest?: Draft['rest'] } = {},
): Promise<Draft> {
  const { unit, doneOn = '', target } = draft
  const targets = target === undefined ? await store.targetsOf(employee, Number(doneOn.slice(0, 4))) : []
  const fitting = bestTarget(`${text} ${unit ?? ''}`, unit, targets)
  return { ...draft, ...(fitting && { target: fitting.id }), ...(rest.length > 0 && { rest }) }
}

/** Where all was right it still is when the quantity is another; else how much was is no longer known. */
function keptGood({ quantity, good }: Draft, now: number): number | null | undefined {
  if (good === null) return null
  return good !== undefined && good === quantity ? now : undefined
}
