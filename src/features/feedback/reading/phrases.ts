import { once } from './tables.ts'
import { asSpoken, type Said } from './words.ts'

/** A phrase of a table, found in a text. */
export interface Found<Row> {
  readonly row: Row
  readonly phrase: string
  /** Its first word, and the one after its last. */
  readonly from: number
  readonly to: number
}

/** Finds the phrases of a table in what was said. */
export type Finder<Row> = (said: readonly Said[], allowed?: (row: Row) => boolean) => readonly Found<Row>[]

/** A finder of the longest phrases, from left to right, none in another; endings like -nya, -lah, -na and -e do not hinder. */
export function finderOf<Row extends { readonly words: readonly string[] }>(
  rows: () => readonly Row[],
): Finder<Row> {
  const index = once(() => indexOf(rows()))
  const remembered = new Map<string, string>()
  const formOf = (word: string, vocabulary: ReadonlySet<string>): string => {
    const before = remembered.get(word)
    if (before !== undefined) return before
    const form = bare(word, vocabulary)
    if (remembered.size < MOST_REMEMBERED) remembered.set(word, form)
    return form
  }

  return (said, allowed = () => true) => {
    const { phrases, vocabulary, longest } = index()
    const forms = said.map(({ word }) => formOf(word, vocabulary))
    const found: Found<Row>[] = []
    for (let from = 0; from < forms.length; from++) {
      for (let size = Math.min(longest, forms.length - from); size > 0; size--) {
        if (size > 1 && said[from]?.part !== said[from + size - 1]?.part) continue
        const phrase = forms.slice(from, from + size).join(' ')
        const fitting = phrases.get(phrase)?.filter(allowed) ?? []
        if (fitting.length === 0) continue
        for (const row of fitting) found.push({ row, phrase, from, to: from + size })
        from += size - 1
        break
      }
    }
    return found
  }
}

function indexOf<Row extends { readonly words: readonly string[] }>(rows: readonly Row[]) {
  const phrases = new Map<string, Row[]>()
  const vocabulary = new Set<string>()
  let longest = 1
  for (const row of rows)
    for (const phrase of row.words) {
      const words = asSpoken(phrase)
      for (const word of words) vocabulary.add(word)
      longest = Math.max(longest, words.length)
      const key = words.join(' ')
      phrases.set(key, [...(phrases.get(key) ?? []), row])
    }
  return { phrases, vocabulary, longest }
}

/** People write anything: what is remembered has a limit. */
const MOST_REMEMBERED = 20_000
const ENDINGS = ['ipun', 'nya', 'lah', 'kah', 'pun', 'na', 'ne', 'ku', 'mu', 'e']

function bare(word: string, vocabulary: ReadonlySet<string>): string {
  if (vocabulary.has(word)) return word
  for (const ending of ENDINGS) {
    const cut = word.endsWith(ending) ? word.slice(0, -ending.length) : ''
    if (cut.length > 2 && vocabulary.has(cut)) return cut
  }
  const short = word.replace(/(\p{L})\1/gu, '$1')
  if (short.length > 3 && vocabulary.has(short)) return short
  return word
}
