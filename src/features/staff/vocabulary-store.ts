import type { Queryable } from '../../database/database.ts'
import { fold } from '../../indonesian/words.ts'
import type { Vocabulary } from './reading/places.ts'
import { familyOf, isPosition } from './reading/positions.ts'
import { knownUnits, type Unit } from './reading/units.ts'

/** What the directory knows to ask for, and how what was asked is written there. */
export interface DirectoryWords extends Omit<Vocabulary, 'home'> {
  /** The unit with this id and all below it. */
  below(unit: string): readonly string[]
  unit(id: string): Unit | undefined
  /** The unit right below `top` (null: the OPD) that a unit belongs to; the unit itself where it is `top`. */
  under(unit: string, top: string | null): string
  /** Every position somebody has, as it is written. */
  readonly everyPosition: readonly string[]
  /** The words positions begin with. */
  readonly families: ReadonlySet<string>
  /** The positions meant by asked-for words, as they are written. */
  positionsOf(asked: string): readonly string[]
  /** The qualifications that have all asked-for words, as they are written. */
  qualificationsOf(asked: string): readonly string[]
}

/**
 * Reads the words of the directory, and reads them again only once something in it has changed: for one turn they stay
 * the same.
 */
export function createVocabulary(database: Queryable): (turn: object) => Promise<DirectoryWords> {
  let known: { readonly mark: string; readonly words: DirectoryWords } | undefined
  const ofTurn = new WeakMap<object, Promise<DirectoryWords>>()

  async function latest(): Promise<DirectoryWords> {
    const [row] = await database.query<{ mark: string }>(MARK)
    const mark = row?.mark ?? ''
    if (known?.mark !== mark) known = { mark, words: await readWords(database) }
    return known.words
  }

  return (turn) => {
    const words = ofTurn.get(turn) ?? latest()
    ofTurn.set(turn, words)
    return words
  }
}

/** What is another as soon as an entry is added or changed, or a unit. */
const MARK = `select concat_ws(' ',
  (select max(id) from employee), (select max(id) from employee_change),
  (select concat_ws(' ', count(*), max(id), sum(hashtext(name || ' ' || coalesce(parent, 0))::bigint)) from unit)) as mark`

/** Every value of a column once, in as many looks into its index as there are values. */
const distinct = (column: 'position' | 'qualification'): string => `with recursive value as (
  select min(${column}) as said from employee where left_on is null
  union all
  select (select min(${column}) from employee where left_on is null and ${column} > value.said)
  from value where value.said is not null
) select said from value where said is not null`

async function readWords(database: Queryable): Promise<DirectoryWords> {
  const units = await database.query<Unit>('select id, name, parent from unit order by id')
  const jobs = await database.query<{ said: string }>(distinct('position'))
  const schooling = await database.query<{ said: string }>(distinct('qualification'))
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const children = Map.groupBy(units, ({ parent }) => parent)
  const below = (id: string, depth = 0): readonly string[] => [
    id,
    ...(depth > 20 ? [] : (children.get(id) ?? []).flatMap((child) => below(child.id, depth + 1))),
  ]
  const under = (id: string, top: string | null, depth = 0): string => {
    const above = byId.get(id)?.parent ?? null
    return id === top || above === top || above === null || depth > 20 ? id : under(above, top, depth + 1)
  }
  return {
    under: (id, top) => under(id, top),
    units: knownUnits(units),
    everyPosition: jobs.map(({ said }) => said),
    families: new Set(jobs.map(({ said }) => familyOf(said))),
    positions: [...new Set(jobs.map(({ said }) => fold(said)))],
    below: (id) => below(id),
    unit: (id) => byId.get(id),
    positionsOf: (asked) => jobs.flatMap(({ said }) => (isPosition(said, asked) ? [said] : [])),
    qualificationsOf: (asked) => schooling.flatMap(({ said }) => (hasWords(said, asked) ? [said] : [])),
  }
}

/** "S-1" and "S 1" are "S1". */
function hasWords(qualification: string, asked: string): boolean {
  const words = new Set(
    fold(qualification)
      .replace(/\b([sd]) (?=[1-4]\b)/g, '$1')
      .split(' '),
  )
  return asked.split(' ').every((word) => words.has(word))
}
