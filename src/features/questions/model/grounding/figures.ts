import { readNumber } from '../../../../indonesian/numbers.ts'
import { fold } from '../../../../indonesian/words.ts'

/** A number somebody states, what it counts, and whether it is the most or the least there may be ("" where not said). */
export interface Figure {
  readonly value: string
  readonly unit: string
  readonly limit: 'most' | 'least' | ''
}

/**
 * The figures of a text, in digits or in words ("dua belas hari"), each value of a range with the unit behind it.
 * Numbers of laws and of their parts are none: those are `referencesIn`.
 */
export function figuresIn(text: string): readonly Figure[] {
  const plain = FRACTIONS.reduce(
    (simple, [words, digits]) => simple.replace(words, digits),
    text.replace(REFERENCE, ' ').replace(SAID_AGAIN, ' '),
  )
  return [...plain.matchAll(FIGURE)].flatMap(({ index, groups = {} }) => {
    const { numbers = '', money, unit = '', one } = groups
    const before = plain.slice(Math.max(0, index - LONGEST_LIMIT), index)
    const limit = MOST.test(before) ? 'most' : LEAST.test(before) ? 'least' : ''
    if (one) return [{ value: '1', unit: one.toLowerCase(), limit }]
    const counted = money ? 'rupiah' : fold(unit.replace('%', 'persen'))
    // "satu" alone is seldom a figure: a word counts where it counts something
    if (counted === '' && !/\d/.test(numbers)) return []
    return numbers
      .split(BETWEEN)
      .map((number) => ({ value: amountOf(number), unit: UNITS[counted] ?? counted, limit }))
  })
}

/** Whether one is stated: the same number of the same thing, no limit turned round; "hari" may stand for "hari kerja". */
export function states({ value, unit, limit }: Figure, held: readonly Figure[]): boolean {
  return held.some(
    (other) =>
      other.value === value &&
      (limit === '' || other.limit === limit) &&
      (unit === '' || other.unit === unit || (unit === 'hari' && other.unit.startsWith('hari '))),
  )
}

/** The laws, pasal and years that a text names, folded: "pasal 9", "94 2021", "2019". */
export function referencesIn(text: string): readonly string[] {
  return [...text.matchAll(REFERENCE)].flatMap(([reference]) => {
    const said = fold(reference)
    const [number = ''] = /\d.*$/.exec(said.replace(/ (?:nomor|no|tahun) /g, ' ')) ?? []
    const part = /^(?:pasal|ayat|huruf|angka)/.exec(said)?.[0]
    return part === undefined ? [number] : [said]
  })
}

const DIGITS = String.raw`\d+(?:[.,⁄]\d+)*`
const WORD =
  'nol|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|seratus|seribu|sejuta|belas|puluh|ratus|ribu|juta|miliar|milyar|triliun'
const WORDS = String.raw`(?<!\p{L})(?:${WORD})(?:\s+(?:${WORD}))*(?!\p{L})`
const NUMBER = String.raw`(?:${DIGITS}(?:\s*(?:ribu|juta|miliar|milyar|triliun)(?!\p{L}))?|${WORDS})`
const JOINED = String.raw`\s*(?:sampai\s+dengan|sampai|hingga|s\.?\s?d\.?|[-–—]|atau|dan|,(?=\s))\s*(?:Rp\.?\s?)?`
const UNIT = String.raw`%|(?:hari\s+kerja|hari\s+kalender|hari|minggu|pekan|bulan|tahun|jam|menit|kali|orang|persen|perseratus|rupiah|lembar|poin|semester|tingkat)(?!\p{L})`
const FIGURE = new RegExp(
  String.raw`(?<!\p{L})se(?<one>tahun|bulan|minggu|hari|jam)(?![\p{L}-])|(?:(?<money>Rp\.?\s?)|(?<![\p{L}\d]|\d[.,]))(?<numbers>${NUMBER}(?:${JOINED}${NUMBER})*)(?:,-)?\s*(?<unit>${UNIT})?`,
  'giu',
)
const LIMITED = String.raw`(?:\s+(?:selama|sebesar|sebanyak|adalah|dalam|untuk|hanya))?\s*$`
const MOST = new RegExp(
  String.raw`(?:paling (?:lama|lambat|banyak|tinggi|besar)|maks(?:imal|imum)?\.?|selambat\S*|sebanyak-banyaknya|setinggi\S*|selama-lamanya|tidak (?:boleh )?(?:lebih(?: dari)?|melebihi)|sampai(?: dengan)?|hingga|kurang dari|di bawah)${LIMITED}`,
  'i',
)
const LEAST = new RegExp(
  String.raw`(?:paling (?:sedikit|kurang|rendah|singkat|kecil|cepat)|minim(?:al|um)|min\.|sekurang\S*|sesingkat\S*|serendah\S*|(?<!tidak )lebih dari|(?<!tidak )melebihi|tidak kurang dari|di atas)${LIMITED}`,
  'i',
)
const LONGEST_LIMIT = 45
const BETWEEN = new RegExp(JOINED, 'iu')
/** "12 (dua belas)": the number again, in words. */
const SAID_AGAIN = /(?<=\d\s?%?)\s*\([^()\d]{2,90}\)/g
const FRACTIONS: readonly (readonly [RegExp, string])[] = [
  [/(?<![\d/])(\d)\s?\/\s?(\d)(?![\d/])/g, '$1⁄$2'],
  [/(?<!\p{L})dua pertiga(?!\p{L})/giu, '2⁄3'],
  [/(?<!\p{L})tiga perempat(?!\p{L})/giu, '3⁄4'],
  [/(?<!\p{L})sepertiga(?!\p{L})/giu, '1⁄3'],
  [/(?<!\p{L})seperempat(?!\p{L})/giu, '1⁄4'],
  [/(?<!\p{L})(?:setengah|separuh)(?!\p{L})/giu, '1⁄2'],
]
const REFERENCE =
  /(?<!\p{L})(?:(?:pasal|ayat|huruf|angka)\s+\(?(?:\d+[a-z]?|[a-z])\)?(?!\p{L})|nomor\s+\d+(?:\s+tahun\s+\d{4})?|\d+\s?(?:\/|tahun)\s?(?:19|20)\d\d(?!\d)|tahun\s+(?:19|20)\d\d(?!\d))/giu
const UNITS: Readonly<Record<string, string>> = { pekan: 'minggu', perseratus: 'persen' }

function amountOf(number: string): string {
  const said = number.trim().replace(/[.,]+$/, '')
  const value = readNumber(said)
  return value === undefined ? said.toLowerCase() : String(value)
}
