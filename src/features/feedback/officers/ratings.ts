import type { Database } from '../../../database/database.ts'
import { addDays, type Day } from '../../../indonesian/dates.ts'
import { maskPersons, OTHER, themesOf } from '../reading.ts'
import { FEWEST, type Figure, figureOf, type Span, spansOf, USUAL_DAYS, withoutFloods } from './fairness.ts'
import { type Around, createRatingStore } from './rating-store.ts'
import { createStatements, type Statement } from './statement-store.ts'

/** A figure, and what whom it is about says of it. */
export interface Rated extends Figure {
  readonly statements: readonly Statement[]
}

/** A figure with where it comes from, for whom it is about. */
export interface Detailed extends Rated {
  readonly spans: readonly (Omit<Span, 'ratings'> & Figure)[]
  /** What enough citizens speak of, and the words they use for it, both in the order of the alphabet. */
  readonly themes: readonly string[]
  readonly words: readonly string[]
}

/** Fewer than this say nothing of what is usual around somebody. */
const ENOUGH_AROUND = 20
/** What is usual where nobody knows: the middle of the stars. */
const MIDDLE = 3
const MOST_READ = 2_000

/** What citizens think of an officer's service, as `fairness.ts` says; of months that are over alone. */
export function createRatings(database: Database, today: () => Day) {
  const [store, statements] = [createRatingStore(database), createStatements(database)]

  async function spans(employee: string, from: Day, until: Day): Promise<readonly Span[]> {
    const ratings = await store.of(employee, addDays(from, -USUAL_DAYS), until)
    return spansOf(withoutFloods(ratings).filter(({ on }) => on >= from))
  }

  async function figure(employee: string, from: Day, to: Day) {
    const until = [to, addDays(`${today().slice(0, 7)}-01`, -1)].toSorted()[0] ?? to
    const found = await spans(employee, from, until)
    const prior = usualOf(await store.around(employee, from, until))
    const whole = figureOf(
      found.flatMap(({ ratings }) => ratings),
      prior,
    )
    return { whole, found }
  }

  return {
    /** The figure of somebody within some days; undefined where too few rated them. */
    async rated(employee: string, from: Day, to: Day): Promise<Rated | undefined> {
      const { whole } = await figure(employee, from, to)
      return whole && { ...whole, statements: await statements.of(employee, from, to) }
    },

    /** The same with its months and with what was spoken of. */
    async detailed(employee: string, from: Day, to: Day): Promise<Detailed | undefined> {
      const { whole, found } = await figure(employee, from, to)
      const last = found.at(-1)
      if (whole === undefined || last === undefined) return undefined
      const end = addDays(`${nextMonth(last.until)}-01`, -1)
      const wordings = await store.wordings(employee, from, end, MOST_READ)
      return {
        ...whole,
        statements: await statements.of(employee, from, to),
        spans: found.flatMap(({ ratings, ...span }) => {
          const own = figureOf(ratings, whole.average) // what is usual for one of their months is their year
          return own === undefined ? [] : [{ ...span, ...own }]
        }),
        ...spokenOf(wordings),
      }
    },
  }
}

/** What is usual around somebody, to a tenth of a star: a finer figure would tell of single ratings of others. */
function usualOf({ unit, unitWeight, all, allWeight }: Around): number {
  const usual =
    unit !== null && unitWeight >= ENOUGH_AROUND
      ? unit
      : all !== null && allWeight >= ENOUGH_AROUND
        ? all
        : MIDDLE
  return Math.round(usual * 10) / 10
}

/** What enough citizens speak of. The words are those of our own lists, never what somebody wrote around them. */
function spokenOf(wordings: readonly { readonly words: string; readonly weight: number }[]) {
  const [themes, words] = [new Map<string, number>(), new Map<string, number>()]
  for (const { words: text, weight } of wordings) {
    const read = themesOf(maskPersons(text)).filter(({ theme }) => theme !== OTHER)
    for (const { name } of read) themes.set(name, (themes.get(name) ?? 0) + weight)
    for (const word of new Set(read.flatMap((theme) => theme.words)))
      words.set(word, (words.get(word) ?? 0) + weight)
  }
  const often = (counted: ReadonlyMap<string, number>): readonly string[] =>
    [...counted]
      .filter(([, weight]) => weight >= FEWEST)
      .map(([name]) => name)
      .toSorted((a, b) => a.localeCompare(b, 'id'))
  return { themes: often(themes), words: often(words) }
}

/** The month after one, as ISO 8601 writes it. */
function nextMonth(month: Day): string {
  return addDays(month, 31).slice(0, 7)
}
