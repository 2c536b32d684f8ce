import type { Queryable } from '../../database/database.ts'
import { type DenseQuery, nearestArticles } from '../embedding/dense.ts'
import { bestOf } from '../indexing/postings.ts'
import { BOUNDARIES } from '../knowledge/boundaries.ts'
import type { Lexicon } from '../lexicon.ts'
import { namedArticle, namedRegulations, parseReference, withoutArticle } from '../references.ts'
import { validity } from '../standing.ts'
import { type CandidateRow, createLookUp, documentsOf, type LookUp, readCandidates } from './candidates.ts'
import { type Features, scoreOf } from './features.ts'
import { createLaws, type Law } from './laws.ts'
import { createWeigher } from './weighing.ts'

/** What ranking needs besides the question. */
export interface RankingOptions {
  /** The question as a vector, and the model that made it. */
  readonly dense?: DenseQuery
  /** The year whose law is asked for; today's where left out. */
  readonly asOf?: number
}

/** So many pasal are weighed, and so many more of a regulation that the question names. */
const CANDIDATES = 40
const NAMED_CANDIDATES = 60
/** Headings whose stems are kept, since the same ones come again and again. */
const HEADINGS_AT_MOST = 20_000
/** What a law that did not hold then loses where a year is asked about: more than likeness can make good. */
const UNTIMELY = -0.7

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
): (question: string, options?: RankingOptions) => Promise<readonly Ranked[]> {
  const lookUp = createLookUp(database)
  const lawsAt = createLaws(database, lexicon)
  const headings = new Map<string, readonly string[]>()
  const stemsOf = (heading: string): readonly string[] => {
    const stems = headings.get(heading) ?? lexicon.stems(heading)
    if (headings.size < HEADINGS_AT_MOST) headings.set(heading, stems)
    return stems
  }
  return async (question, { dense, asOf } = {}) => {
    const asked = lexicon.expand(withoutArticle(withoutReferences(question)))
    const { scores, rarity, size, generation } = await lookUp(asked)
    const laws = await lawsAt(generation)
    const named = namedRegulations(question, laws.all)
    const pasal = namedArticle(question)?.pasal
    const near = dense ? await nearestArticles(database, dense, CANDIDATES) : new Map<number, number>()
    const docs = new Set([
      ...bestOf(scores, CANDIDATES).map(({ doc }) => doc),
      ...near.keys(),
      ...(await fromNamed(database, named, pasal, scores)),
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
      const passages = order.flatMap((i) => row.passages[i]?.id ?? [])
      const untimely = asOf !== undefined && features.revoked === 1 ? UNTIMELY : 0
      return [{ row, law, features, passages, score: scoreOf(features) + untimely }]
    })
    return ranked.sort((a, b) => b.score - a.score || a.row.doc - b.row.doc)
  }
}

/** Of the regulations a question names the pasal that fit best, and the one it names. */
async function fromNamed(
  database: Queryable,
  named: readonly string[],
  pasal: string | undefined,
  scores: LookUp['scores'],
): Promise<readonly number[]> {
  const all = await documentsOf(database, named)
  const best = bestOf(new Map(all.map(({ doc }) => [doc, scores.get(doc) ?? 0])), NAMED_CANDIDATES)
  return [...best, ...all.filter((article) => article.pasal === pasal)].map(({ doc }) => doc)
}

/** A law's number and year lead to it by name; as words they would lead to whatever mentions it. */
function withoutReferences(question: string): string {
  return parseReference(question)
    .toReversed()
    .reduce((text, { start, end }) => `${text.slice(0, start)} ${text.slice(end)}`, question)
}

/** How much of what the index found belongs to each group, the best of it counting most by far. */
function shares(
  rows: readonly CandidateRow[],
  scores: LookUp['scores'],
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
