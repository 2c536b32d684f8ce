import { addDays, type Day, readDay } from '../../../../indonesian/dates.ts'
import { isUnit } from './words.ts'

/** A text without the day it names, and that day; undefined where it names none. */
export interface Dated {
  readonly rest: string
  readonly day: Day | undefined
  /** True where it names a day that there is not ("31 februari", "senin 1 maret" in a year where that is a Sunday). */
  readonly odd?: true
}

/**
 * Takes the day out of a text in small letters with its words in full, seen from `today`: the first that is named, of
 * several days in a row the last.
 */
export function takeDay(text: string, today: Day): Dated {
  const named: (Day | undefined)[] = []
  let rest = text.replace(LATER, ' | ').replace(IN_A_ROW, '$1')
  for (const pattern of WRITTEN)
    rest = rest.replace(pattern, (found: string, at: number) => {
      const read = readDay(found, today, true)
      if (BARE.test(found) && (read === undefined || isShare(found, rest.slice(at), read, today)))
        return found
      named.push(read)
      return ' | '
    })
  rest = rest.replace(SPOKEN, (found: string) => {
    const read = spoken(found, today)
    if (read === undefined) return found
    named.push(read)
    return ' | '
  })
  const day = named.find((one) => one !== undefined)
  return { rest, day, ...(named.length > 0 && day === undefined && { odd: true }) }
}

/** "10/12 berkas lengkap" rather than the 10th of December: a part of a whole, and nothing else is counted. */
function isShare(found: string, from: string, day: Day, today: Day): boolean {
  const [part = 0, whole = 0] = found.split('/').map(Number)
  const behind = from.slice(found.length)
  const countsMore = [...behind.matchAll(/\d ?(\p{L}+)/gu)].some(([, word = '']) => isUnit(word))
  return part <= whole && /^ \p{L}/u.test(behind) && !countsMore && day < addDays(today, -RECENT_DAYS)
}

const BARE = /^\d{1,2}\/\d{1,2}$/
/** A day and month without a year is more likely meant where it is no longer ago. */
const RECENT_DAYS = 45

const MONTH =
  '(?:jan(?:uari)?|[fp]eb(?:ruari)?|mar(?:et)?|apr(?:il)?|mei|jun(?:i)?|jul(?:i)?|agu(?:s(?:tus)?)?|ags|agt|sep(?:t(?:ember)?)?|okt(?:ober)?|no[vp](?:ember)?|des(?:ember)?)'
/** "tanggal 1 s/d", "1-" before "3 maret": what was done over some days is reported with the last. */
const IN_A_ROW = new RegExp(
  `(?<![\\p{L}\\p{N}./-])(tanggal )?\\d{1,2} ?(?:-|–|sampai|s/d|s\\.d\\.?|sd|hingga) ?(?=\\d{1,2}[ -]?${MONTH}(?!\\p{L}))`,
  'gu',
)
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
  edged(
    `(?:tanggal )?\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?(?! ?(?:detik|menit|jam|hari|minggu|bulan|tahun)(?!\\p{L}))`,
  ),
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
