import { readNumber } from '../indonesian/numbers.ts'
import { wordsOf } from '../indonesian/words.ts'

/** Units a rule counts in; "hari kerja" is counted as "hari". */
const UNITS = 'hari|minggu|pekan|bulan|tahun|jam|menit|persen|kali|orang|lembar|poin'
const WORDS = String.raw`(?:\s*\([^()]{1,60}\))?`
const RANGE = new RegExp(
  String.raw`\b(\d{1,3})${WORDS}\s*(?:sampai\s+dengan|sampai|hingga|s\.?\s?d\.?|[-–])\s*(\d{1,3})${WORDS}\s*(${UNITS})\b`,
  'giu',
)
const OPEN = new RegExp(String.raw`\b(\d{1,3})${WORDS}\s*(${UNITS})(?:\s+kerja)?\s+atau\s+lebih\b`, 'giu')
const SINGLE = new RegExp(String.raw`\b(\d{1,4})(?:[.,]\d+)?${WORDS}\s*(${UNITS}|%)(?![\p{L}\d])`, 'giu')

/** The widest range that is written out, and how far "28 hari atau lebih" is. */
const WIDEST = 60

/**
 * The quantities a text names, as words of their own ("19hari"), every value of a range among them: "17 (tujuh
 * belas) sampai dengan 20 (dua puluh) hari" names 17, 18, 19 and 20 days, "28 hari kerja atau lebih" 28 and more.
 */
export function quantitiesOf(text: string): readonly string[] {
  const found = new Set<string>()
  for (const [, from = '', to = '', unit = ''] of text.matchAll(RANGE))
    addRange(Number(from), Number(to), unit)
  for (const [, from = '', unit = ''] of text.matchAll(OPEN))
    addRange(Number(from), Number(from) + WIDEST, unit)
  for (const [, number = '', unit = ''] of text.matchAll(SINGLE)) found.add(quantity(Number(number), unit))
  return [...found]

  function addRange(from: number, to: number, unit: string): void {
    for (let number = from; number <= Math.min(to, from + WIDEST); number++) found.add(quantity(number, unit))
  }
}

/** The quantities of a question, where numbers may also be written out: "dua minggu", "sepuluh hari". */
export function quantitiesAsked(question: string): readonly string[] {
  const words = wordsOf(question)
  const found = new Set(quantitiesOf(question))
  const unit = new RegExp(`^(?:${UNITS})$`)
  for (const [at, word] of words.entries()) {
    if (!unit.test(word)) continue
    for (const length of [3, 2, 1]) {
      const number = readNumber(words.slice(Math.max(0, at - length), at).join(' '))
      if (number === undefined || !Number.isInteger(number) || number <= 0) continue
      found.add(quantity(number, word))
      break
    }
  }
  return [...found]
}

function quantity(number: number, unit: string): string {
  const written = unit.toLowerCase()
  if (written === 'minggu' || written === 'pekan') return `${number}minggu`
  return `${number}${written === '%' ? 'persen' : written}`
}
