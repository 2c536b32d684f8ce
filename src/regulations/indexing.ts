import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Database, Queryable } from '../database/database.ts'
import { type Digest, readDigests } from './digests.ts'
import type { Lexicon } from './lexicon.ts'
import { type Regulation, readRegistry } from './registry.ts'

/** One passage on its way into the index: a digest, or a clause of the official text, which nobody checks by hand. */
export type Draft = Omit<Digest, 'checked'> & { readonly checked?: string }

/** Raise when postings are computed otherwise, so that every index is made anew. */
const VERSION = 2

/**
 * Brings the registry and the digests of a knowledge directory into the database, all or nothing; does
 * nothing when neither they nor the way they are indexed have changed. Resolves to whether it had to.
 */
export async function indexKnowledge(
  database: Database,
  knowledge: string,
  lexicon: Lexicon,
): Promise<boolean> {
  const fingerprint = `${VERSION}:${fingerprintOf(knowledge)}`
  const known = await database.query<{ value: string }>(`select value from setting where name = 'knowledge'`)
  if (known[0]?.value === fingerprint) return false
  const regulations = readRegistry(knowledge)
  const digests = readDigests(knowledge)
  const names = new Map(regulations.map((regulation) => [regulation.id, regulation]))
  const nameless = digests.find((digest) => !names.has(digest.regulation))
  if (nameless) throw new Error(`regulations.csv has no row for ${nameless.regulation}, which has digests`)
  await database.transaction(async (connection) => {
    await writeRegulations(connection, regulations)
    await connection.query(
      `with gone as (delete from passage where origin = 'digest' returning id)
       delete from posting where passage in (select id from gone)`,
    )
    await writePassages(connection, 'digest', digests, names, lexicon)
    await connection.query(
      `delete from article where official is null and not exists (select from passage where article = article.id)`,
    )
    await countTerms(connection)
    await connection.query(
      `insert into setting (name, value) values ('knowledge', $1::jsonb)
       on conflict (name) do update set value = excluded.value`,
      [JSON.stringify(fingerprint)],
    )
  })
  for (const table of ['posting', 'term', 'passage', 'article'])
    await database.query(`vacuum analyze ${table}`)
  return true
}

/** Adds passages and their postings; articles that are not there yet come with them. */
export async function writePassages(
  connection: Queryable,
  origin: 'digest' | 'official',
  drafts: readonly Draft[],
  regulations: ReadonlyMap<string, Pick<Regulation, 'title' | 'abbreviation'>>,
  lexicon: Lexicon,
): Promise<void> {
  const articles = await writeArticles(connection, drafts)
  const rows = await connection.query<{ id: string; position: number }>(
    `insert into passage (article, origin, position, ayat, huruf, title, body, questions, checked, digest)
     select article, $1, position, ayat, huruf, title, body, array(select jsonb_array_elements_text(questions)), checked, digest
     from jsonb_to_recordset($2::jsonb) as draft
       (article bigint, position int, ayat text, huruf text, title text, body text, questions jsonb, checked text, digest text)
     returning id, position`,
    [
      origin,
      JSON.stringify(
        drafts.map((draft, position) => ({
          ...draft,
          position,
          article: articles.get(articleKey(draft)),
          digest: createHash('sha256').update(`${draft.title}\n${draft.body}`).digest('hex').slice(0, 32),
        })),
      ),
    ],
  )
  const fields = drafts.map((draft) => fieldsOf(draft, regulations.get(draft.regulation), lexicon))
  const average = fields.reduce((sum, field) => sum + field.length, 0) / Math.max(1, fields.length)
  const terms: string[] = []
  const passages: string[] = []
  const weights: number[] = []
  for (const { id, position } of rows) {
    const field = fields[position]
    for (const [term, frequency] of field?.frequencies ?? []) {
      const length = LENGTH_MATTERS * ((field?.length ?? average) / average) + 1 - LENGTH_MATTERS
      terms.push(term)
      passages.push(id)
      weights.push((frequency * (SATURATION + 1)) / (frequency + SATURATION * length))
    }
  }
  const batch = 5_000
  for (let from = 0; from < terms.length; from += batch) {
    const to = from + batch
    await connection.query(
      `insert into posting (term, passage, weight) select * from unnest($1::text[], $2::bigint[], $3::real[])`,
      [terms.slice(from, to), passages.slice(from, to), weights.slice(from, to)],
    )
  }
}

/** Counts anew in how many passages each term stands. */
export async function countTerms(connection: Queryable): Promise<void> {
  await connection.query('delete from term')
  await connection.query('insert into term (term, passages) select term, count(*) from posting group by term')
  await connection.query(`insert into term (term, passages) select '', count(*) from passage`)
}

/** BM25's constants, and how much a word counts by the field it stands in. */
const SATURATION = 1.2
const LENGTH_MATTERS = 0.4
const FIELD_WEIGHTS = { title: 2, questions: 0.8, body: 1, heading: 0.5, law: 0.5 } as const

interface Fields {
  readonly frequencies: ReadonlyMap<string, number>
  readonly length: number
}

function fieldsOf(
  draft: Draft,
  regulation: Pick<Regulation, 'title' | 'abbreviation'> | undefined,
  lexicon: Lexicon,
): Fields {
  const frequencies = new Map<string, number>()
  let length = 0
  const add = (text: string, weight: number): void => {
    for (const term of lexicon.stems(text)) {
      frequencies.set(term, (frequencies.get(term) ?? 0) + weight)
      length += weight
    }
  }
  add(draft.title, FIELD_WEIGHTS.title)
  add(draft.body, FIELD_WEIGHTS.body)
  add(draft.questions.join('\n'), FIELD_WEIGHTS.questions)
  add(draft.heading, FIELD_WEIGHTS.heading)
  add(`${regulation?.title ?? ''} ${regulation?.abbreviation ?? ''}`, FIELD_WEIGHTS.law)
  return { frequencies, length }
}

async function writeRegulations(connection: Queryable, regulations: readonly Regulation[]): Promise<void> {
  await connection.query(
    `insert into regulation (id, type, number, year, title, abbreviation, status, amended_by, revoked_by, since, effective, source, note)
     select id, type, number, year, title, abbreviation, status,
            array(select jsonb_array_elements_text(amended_by)), array(select jsonb_array_elements_text(revoked_by)),
            since, effective, source, note
     from jsonb_to_recordset($1::jsonb) as row
       (id text, type text, number text, year int, title text, abbreviation text, status text, amended_by jsonb,
        revoked_by jsonb, since text, effective text, source text, note text)
     on conflict (id) do update set
       type = excluded.type, number = excluded.number, year = excluded.year, title = excluded.title,
       abbreviation = excluded.abbreviation, status = excluded.status, amended_by = excluded.amended_by,
       revoked_by = excluded.revoked_by, since = excluded.since, effective = excluded.effective,
       source = excluded.source, note = excluded.note`,
    [JSON.stringify(regulations)],
  )
}

async function writeArticles(
  connection: Queryable,
  drafts: readonly Draft[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = new Map(drafts.map((draft, position) => [articleKey(draft), { ...draft, position }]))
  const rows = await connection.query<{ id: string; regulation: string; pasal: string }>(
    `insert into article (regulation, pasal, position, heading)
     select regulation, pasal, position, heading
     from jsonb_to_recordset($1::jsonb) as draft (regulation text, pasal text, position int, heading text)
     on conflict (regulation, pasal) do update set
       heading = case when article.official is null then excluded.heading else article.heading end
     returning id, regulation, pasal`,
    [
      JSON.stringify(
        [...wanted.values()].map(({ regulation, pasal, position, heading }) => ({
          regulation,
          pasal,
          position,
          heading,
        })),
      ),
    ],
  )
  return new Map(rows.map((row) => [articleKey(row), row.id]))
}

function articleKey({ regulation, pasal }: { regulation: string; pasal: string }): string {
  return `${regulation}#${pasal}`
}

function fingerprintOf(directory: string): string {
  const hash = createHash('sha256')
  for (const part of ['regulations.csv', 'digests', 'lexicon']) {
    const path = join(directory, part)
    const files = statSync(path).isDirectory()
      ? readdirSync(path)
          .sort()
          .map((name) => join(path, name))
      : [path]
    for (const file of files)
      hash.update(file.slice(directory.length)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}
