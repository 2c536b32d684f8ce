import type { Person, Reply, Section, Turn } from '../../../chat/feature.ts'
import type { KeptFile, Language } from '../../../chat/message.ts'
import type { Employee } from '../../../directory.ts'
import type { Keeping } from '../../../files.ts'
import { dayAt } from '../../../indonesian/dates.ts'
import type { Log } from '../../../log.ts'
import { daysOf, type Quarter, quarterOf } from '../appraisal/quarter.ts'
import type { PerformanceStore } from '../store.ts'
import type { Target } from '../targets/target.ts'
import type { Progress } from './measure.ts'
import { picture } from './picture.ts'
import { texts } from './texts.ts'

/**
 * What citizens think of somebody's service: the average of 1 to 5, how many said so, and what they say to it themselves,
 * by month; undefined where too few did. It is shown beside their work and decides nothing.
 */
export type Ratings = (
  employee: string,
  from: string,
  to: string,
) => Promise<
  | {
      readonly average: number
      readonly count: number
      readonly statements?: readonly { readonly month: string; readonly words: string }[]
    }
  | undefined
>

/** What showing where somebody stands needs. */
export interface Overlooking {
  readonly store: PerformanceStore
  readonly files: Keeping
  readonly log: Log
  readonly timeZone: string
  readonly ratings?: Ratings
}

/** Where people stand, in words and as a picture: quantity and quality side by side, for each target. */
export type Overview = ReturnType<typeof createOverview>

/** Fewer answers than this would tell who gave them. */
const FEWEST_RATINGS = 5

export function createOverview({ store, files, log, timeZone, ratings }: Overlooking) {
  async function progressOf(
    employee: string,
    now: Date,
  ): Promise<{ all: readonly Progress[]; quarter: Quarter }> {
    const quarter = quarterOf(dayAt(now, timeZone))
    const targets = await store.targetsOf(employee, quarter.year)
    return { all: await store.progress(targets, daysOf(quarter)), quarter }
  }

  async function words(
    employee: Employee,
    heading: string,
    turn: Turn,
  ): Promise<{ text: string; all: readonly Progress[] }> {
    const t = texts[turn.person.language]
    const { all, quarter } = await progressOf(employee.id, turn.now)
    const [from, until] = [`${quarter.year}-01-01`, `${quarter.year}-12-31`]
    const outside = await store.untargeted(employee.id, from, until)
    const rated = await ratings?.(employee.id, from, until)
    const parts = [
      heading,
      ...(all.length === 0 ? [t.noTargets] : all.map(t.target)),
      ...(outside > 0 ? [t.untargeted(outside)] : []),
      ...(rated !== undefined && rated.count >= FEWEST_RATINGS
        ? [t.ratings(rated.average, rated.count), ...(rated.statements ?? []).map(t.statement)]
        : []),
    ]
    return { text: parts.join('\n\n'), all }
  }

  /** The picture of some progress, where it can be sent; the words say the same without it. */
  async function drawn(all: readonly Progress[], turn: Turn): Promise<KeptFile | undefined> {
    if (all.every(({ last }) => last === null) || !files.isPossible(turn.conversation)) return undefined
    const t = texts[turn.person.language]
    try {
      const bytes = await picture(all, t)
      return await files.make(bytes, { name: t.pictureName, mime: 'image/png' }, turn, 'made')
    } catch (error) {
      log.warn({ err: error }, 'a picture of progress could not be made')
      return undefined
    }
  }

  return {
    /** Where whoever wrote stands, with ways to their reports and targets. */
    async show(turn: Turn, own: Employee): Promise<Reply> {
      const t = texts[turn.person.language]
      const { year, number } = quarterOf(dayAt(turn.now, timeZone))
      const { text, all } = await words(own, t.heading(year, number), turn)
      const file = await drawn(all, turn)
      const choices = [
        { label: t.reports, value: 'kerja:daftar' },
        { label: t.targets, value: 'target:daftar' },
      ]
      return { say: [{ text: `${text}\n\n${t.howTo}`, choices, ...(file && { file }) }] }
    },

    /** Where somebody else stands, in words. */
    async of(employee: Employee, turn: Turn): Promise<string> {
      const { year, number } = quarterOf(dayAt(turn.now, timeZone))
      return (await words(employee, texts[turn.person.language].headingOf(employee.name, year, number), turn))
        .text
    },

    /** How far one target has come, in words. */
    async one(target: Target, turn: Turn): Promise<string> {
      const [progress] = await store.progress([target], daysOf(quarterOf(dayAt(turn.now, timeZone))))
      return progress === undefined
        ? ''
        : texts[turn.person.language].target(progress).split('\n').slice(1).join('\n')
    },

    /** What a person's own page shows of it: how far each target is, and what waits for them as a supervisor. */
    async home(person: Person, now: Date): Promise<readonly Section[]> {
      if (person.employee === undefined) return []
      const t = texts[person.language]
      const { all } = await progressOf(person.employee, now)
      const waiting = (await store.waitingFor(person.employee, { today: dayAt(now, timeZone), now })).reduce(
        (sum, { count }) => sum + count,
        0,
      )
      const lines = [
        ...all.map((one) => brief(one, person.language)),
        ...(waiting > 0 ? [t.homeWaiting(waiting)] : []),
      ]
      if (lines.length === 0) return []
      const choices = waiting > 0 ? [{ label: t.openReview, value: 'tinjauan:daftar' }] : []
      return [{ title: t.homeTitle, text: lines.join('\n'), choices }]
    },
  }
}

function brief(progress: Progress, language: Language): string {
  return texts[language].brief(progress)
}
