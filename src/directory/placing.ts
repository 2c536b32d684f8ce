import { isAbove, pathTo, type TreeUnit, type Unit, unitKey } from './units.ts'

/** Where each path leads, by its place among them; or why it leads nowhere. */
export interface Placed {
  readonly places: readonly (TreeUnit | { readonly problem: string })[]
  /** Units that had none above them, and have one now that it is known. */
  readonly moved: readonly TreeUnit[]
}

/**
 * Finds or makes the unit at the end of each path. A path may begin anywhere: its first name is looked for in the
 * directory and in the other paths, and is the highest of a new tree where it is found in neither. A unit with none above
 * it goes below the one that is named for it, unless it is `settled`: somebody the paths do not speak of is in it.
 */
export function placeUnits(
  paths: readonly (readonly string[])[],
  units: readonly Unit[],
  settled: ReadonlySet<string> = new Set(),
): Placed {
  const tree = treeOf(units)
  const spelt = spellings(paths)
  const above = contexts(paths)
  const located = new Map<string, TreeUnit | Unplaced>()
  const moved: TreeUnit[] = []

  const make = (key: string, parent: TreeUnit | undefined): TreeUnit => {
    const unit = { key, name: spelt.get(key) ?? key, id: undefined, parent, below: new Map() }
    insert(tree, unit)
    return unit
  }
  const child = (parent: TreeUnit, key: string): TreeUnit => {
    const there = parent.below.get(key)
    if (there !== undefined) return there
    const loose = tree.roots.get(key)
    const stays = loose?.id === undefined || settled.has(loose.id) || above.get(key)?.size !== 1
    if (stays || isAbove(loose, parent)) return make(key, parent)
    tree.roots.delete(key)
    loose.parent = parent
    parent.below.set(key, loose)
    moved.push(loose)
    return loose
  }
  const find = (key: string, name: string, looking: ReadonlySet<string>): TreeUnit => {
    if (looking.has(key)) throw new Unplaced(`unit "${name}" menjadi induk dari induknya sendiri.`)
    for (const path of above.get(key)?.values() ?? []) reach(path, new Set([...looking, key]))
    const named = tree.byKey.get(key) ?? new Set()
    const [only] = named
    if (only === undefined) return make(key, undefined)
    const root = named.size === 1 ? only : tree.roots.get(key)
    if (root === undefined) throw new Unplaced(severalOf(name, [...named]))
    return root
  }
  const locate = (key: string, name: string, looking: ReadonlySet<string>): TreeUnit => {
    const known = located.get(key) ?? caught(() => find(key, name, looking))
    located.set(key, known)
    if (known instanceof Unplaced) throw known
    return known
  }
  const reach = (path: readonly string[], looking: ReadonlySet<string> = new Set()): TreeUnit => {
    const [first = '', ...rest] = path
    return rest.reduce((unit, name) => child(unit, unitKey(name)), locate(unitKey(first), first, looking))
  }
  const places = paths.map((path) => {
    const place = caught(() => reach(path))
    return place instanceof Unplaced ? { problem: place.message } : place
  })
  return { places, moved }
}

class Unplaced extends Error {}

function caught(place: () => TreeUnit): TreeUnit | Unplaced {
  try {
    return place()
  } catch (error) {
    if (error instanceof Unplaced) return error
    throw error
  }
}

interface Tree {
  readonly roots: Map<string, TreeUnit>
  readonly byKey: Map<string, Set<TreeUnit>>
}

function treeOf(units: readonly Unit[]): Tree {
  const tree: Tree = { roots: new Map(), byKey: new Map() }
  const made = new Map(
    units.map(({ id, name, key }): [string, TreeUnit] => [
      id,
      { id, name, key, parent: undefined, below: new Map() },
    ]),
  )
  for (const { id, parent } of units) {
    const unit = made.get(id)
    if (unit === undefined) continue
    unit.parent = parent === null ? undefined : made.get(parent)
    insert(tree, unit)
  }
  return tree
}

function insert({ roots, byKey }: Tree, unit: TreeUnit): void {
  ;(unit.parent?.below ?? roots).set(unit.key, unit)
  byKey.set(unit.key, (byKey.get(unit.key) ?? new Set()).add(unit))
}

/** Under which paths each name stands that is not the first of its own. */
function contexts(
  paths: readonly (readonly string[])[],
): ReadonlyMap<string, ReadonlyMap<string, readonly string[]>> {
  const above = new Map<string, Map<string, readonly string[]>>()
  for (const path of paths) {
    for (let i = 1; i < path.length; i++) {
      const key = unitKey(path[i] ?? '')
      const before = path.slice(0, i)
      const known = above.get(key) ?? new Map<string, readonly string[]>()
      above.set(key, known.set(before.map(unitKey).join('>'), path.slice(0, i + 1)))
    }
  }
  return above
}

/** Of several spellings of a name the first that is not all in capitals. */
function spellings(paths: readonly (readonly string[])[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const name of paths.flat()) {
    const key = unitKey(name)
    const known = names.get(key)
    if (known === undefined || (known === known.toUpperCase() && name !== name.toUpperCase()))
      names.set(key, name)
  }
  return names
}

const MOST_PLACES = 3

function severalOf(name: string, units: readonly TreeUnit[]): string {
  const [first] = units
  const shown = units.slice(0, MOST_PLACES).map((unit) => (unit.parent ? pathTo(unit.parent) : unit.name))
  const more = units.length > MOST_PLACES ? '; …' : ''
  return `unit "${name}" ada di beberapa tempat (${shown.join('; ')}${more}). Tulis jalurnya, misalnya "${first ? pathTo(first) : name}".`
}
