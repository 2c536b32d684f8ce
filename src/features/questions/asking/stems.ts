import { stem } from '../../../indonesian/stem.ts'

const known = new Map<string, string>()
/** A law has some ten thousand words; the bound is for what people mistype. */
const MOST_KNOWN = 20_000

/** The stem of a folded word, worked out once: the same words come again with every question. */
export function stemOf(word: string): string {
  const before = known.get(word)
  if (before !== undefined) return before
  const found = stem(word)
  if (known.size < MOST_KNOWN) known.set(word, found)
  return found
}
