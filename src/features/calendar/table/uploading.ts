import { calendarOf, type Holiday } from '../../../calendar.ts'
import { accountsOf, type FeatureForm, type Reply, type Turn, whenSent } from '../../../chat/feature.ts'
import { Unreadable } from '../../../errors.ts'
import { dayAt } from '../../../indonesian/dates.ts'
import { type Deps, noteDeed } from '../deps.ts'
import { CHANGE } from '../listing.ts'
import { changesOf } from './changes.ts'
import { FILE, fileForm, PASTE, pasteForm, type Sent } from './form.ts'
import { readTable, type Table, textOf } from './reading.ts'
import { texts } from './texts.ts'

/** A table of a whole year, read and shown before it holds. */
export function createUploading(deps: Deps): {
  readonly forms: readonly FeatureForm[]
  /** What a button of these does; undefined for others. */
  press(turn: Turn, verb: string, value: string): Promise<Reply | undefined>
} {
  const { calendar: store, drafts } = deps

  async function take(turn: Turn, sent: Sent): Promise<Reply> {
    const t = texts[turn.person.language]
    try {
      const text =
        typeof sent === 'string' ? sent : textOf((await deps.read?.(sent, turn)) ?? new Uint8Array())
      return await preview(turn, readTable(text, dayAt(turn.now, turn.timeZone)))
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      return { say: [{ text: t.cannotRead(error.message) }], open: begin() }
    }
  }

  const begin = () => ({ form: deps.read ? FILE : PASTE, answers: {} })

  async function preview(turn: Turn, table: Table): Promise<Reply> {
    const t = texts[turn.person.language]
    const { days } = table
    const [first, last] = [days[0], days.at(-1)]
    const present = first && last ? await store.holidays(first.day, last.day) : []
    const changes = changesOf(days, present)
    const fresh = [...changes.added, ...changes.changed.map(({ after }) => after)]
    const text = [t.preview(changes, table), ...(await incomplete(turn, days))].join('\n\n')
    if (fresh.length === 0) return { say: [{ text }] }
    const { account } = turn.person
    const id = await drafts.keep({ key: turn.message.id, account, days: fresh, now: turn.now })
    const choices = [
      { label: t.save(fresh.length), value: `${CHANGE}:simpan:${id}` },
      { label: t.drop, value: `${CHANGE}:buang:${id}` },
    ]
    return { say: [{ text, choices }] }
  }

  /** Years that would still lack most of their national holidays. */
  async function incomplete({ person }: Turn, days: readonly Holiday[]): Promise<readonly string[]> {
    const told: string[] = []
    for (const year of yearsOf(days)) {
      const present = await store.holidays(`${year}-01-01`, `${year}-12-31`)
      const all = new Map([...present, ...days].map((one) => [one.day, one]))
      const national = [...all.values()].filter(
        ({ day, kind }) => kind === 'nasional' && day.startsWith(year),
      )
      if (!calendarOf(national, 5).knows(Number(year)))
        told.push(texts[person.language].incomplete(Number(year), national.length))
    }
    return told
  }

  async function save(turn: Turn, id: string): Promise<Reply> {
    const t = texts[turn.person.language]
    const draft = await drafts.find(id)
    if (draft === undefined || !accountsOf(turn.person).includes(draft.account))
      return { say: [{ text: t.gone }] }
    await store.add(draft.days, turn.person.account, turn.now)
    await noteDeed(deps, turn, 'calendar.table', { days: draft.days.length, years: yearsOf(draft.days) })
    return { say: [{ text: t.saved(draft.days.length) }] }
  }

  async function drop(turn: Turn, id: string): Promise<Reply> {
    const t = texts[turn.person.language]
    const draft = await drafts.find(id)
    if (draft !== undefined && accountsOf(turn.person).includes(draft.account)) await drafts.drop(id)
    return { say: [{ text: t.dropped }] }
  }

  return {
    forms: [fileForm, pasteForm].map((form) => whenSent(form, (turn, { table }) => take(turn, table), 'hr')),
    async press(turn, verb, value) {
      if (verb === 'daftar') return { say: [], open: begin() }
      if (verb === 'simpan') return save(turn, value)
      return verb === 'buang' ? drop(turn, value) : undefined
    },
  }
}

function yearsOf(days: readonly Holiday[]): readonly string[] {
  return [...new Set(days.map(({ day }) => day.slice(0, 4)))]
}
