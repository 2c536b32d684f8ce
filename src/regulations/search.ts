import type { Queryable } from '../database/database.ts'
import { BOUNDARIES } from './knowledge/boundaries.ts'
import type { Lexicon } from './lexicon.ts'
import { type PassageRow, readPassages } from './search/candidates.ts'
import { confidenceOf, LEAST_CONFIDENCE } from './search/confidence.ts'
import { definitionsOf } from './search/definitions.ts'
import type { RegulationFacts } from './search/laws.ts'
import { createRanking, type Ranked, type RankingOptions } from './search/ranking.ts'
import { type Standing, standingOf } from './standing.ts'

export { type RegulationFacts, UNREAD } from './search/laws.ts'

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
export interface SearchOptions extends RankingOptions {
  /** How many pasal at most; 12 where left out. */
  readonly limit?: number
  /** A term whose meaning is asked; where a law says it, that comes first. */
  readonly term?: string
}

/** Finds the passages that answer a question, the best pasal first, of each its best passages. */
export type Search = (question: string, options?: SearchOptions) => Promise<readonly Found[]>

/** So many passages of each pasal are given back, more of the first two, of which one may be quoted. */
const PASSAGES_EACH = 2
const PASSAGES_OF_FIRST = 4

/** A subject that no regulation here settles is named where it is this much less like the question, or less. */
const BOUNDARY_NEAR = 0.25

/**
 * Opens the search over a database with the lexicon its passages were indexed with. Where no pasal answers surely
 * and the question is rather about a subject that no regulation here settles (`isBoundary`), that comes first.
 */
export function createSearch(database: Queryable, lexicon: Lexicon): Search {
  const ranked = createRankedSearch(database, lexicon)
  return async (question, { term, ...options } = {}) => {
    const found = await ranked(question, options)
    const defining = term === undefined ? [] : await definitionsOf(database, term, found[0]?.score ?? 0)
    if (defining.length === 0) return found
    const there = new Set(defining.map(({ passage }) => passage))
    return [...defining, ...found.filter((hit) => !isBoundary(hit) && !there.has(hit.passage))]
  }
}

function createRankedSearch(database: Queryable, lexicon: Lexicon): Search {
  const rank = createRanking(database, lexicon)
  return async (question, options = {}) => {
    const everything = await rank(question, options)
    const laws = everything.filter(({ row }) => row.regulation !== BOUNDARIES)
    const nearest = everything.find(({ row }) => row.regulation === BOUNDARIES)
    const boundary = nearest && laws.some((law) => settlesHere(law, nearest)) ? undefined : nearest
    const sure = laws.map(({ features, score }, i) =>
      confidenceOf(features, {
        margin: i === 0 ? score - (laws[1]?.score ?? 0) : 0,
        boundaryGap: (boundary?.score ?? -1) - score,
      }),
    )
    const shown = laws.slice(0, options.limit ?? 12)
    const beyond =
      boundary && (sure[0] ?? 0) < LEAST_CONFIDENCE && boundary.score > (laws[0]?.score ?? 0) - BOUNDARY_NEAR
    const ranked = (beyond ? [boundary, ...shown] : shown).map((one, i) => ({
      ...one,
      passages: one.passages.slice(0, i < 2 ? PASSAGES_OF_FIRST : PASSAGES_EACH),
    }))
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

/**
 * Whether a regulation of the place itself settles what a boundary says that no regulation here does: boundaries are
 * written for those who have imported none.
 */
function settlesHere({ row, features, score }: Ranked, boundary: Ranked): boolean {
  return LOCAL.test(row.regulation) && features.coverage >= 0.6 && score > boundary.score - LOCAL_NEAR
}

const LOCAL = /^(?:perda|perwal|perbup|pergub|perdes|kepwal|kepbup)-/
const LOCAL_NEAR = 0.5

/** Whether this is no pasal but a subject that no regulation here settles; its body says what can be said of it. */
export function isBoundary({ regulation }: Pick<Found, 'regulation'>): boolean {
  return regulation.id === BOUNDARIES
}

/** The best passage of each pasal, in order. */
export function onePerArticle(found: readonly Found[]): readonly Found[] {
  const seen = new Set<string>()
  return found.filter(({ article }) => !seen.has(article) && seen.add(article))
}
