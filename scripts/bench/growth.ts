import { type Database, openDatabase } from '../../src/database/database.ts'
import { indexArticles } from '../../src/regulations/indexing.ts'
import { bringKnowledge } from '../../src/regulations/knowledge.ts'
import { readLexicon } from '../../src/regulations/lexicon.ts'
import { createSearch } from '../../src/regulations/search.ts'
import { createOwnDatabase } from './database.ts'
import { type Figure, type Findings, quantile } from './figures.ts'
import { KNOWLEDGE, knownQuestions } from './questions.ts'
import type { Rig } from './rig.ts'

/** How many passages there are at each step. */
const SIZES = [25_000, 100_000, 1_000_000]
const QUESTIONS = 150

/** How the time of a search grows with the number of passages, on a PostgreSQL server; `sizes` in passages. */
export async function benchGrowth(rig: Rig, on: string, sizes: readonly number[] = SIZES): Promise<Findings> {
  const database = await openDatabase({ kind: 'native', url: await createOwnDatabase(rig, on) })
  rig.onEnd(() => database.close())
  const lexicon = readLexicon(KNOWLEDGE)
  await bringKnowledge(database, KNOWLEDGE, lexicon)
  const questions = knownQuestions(QUESTIONS).map(({ text }) => text)
  const figures: Figure[] = []
  let first = 0
  let copies = 0
  for (const size of sizes) {
    rig.tell(`growing to ${size} passages`)
    copies = await grow(database, size, copies)
    await indexArticles(database, lexicon)
    const search = createSearch(database, lexicon)
    for (const question of questions) await search(question)
    const ms: number[] = []
    for (const question of questions) {
      const from = performance.now()
      await search(question)
      ms.push(performance.now() - from)
    }
    const p95 = quantile(ms, 0.95)
    first ||= p95
    figures.push(
      { name: `${size} passages: half of the searches within`, unit: 'ms', abdi: quantile(ms, 0.5) },
      { name: `${size} passages: 95 of 100 searches within`, unit: 'ms', abdi: p95 },
      { name: `${size} passages: times the first p95`, unit: '', abdi: p95 / first },
    )
  }
  return {
    bench: 'growth (PostgreSQL)',
    figures,
    notes: [
      'The knowledge that ships, copied under the names of other regulations until there are so many passages; the search itself, one at a time.',
    ],
  }
}

/** Copies every regulation with its pasal and passages until there are `size` passages; resolves to how many copies there are. */
async function grow(database: Database, size: number, copies: number): Promise<number> {
  const [count] = await database.query<{ originals: number }>(
    `select count(*)::int as originals from passage join article on article.id = article where regulation not like 'salinan-%'`,
  )
  const wanted = Math.ceil(size / (count?.originals ?? 1)) - 1
  for (let copy = copies + 1; copy <= wanted; copy++)
    await database.query(
      `with law as (
         insert into regulation (id, type, number, year, title, abbreviation, status)
         select 'salinan-' || $1::int || '-' || id, type, number, year, title, '', status from regulation
         where id not like 'salinan-%' returning id
       ), copied as (
         insert into article (regulation, pasal, position, heading)
         select law.id, pasal, position, heading from article join law on law.id = 'salinan-' || $1::int || '-' || regulation
         returning id, regulation, pasal
       )
       insert into passage (article, origin, position, ayat, huruf, title, body, questions, digest, stems)
       select copied.id, origin, passage.position, ayat, huruf, passage.title, body, questions, digest, stems
       from copied join article on 'salinan-' || $1::int || '-' || article.regulation = copied.regulation and article.pasal = copied.pasal
       join passage on passage.article = article.id`,
      [copy],
    )
  return Math.max(copies, wanted)
}
