import type { Reply } from '../../chat/feature.ts'
import { literal } from '../../chat/message.ts'
import { showNumber } from '../../indonesian/numbers.ts'
import { type Asking, fieldOf, PAGE, type Row, say, tableOf } from './asking.ts'
import { isHead } from './heads.ts'
import { listed, listedAsFile, shape } from './listing.ts'
import type { Filters, Query } from './query.ts'
import { selectionOf, type Whose } from './selecting.ts'
import type { Selection } from './selection-store.ts'
import type { Entry, Tally } from './store.ts'
import { texts } from './texts.ts'
import { understood } from './understood.ts'

/** What an officer is answered: everything, and each look at somebody by name is written down. */
export async function answerOfficer(asking: Asking, from = 0): Promise<Reply> {
  const { query } = asking
  if (query.want === 'who') return who(asking, query)
  const selection = await selected(asking)
  if ('say' in selection) return selection
  if (query.want === 'count') return counted(asking, selection)
  if (query.want === 'average') return averaged(asking, selection)
  if (query.want === 'group') return grouped(asking, selection, query)
  return listed(asking, selection, from, true)
}

/** The list an officer has asked for, as a file. */
export async function fileForOfficer(asking: Asking): Promise<Reply> {
  const selection = await selected(asking)
  return 'say' in selection ? selection : listedAsFile(asking, selection)
}

/** Whom the question means; a reply where that has to be said first. */
async function selected(asking: Asking): Promise<Selection | Reply> {
  const { query, self, words, today, turn } = asking
  const t = texts[turn.person.language]
  const { unit, of } = query.filters
  if ((unit === 'own' || of === 'me') && self === undefined) return say(of === 'me' ? t.noEntry : t.noOwnUnit)
  let whose: Whose = self ? { unit: self.unitId } : {}
  if (of === 'me' && self) whose = { ...whose, supervisor: self.id }
  else if (of !== undefined) {
    const boss = await named(asking, { name: of })
    if ('say' in boss) return boss
    whose = { ...whose, supervisor: boss.id }
  }
  return selectionOf(query.filters, words, today, whose)
}

async function counted({ store, query, turn, self }: Asking, selection: Selection): Promise<Reply> {
  const said = understood(query, turn.person.language, query.filters.unit === 'own' ? self?.unit : undefined)
  return say(texts[turn.person.language].counted(await store.count(selection), said))
}

async function averaged({ store, query, today, turn }: Asking, selection: Selection): Promise<Reply> {
  const t = texts[turn.person.language]
  const { age, count } = await store.averageAge(selection, today)
  const said = understood(query, turn.person.language)
  if (count === 0) return say(t.none(said))
  return say(t.average(showNumber(Math.round(age * 10) / 10), showNumber(count), said))
}

async function grouped(
  asking: Asking,
  selection: Selection,
  query: Query & { want: 'group' },
): Promise<Reply> {
  const { store, turn } = asking
  const t = texts[turn.person.language]
  const tallies = await store.tally(selection, query.by)
  const rows = query.by === 'unit' ? byUnit(tallies, query.filters, asking) : tallies
  const said = understood(query, turn.person.language)
  const sum = tallies.reduce((all, { count }) => all + count, 0)
  if (sum === 0) return say(t.none(said))
  return say([t.grouped(said), tableOf(rows, query.by, asking), t.total(showNumber(sum))].join('\n\n'))
}

/** Units below one another are counted together: under the one asked about, or under each OPD. */
function byUnit(tallies: readonly Tally[], { unit }: Filters, { words }: Asking): readonly Row[] {
  const top = typeof unit === 'object' ? unit.id : null
  const counts = new Map<string, number>()
  for (const { value, count } of tallies) {
    const id = words.under(value ?? '', top)
    counts.set(id, (counts.get(id) ?? 0) + count)
  }
  return [...counts].map(([id, count]) => ({ value: words.unit(id)?.name ?? null, count }))
}

async function who(asking: Asking, query: Query & { want: 'who' }): Promise<Reply> {
  const { self, turn, store } = asking
  const t = texts[turn.person.language]
  const { filters } = query
  if (query.who === 'self' || filters.of === 'me') return ownAnswer(asking, query)
  const found = query.who === 'head' ? await headOf(asking, filters) : await named(asking, filters)
  if ('say' in found) return found
  await looked(asking, found)
  const name = literal(found.name)
  if (query.who === 'supervisor') {
    const boss = found.supervisorId === null ? undefined : await store.entry(found.supervisorId)
    if (boss === undefined) return say(t.noSupervisorOf(name))
    await looked(asking, boss)
    return say(t.supervisorOf(name, literal(boss.name), literal(boss.position), literal(boss.unit)))
  }
  const head =
    query.who === 'head' && self !== found
      ? t.headIs(literal(found.unit), name, literal(found.position))
      : t.line({ name, position: literal(found.position), unit: literal(found.unit), retires: null })
  return say(query.ask === undefined ? head : `${head}\n${fieldOf(found, query.ask, asking)}`)
}

/** What anybody is answered about themselves: their own entry, and who their supervisor is. */
export async function ownAnswer(asking: Asking, query: Query & { want: 'who' }): Promise<Reply> {
  const { self, turn, store } = asking
  const t = texts[turn.person.language]
  if (self === undefined) return say(t.noEntry)
  if (query.who === 'self') return say(fieldOf(self, query.ask ?? 'position', asking))
  const boss = self.supervisorId === null ? undefined : await store.entry(self.supervisorId)
  if (boss === undefined) return say(t.noSupervisor)
  return say(t.supervisorIs(literal(boss.name), literal(boss.position), literal(boss.unit)))
}

async function headOf(asking: Asking, filters: Filters): Promise<Entry | Reply> {
  const { store, turn } = asking
  const t = texts[turn.person.language]
  const { unit } = filters
  if (typeof unit !== 'object') return say(t.notUnderstood)
  const heads = await store.entries({ units: [unit.id], positions: headPositions(asking, unit.name) }, 0, 1)
  return heads[0] ?? say(t.noHead(literal(unit.name)))
}

function headPositions({ words }: Asking, unit: string): readonly string[] {
  return words.everyPosition.filter((position) => isHead(position, unit))
}

/** The one person of a name, or what is said where there is none or are several. */
async function named(asking: Asking, filters: Filters): Promise<Entry | Reply> {
  const { store, words, today, turn } = asking
  const t = texts[turn.person.language]
  const selection = selectionOf({ ...filters }, words, today)
  const found = await store.entries(selection, 0, PAGE)
  const [only] = found
  if (only === undefined) return say(t.nobodyNamed(literal(filters.name ?? '')))
  if (found.length === 1) return only
  if (found.length === PAGE) return say(t.tooMany(PAGE))
  for (const entry of found) await looked(asking, entry)
  const lines = found.map((entry, i) => {
    const line = { name: literal(entry.name), position: literal(entry.position), unit: literal(entry.unit) }
    return `${i + 1}. ${t.line({ ...line, retires: null })}`
  })
  return say(`${t.several(found.length)}\n\n${lines.join('\n')}`)
}

async function looked(asking: Asking, { id }: Entry): Promise<void> {
  await asking.audit?.({ action: 'staff.entry', subject: id, detail: { query: shape(asking) } }, asking.turn)
}
