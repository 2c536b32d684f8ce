import type { Day } from '../../../indonesian/dates.ts'
import type { Done } from '../deadline.ts'
import type { Standing } from '../ports.ts'

/** Who has already done what an occurrence asks for by sending it to the bot. */
export type Doers = (
  done: Done,
  period: { readonly from: Day; readonly to: Day },
) => Promise<ReadonlySet<string>>

/** Asks once for each period, as long as this is kept. */
export function createDoers(standing: Standing): Doers {
  const known = new Map<string, Promise<ReadonlySet<string>>>()
  return ({ by }, { from, to }) => {
    if (by === null) return Promise.resolve(NOBODY)
    const key = `${by} ${from} ${to}`
    const found =
      known.get(key) ??
      (by === 'report' ? standing.reported(from, to) : standing.evaluated(from, to)).then(
        (ids) => new Set(ids),
      )
    known.set(key, found)
    return found
  }
}

const NOBODY: ReadonlySet<string> = new Set()
