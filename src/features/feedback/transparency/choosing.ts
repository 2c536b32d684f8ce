import type { Course, Figures, Month, Published, UnitCourse, Year } from './figures.ts'

/** What of the figures is looked at. */
export interface Chosen {
  readonly year: Year
  /** Left out for all of them. */
  readonly unit?: UnitCourse
  /** Left out for the whole year. */
  readonly month?: Month
}

/**
 * What an address asks for: `unit` by its id, `bulan` as "2026-03" or "2026"; `unknown` where there is no such thing, and
 * all is looked at instead. Undefined while there are no figures at all.
 */
export function chosenIn(
  { years }: Published,
  asked: URLSearchParams,
): { readonly chosen: Chosen; readonly unknown: boolean } | undefined {
  const [latest] = years
  if (latest === undefined) return undefined
  const [id, when] = [asked.get('unit') ?? '', asked.get('bulan') ?? '']
  const year = when === '' ? latest : years.find((one) => String(one.year) === when.slice(0, 4))
  const month = when.length === 4 || when === '' ? undefined : year?.months.find((one) => one === when)
  const unit = id === '' ? undefined : year?.units.find((one) => one.id === id)
  const isKnown =
    year !== undefined && (when.length <= 4 || month !== undefined) && (id === '' || unit !== undefined)
  if (!isKnown) return { chosen: { year: latest }, unknown: true }
  return { chosen: { year, ...(unit && { unit }), ...(month !== undefined && { month }) }, unknown: false }
}

/** The figures of a course in the month that is looked at, or the year. */
export function figuresIn(course: Course, month: Month | undefined): Figures {
  return (month === undefined ? undefined : course.months[month]) ?? course.year
}
