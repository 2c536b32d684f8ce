import { toSql } from 'pgvector'
import type { Queryable } from '../database/database.ts'
import { fold, wordsOf } from '../indonesian/words.ts'
import type { Lexicon } from './lexicon.ts'
import { createWeigher } from './likeness.ts'
import type { Regulation } from './registry.ts'
import type { Standing } from './standing.ts'

/** A passage that was found, with the regulation it belongs to and how well it fits (0 to about 1.5). */
export interface Found {
  readonly passage: string
  readonly article: string
  readonly regulation: RegulationFacts
  readonly pasal: string
  readonly ayat: string | null
  readonly huruf: string | null
  readonly heading: string
  readonly origin: 'digest' | 'official'
  /** The official text of the whole pasal, where it has been imported. */
  readonly official: string | null
  readonly title: string
  readonly body: string
  readonly questions: readonly string[]
  readonly standing: Standing
  readonly score: number
  /** How surely it answers: the share of the question it covers, and the evidence in all words found. 0 to about 2. */
  readonly confidence: number
}

/** What an answer says of the regulation it rests on. */
export type RegulationFacts = Pick<
  Regulation,
  'id' | 'number' | 'year' | 'title' | 'abbreviation' | 'status' | 'amended_by' | 'revoked_by'
>

/** What one search needs besides the question. */
export interface SearchOptions {
  readonly limit?: number
  /** The question as a vector, and the model that made it. */
  readonly dense?: { readonly model: string; readonly vector: readonly number[] }
}

/** Finds the passages that answer a question, best first, in one round trip; one pasal may have several. */
export type Search = (question: string, options?: SearchOptions) => Promise<readonly Found[]>

/** Weights of what speaks for a passage; fitted on questions with known answers. */
const WEIGHTS = {
  lexical: 0.5,
  coverage: 0.5,
  question: 0.7,
  dense: 0.6,
  namedLaw: 0.35,
  namedPasal: 0.5,
  revoked: -0.6,
} as const
const CANDIDATES = 40
/** What the lexical score adds to confidence, in units of the rarest word's weight: long questions are rarely covered whole. */
const EVIDENCE = 0.24

/** Opens the search over a database with the lexicon its passages were indexed with. */
export function createSearch(database: Queryable, lexicon: Lexicon): Search {
  return async (question, { limit = 30, dense } = {}) => {
    const asked = lexicon.expand(question)
    if (asked.terms.length === 0) return []
    const rows = await database.query<Candidate>(SQL, [
      asked.terms.map(({ term }) => term),
      asked.terms.map(({ weight }) => weight),
      CANDIDATES,
      dense?.model ?? null,
      dense ? toSql([...dense.vector]) : null,
    ])
    const rarity = rows.find((row) => row.rarity !== null)?.rarity ?? {}
    const weigh = createWeigher(asked, rarity, lexicon)
    const rarest = Math.log(2 + 2 * (rows[0]?.size ?? 1))
    const best = Math.max(...rows.map(({ lexical }) => lexical))
    const named = namesIn(question)
    const scored = rows.map((row) => {
      const { coverage, likeness } = weigh(row)
      const score =
        WEIGHTS.lexical * (best > 0 ? row.lexical / best : 0) +
        WEIGHTS.coverage * coverage +
        WEIGHTS.question * likeness +
        WEIGHTS.dense * (row.dense ?? 0) +
        (named.law(row.regulation) ? WEIGHTS.namedLaw : 0) +
        (named.pasal === row.pasal && named.law(row.regulation) ? WEIGHTS.namedPasal : 0) +
        (row.regulation.status === 'dicabut' ? WEIGHTS.revoked : 0)
      return {
        ...row,
        score,
        standing: standingOf(row.regulation),
        confidence: Math.max(coverage, likeness) + EVIDENCE * (row.lexical / rarest),
      }
    })
    scored.sort((a, b) => b.score - a.score || Number(a.passage) - Number(b.passage))
    return scored.slice(0, limit)
  }
}

function standingOf({ status, amended_by, revoked_by }: RegulationFacts): Standing {
  const by = status === 'dicabut' ? revoked_by : status === 'diubah' ? amended_by : []
  return { status, by: by.map((regulation) => ({ regulation })) }
}

/** The best passage of each pasal, in order. */
export function onePerArticle(found: readonly Found[]): readonly Found[] {
  const seen = new Set<string>()
  return found.filter(({ article }) => !seen.has(article) && seen.add(article))
}

interface Candidate extends Omit<Found, 'score' | 'confidence' | 'standing'> {
  /** How many passages there are in all. */
  readonly size: number
  readonly lexical: number
  readonly dense: number | null
  /** How rare each term is; on one row only, being the same for all. */
  readonly rarity: Readonly<Record<string, number>> | null
}

const RARITY = `ln(1 + (total.passages - coalesce(term.passages, 0) + 0.5) / (coalesce(term.passages, 0) + 0.5))`

const SQL = `
with total as (select passages from term where term = ''),
wanted as (
  select asked.term, asked.weight, ${RARITY} as rarity, coalesce(term.passages, 0) as passages
  from unnest($1::text[], $2::real[]) as asked (term, weight)
  cross join total left join term on term.term = asked.term
),
lexical as (
  select posting.passage, sum(wanted.weight * wanted.rarity * posting.weight) as score
  from wanted join posting on posting.term = wanted.term
  group by posting.passage order by score desc limit $3
),
dense as (
  select passage, 1 - (vector <=> $5::vector) as score
  from embedding where model = $4 order by vector <=> $5::vector limit $3
),
facts as (select jsonb_object_agg(term, rarity) as rarity from wanted)
select passage.id as passage, article.id as article, article.pasal, passage.ayat, passage.huruf, article.heading,
       article.official, passage.origin, passage.title, passage.body, passage.questions,
       jsonb_build_object('id', regulation.id, 'number', regulation.number, 'year', regulation.year,
         'title', regulation.title, 'abbreviation', regulation.abbreviation, 'status', regulation.status,
         'amended_by', to_jsonb(regulation.amended_by), 'revoked_by', to_jsonb(regulation.revoked_by)) as regulation,
       coalesce(lexical.score, 0)::float8 as lexical, dense.score::float8 as dense,
       total.passages as size, case when row_number() over () = 1 then facts.rarity end as rarity
from (select passage from lexical union select passage from dense) as candidate
join passage on passage.id = candidate.passage
join article on article.id = passage.article
join regulation on regulation.id = article.regulation
left join lexical on lexical.passage = passage.id
left join dense on dense.passage = passage.id
cross join facts cross join total`

interface Names {
  law(regulation: RegulationFacts): boolean
  readonly pasal: string | undefined
}

/** The law and pasal a question names: "pasal 11 PP 94/2021", "uu asn". */
function namesIn(question: string): Names {
  const folded = ` ${fold(question)} `
  const pasal = /\bpasal (\d+[a-z]?)\b/.exec(folded)?.[1]?.toUpperCase()
  const numbers = [...folded.matchAll(/ (?:nomor |no )?(\d{1,3}) (?:tahun |th )?(\d{4}) /g)].map(
    ([, number, year]) => `${number}-${year}`,
  )
  return {
    pasal,
    law: ({ id, number, year, abbreviation }) =>
      (numbers.includes(`${number}-${year}`) && folded.includes(` ${id.split('-')[0]} `)) ||
      abbreviation.split(';').some((name) => wordsOf(name).length > 1 && folded.includes(` ${fold(name)} `)),
  }
}
