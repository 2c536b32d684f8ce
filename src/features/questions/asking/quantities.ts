import { quantitiesAsked, quantitiesOf } from '../../../regulations/quantities.ts'

/** The quantities a text names, "1O (sepuluh) hari" read as the ten days that were printed, each of a list with its unit. */
export function quantitiesIn(text: string): readonly string[] {
  const printed = text.replace(/(?<![\p{L}\d])[\dIlO]{1,4}(?=\s*\([a-z])/gu, (digits) =>
    digits.replace(/[Il]/g, '1').replaceAll('O', '0'),
  )
  return quantitiesOf(printed.replace(LISTED, '$1 $3$2 $3'))
}

/** "58 atau 60 tahun": the unit stands with the last only. */
const LISTED = /(?<![\d.,])(\d+)((?:,? (?:atau|dan) |, )\d+) (hari|bulan|tahun|minggu|jam|persen)/g

/** The quantities a question names. */
export function quantitiesWanted(question: string): readonly string[] {
  return quantitiesAsked(spelled(question))
}

/** Units as chat shortens them, written out: "5 hr" and "5hr" are "5 hari". */
function spelled(question: string): string {
  return question.replace(
    /(\d)\s?(hr|hri|thn|th|bln|mgg|x|jm)\b/gi,
    (_, digit: string, unit: string) => `${digit} ${SHORT[unit.toLowerCase()]}`,
  )
}

const SHORT: Readonly<Record<string, string>> = {
  hr: 'hari',
  hri: 'hari',
  thn: 'tahun',
  th: 'tahun',
  bln: 'bulan',
  mgg: 'minggu',
  jm: 'jam',
  x: 'kali',
}
