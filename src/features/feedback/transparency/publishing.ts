import { type CalendarStore, workingDaysBetween } from '../../../calendar.ts'
import { addDays, type Day } from '../../../indonesian/dates.ts'
import { allThemes, OTHER } from '../reading.ts'
import type { PromisedStore } from '../tickets/promised-store.ts'
import { type Counting, OUTCOMES, type Tally, type ThemeCount, type Worked } from './counting-store.ts'
import type { Course, Figures, Indices, Month, Published, UnitCourse, Year, YearIndex } from './figures.ts'
import { NO_UNIT } from './figures.ts'
import { FEWEST, hiddenIn, indexOf, tableOf } from './hiding.ts'
import { texts } from './texts.ts'

/** What making the figures of a day needs. */
export interface Publishing {
  readonly counting: Counting
  readonly calendar: Pick<CalendarStore, 'calendar'>
  readonly promised: Pick<PromisedStore, 'days'>
  readonly indices?: Indices | undefined
}

/** So many themes are named of a unit, and of all. */
const THEMES = 5

/**
 * The figures of this year and the one before as they stood when a day began. Years are whole, so that no sum of theirs
 * can be taken from another of a day later that has one month less.
 */
export async function publish(
  { counting, calendar, promised, indices }: Publishing,
  on: Day,
): Promise<Published> {
  const last = addDays(on, -1)
  const first = `${Number(last.slice(0, 4)) - 1}-01-01`
  const within = await promised.days()
  const tallies = await counting.tallies(workedFrom(first, last, await calendar.calendar()), within)
  const themes = await counting.themes(first, last)
  const measured = (await indices?.(first, last)) ?? []
  const units = new Map((await counting.units()).map((unit) => [unit.id, unit]))
  const years = new Set([
    ...tallies.map(({ year }) => year),
    ...measured.map(({ month }) => Number(month.slice(0, 4))),
  ])
  return {
    on,
    promised: { verify: within.verify, answer: within.answer },
    years: [...years]
      .toSorted((a, b) => b - a)
      .map((year) =>
        yearOf({
          year,
          nameOf: (id) => units.get(id)?.name ?? texts.id.noUnit,
          last,
          tallies: tallies.filter((one) => one.year === year),
          themes: themes.filter((one) => one.year === year),
          indices: measured
            .filter(({ month, respondents }) => month.startsWith(`${year}-`) && respondents >= FEWEST)
            .map((one) => ({ ...one, top: units.get(one.unit.id)?.top ?? one.unit.id })),
        }),
      ),
  }
}

function workedFrom(first: Day, last: Day, calendar: Parameters<typeof workingDaysBetween>[0]) {
  const days: Worked[] = []
  let count = 0
  for (let day = first; day <= last; day = addDays(day, 1)) {
    count += workingDaysBetween(calendar, addDays(day, -1), day)
    days.push({ day, count })
  }
  return days
}

interface Counted {
  readonly year: number
  nameOf(unit: string): string
  readonly last: Day
  readonly tallies: readonly Tally[]
  readonly themes: readonly ThemeCount[]
  readonly indices: readonly YearIndex[]
}

function yearOf({ year, nameOf, last, tallies, themes, indices }: Counted): Year {
  const months = monthsOf(year, last)
  const units = [...new Set(tallies.flatMap(({ unit }) => unit ?? []))].toSorted(
    (a, b) => Number(a === NO_UNIT) - Number(b === NO_UNIT) || nameOf(a).localeCompare(nameOf(b), 'id'),
  )
  const figuresAt = hiding(tallies, units, months)
  const courseOf = (unit: string | null): Course => ({
    year: figuresAt(unit, null),
    months: Object.fromEntries(months.map((month) => [month, figuresAt(unit, month)])),
  })
  return {
    year,
    months,
    city: courseOf(null),
    units: units.map(
      (id): UnitCourse => ({
        id,
        name: nameOf(id),
        ...courseOf(id),
        themes: most(themes, id).map(({ name }) => name),
      }),
    ),
    themes: most(themes, null),
    indices,
  }
}

function monthsOf(year: number, last: Day): readonly Month[] {
  return Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`).filter(
    (month) => month <= last.slice(0, 7),
  )
}

/** The figures of a unit and a month (null: of all) with what is to be hidden in the tables of all of them. */
function hiding(
  tallies: readonly Tally[],
  units: readonly string[],
  months: readonly Month[],
): (unit: string | null, month: Month | null) => Figures {
  const found = new Map(tallies.map((tally) => [`${tally.unit} ${tally.month}`, tally]))
  const at = (u: number | undefined, m: number | undefined): Tally | undefined =>
    found.get(`${units[u ?? -1] ?? null} ${months[m ?? -1] ?? null}`)
  const outcomes = tableOf([units.length, months.length, OUTCOMES.length], ([u, m, o]) => {
    const outcome = OUTCOMES[o ?? -1]
    return outcome === undefined ? 0 : (at(u, m)?.[outcome] ?? 0)
  })
  const ratings = tableOf([units.length, months.length], ([u, m]) => at(u, m)?.rated ?? 0)
  const [hidden, hiddenRatings] = [hiddenIn(outcomes), hiddenIn(ratings)]

  return (unit, month) => {
    const u = unit === null ? units.length : units.indexOf(unit)
    const m = month === null ? months.length : months.indexOf(month)
    const shown = (outcome: number): number | null => {
      const index = indexOf(outcomes.parts, [u, m, outcome])
      return hidden.has(index) ? null : (outcomes.values[index] ?? 0)
    }
    const tally = found.get(`${unit} ${month}`)
    const answered = (tally?.inTime ?? 0) + (tally?.late ?? 0)
    const rating = indexOf(ratings.parts, [u, m])
    const rated = hiddenRatings.has(rating) ? null : (ratings.values[rating] ?? 0)
    return {
      received: shown(OUTCOMES.length),
      inTime: shown(0),
      late: shown(1),
      waiting: shown(2),
      overdue: shown(3),
      unanswered: shown(4),
      medianDays: answered >= FEWEST ? (tally?.median ?? null) : null,
      rated,
      satisfaction:
        rated === null || rated === 0 ? null : Math.round(((tally?.stars ?? 0) / rated) * 10) / 10,
    }
  }
}

/** The themes named by enough, most first; of a unit, their order tells all, and no number can be taken from the sum. */
function most(
  themes: readonly ThemeCount[],
  unit: string | null,
): readonly { readonly name: string; readonly tickets: number }[] {
  return themes
    .filter((one) => one.unit === unit && one.theme !== OTHER && one.tickets >= FEWEST)
    .toSorted((a, b) => b.tickets - a.tickets || (a.theme < b.theme ? -1 : 1))
    .slice(0, THEMES)
    .map(({ theme, tickets }) => ({ name: NAMES.get(theme) ?? theme, tickets }))
}

const NAMES: ReadonlyMap<string, string> = new Map(allThemes().map(({ theme, name }) => [theme, name]))
