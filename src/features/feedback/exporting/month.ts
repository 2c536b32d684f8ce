import { addDays, type Day, MONTHS } from '../../../indonesian/dates.ts'
import { fold } from '../../../indonesian/words.ts'

/** Days from the first to the last, and how people call them. */
export interface Period {
  readonly from: Day
  readonly until: Day
  readonly title: string
}

/**
 * The period somebody wrote, seen from `today`: "maret 2026", "2026-03", "03/2026", "bulan lalu", "2026"; the month that
 * runs where nothing is said, the last one of a name without its year. Undefined where it is none.
 */
export function readMonth(words: string, today: Day): Period | undefined {
  const said = fold(words).replace(/^bulan (?=\D)(?!ini|lalu)/, '')
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))]
  if (said === '' || said === 'bulan ini') return monthOf(year, month)
  if (said === 'bulan lalu') return monthOf(month === 1 ? year - 1 : year, month === 1 ? 12 : month - 1)
  if (/^(?:tahun )?20\d\d$/.test(said)) {
    const of = said.slice(-4)
    return { from: `${of}-01-01`, until: `${of}-12-31`, title: of }
  }
  const digits = /^(?<first>\d{1,4}) (?<second>\d{1,4})$/.exec(said)?.groups
  if (digits !== undefined) {
    const [first, second] = [Number(digits.first), Number(digits.second)]
    return first > 12 ? monthOf(first, second) : monthOf(second, first)
  }
  const [, name = '', of] = /^([a-z]{3,9})(?: (20\d\d))?$/.exec(said) ?? []
  const at = name === '' ? -1 : MONTHS.findIndex((one) => one.startsWith(name))
  if (at < 0) return undefined
  return monthOf(of === undefined ? (at + 1 > month ? year - 1 : year) : Number(of), at + 1)
}

function monthOf(year: number, month: number): Period | undefined {
  const name = MONTHS[month - 1]
  if (name === undefined || year < 2000 || year > 2199) return undefined
  const first = (of: number, at: number): Day => `${of}-${String(at).padStart(2, '0')}-01`
  const next = month === 12 ? first(year + 1, 1) : first(year, month + 1)
  const title = `${name.replace(/^./, (letter) => letter.toUpperCase())} ${year}`
  return { from: first(year, month), until: addDays(next, -1), title }
}
