import type { Found } from '../../../regulations/search.ts'
import { type Clause, readClauses } from '../../../regulations/structure/clauses.ts'
import { citation } from '../citation.ts'
import type { QuestionTexts } from '../texts.ts'
import { fitnessFor } from '../wording/fitting.ts'
import type { Ground, Proof } from './grounding.ts'

/** A pasal as a model is given it, and the passages of it that were found. */
export interface Source {
  readonly ground: Ground
  readonly passages: readonly Found[]
}

const PASAL_AT_MOST = 6
/** What is given of one pasal, in characters. */
const LONGEST = 1_200
/** Words of ours, so that no quote can reach over what was left out. */
const LEFT_OUT = '[bagian lain tidak dikutip]'

/** The best pasal that were found, as grounds: the official words of the ayat that were meant where they are stored, else our summaries. */
export function sourcesOf(question: string, found: readonly Found[], t: QuestionTexts): readonly Source[] {
  const articles = [...Map.groupBy(found, ({ article }) => article).values()].slice(0, PASAL_AT_MOST)
  return articles.flatMap((passages, i) => {
    const [best] = passages
    if (best === undefined) return []
    const { status, by } = best.standing
    const replaced = status === 'diubah' && by.some(({ pasal }) => pasal === best.pasal)
    const name = citation({ ...best, ayat: null, huruf: null }, t).replaceAll('**', '')
    const text = best.official === null ? digestOf(passages) : officialOf(best.official, question, passages)
    return [{ passages, ground: { number: i + 1, name, text, revoked: status === 'dicabut' || replaced } }]
  })
}

/** The passage that a quote was found in, with its place as exact as the text shows it. */
export function citedBy({ quote, ayat }: Proof, { passages }: Source): Found | undefined {
  const [first] = passages
  const within = passages.find((passage) => `${passage.title}.\n${bodyOf(passage)}`.includes(quote))
  if (within !== undefined) return within
  if (first === undefined || ayat === undefined) return first
  return passages.find((passage) => passage.ayat === ayat) ?? { ...first, ayat, huruf: null }
}

function bodyOf({ body }: Found): string {
  return body.replaceAll('**', '')
}

/** As many of the summaries as there is room for, at least the first. */
function digestOf(passages: readonly Found[]): string {
  return passages
    .map((passage) => [passage.title, bodyOf(passage)].filter(Boolean).join('.\n'))
    .reduce((text, next) => (text.length + next.length < LONGEST ? `${text}\n${LEFT_OUT}\n${next}` : text))
    .slice(0, 2 * LONGEST)
}

/** The whole pasal where it is short; else its ayat that were found, then those that fit the question, as many as there is room for. */
function officialOf(official: string, question: string, passages: readonly Found[]): string {
  if (official.length <= LONGEST) return official
  const fitness = fitnessFor(question, passages[0]?.title ?? '')
  const groups = [...Map.groupBy(readClauses(official), ({ ayat }) => ayat ?? '').entries()]
  const value = (ayat: string, clauses: readonly Clause[]): number => {
    const place = passages.findIndex((passage) => covers(passage.ayat, ayat))
    return (place < 0 ? 0 : 10 - place) + Math.max(...clauses.map(({ words }) => fitness(words)))
  }
  const ranked = groups
    .map(([ayat, clauses], at) => ({ at, clauses, value: value(ayat, clauses) }))
    .sort((a, b) => b.value - a.value)
  let left = LONGEST
  const chosen = ranked.filter(({ clauses }, i) => {
    const length = clauses.reduce((sum, { words }) => sum + words.length + 1, 0)
    if (i > 0 && length > left) return false
    left -= length
    return true
  })
  const parts = chosen
    .sort((a, b) => a.at - b.at)
    .map(({ clauses }) =>
      windowOf(clauses, fitness)
        .map(({ words }) => words)
        .join('\n'),
    )
  return parts.join(chosen.length < groups.length ? `\n${LEFT_OUT}\n` : '\n')
}

/** Whether an ayat is the one, or one of the run ("1-2"), that a passage stands in. */
function covers(place: string | null, ayat: string): boolean {
  const [from = '', to = from] = place?.split('-') ?? []
  const number = Number.parseInt(ayat, 10)
  return ayat === from || (number >= Number.parseInt(from, 10) && number <= Number.parseInt(to, 10))
}

/** The clauses of an ayat around the one that fits best, with the one that opens it. */
function windowOf(clauses: readonly Clause[], fitness: (text: string) => number): readonly Clause[] {
  const lengthOf = (some: readonly Clause[]): number =>
    some.reduce((sum, { words }) => sum + words.length + 1, 0)
  if (lengthOf(clauses) <= LONGEST) return clauses
  const [opening, ...items] = clauses
  if (opening === undefined) return []
  const values = items.map(({ words }) => fitness(words))
  let from = values.indexOf(Math.max(...values))
  let to = from + 1
  const room = LONGEST - Math.min(opening.words.length, LONGEST / 2)
  for (let grown = true; grown; ) {
    grown = false
    if (to < items.length && lengthOf(items.slice(from, to + 1)) <= room) [to, grown] = [to + 1, true]
    if (from > 0 && lengthOf(items.slice(from - 1, to)) <= room) [from, grown] = [from - 1, true]
  }
  const gap = from > 0 ? [{ text: '', words: LEFT_OUT }] : []
  return [opening, ...gap, ...items.slice(from, to)]
}
