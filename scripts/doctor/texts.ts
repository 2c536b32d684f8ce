import type { Config } from '../../src/config.ts'
import type { Database } from '../../src/database/database.ts'
import { embeddingProgress } from '../../src/regulations/embedding.ts'
import { shortName } from '../../src/regulations/registry.ts'
import { type Finding, fine, worthALook } from './finding.ts'
import type { Important } from './knowledge.ts'

const MOST_LISTED = 15

/** Which of the important regulations have their official text here; of the others, where to get it. */
export async function officialTexts(database: Database, important: readonly Important[]): Promise<Finding> {
  const rows = await database.query<{ regulation: string; articles: number }>(
    'select regulation, count(*)::int as articles from article where official is not null group by regulation',
  )
  const imported = new Set(rows.map(({ regulation }) => regulation))
  const articles = rows.reduce((sum, row) => sum + row.articles, 0)
  const missing = important.filter(({ id }) => !imported.has(id))
  const text = `${imported.size} peraturan (${articles.toLocaleString('id-ID')} pasal); ${missing.length} dari ${important.length} peraturan penting baru berupa ringkasan`
  if (missing.length === 0) return fine('Teks resmi', text)
  const rest = missing.length - MOST_LISTED
  const todo = [
    'Unduh teksnya, lalu: npm run ingest -- FOLDER',
    ...missing.slice(0, MOST_LISTED).map((regulation) => `${shortName(regulation)}: ${placeOf(regulation)}`),
    ...(rest > 0 ? [`dan ${rest} lagi`] : []),
  ]
  return worthALook('Teks resmi', text, todo.join('\n'))
}

/** Pasal that are stored and not yet found, as an import leaves them that was cut off. Nothing where there are none. */
export async function* unindexed(database: Database): AsyncGenerator<Finding> {
  const [row] = await database.query<{ waiting: number }>(
    'select count(*)::int as waiting from article where doc is null',
  )
  if (!row?.waiting) return
  const text = `${row.waiting.toLocaleString('id-ID')} pasal belum bisa dicari`
  yield worthALook(
    'Indeks',
    text,
    'Selesai sendiri saat Abdi dinyalakan, atau ulangi npm run ingest yang terputus.',
  )
}

/** How far the search by meaning is, where a model for it is configured. */
export async function* vectors(database: Database, model: Config['embeddingModel']): AsyncGenerator<Finding> {
  if (model === undefined) return
  const { model: name, dimensions } = model
  const { done, of } = await embeddingProgress(database, { name, ...(dimensions && { dimensions }) })
  const text = `${done.toLocaleString('id-ID')} dari ${of.toLocaleString('id-ID')} bagian siap dicari menurut maknanya (${name})`
  if (done === of) return yield fine('Vektor', text)
  yield worthALook(
    'Vektor',
    text,
    'Dibuat sendiri di latar selama Abdi berjalan; pencarian kata tetap jalan.',
  )
}

/** An address that is not known more closely than by its site is one to search. */
function placeOf({ source, type, number, year, id }: Important): string {
  const kind = shortName({ id, number, year }).split(' ').slice(0, -1).join(' ') || type
  const site = source || 'peraturan.go.id'
  return site.includes('/') ? site : `${site}, cari "${kind} ${number} Tahun ${year}"`
}
