import type { Reply } from '../../chat/feature.ts'
import { literal } from '../../chat/message.ts'
import { showDay } from '../../indonesian/dates.ts'
import { type Asking, PAGE, say } from './asking.ts'
import { listFile } from './list-file.ts'
import { written } from './query.ts'
import type { Selection } from './selection-store.ts'
import type { Entry } from './store.ts'
import { texts } from './texts.ts'
import { understood } from './understood.ts'

/** The names a selection means, ten at a time from a place in the list; an officer's look at them is written down. */
export async function listed(
  asking: Asking,
  selection: Selection,
  from: number,
  officer: boolean,
): Promise<Reply> {
  const { store, query, turn, mark } = asking
  const t = texts[turn.person.language]
  const count = await store.count(selection)
  const said = understood(query, turn.person.language)
  if (count === 0) return say(t.none(said))
  const page = await store.entries(selection, from, PAGE, count)
  if (page.length === 0) return say(t.nobody)
  if (officer)
    await asking.audit?.(
      page.map(({ id }) => ({ action: 'staff.listed', subject: id, detail: { query: shape(asking) } })),
      turn,
    )
  const lines = page.map((entry, i) => `${from + i + 1}. ${lineOf(entry, asking, officer)}`)
  const upTo = from + page.length
  const head = count > PAGE ? [t.listed(count, said), t.page(from + 1, upTo, count)] : [t.listed(count, said)]
  const choices = [
    ...(upTo < count ? [{ label: t.next, value: `pegawai_lanjut:${mark}:${upTo}` }] : []),
    ...(officer && count > PAGE && asking.make
      ? [{ label: t.sendFile, value: `pegawai_berkas:${mark}` }]
      : []),
  ]
  return say([...head, lines.join('\n')].join('\n\n'), choices)
}

/** The whole list as a file, for an officer; written down as a look at many. */
export async function listedAsFile(asking: Asking, selection: Selection): Promise<Reply> {
  const { store, turn, make, audit } = asking
  const t = texts[turn.person.language]
  if (make === undefined) return say(t.tooOld)
  const everybody = await store.entries(selection, 0, MOST_IN_FILE, MOST_IN_FILE)
  const detail = { query: shape(asking), people: everybody.length }
  await audit?.([{ action: 'staff.file', subject: null, detail }], turn)
  const file = await make(
    listFile(everybody, t.columns),
    { name: t.fileName, mime: 'text/csv' },
    turn,
    'export',
  )
  return { say: [{ text: t.fileReady(everybody.length), file }] }
}

const MOST_IN_FILE = 100_000

/** What was asked, without the name or NIP somebody typed. */
export function shape({ query }: Pick<Asking, 'query'>): string {
  const { name: _name, nip: _nip, of, ...filters } = query.filters
  return written({ ...query, filters: { ...filters, ...(of === 'me' && { of }) } })
}

function lineOf(entry: Entry, { query, turn }: Asking, officer: boolean): string {
  const t = texts[turn.person.language]
  const [name, position, unit] = [literal(entry.name), literal(entry.position), literal(entry.unit)]
  if (!officer) return t.nameOnly({ name, position })
  const retires = query.filters.retires && entry.retiresOn !== null ? showDay(entry.retiresOn) : null
  return t.line({ name, position, unit, retires })
}
