import { type Reply, type Turn, whenSent } from '../../../chat/feature.ts'
import { type FileContent, literal, type Outgoing } from '../../../chat/message.ts'
import { type NipsRead, nipsOf, showNip } from '../../../directory.ts'
import { Unreadable } from '../../../errors.ts'
import { dayAt, showDay } from '../../../indonesian/dates.ts'
import { showNumber } from '../../../indonesian/numbers.ts'
import { fold } from '../../../indonesian/words.ts'
import type { OwnStore } from '../own/store.ts'
import type { Reminders } from '../ports.ts'
import type { PlanningStore } from '../reminding/planning-store.ts'
import { LIST, listForm } from './forms.ts'
import type { Note } from './making.ts'
import { byUnit, csvOf, type Standings, standingsOf } from './missing.ts'
import { DESK } from './preview.ts'
import { createProving } from './proving.ts'
import type { Item } from './row.ts'
import { texts } from './texts.ts'

/** What knowing who has done something needs. */
export interface Completing extends Pick<Reminders, 'audiences' | 'standing' | 'timeZone' | 'files'> {
  readonly own: OwnStore
  readonly plans: Pick<PlanningStore, 'completed'>
  readonly note: Note
}

const SHOWN_UNITS = 12
const SHOWN_NIPS = 10

/** Who has not done what is due, as officers see it, and the lists by which they say who has. */
export function createCompleting(deps: Completing) {
  const { own, timeZone, note, files } = deps
  const prove = createProving(deps)

  /** Who has not done what an occurrence asks for: how many of each unit, and all of them in a file. */
  async function missing(turn: Turn, item: Item | undefined): Promise<Reply> {
    const { language } = turn.person
    const t = texts[language]
    if (item === undefined) return { say: [{ text: t.noOccurrence }] }
    const standings = await standingsOf(deps, item, turn)
    const units = byUnit(standings).filter((unit) => unit.missing > 0)
    const counts = [standings.missing.length, standings.all.length] as const
    const text = [
      t.missing({
        title: literal(item.of.title),
        label: item.label,
        day: showDay(item.due),
        missing: showNumber(counts[0]),
        all: showNumber(counts[1]),
        done: showNumber(counts[1] - counts[0]),
      }),
      ...units
        .slice(0, SHOWN_UNITS)
        .map((unit) => t.unit(literal(unit.name), showNumber(unit.missing), showNumber(unit.all))),
      ...(units.length > SHOWN_UNITS ? [t.moreUnits(units.length - SHOWN_UNITS)] : []),
    ].join('\n')
    const proofs = await own.proofs(item.id)
    const choices = [
      ...(proofs > 0 ? [{ label: t.proofs(showNumber(proofs)), value: `${DESK}:bukti:${item.id}` }] : []),
      { label: t.upload, value: `${DESK}:unggah:${item.id}` },
    ]
    await note(turn, 'deadline.missing', item.of, { occurrence: item.id, rows: counts[0] })
    return { say: [await withFile(turn, { text, choices }, item, standings)] }
  }

  async function withFile(turn: Turn, said: Outgoing, item: Item, standings: Standings): Promise<Outgoing> {
    const t = texts[turn.person.language]
    if (standings.missing.length === 0) return said
    if (!files.isPossible(turn.conversation)) return { ...said, text: `${said.text}\n\n${t.noFile}` }
    const rows = standings.missing.map(({ nip, name, unit, conversation }) => [
      showNip(nip),
      name,
      unit,
      item.due,
      t.reachable[conversation === null ? 0 : 1],
    ])
    const name = t.csvName(fold(item.of.title).replaceAll(' ', '-').slice(0, 60), item.due)
    const file = await files.make(csvOf(t.csv, rows), { name, mime: 'text/csv' }, turn, 'export')
    return { ...said, file }
  }

  async function askList(turn: Turn, occurrence: string): Promise<Reply> {
    const t = texts[turn.person.language]
    const item = await own.item(occurrence)
    if (item === undefined) return { say: [{ text: t.noOccurrence }] }
    const about = t.askList(literal(item.of.title), item.label)
    return { say: [], open: { form: LIST, answers: { occurrence, about } } }
  }

  /** The NIPs that were pasted or are in a file; a sentence where it cannot be read. */
  async function listIn(given: string | FileContent, turn: Turn): Promise<NipsRead | string> {
    try {
      return await nipsOf(
        typeof given === 'string' ? new TextEncoder().encode(given) : await files.bytes(given, turn),
      )
    } catch (error) {
      if (error instanceof Unreadable) return texts[turn.person.language].listUnreadable(error.message)
      throw error
    }
  }

  const listed = whenSent(
    listForm,
    async (turn, { occurrence, about, list: given }) => {
      const t = texts[turn.person.language]
      const item = await own.item(occurrence)
      if (item === undefined) return { say: [{ text: t.noOccurrence }] }
      const again = { form: LIST, answers: { occurrence, about } }
      const read = await listIn(given, turn)
      if (typeof read === 'string') return { say: [{ text: read }], open: again }
      const { nips, rounded } = read
      if (nips.length === 0) return { say: [{ text: rounded > 0 ? t.listRounded : t.listHint }], open: again }
      const { all } = await standingsOf(deps, item, turn)
      const meant = new Map(all.map((member) => [member.nip, member.employee]))
      const found = nips.flatMap((nip) => meant.get(nip) ?? [])
      const unknown = nips.filter((nip) => !meant.has(nip))
      const { account } = turn.person
      const taken = await own.complete(
        found.map((employee) => ({
          occurrence,
          employee,
          key: `${turn.message.id}:${employee}`,
          how: 'list',
          by: account,
          now: turn.now,
        })),
      )
      await note(turn, 'deadline.listed', item.of, { occurrence, rows: found.length })
      const known = showNumber(found.length - taken.length)
      const said = [
        t.listed(showNumber(taken.length), known, literal(item.of.title)),
        ...(unknown.length === 0
          ? []
          : [t.notListed(unknown.slice(0, SHOWN_NIPS), Math.max(0, unknown.length - SHOWN_NIPS))]),
        ...(rounded > 0 ? [t.someRounded(showNumber(rounded))] : []),
      ]
      return { say: [{ text: said.join('\n\n') }] }
    },
    'hr',
  )

  return {
    form: listed,
    /** Who is missing of an occurrence. */
    missingOf: async (turn: Turn, occurrence: string): Promise<Reply> =>
      missing(turn, await own.item(occurrence)),
    /** Does what stands behind a button; undefined for other buttons. */
    async press(
      turn: Turn,
      verb: string,
      [id = '', from = '']: readonly string[],
    ): Promise<Reply | undefined> {
      if (verb === 'belum') return missing(turn, await own.latest(id, dayAt(turn.now, timeZone)))
      if (verb === 'bukti') return prove(turn, id, from)
      return verb === 'unggah' ? askList(turn, id) : undefined
    },
  }
}
