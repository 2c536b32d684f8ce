import type { Database } from '../../src/database/database.ts'

const INDEX = [
  `create table bench_full_text as
   select passage.id as passage,
          setweight(to_tsvector('indonesian', passage.title), 'A')
          || setweight(to_tsvector('indonesian', array_to_string(passage.questions, ' ')), 'B')
          || setweight(to_tsvector('indonesian', passage.body), 'C') as words
   from passage`,
  'create index on bench_full_text using gin (words)',
  'analyze bench_full_text',
]

const SEARCH = `
with asked as (select replace(plainto_tsquery('indonesian', $1)::text, '&', '|')::tsquery as words),
best as (
  select passage, ts_rank(bench_full_text.words, asked.words) as rank
  from bench_full_text, asked where bench_full_text.words @@ asked.words
  order by rank desc, passage limit 60
)
select regulation, pasal, title, body, questions from (
  select distinct on (article.id) article.regulation, article.pasal, passage.title, passage.body, passage.questions, best.rank
  from best join passage on passage.id = best.passage join article on article.id = passage.article
  order by article.id, best.rank desc
) as found order by rank desc limit 10`

/** PostgreSQL's own full text search over the passages of this database, best first, one passage of each pasal. */
export async function createFullText(
  database: Database,
): Promise<(question: string) => Promise<readonly { regulation: string; pasal: string }[]>> {
  for (const statement of INDEX) await database.query(statement)
  return (question) => database.query<{ regulation: string; pasal: string }>(SEARCH, [question])
}
