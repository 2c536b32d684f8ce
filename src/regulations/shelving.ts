import type { Queryable } from '../database/database.ts'
import type { Lexicon } from './lexicon.ts'
import { type ArticleRow, rowOf } from './shelving/row.ts'

/** Where words come from: our own digests, or the official text. */
export type Origin = 'digest' | 'official'

/** One passage on its way into the database. */
export interface PassageDraft {
  readonly ayat?: string
  readonly huruf?: string
  readonly title: string
  readonly body: string
  readonly questions: readonly string[]
  /** When and against what a digest was checked. */
  readonly checked?: string
}

/** One pasal on its way into the database, with all its passages of one origin. */
export interface ArticleDraft {
  readonly regulation: string
  readonly pasal: string
  readonly position: number
  readonly heading: string
  /** All its words, where they are the official ones. */
  readonly official?: string
  readonly passages: readonly PassageDraft[]
}

/** How many pasal came, changed, went, and stayed as they were. */
export interface Changes {
  readonly added: number
  readonly changed: number
  readonly removed: number
  readonly unchanged: number
}

/**
 * Makes the pasal of these regulations, as far as they come from `origin`, just those of `drafts`; only what
 * differs is written, and has to be indexed again. Every pasal may be there once.
 */
export async function shelve(
  connection: Queryable,
  origin: Origin,
  regulations: readonly string[],
  drafts: readonly ArticleDraft[],
  lexicon: Lexicon,
): Promise<ReadonlyMap<string, Changes>> {
  return shelveRows(
    connection,
    origin,
    regulations,
    drafts.map((draft) => rowOf(draft, lexicon)),
  )
}

/** As `shelve`, of drafts that were made ready before; resolves to what happened to each regulation. */
export async function shelveRows(
  connection: Queryable,
  origin: Origin,
  regulations: readonly string[],
  rows: readonly ArticleRow[],
): Promise<ReadonlyMap<string, Changes>> {
  const differences = await compare(connection, origin, regulations, rows)
  await clear(connection, origin, differences)
  if (origin === 'official') await move(connection, differences.moved)
  await write(connection, origin, differences.written)
  return differences.changes
}

/** What `shelveRows` would change, without changing it. */
export async function compare(
  connection: Queryable,
  origin: Origin,
  regulations: readonly string[],
  rows: readonly ArticleRow[],
): Promise<Differences> {
  const shelved = await connection.query<ShelvedRow>(
    `select id, regulation, pasal, position, ${MARKS[origin]} as mark from article where regulation = any($1)`,
    [regulations],
  )
  const known = new Map(shelved.map((row) => [keyOf(row), row]))
  const wanted = new Map(rows.map((row) => [keyOf(row), row]))
  const written = [...wanted.values()].filter((row) => known.get(keyOf(row))?.mark !== row.mark)
  const rewritten = written.flatMap((row) => known.get(keyOf(row)) ?? [])
  const gone = shelved.filter((row) => row.mark !== null && !wanted.has(keyOf(row)))
  const moved = [...wanted.values()].flatMap((row) => {
    const there = known.get(keyOf(row))
    return there?.mark === row.mark && there.position !== row.position
      ? [{ id: there.id, position: row.position }]
      : []
  })
  const count = (of: readonly { readonly regulation: string }[], id: string): number =>
    of.filter(({ regulation }) => regulation === id).length
  const changes = regulations.map((id): [string, Changes] => {
    const changed = count(
      rewritten.filter(({ mark }) => mark !== null),
      id,
    )
    const added = count(written, id) - changed
    const unchanged = count([...wanted.values()], id) - added - changed
    return [id, { added, changed, removed: count(gone, id), unchanged }]
  })
  return { written, rewritten, gone, moved, changes: new Map(changes) }
}

/** What differs between what is there and what shall be. */
export interface Differences {
  readonly changes: ReadonlyMap<string, Changes>
  readonly written: readonly ArticleRow[]
  readonly rewritten: readonly ShelvedRow[]
  readonly gone: readonly ShelvedRow[]
  readonly moved: readonly { readonly id: string; readonly position: number }[]
}

interface ShelvedRow {
  readonly id: string
  readonly regulation: string
  readonly pasal: string
  readonly position: number
  readonly mark: string | null
}

const MARKS: Readonly<Record<Origin, string>> = { digest: 'digest_mark', official: 'official_mark' }

async function clear(
  connection: Queryable,
  origin: Origin,
  { rewritten, gone }: Pick<Differences, 'rewritten' | 'gone'>,
): Promise<void> {
  const emptied = [...gone, ...rewritten]
  if (emptied.length > 0)
    await connection.query('delete from passage where article = any($1) and origin = $2', [
      emptied.map(({ id }) => id),
      origin,
    ])
  if (gone.length === 0) return
  const ids = gone.map(({ id }) => id)
  await connection.query(
    origin === 'digest'
      ? 'update article set digest_mark = null, doc = null where id = any($1)'
      : 'update article set official_mark = null, official = null, doc = null where id = any($1)',
    [ids],
  )
  await connection.query(
    'delete from article where id = any($1) and digest_mark is null and official_mark is null',
    [ids],
  )
}

/** A pasal whose words stayed may stand elsewhere in the law now. */
async function move(connection: Queryable, moved: Differences['moved']): Promise<void> {
  if (moved.length === 0) return
  await connection.query(
    `update article set position = row.position from unnest($1::bigint[], $2::int[]) as row (id, position)
     where article.id = row.id`,
    [moved.map(({ id }) => id), moved.map(({ position }) => position)],
  )
}

/** One statement writes the pasal and their passages: a round trip, and the words travel once. */
async function write(connection: Queryable, origin: Origin, rows: readonly ArticleRow[]): Promise<void> {
  if (rows.length === 0) return
  await connection.query(
    `with draft as materialized (
       select * from json_to_recordset($1::json) as row
         (regulation text, pasal text, position int, heading text, official text, mark text, passages json)
     ), written as (
       insert into article (regulation, pasal, position, heading, official, ${MARKS[origin]})
       select regulation, pasal, position, heading, official, mark from draft
       on conflict (regulation, pasal) do update set ${ON_CONFLICT[origin]}, doc = null
       returning id, regulation, pasal
     )
     insert into passage (article, origin, position, ayat, huruf, title, body, questions, checked, digest, stems)
     select written.id, $2, row.position, ayat, huruf, title, body,
            array(select json_array_elements_text(questions)), checked, digest, stems
     from draft join written using (regulation, pasal), json_to_recordset(draft.passages) as row
       (position int, ayat text, huruf text, title text, body text, questions json, checked text, digest text, stems text)`,
    [`[${rows.map((row) => row.words()).join(',')}]`, origin],
  )
}

/** The official text says best where a pasal stands; a digest only where that text is not there. */
const ON_CONFLICT: Readonly<Record<Origin, string>> = {
  digest: `heading = case when article.official is null then excluded.heading else article.heading end,
           digest_mark = excluded.digest_mark`,
  official: `heading = excluded.heading, position = excluded.position, official = excluded.official,
             official_mark = excluded.official_mark`,
}

function keyOf({ regulation, pasal }: { readonly regulation: string; readonly pasal: string }): string {
  return `${regulation}#${pasal}`
}
