import type { Queryable } from '../database/database.ts'
import { BOUNDARIES } from './boundaries.ts'
import {
  type CandidateRow,
  documentsOf,
  lookUp,
  type PassageRow,
  readCandidates,
  readPassages,
} from './candidates.ts'
import { confidenceOf, LEAST_CONFIDENCE } from './confidence.ts'
import { type DenseQuery, nearestArticles } from './dense.ts'
import { createLaws, type Law, type RegulationFacts } from './laws.ts'
import type { Lexicon } from './lexicon.ts'
import { bestOf } from './postings.ts'
import { type Features, scoreOf } from './ranking.ts'
import { namedArticle, namedRegulations, parseReference } from './references.ts'
import { type Standing, standingOf, validity } from './standing.ts'
import { createWeigher } from './weighing.ts'

export type { RegulationFacts } from './laws.ts'

/** A passage that was found, with the regulation it belongs to and how well it fits. */
export interface Found extends PassageRow {
  readonly regulation: RegulationFacts
  readonly pasal: string
  readonly heading: string
  readonly standing: Standing
  readonly score: number
  /** How surely its pasal answers the question, 0 to 1. */
  readonly confidence: number
}

/** What one search needs besides the question. */
export interface SearchOptions {
  /** How many pasal at most; 12 where left out. */
  readonly limit?: number
  /** The question as a vector, and the model that made it. */
  readonly dense?: DenseQuery
  /** The year whose law is asked for; today's where left out. */
  readonly asOf?: number
}

/** Finds the passages that answer a question, the best pasal first, of each its best passages. */
export type Search = (question: string, options?: SearchOptions) => Promise<readonly Found[]>

/** So many pasal are weighed, and so many more of a regulation that the question names. */
const CANDIDATES = 40
const NAMED_CANDIDATES = 60
/** Headings whose stems are kept, since the same ones come again and again. */
const HEADINGS_AT_MOST = 20_000
/** Passages of one pasal that are given back. */
const PASSAGES_EACH = 2

/** A subject that no regulation here settles is named where it is this much less like the question, or less. */
const BOUNDARY_NEAR = 0.25

/**
 * Opens the search over a database with the lexicon its passages were indexed with. Where no pasal answers surely
 * and the question is rather about a subject that no regulation here settles (`isBoundary`), that comes first.
 */
export function createSearch(database: Queryable, lexicon: Lexicon): Search {
  const rank = createRanking(database, lexicon)
  return async (question, options = {}) => {
    const everything = await rank(question, options)
    const boundary = everything.find(({ row }) => row.regulation === BOUNDARIES)
    const laws = everything.filter(({ row }) => row.regulation !== BOUNDARIES)
    const sure = laws.map(({ features, score }, i) =>
      confidenceOf(features, {
        margin: i === 0 ? score - (laws[1]?.score ?? 0) : 0,
        boundaryGap: (boundary?.score ?? -1) - score,
      }),
    )
    const shown = laws.slice(0, options.limit ?? 12)
    const beyond =
      boundary && (sure[0] ?? 0) < LEAST_CONFIDENCE && boundary.score > (laws[0]?.score ?? 0) - BOUNDARY_NEAR
    const ranked = beyond ? [boundary, ...shown] : shown
    const texts = await readPassages(
      database,
      ranked.flatMap(({ passages }) => passages),
    )
    return ranked.flatMap(({ row, law, passages, score }) =>
      passages.flatMap((id) => {
        const text = texts.find(({ passage }) => passage === id)
        if (text === undefined) return []
        const { pasal, heading } = row
        const standing = standingOf(row, law.facts)
        const confidence =
          row === boundary?.row ? 0 : (sure[laws.findIndex((other) => other.row === row)] ?? 0)
        return [{ ...text, regulation: law.facts, pasal, heading, standing, score, confidence }]
      }),
    )
  }
}

/** Whether this is no pasal but a subject that no regulation here settles; its body says what can be said of it. */
export function isBoundary({ regulation }: Pick<Found, 'regulation'>): boolean {
  return regulation.id === BOUNDARIES
}

/** A pasal in its place: why it stands there, and its best passages, best first. */
export interface Ranked {
  readonly row: CandidateRow
  readonly law: Law
  readonly features: Features
  readonly passages: readonly string[]
  readonly score: number
}

/** Ranks the pasal that may answer a question, without their texts. */
export function createRanking(
  database: Queryable,
  lexicon: Lexicon,
): (question: string, options?: SearchOptions) => Promise<readonly Ranked[]> {
  const lawsAt = createLaws(database, lexicon)
  const headings = new Map<string, readonly string[]>()
  const stemsOf = (heading: string): readonly string[] => {
    const stems = headings.get(heading) ?? lexicon.stems(heading)
    if (headings.size < HEADINGS_AT_MOST) headings.set(heading, stems)
    return stems
  }
  return async (question, { dense, asOf } = {}) => {
    const asked = lexicon.expand(withoutReferences(question))
    if (asked.terms.length === 0) return []
    const { scores, rarity, size, generation } = await lookUp(database, asked)
    const laws = await lawsAt(generation)
    const named = namedRegulations(question, laws.all)
    const pasal = namedArticle(question)?.pasal
    const near = dense ? await nearestArticles(database, dense, CANDIDATES) : new Map<number, number>()
    const ofNamed = await documentsOf(database, named)
    const docs = new Set([
      ...bestOf(scores, CANDIDATES).map(({ doc }) => doc),
      ...near.keys(),
      ...bestOf(new Map(ofNamed.map(({ doc }) => [doc, scores.get(doc) ?? 0])), NAMED_CANDIDATES).map(
        ({ doc }) => doc,
      ),
      ...ofNamed.filter((article) => article.pasal === pasal).map(({ doc }) => doc),
    ])
    const rows = await readCandidates(database, [...docs])
    const best = Math.max(0, ...rows.map(({ doc }) => scores.get(doc) ?? 0))
    const weigh = createWeigher(asked, rarity, Math.log(2 + 2 * size), best)
    const lawShare = shares(rows, scores, (row) => row.regulation)
    const headingShare = shares(rows, scores, (row) => `${row.regulation}#${row.heading}`)
    const ranked = rows.flatMap((row): readonly Ranked[] => {
      const law = laws.get(row.regulation)
      if (law === undefined) return []
      const { features, order } = weigh({
        lexical: scores.get(row.doc) ?? 0,
        passages: row.passages,
        heading: stemsOf(row.heading),
        law: law.stems,
        dense: near.get(row.doc) ?? 0,
        namedLaw: named.includes(row.regulation),
        namedPasal: named.includes(row.regulation) && row.pasal === pasal,
        validity: validity(row, law.facts, asOf),
        curated: law.curated,
        definitions: row.pasal === '1',
        closing: /Penutup|Peralihan/.test(row.heading),
        boundary: row.regulation === BOUNDARIES,
        lawShare: lawShare(row),
        headingShare: headingShare(row),
      })
      const passages = order.slice(0, PASSAGES_EACH).flatMap((i) => row.passages[i]?.id ?? [])
      return [{ row, law, features, passages, score: scoreOf(features) }]
    })
    return ranked.sort((a, b) => b.score - a.score || a.row.doc - b.row.doc)
  }
}

/** A law's number and year lead to it by name; as words they would lead to whatever mentions it. */
function withoutReferences(question: string): string {
  return parseReference(question)
    .toReversed()
    .reduce((text, { start, end }) => `${text.slice(0, start)} ${text.slice(end)}`, question)
}

/** The best passage of each pasal, in order. */
export function onePerArticle(found: readonly Found[]): readonly Found[] {
  const seen = new Set<string>()
  return found.filter(({ article }) => !seen.has(article) && seen.add(article))
}

function shares(
  rows: readonly CandidateRow[],
  scores: ReadonlyMap<number, number>,
  group: (row: CandidateRow) => string,
): (row: CandidateRow) => number {
  const best = Math.max(1e-9, ...rows.map(({ doc }) => scores.get(doc) ?? 0))
  const sums = new Map<string, number>()
  let total = 0
  for (const row of rows) {
    const part = ((scores.get(row.doc) ?? 0) / best) ** 4
    total += part
    sums.set(group(row), (sums.get(group(row)) ?? 0) + part)
  }
  return (row) => (sums.get(group(row)) ?? 0) / Math.max(total, 1e-9)
}
