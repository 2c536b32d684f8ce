import type { Day } from '../../../indonesian/dates.ts'
import { fold } from '../../../indonesian/words.ts'

/** A quarter of a year, 1 to 4. */
export interface Quarter {
  readonly year: number
  readonly number: number
}

/** The quarter a day lies in. */
export function quarterOf(day: Day): Quarter {
  return { year: Number(day.slice(0, 4)), number: Math.ceil(Number(day.slice(5, 7)) / 3) }
}

/** The quarter before another. */
export function quarterBefore({ year, number }: Quarter): Quarter {
  return number === 1 ? { year: year - 1, number: 4 } : { year, number: number - 1 }
}

/** The first and the last day of a quarter. */
export function daysOf({ year, number }: Quarter): { readonly from: Day; readonly until: Day } {
  const [first, last] = BOUNDS[number - 1] ?? ['01-01', '12-31']
  return { from: `${year}-${first}`, until: `${year}-${last}` }
}

/** The quarters that are evaluated on a day, the usual one first: the running one in its last month, the last ended one. */
export function openQuarters(today: Day): readonly [Quarter, ...Quarter[]] {
  const running = quarterOf(today)
  const ended = quarterBefore(running)
  return today >= opensOn(running) ? [running, ended] : [ended]
}

/** The day from which a quarter is evaluated: the first of its last month. */
export function opensOn(quarter: Quarter): Day {
  return `${daysOf(quarter).until.slice(0, 8)}01`
}

/** Whether a quarter is evaluated on a day, or not yet, or no longer. */
export function standingOf(quarter: Quarter, today: Day): 'open' | 'early' | 'closed' {
  if (today < opensOn(quarter)) return 'early'
  return openQuarters(today).some((one) => isSame(one, quarter)) ? 'open' : 'closed'
}

export function isSame(a: Quarter, b: Quarter): boolean {
  return a.year === b.year && a.number === b.number
}

/** A quarter as it stands in buttons and answers: "2026-Q1". */
export function quarterKey({ year, number }: Quarter): string {
  return `${year}-Q${number}`
}

/** A quarter as it stands in buttons and answers; undefined where it is none. */
export function readQuarterKey(key: string): Quarter | undefined {
  const [, year, number] = /^(\d{4})-Q([1-4])$/.exec(key) ?? []
  return year === undefined ? undefined : { year: Number(year), number: Number(number) }
}

/**
 * The quarter somebody named ("triwulan IV 2025", "tw4 2025", "4", "triwulan lalu", "2025-Q4"), seen from a day: without
 * a year the last one that has begun. Undefined when the text is no quarter, or says more than one.
 */
export function readQuarter(text: string, today: Day): Quarter | undefined {
  const said = fold(text)
  const running = quarterOf(today)
  if (/^(?:triwulan|tw|kuartal) (?:ini|sekarang|berjalan)$/.test(said)) return running
  if (/^(?:triwulan|tw|kuartal) (?:lalu|kemarin|sebelumnya)$/.test(said)) return quarterBefore(running)
  const [, first = ''] = /^(\d{4}) /.exec(said) ?? []
  const rest = first === '' ? said : said.slice(5)
  const [, word = '', last = first] =
    /^(?:(?:triwulan|tw|kuartal|q) ?(?:ke )?)?([1-4]|i{1,3}|iv|satu|dua|tiga|empat)(?: (?:tahun |thn )?(\d{4}))?$/.exec(
      rest,
    ) ?? []
  const number = NUMBERS.findIndex((names) => names.includes(word)) + 1
  if (number === 0 || (first !== '' && last !== first)) return undefined
  if (last !== '') return isYear(last) ? { year: Number(last), number } : undefined
  return { year: number > running.number ? running.year - 1 : running.year, number }
}

/** Words that name a quarter outright, and the words around them: "dinas sosial tw 4 2025" names a unit besides. */
export function splitQuarter(
  text: string,
  today: Day,
): { readonly quarter: Quarter | undefined; readonly rest: string } {
  const said = fold(text)
  const [found = ''] =
    /\b(?:triwulan|tw|kuartal) ?(?:ini|lalu|[1-4]|i{1,3}|iv|satu|dua|tiga|empat)\b(?: (?:tahun |thn )?\d{4}\b)?|\b\d{4} q[1-4]\b/.exec(
      said,
    ) ?? []
  const quarter = found === '' ? undefined : readQuarter(found, today)
  if (quarter === undefined) return { quarter, rest: said }
  return { quarter, rest: said.replace(found, ' ').replace(/\s+/g, ' ').trim() }
}

/** True for the four digits of a year that can be meant. */
export function isYear(digits: string): boolean {
  return /^\d{4}$/.test(digits) && Number(digits) >= 2000 && Number(digits) <= 2199
}

const BOUNDS = [
  ['01-01', '03-31'],
  ['04-01', '06-30'],
  ['07-01', '09-30'],
  ['10-01', '12-31'],
] as const
const NUMBERS = [
  ['1', 'i', 'satu'],
  ['2', 'ii', 'dua'],
  ['3', 'iii', 'tiga'],
  ['4', 'iv', 'empat'],
]
