import { readNumber } from './numbers.ts'

/** A calendar day without a time of day, as ISO 8601 writes it: "2026-03-31". */
export type Day = string

/** The months in their order, in small letters. */
export const MONTHS: readonly string[] = [
  'januari',
  'februari',
  'maret',
  'april',
  'mei',
  'juni',
  'juli',
  'agustus',
  'september',
  'oktober',
  'november',
  'desember',
]
const OTHER_MONTHS: Readonly<Record<string, number>> = {
  pebruari: 2,
  peb: 2,
  nopember: 11,
  nop: 11,
  agst: 8,
  agt: 8,
  ags: 8,
  agus: 8,
  aug: 8,
  may: 5,
  oct: 10,
  dec: 12,
}
const WEEKDAYS = ['minggu', 'senin', 'selasa', 'rabu', 'kamis', 'jumat', 'sabtu']
const RELATIVE: Readonly<Record<string, number>> = {
  'kemarin lusa': -2,
  kemarin: -1,
  'hari ini': 0,
  sekarang: 0,
  skrg: 0,
  besok: 1,
  bsk: 1,
  esok: 1,
  lusa: 2,
  'besok lusa': 2,
  'minggu depan': 7,
  'pekan depan': 7,
  'minggu lalu': -7,
  'pekan lalu': -7,
}

/**
 * The day an Indonesian wrote, seen from `today`: "besok", "31 maret", "31/3/26", "tgl 5", "jumat depan",
 * "3 hari lagi", "akhir bulan", "Selasa, 31 Maret 2026", "2026-03-31"; day before month, always. A day without
 * its year or month is the nearest one not before `today`, or with `past` the nearest one not after it.
 * Undefined when the text is no day, names one that does not exist (30 February), or another day of the week.
 */
export function readDay(text: string, today: Day, past = false): Day | undefined {
  const words = text
    .toLowerCase()
    .replace(/['’‘`]/g, '')
    .replace(/(?<=\d)(?=[a-z])|(?<=[a-z])(?=\d)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(?<![.,!])[.,!]+$/, '')
    .replace(/^(?:pada )?hari minggu/, 'ahad') // "minggu" alone may also be a week
    .replace(/^(?:pada )?(?:hari (?!ini$))?(?:(?:tanggal|tgl)\.? ?)?/, '')
  const shift = Object.hasOwn(RELATIVE, words) ? RELATIVE[words] : undefined
  if (shift !== undefined) return addDays(today, shift)
  return (
    distance(words, today) ??
    weekday(words, today, past) ??
    endOfMonth(words, today) ??
    withWeekday(words, today, past) ??
    written(words, today, past)
  )
}

function distance(words: string, today: Day): Day | undefined {
  const match = /^(se|[^ ].* )(hari|minggu|pekan|bulan) (lagi|ke depan|(?:yang |yg )?lalu)$/.exec(words)
  const size = match?.[1] === 'se' ? 1 : readNumber(match?.[1] ?? '')
  if (!match || size === undefined || !Number.isInteger(size) || size < 0 || size > 1_000) return undefined
  const count = match[3]?.endsWith('lalu') ? -size : size
  if (match[2] === 'bulan') return addMonths(today, count)
  return addDays(today, match[2] === 'hari' ? count : count * 7)
}

function weekday(words: string, today: Day, past: boolean): Day | undefined {
  const match = /^(\w+)(?: (ini|depan|lalu|kemarin))?$/.exec(words)
  const index = weekdayOf(match?.[1] ?? '')
  if (index < 0) return undefined
  const ahead = (index - dateOf(today).getUTCDay() + 7) % 7
  const back = match?.[2] === 'lalu' || match?.[2] === 'kemarin' || (past && match?.[2] === undefined)
  if (back) return addDays(today, ahead === 0 ? (match?.[2] ? -7 : 0) : ahead - 7)
  return addDays(today, match?.[2] === 'depan' && ahead === 0 ? 7 : ahead)
}

function withWeekday(words: string, today: Day, past: boolean): Day | undefined {
  const [, name = '', rest = ''] = /^([a-z]+)[ ,]+(?:tanggal |tgl\.? ?)?(\d.*)$/.exec(words) ?? []
  const day = weekdayOf(name) < 0 ? undefined : written(rest, today, past)
  return day !== undefined && dateOf(day).getUTCDay() === weekdayOf(name) ? day : undefined
}

/** 0 for Sunday, as Date counts; -1 when the word is no day of the week. */
function weekdayOf(word: string): number {
  return WEEKDAYS.indexOf(word === 'ahad' ? 'minggu' : word)
}

function endOfMonth(words: string, today: Day): Day | undefined {
  const match = /^akhir bulan(?: (ini|depan|lalu))?$/.exec(words)
  if (!match) return undefined
  const months = match[1] === 'depan' ? 2 : match[1] === 'lalu' ? 0 : 1
  return addDays(addMonths(`${today.slice(0, 8)}01`, months), -1)
}

function written(words: string, today: Day, past: boolean): Day | undefined {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(words)
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const match = /^(\d{1,2})(?:[\s./-]+(\d{1,2}|[a-z]+)\.?(?:[\s./-]+(\d{4}|\d{2}))?)?$/.exec(words)
  if (!match) return undefined
  const day = Number(match[1])
  if (match[2] === undefined) return nearestMonth(day, today, past)
  const month = monthOf(match[2])
  if (month === undefined) return undefined
  if (match[3] !== undefined) return dayOf(fullYear(match[3], today), month, day)
  const year = Number(today.slice(0, 4))
  const candidates = [year, year + 1, year + 2, year + 3, year + 4].map((y) =>
    dayOf(past ? 2 * year - y : y, month, day),
  )
  return candidates.find((d) => d !== undefined && (past ? d <= today : d >= today))
}

function nearestMonth(day: number, today: Day, past: boolean): Day | undefined {
  for (let months = 0; months < 12; months++) {
    const first = addMonths(`${today.slice(0, 8)}01`, past ? -months : months)
    const candidate = dayOf(Number(first.slice(0, 4)), Number(first.slice(5, 7)), day)
    if (candidate !== undefined && (past ? candidate <= today : candidate >= today)) return candidate
  }
  return undefined
}

function monthOf(word: string): number | undefined {
  if (/^\d+$/.test(word)) return Number(word)
  if (Object.hasOwn(OTHER_MONTHS, word)) return OTHER_MONTHS[word]
  const index = word.length < 3 ? -1 : MONTHS.findIndex((m) => m.startsWith(word))
  return index < 0 ? undefined : index + 1
}

/** Two digits mean the year of this century or the last that is nearest to today, at most 20 years ahead. */
function fullYear(digits: string, today: Day): number {
  if (digits.length === 4) return Number(digits)
  const guess = 2000 + Number(digits)
  return guess > Number(today.slice(0, 4)) + 20 ? guess - 100 : guess
}

function dayOf(year: number, month: number, day: number): Day | undefined {
  if (year < 1900 || year > 2199) return undefined
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? isoDay(date) : undefined
}

function addMonths(day: Day, months: number): Day {
  const date = dateOf(day)
  const target = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1))
  const last = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate()
  target.setUTCDate(Math.min(date.getUTCDate(), last))
  return isoDay(target)
}

/** The day so many days after (before, when negative) another. */
export function addDays(day: Day, days: number): Day {
  const date = dateOf(day)
  date.setUTCDate(date.getUTCDate() + days)
  return isoDay(date)
}

/** The day it is at an instant in a time zone ("Asia/Jakarta"). */
export function dayAt(instant: Date, timeZone: string): Day {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(instant)
}

/** A day as Indonesians read it: "Selasa, 31 Maret 2026"; what is no day is shown as it is. */
export function showDay(day: Day): string {
  const date = dateOf(day)
  if (Number.isNaN(date.getTime())) return day
  // its own "full" writes "02 Maret" in some versions of the language's data
  const parts = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const
  return new Intl.DateTimeFormat('id-ID', { timeZone: 'UTC', ...parts }).format(date)
}

function dateOf(day: Day): Date {
  return new Date(`${day}T00:00:00Z`)
}

function isoDay(date: Date): Day {
  return date.toISOString().slice(0, 10)
}
