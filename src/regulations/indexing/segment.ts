import type { Queryable } from '../../database/database.ts'
import { WEIGHED } from '../search/candidates.ts'
import type { Document } from './documents.ts'
import { POSTING_BYTES, type Posting, pack } from './postings.ts'

/** BM25's constants; fitted on questions with known answers. */
const SATURATION = 1.2
const LENGTH_MATTERS = 0.4
const TERMS_AT_ONCE = 2_000

/** Writes documents as one segment of the index, and their numbers to their pasal. */
export async function writeSegment(
  connection: Queryable,
  documents: readonly Document[],
  vocabulary: readonly string[],
): Promise<void> {
  const [numbers] = await connection.query<{ last: number }>(
    `select setval('article_doc', nextval('article_doc') + $1)::int as last`,
    [documents.length],
  )
  const first = (numbers?.last ?? 0) - documents.length
  const average = await averageLength(connection, documents)
  const [segment] = await connection.query<{ id: string }>(
    'insert into segment (articles, average) values ($1, $2) returning id',
    [documents.length, average],
  )
  // The database writes while the next postings are packed.
  let writing = connection.query(
    `update article set doc = row.doc, segment = $1, weighed = coalesce(${WEIGHED}, '')
     from unnest($2::bigint[], $3::int[]) as row (id, doc)
     where article.id = row.id`,
    [segment?.id, documents.map(({ id }) => id), documents.map((_, i) => first + i)],
  )
  const postings = postingsOf(documents, first, average, vocabulary.length)
  for (let from = 0; from < postings.length; from += TERMS_AT_ONCE) {
    const lists = postings.slice(from, from + TERMS_AT_ONCE)
    const counts = lists.map((list) => list.length)
    const entries = Buffer.concat(lists.map(pack)).toString('hex')
    await writing
    writing = connection.query(
      `with packed as materialized (select decode($5, 'hex') as entries)
       insert into posting (segment, term, articles, entries)
       select $1, term, articles, substring(entries from start for articles * ${POSTING_BYTES})
       from packed, unnest($2::text[], $3::int[], $4::int[]) as row (term, articles, start)`,
      [segment?.id, vocabulary.slice(from, from + TERMS_AT_ONCE), counts, startsOf(counts), entries],
    )
  }
  await writing
}

/** The postings of each term, by its number. */
function postingsOf(
  documents: readonly Document[],
  first: number,
  average: number,
  terms: number,
): readonly (readonly Posting[])[] {
  const postings: Posting[][] = Array.from({ length: terms }, () => [])
  for (const [i, { terms, frequencies, length }] of documents.entries()) {
    const norm = SATURATION * (LENGTH_MATTERS * (length / average) + 1 - LENGTH_MATTERS)
    for (const [at, term] of terms.entries()) {
      const frequency = frequencies[at] ?? 0
      postings[term]?.push({
        doc: first + i,
        weight: (frequency * (SATURATION + 1)) / (frequency + norm),
      })
    }
  }
  return postings
}

/** Where each list begins among the bytes of all, counted from one. */
function startsOf(counts: readonly number[]): readonly number[] {
  let next = 1
  return counts.map((count) => {
    const start = next
    next += count * POSTING_BYTES
    return start
  })
}

/** A few pasal alone say little about how long pasal are: the largest segment speaks for them. */
async function averageLength(connection: Queryable, documents: readonly Document[]): Promise<number> {
  const [largest] = await connection.query<{ articles: number; average: number }>(
    'select articles, average from segment order by articles desc limit 1',
  )
  if (largest && largest.articles > documents.length) return largest.average
  return Math.max(1, documents.reduce((sum, { length }) => sum + length, 0) / Math.max(1, documents.length))
}
