import type { Asked, Lexicon } from './lexicon.ts'

/** How rare each asked term is: the natural logarithm BM25 uses, larger for rarer. */
export type Rarity = Readonly<Record<string, number>>

/** What a passage is weighed by: its own words, and the questions known to lead to it. */
export interface Weighable {
  readonly title: string
  readonly body: string
  readonly heading: string
  readonly questions: readonly string[]
}

/**
 * Weighs passages against one question. `coverage` is the share of the question's telling words that the
 * passage holds, rare ones counting more, a synonym counting as much as it means the same; `likeness` is the
 * cosine between the question and the most similar question known to lead there. Both 0 to 1.
 */
export function createWeigher(
  asked: Asked,
  rarity: Rarity,
  lexicon: Lexicon,
): (passage: Weighable) => { coverage: number; likeness: number } {
  const weightOf = (term: string): number => rarity[term] ?? UNKNOWN
  const total = asked.own.reduce((sum, term) => sum + weightOf(term), 0)

  /** Words that name what a passage is about count in full, those it only mentions less. */
  function coverage(about: ReadonlySet<string>, mentioned: ReadonlySet<string>): number {
    if (total === 0) return 0
    const found = asked.own.reduce(
      (sum, term) => sum + weightOf(term) * Math.max(share(term, about), MENTIONED * share(term, mentioned)),
      0,
    )
    return found / total
  }

  /** How far a word of the question is there: itself, or as much as the best synonym is. */
  function share(term: string, words: ReadonlySet<string>): number {
    if (words.has(term)) return 1
    let best = 0
    for (const { own, terms, weight } of asked.synonyms) {
      if (!own.includes(term) || terms.length === 0) continue
      best = Math.max(best, (weight * terms.filter((other) => words.has(other)).length) / terms.length)
    }
    return best
  }

  function likeness(question: string): number {
    const other = stemsOf(question, lexicon)
    const shared = asked.own.reduce((sum, term) => sum + (other.has(term) ? weightOf(term) ** 2 : 0), 0)
    const mine = asked.own.reduce((sum, term) => sum + weightOf(term) ** 2, 0)
    const theirs = [...other].reduce((sum, term) => sum + (rarity[term] ?? FAIRLY_COMMON) ** 2, 0)
    return mine === 0 || theirs === 0 ? 0 : shared / Math.sqrt(mine * theirs)
  }

  return ({ title, body, heading, questions }) => ({
    coverage: coverage(
      new Set([
        ...lexicon.stems(title === '' ? body : title),
        ...questions.flatMap((q) => [...stemsOf(q, lexicon)]),
      ]),
      new Set(lexicon.stems(`${body}\n${heading}`)),
    ),
    likeness: Math.max(0, ...questions.map(likeness)),
  })
}

const remembered = new WeakMap<Lexicon, Map<string, ReadonlySet<string>>>()

/** The stems of a stored question, worked out once: the same ones are compared with everything that is asked. */
function stemsOf(question: string, lexicon: Lexicon): ReadonlySet<string> {
  const known = remembered.get(lexicon) ?? new Map<string, ReadonlySet<string>>()
  remembered.set(lexicon, known)
  const before = known.get(question)
  if (before !== undefined) return before
  const stems = new Set(lexicon.stems(question))
  if (known.size < MOST_REMEMBERED) known.set(question, stems)
  return stems
}

/** Stored questions are few thousand; the bound is for a knowledge base that grows beyond that. */
const MOST_REMEMBERED = 20_000

/** The rarity of a word that stands in no passage at all, and of one that was not asked for. */
const UNKNOWN = 7
const FAIRLY_COMMON = 3
/** What a word counts that a digest mentions without being about it. */
const MENTIONED = 0.7
