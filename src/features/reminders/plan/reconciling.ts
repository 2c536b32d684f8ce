import type { Occurrence } from '../../../calendar.ts'
import type { Day } from '../../../indonesian/dates.ts'
import type { Due } from '../deadline.ts'

/** What has to become of the kept occurrences of a deadline: those that move, those that are new, those that are no more. */
export interface Reconciled {
  readonly moved: readonly (Occurrence & { readonly id: string })[]
  readonly added: readonly Occurrence[]
  readonly closed: readonly string[]
}

/**
 * Brings the occurrences that are kept and not over in line with those that are wanted from a day on. One whose nominal
 * day is gone becomes the wanted one about the same period, so that what was said and done about it stays with it.
 */
export function reconciled(kept: readonly Due[], wanted: readonly Occurrence[], today: Day): Reconciled {
  const named = new Map(kept.map((one) => [one.nominal, one]))
  const isWanted = new Set(wanted.map(({ nominal }) => nominal))
  const gone = kept.filter(({ nominal, due }) => !isWanted.has(nominal) && due >= today)
  const added: Occurrence[] = []
  const moved: (Occurrence & { id: string })[] = []
  const taken = new Set<string>()
  for (const one of wanted) {
    const same = named.get(one.nominal)
    if (same !== undefined) {
      if (same.due !== one.due) moved.push({ ...one, id: same.id })
      continue
    }
    const before = gone.find(
      ({ id, from, to }) => !taken.has(id) && from === one.period.from && to === one.period.to,
    )
    if (one.due < today) continue
    if (before === undefined) added.push(one)
    else {
      taken.add(before.id)
      moved.push({ ...one, id: before.id })
    }
  }
  return { moved, added, closed: gone.filter(({ id }) => !taken.has(id)).map(({ id }) => id) }
}
