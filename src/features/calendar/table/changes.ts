import type { Holiday } from '../../../calendar.ts'

/** What a table would change of what is there. */
export interface Changes {
  readonly added: readonly Holiday[]
  readonly changed: readonly { readonly before: Holiday; readonly after: Holiday }[]
  readonly same: number
}

/** Compares the days of a table with what is there of them. */
export function changesOf(days: readonly Holiday[], present: readonly Holiday[]): Changes {
  const there = new Map(present.map((one) => [one.day, one]))
  const added = days.filter(({ day }) => !there.has(day))
  const changed = days.flatMap((after) => {
    const before = there.get(after.day)
    return before !== undefined && !isSame(before, after) ? [{ before, after }] : []
  })
  return { added, changed, same: days.length - added.length - changed.length }
}

function isSame(a: Holiday, b: Holiday): boolean {
  return a.kind === b.kind && a.name === b.name && a.decree === b.decree
}
