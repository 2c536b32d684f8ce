import { createHash } from 'node:crypto'
import type { Database, Queryable } from '../database/database.ts'
import { Unreadable } from '../errors.ts'
import type { RegulationFile, RegulationFormat } from './format.ts'
import { text } from './formats/text.ts'
import { identify } from './identity.ts'
import { countTerms, writePassages } from './indexing.ts'
import type { Lexicon } from './lexicon.ts'
import { passagesOf } from './passages.ts'
import { type Article, readStructure } from './structure.ts'

/** The formats regulations are read from; a new one is one line here. */
const FORMATS: readonly RegulationFormat[] = [text]

/** What became of one file. */
export interface IngestReport {
  readonly file: string
  readonly regulation: string
  readonly articles: number
  readonly passages: number
  /** True when the same bytes had been read before, so that nothing was to be done. */
  readonly unchanged: boolean
  readonly warnings: readonly string[]
}

/**
 * Reads the official text of a regulation into the database, all or nothing; its pasal join the digests that
 * are there. `finishIngest` must follow once after the last file. Throws `Unreadable` when the file is of no
 * known format, is no regulation, or holds no pasal.
 */
export async function ingest(
  database: Database,
  lexicon: Lexicon,
  file: RegulationFile,
): Promise<IngestReport> {
  const format = FORMATS.find((candidate) => candidate.matches(file))
  if (format === undefined)
    throw new Unreadable(`${file.name}: jenis berkas ini belum bisa dibaca; yang bisa: .txt dan .md.`)
  const content = await format.read(file)
  const { id, type, number, year, title } = identify(content, file.name)
  if (id === undefined || number === undefined || year === undefined)
    throw new Unreadable(
      `${file.name}: jenis, nomor, dan tahun peraturannya tidak terbaca dari teks maupun nama berkas.`,
    )
  const fingerprint = createHash('sha256').update(file.bytes).digest('hex')
  const source = `source:${id}`
  const known = await database.query<{ value: string }>('select value from setting where name = $1', [source])
  const common = { file: file.name, regulation: id }
  if (known[0]?.value === fingerprint)
    return { ...common, articles: 0, passages: 0, unchanged: true, warnings: [] }
  const { articles, warnings } = readStructure(content)
  const pasal = merged(articles)
  if (pasal.length === 0) throw new Unreadable(`${file.name}: tidak ada satu pun pasal di dalamnya.`)
  const drafts = articles.flatMap((article) => passagesOf(article, id))
  await database.transaction(async (connection) => {
    const [names] = await connection.query<{ title: string; abbreviation: string }>(
      `insert into regulation (id, type, number, year, title, status) values ($1, $2, $3, $4, $5, 'tidak-diketahui')
       on conflict (id) do update set id = excluded.id returning title, abbreviation`,
      [id, type ?? '', number, year, title ?? id],
    )
    await forgetOfficial(connection, id)
    await connection.query(
      `insert into article (regulation, pasal, position, heading, official)
       select $1, pasal, position, heading, official
       from jsonb_to_recordset($2::jsonb) as row (pasal text, position int, heading text, official text)
       on conflict (regulation, pasal) do update set
         position = excluded.position, heading = excluded.heading, official = excluded.official`,
      [id, JSON.stringify(pasal)],
    )
    await writePassages(
      connection,
      'official',
      drafts,
      new Map([[id, names ?? { title: id, abbreviation: '' }]]),
      lexicon,
    )
    await connection.query(
      `insert into setting (name, value) values ($1, $2::jsonb) on conflict (name) do update set value = excluded.value`,
      [source, JSON.stringify(fingerprint)],
    )
  })
  return { ...common, articles: pasal.length, passages: drafts.length, unchanged: false, warnings }
}

/** Brings the counts of the index up to date after files were read. */
export async function finishIngest(database: Database): Promise<void> {
  await database.transaction(countTerms)
  for (const table of ['posting', 'term', 'passage', 'article'])
    await database.query(`vacuum analyze ${table}`)
}

/** Takes the official text of a regulation out again; the digests stay. */
async function forgetOfficial(connection: Queryable, regulation: string): Promise<void> {
  await connection.query(
    `with gone as (
       delete from passage using article
       where passage.article = article.id and article.regulation = $1 and passage.origin = 'official' returning passage.id
     )
     delete from posting where passage in (select id from gone)`,
    [regulation],
  )
  await connection.query('update article set official = null where regulation = $1', [regulation])
}

interface Row {
  readonly pasal: string
  readonly position: number
  readonly heading: string
  readonly official: string
}

/** One row per pasal; where an amending law touches a pasal twice its texts stand one after the other. */
function merged(articles: readonly Article[]): readonly Row[] {
  const rows = new Map<string, Row>()
  for (const [position, { pasal, heading, text: official }] of articles.entries()) {
    const before = rows.get(pasal)
    rows.set(
      pasal,
      before
        ? { ...before, official: `${before.official}\n\n${official}` }
        : { pasal, position, heading, official },
    )
  }
  return [...rows.values()]
}
