import type { Database, Queryable } from '../database/database.ts'
import { BETWEEN_PASSAGES, createDocumentReader, type Document, type Waiting } from './indexing/documents.ts'
import { writeSegment } from './indexing/segment.ts'
import type { Lexicon } from './lexicon.ts'
import { stemLines } from './shelving/row.ts'

/** Raise when stems or postings are computed otherwise, so that every index is made anew. */
const VERSION = 6

/** A segment holds at most so many pasal, which bounds the memory of making one. */
const LARGEST_SEGMENT = 50_000
/** A new segment takes in the older ones that are smaller than so many times what is new, so that few remain. */
const TAKES_IN = 4
const AT_ONCE = 2_000
const ROUNDS_AT_MOST = 10_000
const LOCK = 0x49_4e_44_58 // "INDX": one process indexes, the others wait

/**
 * Indexes every pasal that is new or changed since it was last indexed, so that the search finds it; resolves to
 * how many were written. `progress` hears of every pasal done so far.
 */
export async function indexArticles(
  database: Database,
  lexicon: Lexicon,
  progress?: (done: number) => void,
): Promise<number> {
  await restem(database, lexicon)
  let done = 0
  for (let round = 0; round < ROUNDS_AT_MOST; round++) {
    const before = done
    const indexed = await database.transaction((connection) =>
      indexSegment(connection, lexicon, (count) => progress?.(before + count)),
    )
    if (indexed === 0) break
    done += indexed
  }
  if (done > 0)
    for (const table of ['posting', 'segment', 'passage', 'article', 'regulation'])
      await database.query(`vacuum analyze ${table}`)
  return done
}

/** Makes the stems of all passages anew when words are stemmed otherwise than when they were stored. */
export async function restem(database: Database, lexicon: Lexicon): Promise<void> {
  const stemming = `${VERSION}:${lexicon.stemming}`
  const known = await database.query<{ value: string }>(`select value from setting where name = 'stemming'`)
  if (known[0]?.value === stemming) return
  for (let after = '0', round = 0; round < ROUNDS_AT_MOST; round++) {
    const rows = await database.query<{ id: string; title: string; body: string; questions: string[] }>(
      'select id, title, body, questions from passage where id > $1 order by id limit $2',
      [after, AT_ONCE],
    )
    if (rows.length === 0) break
    await database.query(
      `update passage set stems = row.stems from unnest($1::bigint[], $2::text[]) as row (id, stems)
       where passage.id = row.id`,
      [rows.map(({ id }) => id), rows.map((row) => stemLines(row, lexicon))],
    )
    after = rows.at(-1)?.id ?? after
  }
  await database.transaction(async (connection) => {
    await connection.query('update article set doc = null')
    await connection.query('delete from segment')
    await connection.query(
      `insert into setting (name, value) values ('stemming', $1::jsonb)
       on conflict (name) do update set value = excluded.value`,
      [JSON.stringify(stemming)],
    )
  })
}

/** Writes one segment of what waits, together with the small segments before it; resolves to its size. */
async function indexSegment(
  connection: Queryable,
  lexicon: Lexicon,
  progress: (done: number) => void,
): Promise<number> {
  await connection.query('select pg_advisory_xact_lock($1)', [LOCK])
  const [waiting] = await connection.query<{ count: number }>(
    'select count(*)::int as count from article where doc is null',
  )
  if (!waiting?.count) return 0
  await connection.query(
    `with small as (delete from segment where articles < least($1::int * ${TAKES_IN}, ${LARGEST_SEGMENT / 2}) returning id)
     update article set doc = null from small where article.segment = small.id and doc is not null`,
    [waiting.count],
  )
  const reader = createDocumentReader(lexicon)
  const documents: Document[] = []
  let rows = await waitingAfter(connection, '0')
  while (rows.length > 0) {
    const next =
      documents.length + rows.length < LARGEST_SEGMENT ? waitingAfter(connection, rows.at(-1)?.id) : []
    for (const row of rows) documents.push(reader.read(row)) // while the database looks for the next
    progress(documents.length)
    rows = await next
  }
  await writeSegment(connection, documents, reader.vocabulary)
  return documents.length
}

function waitingAfter(connection: Queryable, id: string | undefined): Promise<readonly Waiting[]> {
  return connection.query<Waiting>(WAITING, [id, AT_ONCE, BETWEEN_PASSAGES])
}

const WAITING = `
select article.id, article.heading, regulation.title || ' ' || regulation.abbreviation as law,
       coalesce((select string_agg(stems, $3 order by origin, position) from passage
                 where passage.article = article.id), '') as stems
from article join regulation on regulation.id = article.regulation
where doc is null and article.id > $1 order by article.id limit $2`
