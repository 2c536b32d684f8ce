import { addDays, type Day, MONTHS } from '../../../indonesian/dates.ts'
import type { Filters } from '../query.ts'
import type { Remaining } from './words.ts'

const YEAR = '(20\\d\\d)'
const MONTH = `(${MONTHS.join('|')})`
const RETIRES =
  '(?:yang )?(?:akan |mau |bakal |segera |memasuki |mencapai )*(?:masa |usia )?(?:pensiun|pensiunnya|purna tugas|purnatugas|bup)'

/** When people retire, as it was asked on a day; nothing is taken where no time is said. */
export function retirementIn(said: Remaining, today: Day): Filters {
  if (!said.has(RETIRES)) return {}
  const period = periodIn(said, today)
  if (period === undefined) return {}
  said.take(RETIRES)
  return { retires: period }
}

/** True where people are to be told apart by the year in which they retire. */
export function byRetirement(said: Remaining): boolean {
  return (
    said.take(`${RETIRES} (?:per|tiap|setiap|menurut|berdasarkan) tahun(?: pensiun)?`) !== undefined ||
    said.take('(?:per|tiap|setiap|menurut|berdasarkan) tahun pensiun') !== undefined
  )
}

function periodIn(said: Remaining, today: Day): Filters['retires'] {
  const year = Number(today.slice(0, 4))
  for (const [pattern, read] of FORMS) {
    const match = said.take(`(?:(?:pada|di|dalam|untuk|mulai) )?${pattern}`)
    if (match !== undefined) return read(match, today, year)
  }
  return undefined
}

type Read = (match: readonly string[], today: Day, year: number) => Filters['retires']

const FORMS: readonly (readonly [pattern: string, read: Read])[] = [
  [
    `(?:antara |dari )?(?:tahun )?${YEAR} (?:sampai|dan|ke)(?: dengan)?(?: tahun)? ${YEAR}`,
    ([, from, to]) => ({ from: `${from}-01-01`, to: `${to}-12-31` }),
  ],
  [
    '(\\d{1,2}|satu|dua|tiga|empat|lima|sepuluh) tahun (?:ke depan|kedepan|lagi|mendatang|yang akan datang)',
    ([, many], today, year) => ({
      from: today,
      to: `${year + (NUMBERS[many ?? ''] ?? Number(many))}${today.slice(4)}`,
    }),
  ],
  [
    `(?:bulan )?${MONTH}(?: tahun)?(?: ${YEAR})?`,
    ([, name = '', written], today, year) => {
      const month = MONTHS.indexOf(name) + 1
      const coming = month >= Number(today.slice(5, 7)) ? year : year + 1
      return monthOf(written ? Number(written) : coming, month)
    },
  ],
  ['bulan ini', (_, today, year) => monthOf(year, Number(today.slice(5, 7)))],
  ['bulan depan', (_, today, year) => monthOf(year, Number(today.slice(5, 7)) + 1)],
  ['(?:di )?tahun ini', (_, __, year) => yearOf(year)],
  ['tahun depan', (_, __, year) => yearOf(year + 1)],
  [`(?:tahun )?${YEAR}`, ([, written]) => yearOf(Number(written))],
]

const NUMBERS: Readonly<Record<string, number>> = { satu: 1, dua: 2, tiga: 3, empat: 4, lima: 5, sepuluh: 10 }

function yearOf(year: number): Filters['retires'] {
  return { from: `${year}-01-01`, to: `${year}-12-31` }
}

function monthOf(year: number, month: number): Filters['retires'] {
  const first = (months: number): Day => new Date(Date.UTC(year, months - 1, 1)).toISOString().slice(0, 10)
  return { from: first(month), to: addDays(first(month + 1), -1) }
}
