import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Database, Queryable } from '../database/database.ts'
import { indexArticles, restem } from './indexing.ts'
import { ANSWERS } from './knowledge/answers.ts'
import { BOUNDARIES, readBoundaries } from './knowledge/boundaries.ts'
import { type Digest, readDigests } from './knowledge/digests.ts'
import type { Lexicon } from './lexicon.ts'
import { type Regulation, readRegistry } from './registry.ts'
import { type ArticleDraft, shelve } from './shelving.ts'
import { settleStandings } from './standing.ts'

/**
 * Brings the registry and the digests of a knowledge directory into the database, all or nothing, and indexes what
 * changed; does nothing when they are as they were. Resolves to whether it had to.
 */
export async function bringKnowledge(
  database: Database,
  knowledge: string,
  lexicon: Lexicon,
): Promise<boolean> {
  const fingerprint = fingerprintOf(knowledge)
  const known = await database.query<{ value: string }>(`select value from setting where name = 'knowledge'`)
  const changed = known[0]?.value !== fingerprint
  if (changed) {
    await restem(database, lexicon) // first, so that what is stored now is not stemmed twice
    await store(database, knowledge, lexicon, fingerprint)
  }
  const indexed = await indexArticles(database, lexicon)
  return changed || indexed > 0
}

async function store(
  database: Database,
  knowledge: string,
  lexicon: Lexicon,
  fingerprint: string,
): Promise<void> {
  const regulations = readRegistry(knowledge)
  const digests = readDigests(knowledge)
  const boundaries = readBoundaries(knowledge)
  const names = new Set(regulations.map(({ id }) => id))
  const nameless = digests.find((digest) => !names.has(digest.regulation))
  if (nameless) throw new Error(`regulations.csv has no row for ${nameless.regulation}, which has digests`)
  await database.transaction(async (connection) => {
    await writeRegulations(connection, regulations)
    const digested = await connection.query<{ regulation: string }>(
      'select distinct regulation from article where digest_mark is not null and regulation <> $1',
      [ANSWERS],
    )
    const drafts = [...draftsOf(digests), ...boundaries]
    const scope = new Set([...digested, ...drafts].map(({ regulation }) => regulation))
    await shelve(connection, 'digest', [...scope], drafts, lexicon)
    await settleStandings(connection)
    await connection.query(
      `insert into setting (name, value) values ('knowledge', $1::jsonb)
       on conflict (name) do update set value = excluded.value`,
      [JSON.stringify(fingerprint)],
    )
  })
}

/** The digests of one pasal together, in the order they are written. */
function draftsOf(digests: readonly Digest[]): readonly ArticleDraft[] {
  const drafts = Map.groupBy(digests, ({ regulation, pasal }) => `${regulation}#${pasal}`)
  return [...drafts.values()].flatMap((passages, position) => {
    const [first] = passages
    return first
      ? [{ regulation: first.regulation, pasal: first.pasal, heading: first.heading, position, passages }]
      : []
  })
}

async function writeRegulations(connection: Queryable, regulations: readonly Regulation[]): Promise<void> {
  await connection.query(
    `insert into regulation (id, type, number, year, title, abbreviation, status, amended_by, revoked_by, since, effective, source, note, curated)
     select id, type, number, year, title, abbreviation, status,
            array(select jsonb_array_elements_text(amended_by)), array(select jsonb_array_elements_text(revoked_by)),
            since, effective, source, note, true
     from jsonb_to_recordset($1::jsonb) as row
       (id text, type text, number text, year int, title text, abbreviation text, status text, amended_by jsonb,
        revoked_by jsonb, since text, effective text, source text, note text)
     on conflict (id) do update set
       type = excluded.type, number = excluded.number, year = excluded.year, title = excluded.title,
       abbreviation = excluded.abbreviation, status = excluded.status, amended_by = excluded.amended_by,
       revoked_by = excluded.revoked_by, since = excluded.since, effective = excluded.effective,
       source = excluded.source, note = excluded.note, curated = true`,
    [JSON.stringify(regulations)],
  )
  await connection.query(
    `insert into regulation (id, type, number, year, title, status) values ($1, '', '', 0, '', 'berlaku'), ($2, '', '', 0, '', 'berlaku')
     on conflict (id) do nothing`,
    [BOUNDARIES, ANSWERS],
  )
  await connection.query('update regulation set curated = false where not id = any($1)', [
    [BOUNDARIES, ANSWERS, ...regulations.map(({ id }) => id)],
  ])
}

function fingerprintOf(directory: string): string {
  const hash = createHash('sha256')
  const digests = readdirSync(join(directory, 'digests')).sort()
  for (const file of ['regulations.csv', 'boundaries.md', ...digests.map((name) => join('digests', name))]) {
    const path = join(directory, file)
    if (existsSync(path)) hash.update(file).update('\0').update(readFileSync(path)).update('\0')
  }
  return hash.digest('hex')
}
