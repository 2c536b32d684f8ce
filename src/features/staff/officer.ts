import type { Reply } from '../../chat/feature.ts'
import { showNumber } from '../../indonesian/numbers.ts'
import { type Asking, type Row, say, tableOf } from './asking.ts'
import { listed, listedAsFile } from './listing.ts'
import { aboutOne, named } from './one-person.ts'
import type { Filters, Query } from './query.ts'
import { selectionOf, type Whose } from './selecting.ts'
import type { Selection } from './selection-store.ts'
import type { Tally } from './store.ts'
import { texts } from './texts.ts'
import { understood } from './understood.ts'

/** What an officer is answered: everything, and each look at somebody by name is written down. */
export async function answerOfficer(asking: Asking, from = 0): Promise<Reply> {
  const { query } = asking
  if (query.want === 'who') return aboutOne(asking, query)
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
