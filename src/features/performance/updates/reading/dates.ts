import { addDays, type Day, readDay } from '../../../../indonesian/dates.ts'

/** A text without the day it names, and that day; undefined where it names none. */
export interface Dated {
  readonly rest: string
  readonly day: Day | undefined
}

/** Takes the day out of a text in small letters with its words in full, seen from `today`; the first one counts. */
export function takeDay(text: string, today: Day): Dated {
  let day: Day | undefined
  const take = (rest: string, pattern: RegExp, read: (found: string) => Day | undefined): string =>
    rest.replace(pattern, (found: string) => {
      const read_ = read(found.trim())
      if (read_ === undefined) return found
      day ??= read_
      return ' | '
    })
  let rest = text.replace(LATER, ' | ')
  for (const pattern of WRITTEN) rest = take(rest, pattern, (found) => readDay(found, today, true))
  rest = take(rest, SPOKEN, (found) => spoken(found, today))
  return { rest, day }
}

const MONTH =
  '(?:jan(?:uari)?|[fp]eb(?:ruari)?|mar(?:et)?|apr(?:il)?|mei|jun(?:i)?|jul(?:i)?|agu(?:s(?:tus)?)?|ags|agt|sep(?:t(?:ember)?)?|okt(?:ober)?|no[vp](?:ember)?|des(?:ember)?)'
const WEEKDAY = '(?:senin|selasa|rabu|kamis|jumat|sabtu|ahad)'

/** What is done later is no part of this report. */
const LATER =
  /(?<![\p{L}\p{N}])(?:sisanya|selebihnya|lanjut|dilanjut(?:kan)?|diteruskan)(?: (?:lagi|ke))? (?:besok|lusa|minggu depan|senin|selasa|rabu|kamis|jumat)(?![\p{L}\p{N}])/gu

/** Days as they are written, the longest way first. */
const WRITTEN: readonly RegExp[] = [
  edged(
    `(?:pada )?(?:hari )?${WEEKDAY},? (?:tanggal )?\\d{1,2}(?:[ -]${MONTH}(?:[ -]\\d{4})?|/\\d{1,2}(?:/\\d{2,4})?)`,
  ),
  edged('\\d{4}-\\d{1,2}-\\d{1,2}'),
  edged('(?:tanggal )?\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?'),
  edged('(?:tanggal )?\\d{1,2}-\\d{1,2}-\\d{2,4}'),
  edged(`(?:tanggal )?\\d{1,2}[ -]?${MONTH}(?:[ -]\\d{4})?`),
  edged('tanggal \\d{1,2}'),
]

const SPOKEN = edged(
  `kemarin lusa|lusa kemarin|(?:hari )?${WEEKDAY}(?: (?:ini|lalu|kemarin|yang lalu|minggu lalu|pekan lalu))?|hari minggu(?: (?:ini|lalu|kemarin))?|` +
    'kemarin(?: (?:pagi|siang|sore|malam))?|(?:tadi malam|semalam)|(?:hari|pagi|siang|sore|malam) ini|tadi(?: (?:pagi|siang|sore))?|barusan|sekarang|' +
    '(?:minggu|pekan) (?:lalu|kemarin)|(?:dua|tiga|empat|lima|\\d{1,2}) hari (?:yang )?lalu|besok|lusa',
)

function spoken(found: string, today: Day): Day | undefined {
  if (/^(?:tadi malam|semalam|kemarin (?:pagi|siang|sore|malam))$/.test(found)) return addDays(today, -1)
  if (/^(?:tadi|barusan|sekarang|pagi ini|siang ini|sore ini|malam ini)/.test(found)) return today
  if (found === 'lusa kemarin') return addDays(today, -2)
  return readDay(found.replace(/ (?:yang|minggu|pekan) lalu$/, ' lalu'), today, true)
}

/** What is no part of a longer word or number. */
function edged(pattern: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}./-])(?:${pattern})(?![\\p{L}\\p{N}]|[./-]\\d)`, 'gu')
}
