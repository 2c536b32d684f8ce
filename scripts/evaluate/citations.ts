import type { Queryable } from '../../src/database/database.ts'
import type { Citation } from '../../src/features/questions/answering.ts'
import { placeKey, type Ranked } from './metrics.ts'
import type { Question } from './questions.ts'

/**
 * Looks the pasal of all these citations up once. What it resolves to tells of each whether its pasal is there and,
 * where words are quoted, whether they stand in its official text or in a digest of it: white space and bold marks
 * aside, letter by letter.
 */
export async function citationCheck(
  database: Queryable,
  citations: readonly Citation[],
): Promise<(citation: Citation) => boolean> {
  const rows = await database.query<Ranked & { official: string | null; digests: readonly string[] }>(
    `select regulation, pasal, official,
            coalesce((select jsonb_agg(body order by position) from passage
                      where passage.article = article.id and origin = 'digest'), '[]') as digests
     from article where (regulation, pasal) in ${PLACES}`,
    [placesOf(citations)],
  )
  const stored = new Map(
    rows.map((row) => [placeKey(row), [row.official ?? '', ...row.digests].map(letters)]),
  )
  return (citation) => {
    const texts = stored.get(placeKey(citation))
    const quote = letters(citation.quote ?? '')
    return texts?.some((text) => text.includes(quote)) ?? false
  }
}

/**
 * Leaves out the answerable questions of which no gold pasal has a text in this database, neither a digest nor the
 * official one.
 */
export async function knownOf(
  database: Queryable,
  questions: readonly Question[],
): Promise<readonly Question[]> {
  const rows = await database.query<Ranked>(
    `select regulation, pasal from article
     where (regulation, pasal) in ${PLACES}
       and (official is not null or exists (select from passage where passage.article = article.id))`,
    [placesOf(questions.flatMap(({ gold }) => gold))],
  )
  const known = new Set(rows.map(placeKey))
  return questions.filter(({ gold }) => gold.length === 0 || gold.some((place) => known.has(placeKey(place))))
}

const PLACES =
  '(select regulation, pasal from jsonb_to_recordset($1::jsonb) as place (regulation text, pasal text))'

function placesOf(places: readonly Ranked[]): string {
  const distinct = new Map(
    places.map(({ regulation, pasal }) => [placeKey({ regulation, pasal }), { regulation, pasal }]),
  )
  return JSON.stringify([...distinct.values()])
}

function letters(text: string): string {
  return text.replaceAll('**', '').replace(/\s+/g, '')
}
