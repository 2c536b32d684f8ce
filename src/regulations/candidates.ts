import type { Queryable } from '../database/database.ts'
import type { CandidatePassage } from './features.ts'
import type { Asked } from './lexicon.ts'
import { POSTING_BYTES, rarityOf, tally } from './postings.ts'

/** What the index says of a question: how well each document fits, how rare each word is, and how large it is. */
export interface LookUp {
  readonly scores: ReadonlyMap<number, number>
  readonly rarity: ReadonlyMap<string, number>
  /** How many pasal are indexed. */
  readonly size: number
  /** Changes whenever something was indexed. */
  readonly generation: string
}

/** Of each word only the best so many postings of a segment are read, which bounds the work as the index grows. */
const POSTINGS_AT_MOST = 600

/** Looks the words of a question up. */
export async function lookUp(database: Queryable, { terms }: Asked): Promise<LookUp> {
  const rows = await database.query<{
    term: string
    articles: number
    entries: string | null
    generation: string | null
  }>(LOOK_UP, [terms.map(({ term }) => term), POSTINGS_AT_MOST * POSTING_BYTES])
  const total = rows.find(({ term }) => term === '')
  const size = total?.articles ?? 0
  const counts = new Map<string, number>()
  for (const { term, articles } of rows) counts.set(term, (counts.get(term) ?? 0) + articles)
  const rarity = new Map(
    terms.map(({ term }) => [term, rarityOf(Math.min(counts.get(term) ?? 0, size), size)]),
  )
  const factors = new Map(terms.map(({ term, weight }) => [term, weight * (rarity.get(term) ?? 0)]))
  const scores = new Map<number, number>()
  for (const { term, entries } of rows)
    if (entries) tally(scores, Buffer.from(entries, 'base64'), factors.get(term) ?? 0)
  return { scores, rarity, size, generation: total?.generation ?? '' }
}

/** Bytes come as text: decoding that is much faster than what the drivers do with a bytea. */
const LOOK_UP = `
select term, articles, encode(substring(entries from 1 for $2), 'base64') as entries, null::bigint as generation
from posting where term = any($1)
union all
select '', coalesce(sum(articles), 0)::int, null, max(id) from segment`

/** A pasal that may answer, as the database knows it. */
export interface CandidateRow {
  readonly doc: number
  readonly id: string
  readonly regulation: string
  readonly pasal: string
  readonly heading: string
  readonly status: 'diubah' | 'dicabut' | null
  readonly changed_by: readonly string[]
  readonly since: string | null
  readonly passages: readonly (CandidatePassage & { readonly id: string })[]
}

/** The pasal with these document numbers, with the stems of their passages. */
export async function readCandidates(
  database: Queryable,
  docs: readonly number[],
): Promise<readonly CandidateRow[]> {
  const rows = await database.query<Omit<CandidateRow, 'passages'> & { weighed: string }>(CANDIDATES, [docs])
  return rows.map(({ weighed, ...row }) => ({
    ...row,
    passages: weighed.split(BETWEEN).filter(Boolean).map(passageOf),
  }))
}

const BETWEEN = '\u001e'

/**
 * SQL for the passages of `article` as the ranking reads them, as one text, which is read many times faster than
 * rows: of each its number and the lines of its stems. Of a very long passage the beginning, of a very long pasal
 * the first 80 passages.
 */
export const WEIGHED = `(select string_agg(id || E'\\n' || left(stems, 3000), E'\\x1e' order by origin, position)
  from (select id, stems, origin, position from passage where passage.article = article.id
        order by origin, position limit 80) as passage)`

const CANDIDATES = `
select doc, id, regulation, pasal, heading, status, changed_by, since, weighed from article where doc = any($1)`

function passageOf(text: string): CandidatePassage & { id: string } {
  const [id = '', body = '', title = '', ...questions] = text.split('\n')
  return { id, body: wordsIn(body), title: wordsIn(title), questions: questions.filter(Boolean).map(wordsIn) }
}

function wordsIn(line: string): readonly string[] {
  return line === '' ? [] : line.split(' ')
}

/** The documents of these regulations, and which of them is the pasal with this number. */
export async function documentsOf(
  database: Queryable,
  regulations: readonly string[],
): Promise<readonly { readonly doc: number; readonly pasal: string }[]> {
  if (regulations.length === 0) return []
  return database.query('select doc, pasal from article where regulation = any($1) and doc is not null', [
    regulations,
  ])
}

/** The words of passages, to be shown. */
export interface PassageRow {
  readonly passage: string
  readonly article: string
  readonly origin: 'digest' | 'official'
  readonly ayat: string | null
  readonly huruf: string | null
  readonly title: string
  readonly body: string
  readonly questions: readonly string[]
  /** When and against what a digest was checked; for an officer's answer whose it is. */
  readonly checked: string | null
  readonly official: string | null
}

/** Reads passages to be shown; those that are gone meanwhile are left out. */
export async function readPassages(
  database: Queryable,
  passages: readonly string[],
): Promise<readonly PassageRow[]> {
  // The whole pasal may be long: it comes once, with the first of its passages.
  const rows = await database.query<PassageRow>(
    `select passage.id as passage, article, origin, ayat, huruf, passage.title, body, questions, checked,
            case when row_number() over (partition by article order by passage.id) = 1 then official end as official
     from passage join article on article.id = article where passage.id = any($1) order by passage.id`,
    [passages],
  )
  const official = new Map(
    rows.flatMap((row) => (row.official === null ? [] : [[row.article, row.official]])),
  )
  return rows.map((row) => ({ ...row, official: official.get(row.article) ?? null }))
}
