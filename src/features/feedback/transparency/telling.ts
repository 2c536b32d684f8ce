import type { Command, Reply, Turn } from '../../../chat/feature.ts'
import { literal } from '../../../chat/message.ts'
import type { UnitPlace } from '../../../directory.ts'
import { showDay } from '../../../indonesian/dates.ts'
import type { Changes } from './changes-store.ts'
import type { Counting } from './counting-store.ts'
import type { CurrentFigures } from './current.ts'
import { type Course, punctuality, type UnitCourse } from './figures.ts'
import { PATH } from './tables.ts'
import { texts } from './texts.ts'

/** What telling the figures in a chat needs. */
export interface Telling extends Pick<CurrentFigures, 'current'> {
  readonly changes: Pick<Changes, 'public'>
  readonly counting: Pick<Counting, 'topOf'>
  readonly organization: string
  readonly publicUrl?: string | undefined
  /** The units everyday words can mean. */
  unitsMeant(words: string): Promise<readonly UnitPlace[]>
}

const NAMED_AT_MOST = 5

/** `/transparansi [unit]`: the figures of this year in some lines, of all units or of the highest one that is meant. */
export function createTelling(deps: Telling): Command {
  async function run(turn: Turn, rest: string): Promise<Reply> {
    const t = texts[turn.person.language]
    if (rest === '') return say(await told(turn, undefined))
    const meant = await deps.unitsMeant(rest)
    const [first, ...others] = await topsOf(meant)
    if (first === undefined) return say(t.unknownUnit(literal(rest)))
    if (others.length > 0) {
      const names = [first, ...others].slice(0, NAMED_AT_MOST).map(({ name }) => literal(name))
      return say(t.whichUnit(names))
    }
    return say(await told(turn, first))
  }

  async function topsOf(units: readonly UnitPlace[]) {
    const tops = await Promise.all(units.map(({ id }) => deps.counting.topOf(id)))
    return [...new Map(tops.flatMap((top) => (top === undefined ? [] : [[top.id, top] as const]))).values()]
  }

  async function told({ person }: Turn, top: { id: string; name: string } | undefined): Promise<string> {
    const t = texts[person.language]
    const { on, years } = await deps.current()
    const [year] = years
    const unit = top && year?.units.find(({ id }) => id === top.id)
    const where = literal(top?.name ?? deps.organization)
    const course: Course | UnitCourse | undefined = top === undefined ? year?.city : unit
    if (year === undefined || course === undefined) return t.toldNothing(where, showDay(on))
    const [change] = await deps.changes.public(top?.id ?? null, 1)
    const themes = unit?.themes ?? year.themes.map(({ name }) => name)
    const query = top === undefined ? '' : `?${new URLSearchParams({ unit: top.id })}`
    return t.told({
      ...course.year,
      where,
      year: year.year,
      on: showDay(on),
      punctuality: punctuality(course.year),
      themes: themes.slice(0, 3),
      change: change && literal(change.words),
      link: deps.publicUrl && `${deps.publicUrl.replace(/\/+$/, '')}${PATH}${query}`,
    })
  }

  return {
    name: 'transparansi',
    audience: 'citizen',
    byLink: true,
    summary: (l) => texts[l].summary,
    run,
  }
}

function say(text: string): Reply {
  return { say: [{ text }] }
}
