import type { Lexicon } from '../lexicon.ts'

/** A pasal as it waits to be indexed. */
export interface Waiting {
  readonly id: string
  readonly heading: string
  /** The title of its regulation and what people call it. */
  readonly law: string
  /** The stems of its passages, separated by `BETWEEN_PASSAGES`. */
  readonly stems: string
}

/** What stands between two passages: no text has it. */
export const BETWEEN_PASSAGES = '\u001e'

/** A pasal as the index sees it: its terms, by their numbers in the vocabulary, how often each counts, and all together. */
export interface Document {
  readonly id: string
  readonly terms: readonly number[]
  readonly frequencies: readonly number[]
  readonly length: number
}

/** Reads documents, and numbers their terms on the way. */
export interface DocumentReader {
  read(waiting: Waiting): Document
  /** All terms read so far, each at its number. */
  readonly vocabulary: readonly string[]
}

/** How much a word counts by the field it stands in; fitted on questions with known answers. */
const FIELD_WEIGHTS = { body: 1, title: 2, question: 0.8, heading: 0.5, law: 0.5 } as const
/** A longer "word" is none that anybody asks for, and does not fit into an index. */
const LONGEST_TERM = 100

/** A reader with an empty vocabulary. */
export function createDocumentReader(lexicon: Lexicon): DocumentReader {
  const vocabulary: string[] = []
  const numbers = new Map<string, number>()
  const counts: number[] = []
  const laws = new Map<string, readonly string[]>()

  function numberOf(term: string): number {
    const known = numbers.get(term)
    if (known !== undefined) return known
    numbers.set(term, vocabulary.length)
    counts.push(0)
    return vocabulary.push(term) - 1
  }

  function lawOf(law: string): readonly string[] {
    const stems = laws.get(law) ?? lexicon.stems(law)
    laws.set(law, stems)
    return stems
  }

  return {
    vocabulary,
    read({ id, heading, law, stems }) {
      const terms: number[] = []
      let length = 0
      const add = (words: readonly string[], weight: number): void => {
        for (const word of words) {
          if (word === '' || word.length > LONGEST_TERM) continue
          const term = numberOf(word)
          if (counts[term] === 0) terms.push(term)
          counts[term] = (counts[term] ?? 0) + weight
          length += weight
        }
      }
      for (const passage of stems.split(BETWEEN_PASSAGES)) {
        const [body = '', title = '', ...questions] = passage.split('\n')
        add(body.split(' '), FIELD_WEIGHTS.body)
        add(title.split(' '), FIELD_WEIGHTS.title)
        for (const question of questions) add(question.split(' '), FIELD_WEIGHTS.question)
      }
      add(lexicon.stems(heading), FIELD_WEIGHTS.heading)
      add(lawOf(law), FIELD_WEIGHTS.law)
      const frequencies = terms.map((term) => counts[term] ?? 0)
      for (const term of terms) counts[term] = 0
      return { id, terms, frequencies, length }
    },
  }
}
