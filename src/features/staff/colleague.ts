import type { Reply } from '../../chat/feature.ts'
import { literal } from '../../chat/message.ts'
import { showNumber } from '../../indonesian/numbers.ts'
import { type Asking, type Row, say, tableOf } from './asking.ts'
import { type Asked, type Dimension, type Disclosure, discloses } from './disclosure.ts'
import { listed } from './listing.ts'
import { ownAnswer } from './one-person.ts'
import type { Filters, Query } from './query.ts'
import { selectionOf } from './selecting.ts'
import type { Entry } from './store.ts'
import { texts } from './texts.ts'
import { understood } from './understood.ts'
import type { DirectoryWords } from './vocabulary-store.ts'

/**
 * What those are answered who are no officers: about themselves and their supervisor, their direct reports by name, and
 * how many there are in their own unit where that says nothing about one of them.
 */
export async function answerColleague(asking: Asking, from = 0): Promise<Reply> {
  const { query, self, turn } = asking
  const t = texts[turn.person.language]
  if (self === undefined) return say(t.noEntry)
  if (query.want === 'who') {
    if (query.who === 'self' || (query.who === 'supervisor' && query.filters.of === 'me'))
      return ownAnswer(asking, query)
    return say(query.ask && CONTACTS.includes(query.ask) ? t.refused.contact : t.refused.names)
  }
  if (query.filters.of === 'me') return aboutReports(asking, query, self, from)
  if (query.want === 'list' || query.filters.of !== undefined) return say(t.refused.names)
  return aboutUnit(asking, query, self)
}

const CONTACTS: readonly string[] = ['phone', 'email', 'nip']
/** What a supervisor may ask of their direct reports, whose names they know; nothing that is read off a NIP. */
const OF_REPORTS: readonly (keyof Filters)[] = ['of', 'kind', 'position', 'grade', 'retires']
const OF_UNIT: readonly (keyof Filters)[] = ['unit', 'kind', 'sex', 'position', 'grade']
const BY_DIMENSION: Readonly<Partial<Record<string, Dimension>>> = {
  kind: 'kind',
  sex: 'sex',
  grade: 'grade',
}

async function aboutReports(asking: Asking, query: Query, self: Entry, from: number): Promise<Reply> {
  const { store, words, today, turn } = asking
  const t = texts[turn.person.language]
  if (query.want === 'average' || query.filters.age) return say(t.refused.ages)
  if (query.want === 'group' || !within(query.filters, OF_REPORTS)) return say(t.refused.details)
  const selection = selectionOf(query.filters, words, today, { supervisor: self.id })
  if (query.want === 'list') return listed(asking, selection, from, false)
  return say(t.counted(await store.count(selection), understood(query, turn.person.language)))
}

async function aboutUnit(asking: Asking, query: Query, self: Entry): Promise<Reply> {
  const { words, turn } = asking
  const t = texts[turn.person.language]
  const { unit } = query.filters
  if (unit === 'all' || (typeof unit === 'object' && unit.id !== self.unitId))
    return say(t.otherUnit(literal(self.unit)))
  if (query.want === 'average' || query.filters.age) return say(t.refused.ages)
  const asked = within(query.filters, OF_UNIT) ? dimensionsOf(query.filters, words) : undefined
  if (asked === undefined) return say(t.refused.details)
  const told = await disclosureOf(asking, self.unitId)
  const said = understood(query, turn.person.language, self.unit)
  if (query.want === 'group') {
    const by = BY_DIMENSION[query.by]
    return by === undefined ? say(t.refused.details) : grouped(asking, told, { asked, by, said, query })
  }
  const count = told.count(asked)
  return say(count === undefined ? t.few(said) : t.counted(count, said))
}

interface Grouped {
  readonly asked: Asked
  readonly by: Dimension
  readonly said: string
  readonly query: Query & { readonly want: 'group' }
}

function grouped(asking: Asking, told: Disclosure, { asked, by, said, query }: Grouped): Reply {
  const t = texts[asking.turn.person.language]
  const { [by]: _, ...given } = asked
  const rows: readonly Row[] = told.table(given, by)
  const whole = told.count(given)
  if (rows.length === 0 || whole === undefined) return say(t.few(said))
  const isHidden = rows.some(({ count }) => count === undefined)
  const parts = [t.grouped(said), tableOf(rows, query.by, asking), t.total(showNumber(whole))]
  return say([...parts, ...(isHidden ? [t.fewNote] : [])].join('\n\n'))
}

/** What is asked, as values of the dimensions; undefined where it is narrower than those. */
function dimensionsOf(
  { kind, sex, position, grade }: Filters,
  { families }: DirectoryWords,
): Asked | undefined {
  if (position !== undefined && !families.has(position)) return undefined
  const group = grade && wholeGroup(grade, kind)
  if (grade !== undefined && group === undefined) return undefined
  return {
    ...(kind && { kind }),
    ...(sex && { sex }),
    ...(position !== undefined && { family: position }),
    ...(group && { grade: group }),
  }
}

/** "PNS III" of III/a to III/d, "PPPK IX" of IX; undefined for a part of one, or several. */
function wholeGroup({ from, to }: NonNullable<Filters['grade']>, kind: Filters['kind']): string | undefined {
  const [group = '', room] = from.split('/')
  if (room === undefined) return from === to && kind !== 'PNS' ? `PPPK ${group}` : undefined
  const last = group === 'IV' ? 'e' : 'd'
  return room === 'a' && to === `${group}/${last}` && kind !== 'PPPK' ? `PNS ${group}` : undefined
}

function within(filters: Filters, allowed: readonly (keyof Filters)[]): boolean {
  return Object.keys(filters).every((name) => (allowed as readonly string[]).includes(name))
}

/** What of a unit is told, decided once until the directory changes. */
const decided = new WeakMap<DirectoryWords, Map<string, Disclosure>>()

async function disclosureOf({ store, words }: Asking, unit: string): Promise<Disclosure> {
  const known = decided.get(words) ?? new Map<string, Disclosure>()
  decided.set(words, known)
  const before = known.get(unit)
  if (before !== undefined) return before
  const told = discloses(await store.cells(words.below(unit)))
  known.set(unit, told)
  return told
}
