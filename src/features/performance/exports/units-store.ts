import type { Database } from '../../../database/database.ts'
import { fold } from '../../../indonesian/words.ts'

/** A unit and those above it, the highest first. */
export interface Unit {
  readonly id: string
  readonly name: string
  readonly above: readonly string[]
}

/** `tree`: every unit with the ids on the way to it from the highest ("path"), and the name of the highest ("top"). */
export const TREE = `tree as (
  select id, name, array[id] as path, array[name] as names from unit where parent is null
  union all
  select unit.id, unit.name, tree.path || unit.id, tree.names || unit.name
  from unit join tree on unit.parent = tree.id where cardinality(tree.path) < 20
)`

/** Finds units by what people call them. */
export function createUnitsStore(database: Database) {
  const all = async (): Promise<readonly Unit[]> => {
    const rows = await database.query<{ id: string; name: string; names: readonly string[] }>(
      `with recursive ${TREE} select id, name, names from tree order by names`,
    )
    return rows.map(({ id, name, names }) => ({ id, name, above: names.slice(0, -1) }))
  }
  return {
    async unit(id: string): Promise<Unit | undefined> {
      return (await all()).find((unit) => unit.id === id)
    },

    /** The units that words can mean: those of just that name, else those in whose names, or those above, they all stand. */
    async named(words: string): Promise<readonly Unit[]> {
      const said = fold(words)
      if (said === '') return []
      const units = await all()
      const exact = units.filter(({ name }) => fold(name) === said)
      if (exact.length > 0) return exact
      const wanted = said.split(' ')
      const fits = units.filter(({ name, above }) => {
        const known = fold([name, ...above].join(' ')).split(' ')
        return wanted.every((word) => known.some((one) => one.startsWith(word)))
      })
      // "dinas kesehatan" fits all that is below it, too: the highest of them is meant
      return fits.filter(({ above }) => !fits.some(({ name }) => above.includes(name)))
    },
  }
}

export type UnitsStore = ReturnType<typeof createUnitsStore>

/** A unit with those above it, as one line. */
export function pathOf({ name, above }: Unit): string {
  return [name, ...above.toReversed()].join(', ')
}
