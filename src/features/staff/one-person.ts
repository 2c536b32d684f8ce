import type { Reply } from '../../chat/feature.ts'
import { literal } from '../../chat/message.ts'
import { type Asking, fieldOf, PAGE, say, shortened } from './asking.ts'
import { isHead } from './heads.ts'
import { shape } from './listing.ts'
import type { Filters, Query } from './query.ts'
import { selectionOf } from './selecting.ts'
import type { Entry } from './store.ts'
import { texts } from './texts.ts'

/** A question about one person: the asker, whoever heads an office, or somebody by name. */
export type AboutOne = Query & { readonly want: 'who' }

/** What an officer is answered about one person; that they looked is written down. */
export async function aboutOne(asking: Asking, query: AboutOne): Promise<Reply> {
  const { filters } = query
  if (query.who === 'self' || filters.of === 'me') return ownAnswer(asking, query)
  const found = query.who === 'head' ? await headOf(asking, filters) : await named(asking, filters)
  return 'say' in found ? found : aboutEntry(asking, query, found)
}

/** The same about somebody who was chosen from several. */
export async function aboutEntry(asking: Asking, query: AboutOne, found: Entry): Promise<Reply> {
  const { self, turn, store } = asking
  const t = texts[turn.person.language]
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
export async function ownAnswer(asking: Asking, query: AboutOne): Promise<Reply> {
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

/** The one person of a name, or what is said where there is none or are several: a button for each. */
export async function named(asking: Asking, filters: Filters): Promise<Entry | Reply> {
  const { store, query, words, today, turn, mark } = asking
  const t = texts[turn.person.language]
  const selection = selectionOf({ ...filters }, words, today)
  const found = await store.entries(selection, 0, PAGE)
  const [only] = found
  if (only === undefined) return say(filters.nip ? t.noSuchNip : t.nobodyNamed(literal(filters.name ?? '')))
  if (found.length === 1) return only
  if (found.length === PAGE) return say(t.tooMany(PAGE))
  for (const entry of found) await looked(asking, entry)
  const lines = found.map((entry, i) => {
    const line = { name: literal(entry.name), position: literal(entry.position), unit: literal(entry.unit) }
    return `${i + 1}. ${t.line({ ...line, retires: null })}`
  })
  const choices =
    query.want === 'who'
      ? found.map(({ id, name, unit }) => ({
          label: shortened(`${name}, ${unit}`),
          value: `pegawai_orang:${mark}:${id}`,
        }))
      : []
  return say(`${t.several(found.length, choices.length > 0)}\n\n${lines.join('\n')}`, choices)
}

async function looked(asking: Asking, { id }: Entry): Promise<void> {
  const look = { action: 'staff.entry', subject: id, detail: { query: shape(asking) } } as const
  await asking.audit?.([look], asking.turn)
}
