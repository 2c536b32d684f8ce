import type { Queryable } from '../../database/database.ts'
import type { There } from './deciding.ts'

/** A file that was read before, as the database remembers it. */
export interface Source {
  readonly fingerprint: string
  readonly regulation: string
  readonly file: string
  readonly textMark: string
  readonly articles: number
  /** Whether the pasal that are there come from it. */
  readonly used: boolean
}

const COLUMNS = 'fingerprint, regulation, file, text_mark as "textMark", articles, used'

/** All files that were read before, by their fingerprints. */
export async function knownSources(connection: Queryable): Promise<ReadonlyMap<string, Source>> {
  const rows = await connection.query<Source>(`select ${COLUMNS} from source`)
  return new Map(rows.map((row) => [row.fingerprint, row]))
}

/** What is there of these regulations, by their ids; nothing of those without an official text. */
export async function textsThere(
  connection: Queryable,
  regulations: readonly string[],
): Promise<ReadonlyMap<string, There>> {
  const rows = await connection.query<{
    regulation: string
    articles: number
    file: string | null
    textMark: string | null
  }>(
    `select article.regulation, count(*)::int as articles, min(file) as file, min(text_mark) as "textMark"
     from article left join source on source.regulation = article.regulation and used
     where article.regulation = any($1) and official_mark is not null group by article.regulation`,
    [regulations],
  )
  return new Map(
    rows.map(({ regulation, articles, file, textMark }) => [
      regulation,
      { articles, ofThisRun: false, ...(file && { file }), ...(textMark && { textMark }) },
    ]),
  )
}

/**
 * Remembers files. Of the regulations in `replaced` what was known before is forgotten first; of those in `outdone`
 * it stays known as set aside, since a file of the same run has more pasal.
 */
export async function rememberSources(
  connection: Queryable,
  sources: readonly Source[],
  { replaced, outdone }: { readonly replaced: readonly string[]; readonly outdone: readonly string[] },
): Promise<void> {
  if (replaced.length > 0) await connection.query('delete from source where regulation = any($1)', [replaced])
  if (outdone.length > 0)
    await connection.query('update source set used = false where regulation = any($1)', [outdone])
  if (sources.length === 0) return
  await connection.query(
    `insert into source (fingerprint, regulation, file, text_mark, articles, used)
     select fingerprint, regulation, file, "textMark", articles, used
     from json_to_recordset($1::json) as row
       (fingerprint text, regulation text, file text, "textMark" text, articles int, used boolean)
     on conflict (fingerprint) do update set regulation = excluded.regulation, file = excluded.file,
       text_mark = excluded.text_mark, articles = excluded.articles, used = excluded.used, imported_at = now()
     where not source.used or excluded.used`,
    [JSON.stringify(sources)],
  )
}
