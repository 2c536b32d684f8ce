import type { Queryable } from '../../database/database.ts'
import { fold } from '../../indonesian/words.ts'
import type { Found } from '../search.ts'
import { type StoredStanding, standingOf } from '../standing.ts'
import { readPassages } from './candidates.ts'
import { type RegulationFacts, UNREAD } from './laws.ts'

/** Regulations that define the same term are told apart by their rank; a later one goes before an earlier one. */
const RANKS: readonly RegExp[] = [/^uu-/, /^(?:perppu|pp)-/, /^perpres-/, /^per(?:men|bkn|ka|lan)/, /^perda-/]
const MOST = 3
/** Where one entry of a list of definitions ends and the next begins. */
const BETWEEN = /(?:^|\n)\s*(?:\d{1,3}[a-z]?\.\s+|[-•]\s+)|\n\s*\n/
/** "Pegawai Negeri Sipil yang selanjutnya disingkat PNS adalah …": the term, and what it is called from there on. */
const DEFINITION =
  /^(?<term>[^.;:\n]{2,140}?),?(?: yang selanjutnya (?:disebut|disingkat)(?: dengan| sebagai)?(?: menjadi)? (?<short>[^.;:\n]{2,70}?))?,? (?:adalah|ialah|berarti|artinya) /i

interface Row extends StoredStanding {
  readonly passage: string
  readonly heading: string
  readonly regulation: RegulationFacts
}

/** As sure as a text can be that says itself that this is what the term means. */
const CONFIDENCE = 0.95

/**
 * Finds where the laws themselves say what a term means, by its name or by what it is shortened to: in the first pasal
 * of the laws in force, or where a digest does; those that are about it first, then the highest and latest. The body of what is found is the definition alone; it
 * scores a little above `best`.
 */
export async function definitionsOf(
  database: Queryable,
  term: string,
  best: number,
): Promise<readonly Found[]> {
  const wanted = fold(term)
  if (wanted.length < 2) return []
  const rows = await database.query<Row>(DEFINING, [wanted])
  const texts = await readPassages(
    database,
    rows.map(({ passage }) => passage),
  )
  const found = rows.flatMap(({ passage, heading, regulation, ...article }): readonly Found[] => {
    const text = texts.find((each) => each.passage === passage)
    const body = text && definitionIn(text.body, wanted)
    if (text === undefined || body === undefined) return []
    const standing = standingOf(article, regulation)
    const { pasal } = article
    return [
      { ...text, body, regulation, pasal, heading, standing, score: best + 0.1, confidence: CONFIDENCE },
    ]
  })
  const sorted = found.sort(
    (a, b) =>
      Number(isAbout(b)) - Number(isAbout(a)) ||
      rankOf(a) - rankOf(b) ||
      b.regulation.year - a.regulation.year ||
      b.origin.localeCompare(a.origin), // the official words before the digest's
  )
  return sorted
    .filter(({ regulation }, i) => sorted.findIndex((other) => other.regulation.id === regulation.id) === i)
    .slice(0, MOST)
}

const DEFINING = `
select passage.id as passage, article.pasal, article.heading, article.status, article.changed_by, article.since,
       article.official is not null as official_here,
       jsonb_build_object('id', regulation.id, 'number', regulation.number, 'year', regulation.year, 'title', regulation.title,
         'abbreviation', regulation.abbreviation, 'status', regulation.status, 'amended_by', to_jsonb(regulation.amended_by),
         'revoked_by', to_jsonb(regulation.revoked_by), 'since', coalesce(regulation.since, ''), 'unread', to_jsonb(${UNREAD})) as regulation
from article join passage on passage.article = article.id join regulation on regulation.id = article.regulation
where (article.pasal = '1' or passage.origin = 'digest') and regulation.status <> 'dicabut'
  and position($1 in lower(passage.body)) > 0 and passage.body ~* '(adalah|ialah|berarti|artinya) '`

/** The sentence or entry of a text that defines a term, or undefined. */
export function definitionIn(text: string, wanted: string): string | undefined {
  return text
    .split(BETWEEN)
    .flatMap((entry) => [entry, ...entry.split(/(?<=[.;])\s+/)])
    .map((entry) => entry.trim())
    .find((entry) => {
      const { term = '', short = '' } = DEFINITION.exec(entry)?.groups ?? {}
      return fold(term) === wanted || fold(short) === wanted
    })
}

/** Whether its regulation has the term in its very title. */
function isAbout({ regulation, body }: Found): boolean {
  const { term = '' } = DEFINITION.exec(body)?.groups ?? {}
  return ` ${fold(regulation.title)} `.includes(` ${fold(term)} `)
}

function rankOf({ regulation }: Found): number {
  const rank = RANKS.findIndex((kind) => kind.test(regulation.id))
  return rank < 0 ? RANKS.length : rank
}
