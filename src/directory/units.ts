import { fold } from '../indonesian/words.ts'

/** A unit as the directory has it. */
export interface Unit {
  readonly id: string
  readonly name: string
  readonly key: string
  readonly parent: string | null
}

/** A unit in a tree that is being completed: the directory's, or a new one, which has no id yet. */
export interface TreeUnit {
  readonly key: string
  readonly name: string
  readonly id: string | undefined
  parent: TreeUnit | undefined
  readonly below: Map<string, TreeUnit>
}

/** What two spellings of a unit have in common. */
export function unitKey(name: string): string {
  return fold(name.replaceAll('&', ' dan '))
}

/** The units among some and above them that are not in the directory yet, those above before those below. */
export function missingUnits(units: Iterable<TreeUnit>): readonly TreeUnit[] {
  const seen = new Set<TreeUnit>()
  const add = (unit: TreeUnit): void => {
    if (seen.has(unit)) return
    if (unit.parent !== undefined) add(unit.parent) // one that was moved may be below a new one
    seen.add(unit)
  }
  for (const unit of units) add(unit)
  return [...seen].filter(({ id }) => id === undefined)
}

/** The names from the highest to a unit: "Dinas Kesehatan > Puskesmas Ciracas". */
export function pathTo(unit: TreeUnit): string {
  return unit.parent === undefined ? unit.name : `${pathTo(unit.parent)} > ${unit.name}`
}

/** True for a unit and all that are below it. */
export function isAbove(unit: TreeUnit, other: TreeUnit): boolean {
  return unit === other || (other.parent !== undefined && isAbove(unit, other.parent))
}
