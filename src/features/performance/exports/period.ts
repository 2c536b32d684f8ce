import { addDays, type Day, readDay } from '../../../indonesian/dates.ts'
import { fold } from '../../../indonesian/words.ts'
import { daysOf, isYear, type Quarter, quarterKey, readQuarter } from '../appraisal/quarter.ts'

/** A stretch of time by its name: a year ("2026"), a quarter ("2026-Q1") or a month ("2026-03"). */
export type PeriodKey = string

/** The first and last day of a period, and the quarters it is made of; none for a month. */
export interface Period {
  readonly from: Day
  readonly until: Day
  readonly quarters: readonly Quarter[]
}

/** What a period is; undefined where the text names none. */
export function periodOf(key: PeriodKey): Period | undefined {
  const [, year = '', number, month] = /^(\d{4})(?:-Q([1-4])|-(0[1-9]|1[0-2]))?$/.exec(key) ?? []
  if (!isYear(year)) return undefined
  if (month !== undefined) return { ...monthOf(`${year}-${month}-01`), quarters: [] }
  if (number !== undefined) {
    const quarter = { year: Number(year), number: Number(number) }
    return { ...daysOf(quarter), quarters: [quarter] }
  }
  const quarters = [1, 2, 3, 4].map((one) => ({ year: Number(year), number: one }))
  return { from: `${year}-01-01`, until: `${year}-12-31`, quarters }
}

/** The period somebody named, seen from a day: "triwulan 1 2026", "2026", "tahun lalu", "Maret 2026", "bulan ini". */
export function readPeriod(text: string, today: Day): PeriodKey | undefined {
  const key = text.trim().toUpperCase()
  if (periodOf(key) !== undefined) return key
  const said = fold(text)
  const [, year = ''] = /^(?:tahun |thn )?(\d{4})$/.exec(said) ?? []
  if (isYear(year)) return year
  const thisYear = today.slice(0, 4)
  const named: Readonly<Record<string, PeriodKey>> = {
    'tahun ini': thisYear,
    'tahun lalu': String(Number(thisYear) - 1),
    'bulan ini': today.slice(0, 7),
    'bulan lalu': addDays(`${today.slice(0, 7)}-01`, -1).slice(0, 7),
  }
  if (Object.hasOwn(named, said)) return named[said]
  const quarter = readQuarter(said, today)
  if (quarter !== undefined) return quarterKey(quarter)
  const month = said.replace(/^bulan /, '')
  return /^\p{L}/u.test(month) ? readDay(`1 ${month}`, today, true)?.slice(0, 7) : undefined
}

function monthOf(first: Day): { readonly from: Day; readonly until: Day } {
  const next = addDays(first, 31)
  return { from: first, until: addDays(`${next.slice(0, 7)}-01`, -1) }
}
