import { readDay } from '../../indonesian/dates.ts'
import { readNumber } from '../../indonesian/numbers.ts'
import type { OnDay } from '../recurrence.ts'
import type { Every } from './every.ts'
import { ordinal, type Phrase } from './phrase.ts'

/** The day within its month, quarter or year, as far as the words say it. */
export interface Where {
  readonly on: OnDay | undefined
  /** True where a day was named by where it is ("akhir bulan") and not by its date. */
  readonly isEdge: boolean
  /** The month of the year. */
  readonly month: number | undefined
  /** The year, which only a date that is once has. */
  readonly year: number | undefined
  /** The month of the quarter. */
  readonly place: 1 | 2 | 3 | undefined
  /** True where an edge of the whole year was named. */
  readonly ofYear: boolean
}

/** Takes the day out of the words. */
export function readWhere(said: Phrase, every: Every): Where {
  const written = said.take(WRITTEN)
  const working = workingDay(said)
  const place = every === 'quarterly' ? placeOf(said) : undefined
  const edge = working ?? (written ? undefined : edgeOf(said))
  const month = written?.month === undefined ? monthNamed(said, every) : Number(written.month)
  const year = written?.year ?? said.take(/\b(?<year>(?:19|20)\d\d)\b/)?.year
  return {
    on: edge?.on ?? (written?.day === undefined ? dateOf(said) : { day: Number(written.day) }),
    isEdge: edge !== undefined,
    month,
    year: year === undefined ? undefined : Number(year),
    place,
    ofYear: edge?.ofYear === true,
  }
}

const WRITTEN = /\b(?<day>\d{1,2})[/-](?<month>0?[1-9]|1[0-2])(?:[/-](?<year>(?:19|20)\d\d))?\b(?![/-])/

interface Edge {
  readonly on: OnDay
  readonly ofYear?: boolean
}

const ORDINAL = String.raw`(?:ke )?\d{1,3}|pertama|terakhir|paling akhir|ke ?(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)`

function workingDay(said: Phrase): Edge | undefined {
  const before = said.take(
    new RegExp(
      String.raw`\bhari kerja (?:yang )?(?<n>${ORDINAL})(?<back> (?:dari|sebelum) (?:akhir|belakang)| terakhir)?\b`,
    ),
  )
  if (before === undefined) return undefined
  said.take(/^(?:awal|akhir)\b|\b(?:awal|akhir)$/)
  const { n = '', back } = before
  if (n === 'terakhir' || n === 'paling akhir') return { on: { working: -1 } }
  const count = ordinal(n) ?? 0
  return { on: { working: back === undefined ? count : -count } }
}

function placeOf(said: Phrase): 1 | 2 | 3 | undefined {
  const found = said.take(
    /\bbulan (?<n>(?:ke )?[1-3]\b|pertama|ke ?(?:satu|dua|tiga)|terakhir|satu|dua|tiga|akhir)(?: (?:triwulan|kuartal))?\b/,
  )
  if (found === undefined) return undefined
  const n = found.n === 'terakhir' || found.n === 'akhir' ? 3 : ordinal(found.n ?? '')
  return n === 1 || n === 2 || n === 3 ? n : undefined
}

function edgeOf(said: Phrase): Edge | undefined {
  const end = said.take(
    /\b(?:(?:akhir|penghujung|ujung)(?: (?<of>bulan|tahun)(?:nya)?\b)?|(?:tanggal|hari) (?:paling )?(?:terakhir|akhir))(?= |$)/,
  )
  if (end !== undefined) return { on: { day: 31 }, ofYear: end.of === 'tahun' }
  const begin = said.take(/\b(?:awal(?: (?<of>bulan|tahun)(?:nya)?\b)?|(?:tanggal|hari) pertama)(?= |$)/)
  if (begin !== undefined) return { on: { day: 1 }, ofYear: begin.of === 'tahun' }
  return said.take(/\b(?:per)?tengahan? bulan\b/) && { on: { day: 15 } }
}

/** A month by its name, and by its number where a year has to have one. */
function monthNamed(said: Phrase, every: Every): number | undefined {
  const found = said.take(
    /\b(?:bulan )?(?<name>jan(?:uari)?|[fp]eb(?:ruari)?|mar(?:et)?|apr(?:il)?|mei|juni?|juli?|agustus|agst?|agt|agus?|sep(?:t|tember)?|okt(?:ober)?|no[vp](?:ember)?|des(?:ember)?)\b/,
  )
  if (found?.name !== undefined) return Number(readDay(`1 ${found.name}`, '2026-01-01')?.slice(5, 7))
  if (every !== 'yearly' && every !== 'some') return undefined
  const numbered = said.take(/\bbulan (?:ke )?(?<number>\d{1,2})\b/)
  const number = Number(numbered?.number ?? 0)
  return number >= 1 && number <= 12 ? number : undefined
}

function dateOf(said: Phrase): { readonly day: number } | undefined {
  const digits = said.take(/\b(?:tanggal )?(?:ke )?(?<day>\d{1,3})\b(?![/-])/)
  if (digits !== undefined) return { day: Number(digits.day) }
  for (const more of [2, 1, 0]) {
    const words = new RegExp(String.raw`\btanggal (?<words>[a-z]+(?: [a-z]+){${more}})\b`)
    const named = said.take(words, (groups) => readNumber(groups.words ?? '') !== undefined)
    if (named !== undefined) return { day: readNumber(named.words ?? '') ?? 0 }
  }
  return undefined
}
