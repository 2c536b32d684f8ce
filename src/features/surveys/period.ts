import type { Day } from '../../indonesian/dates.ts'
import type { Survey } from './definition.ts'

/** A stretch of time over which answers are summed up; its key sorts as the periods follow one another. */
export interface Period {
  /** '2026-03', '2026-Q1', '2026-S1', '2026', or 'semua' where there is only one. */
  readonly key: string
  /** The first and the last day. */
  readonly from: Day
  readonly until: Day
}

export type PeriodKind = Survey['period']

/** Months a period has; a survey that asks once has one that never ends. */
const MONTHS = { month: 1, quarter: 3, semester: 6, year: 12 } as const
const MARKS = { month: '', quarter: 'Q', semester: 'S', year: '' } as const
const ALWAYS: Period = { key: 'semua', from: '2000-01-01', until: '2199-12-31' }

/** The period of a kind that a day is in. */
export function periodAt(kind: PeriodKind, day: Day): Period {
  if (kind === 'once') return ALWAYS
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  return nth(kind, year, Math.ceil(month / MONTHS[kind]))
}

/** The period of a key, as a button brings it; undefined where none of that kind has it. */
export function periodOf(kind: PeriodKind, key: string): Period | undefined {
  if (kind === 'once') return key === ALWAYS.key ? ALWAYS : undefined
  const [, year, mark = '', number] = /^(\d{4})(?:-([QS]?)(\d{1,2}))?$/.exec(key) ?? []
  if (year === undefined || mark !== MARKS[kind]) return undefined
  const at = Number(number ?? 1)
  const found = at >= 1 && at <= 12 / MONTHS[kind] ? nth(kind, Number(year), at) : undefined
  return found?.key === key ? found : undefined
}

/** The first day of the month a day is in. */
export function monthOf(day: Day): Day {
  return `${day.slice(0, 7)}-01`
}

/** The day so many months after another, or the last one of that month where it has no such day. */
export function monthsAfter(day: Day, months: number): Day {
  const [year, month, date] = day.split('-').map(Number)
  const count = (year ?? 0) * 12 + (month ?? 1) - 1 + months
  const first = firstOf(Math.floor(count / 12), (count % 12) + 1)
  return `${first.slice(0, 8)}${two(Math.min(date ?? 1, Number(lastOf(first).slice(8))))}`
}

function nth(kind: Exclude<PeriodKind, 'once'>, year: number, at: number): Period {
  const from = firstOf(year, (at - 1) * MONTHS[kind] + 1)
  const until = lastOf(firstOf(year, at * MONTHS[kind]))
  const named = { month: `-${two(at)}`, quarter: `-Q${at}`, semester: `-S${at}`, year: '' }[kind]
  return { key: `${from.slice(0, 4)}${named}`, from, until }
}

function firstOf(year: number, month: number): Day {
  return `${String(year).padStart(4, '0')}-${two(month)}-01`
}

function lastOf(first: Day): Day {
  const [year, month] = first.split('-').map(Number)
  return new Date(Date.UTC(year ?? 0, month ?? 1, 0)).toISOString().slice(0, 10)
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
