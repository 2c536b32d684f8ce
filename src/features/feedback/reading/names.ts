import { z } from 'zod'
import { once, phrasesCell, tableOf } from './tables.ts'

/** A text without the names that follow a title ("Pak Budi", "petugas bernama sari"): "[nama]" in their place. */
export function withoutNames(text: string): string {
  let kept = ''
  let done = 0
  for (const { 0: lead, index, groups } of text.matchAll(LEAD)) {
    const from = index + lead.length
    if (from <= done || STREET.test(text.slice(Math.max(0, index - 8), index))) continue
    const length = nameAt(text.slice(from, from + LONGEST), {
      shouted: isShouted(lead),
      capitalOnly: groups?.capital !== undefined || groups?.introduced !== undefined,
      said: groups?.said !== undefined,
    })
    if (length === 0) continue
    kept += `${text.slice(done, from)}[nama]`
    done = from + length
  }
  return kept + text.slice(done)
}

const LONGEST = 120
/** "Jalan H. Sohari" is a place. */
const STREET = /(?:jl|jln|jalan|gg|gang)\.?\s$/i
/** What may also be tea, a brother or an abbreviation is a title only before a capital letter. */
const LEAD =
  /(?<![\p{L}\p{N}-])(?:(?:pak|bapak|bpk|bu|ibu|mas|mbak|sdr|sdri|saudara|saudari|tuan|nyonya|ustadz|ustadzah|ustaz|kyai|kiai|bang|inisial)|(?<said>bernama|namanya|nama saya|nama lengkap saya|atas nama)|(?<introduced>saya(?= \p{Lu}[\p{L}'’ ]{2,40},? (?:dari|tinggal|warga|umur|beralamat|alamat)(?!\p{L})))|(?<capital>kang|teh|teteh|tn|ny|h|hj|dr|drg|ir|aa|a\.?n|nama|petugas|pegawai|dokter|bidan|perawat|guru|haji|hajah|oknum))(?:\.\s?|\s?:\s?|\s)(?=\p{L})/giu

interface Manner {
  /** All in capitals, which then say nothing. */
  readonly shouted: boolean
  readonly capitalOnly: boolean
  /** Said to be a name, so that a second word in lower case belongs to it. */
  readonly said: boolean
}

/** How many characters of what follows a title are a name; in lower case one word, two after "bernama". */
function nameAt(rest: string, { shouted, capitalOnly, said }: Manner): number {
  let length = 0
  for (const { 0: word, index } of rest.matchAll(WORD)) {
    const initial = length > 0 && /(?<!\p{L})\p{L}{1,2}$/u.test(rest.slice(0, length))
    const between = rest.slice(length, index)
    if (length === 0 ? index > 0 : between !== ' ' && !(initial && between === '. ')) break
    const capital = /^\p{Lu}/u.test(word) && !(shouted && isShouted(word))
    const office = capitalOnly && word.length > 2 && isShouted(word)
    const follows = length > 0
    if (office || notNames().has(word.toLowerCase())) break
    if (!capital && (capitalOnly || (follows && !said))) break
    length = index + word.length
    if (!capital && follows) break
  }
  return length
}

const WORD = /\p{L}[\p{L}'’-]*/gu

function isShouted(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '')
  return letters.length > 1 && letters === letters.toUpperCase()
}

const innocent = tableOf('feedback/not-names', z.object({ group: z.string(), words: phrasesCell }))
const notNames = once((): ReadonlySet<string> => new Set(innocent().flatMap(({ words }) => words)))
