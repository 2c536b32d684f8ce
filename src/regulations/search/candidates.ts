import type { Queryable } from '../../database/database.ts'
import { POSTING_BYTES, rarityOf, tally } from '../indexing/postings.ts'
import type { Asked } from '../lexicon.ts'
import type { CandidatePassage } from './features.ts'

/** What the index says of a question: how well each document fits, how rare each word is, and how large it is. */
export interface LookUp {
  readonly scores: ReadonlyMap<number, number>
  readonly rarity: ReadonlyMap<string, number>
  /** How many pasal are indexed. */
  readonly size: number
  /** Changes whenever something was indexed. */
  readonly generation: string
}

/**
 * Of each word only the best so many postings are read, of each segment as large a share as its share of all pasal
 * (at least a tenth), which bounds the work as the index grows.
 */
const POSTINGS_AT_MOST = 600
/** Words whose postings are kept in memory, 4 kB each at most: the same ones come in question after question. */
const WORDS_KEPT = 8_000

/** Opens the index for looking questions up. */
export function createLookUp(database: Queryable): (asked: Asked) => Promise<LookUp> {
  let kept = { generation: '', words: new Map<string, Word>() }

  async function read(terms: readonly string[]): Promise<{ size: number; words: ReadonlyMap<string, Word> }> {
    const before = kept
    const missing = terms.filter((term) => !before.words.has(term))
    const rows = await database.query<WordRow>(LOOK_UP, [missing, POSTINGS_AT_MOST])
    if (kept !== before) return read(terms) // another question has emptied the memory meanwhile
    const total = rows.find(({ term }) => term === '')
    const generation = total?.generation ?? ''
    const isStale = kept.generation !== generation
    if (isStale || kept.words.size > WORDS_KEPT) kept = { generation, words: new Map() }
    if (isStale && missing.length < terms.length) return read(terms)
    const { words } = kept
    for (const term of missing) words.set(term, { articles: 0, packed: [] })
    for (const { term, articles, entries } of rows) {
      const word = words.get(term)
      if (word && entries !== null)
        words.set(term, {
          articles: word.articles + articles,
          packed: [...word.packed, Buffer.from(entries, 'base64')],
        })
    }
    return { size: total?.articles ?? 0, words }
  }

  return async ({ terms }) => {
    const { size, words } = await read(terms.map(({ term }) => term))
    const rarity = new Map<string, number>()
    const scores = new Map<number, number>()
    for (const { term, weight } of terms) {
      const { articles, packed } = words.get(term) ?? { articles: 0, packed: [] }
      const rare = rarityOf(Math.min(articles, size), size)
      rarity.set(term, rare)
      for (const entries of packed) tally(scores, entries, weight * rare)
    }
    return { scores, rarity, size, generation: kept.generation }
  }
}

/** In how many pasal a word stands, and its best postings, packed, a run for each segment. */
interface Word {
  readonly articles: number
  readonly packed: readonly Uint8Array[]
}

interface WordRow {
  readonly term: string
  readonly articles: number
  readonly entries: string | null
  readonly generation: string | null
}

/** Bytes come as text: decoding that is much faster than what the drivers do with a bytea. */
const LOOK_UP = `
with index as (select coalesce(sum(articles), 0)::int as articles, max(id) as generation from segment)
select term, posting.articles, null::bigint as generation,
       encode(substring(entries from 1 for ${POSTING_BYTES} * greatest($2::int / 10, $2::int * segment.articles / index.articles)), 'base64') as entries
from posting join segment on segment.id = segment cross join index where term = any($1)
union all
select '', articles, generation, null from index`

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
  readonly official_here: boolean
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
select doc, id, regulation, pasal, heading, status, changed_by, since, official is not null as official_here, weighed from article where doc = any($1)`

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
