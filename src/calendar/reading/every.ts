import { texts } from '../texts.ts'
import type { Phrase } from './phrase.ts'

/** How often: "some" where only "setiap" was said, so that the date decides between month and year. */
export type Every = 'once' | 'monthly' | 'quarterly' | 'yearly' | 'some'

const WEEKDAY = '(?:senin|selasa|rabu|kamis|jumat|sabtu|ahad|minggu)'
const MONTH_NAMED = '(?:jan|feb|peb|mar|apr|mei|jun|jul|agu|ags|agt|sep|okt|nov|nop|des)'
const EVERY = '(?:se)?tiap'

/** How often something is, taken out of its words; what is not offered has a hint. */
export function readEvery(said: Phrase): Every | { readonly hint: string } {
  const refused = NOT_OFFERED.find(([pattern]) => said.has(pattern))
  if (refused !== undefined) return { hint: refused[1] }
  if (said.take(QUARTERLY)) return 'quarterly'
  if (said.take(YEARLY)) return 'yearly'
  if (said.take(MONTHLY)) return 'monthly'
  if (said.take(new RegExp(`\\b${EVERY}\\b`))) return 'some'
  return said.has(/\bhari kerja\b/) ? 'some' : 'once'
}

const { weekly, daily, otherRhythm } = texts.hints
const NOT_OFFERED: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`\\b(?:${EVERY}|per) (?:hari )?(?:${WEEKDAY}|pekan)\\b`), weekly],
  [
    new RegExp(`\\b(?:mingguan|pekanan|seminggu|sepekan)\\b|\\bhari ${WEEKDAY} (?:pertama|ke|terakhir)\\b`),
    weekly,
  ],
  [/\b(?:\d+|dua|tiga) (?:minggu|pekan)\b/, weekly],
  [/\bharian\b|\bsehari\b|\b(?:setiap|tiap|per) hari(?! (?:kerja|terakhir|pertama))\b/, daily],
  [/\b(?:setiap|tiap|per) hari kerja$/, daily],
  [/\b(?:semester(?:an)?|setengah tahun|caturwulan|kuartalan tahun)\b/, otherRhythm],
  [/(?<!tanggal |ke )\b(?:2|4|5|6|dua|empat|lima|enam) (?:bulan(?:an)?|tahun(?:an)?)\b/, otherRhythm],
]

const SPAN =
  '(?:triwulan(?:an)?|tri wulan|tw|kuartal(?:an)?|kwartal|(?<!tanggal |ke )(?:3|tiga) bulan(?:an)?)'
const QUARTERLY = new RegExp(`\\b(?:(?:${EVERY}|per) )?${SPAN}(?: sekali)?\\b|\\bsekali ${SPAN}\\b`)
const YEARLY = new RegExp(
  `\\b(?:${EVERY}|per) (?:(?:1|satu) )?tahun(?:nya)?(?: sekali)?\\b|\\b(?:sekali )?setahun(?: sekali)?\\b|\\btahunan\\b`,
)
const MONTHLY = new RegExp(
  `\\b(?:${EVERY}|per) (?:(?:1|satu) )?bulan(?:nya)?(?! (?:${MONTH_NAMED}|\\d))(?: sekali)?\\b|\\b(?:sekali )?sebulan(?: sekali)?\\b|\\bbulanan\\b|\\bbulan berikut(?:nya)?\\b`,
)
