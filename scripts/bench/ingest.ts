import { readdirSync, statSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Database, openDatabase } from '../../src/database/database.ts'
import { createLog } from '../../src/log.ts'
import { embedMissing } from '../../src/regulations/embedding.ts'
import { finishIngest, ingestFiles } from '../../src/regulations/ingest.ts'
import { bringKnowledge } from '../../src/regulations/knowledge.ts'
import { type Lexicon, readLexicon } from '../../src/regulations/lexicon.ts'
import { createOwnDatabase } from './database.ts'
import { fakeEmbedding } from './fake-embedding.ts'
import type { Findings } from './figures.ts'
import { createSplitStore } from './langchain.ts'
import { madeLaws } from './made-laws.ts'
import { KNOWLEDGE } from './questions.ts'
import type { Rig } from './rig.ts'

const MEGA = 1024 * 1024
/** So many made regulations are about as much as a city keeps at hand: 19,000 pasal. */
const LAWS = 400

/** How long it takes from a folder of regulations to a searchable database, beside splitting and inserting as LangChain does. */
export async function benchIngest(rig: Rig, on?: string, corpus?: string): Promise<Findings> {
  const paths = corpus === undefined ? generated(rig) : textsIn(corpus)
  const bytes = paths.reduce((sum, path) => sum + statSync(path).size, 0)
  const database = await openDatabase(
    on === undefined
      ? { kind: 'embedded', directory: rig.folder() }
      : { kind: 'native', url: await createOwnDatabase(rig, on) },
  )
  rig.onEnd(() => database.close())
  const lexicon = readLexicon(KNOWLEDGE)
  await bringKnowledge(database, KNOWLEDGE, lexicon)
  await embed(database)

  rig.tell(`the peer reads ${paths.length} files`)
  const peer = await createSplitStore(database, fakeEmbedding)
  const splitting = await seconds(() => peer.add(paths))
  rig.tell('Abdi reads them')
  const importing = await seconds(() => importAll(database, lexicon, paths))
  rig.tell('and makes their vectors')
  const begun = performance.now()
  let embedded = 0
  const whole = await seconds(() =>
    embed(database, () => {
      embedded = (performance.now() - begun) / 1_000
    }),
  )
  const again = await seconds(() => importAll(database, lexicon, paths))
  const [made] = await database.query<{ articles: number; passages: number }>(
    `select count(*)::int as articles, (select count(*)::int from passage where origin = 'official') as passages
     from article where official is not null`,
  )
  return {
    bench: `ingest (${on === undefined ? 'embedded database' : 'PostgreSQL'})`,
    peer: 'LangChain splitter and inserts',
    figures: [
      { name: 'structured and indexed, no vectors', unit: 's', abdi: importing, peer: splitting },
      { name: 'with vectors for all', unit: 's', abdi: importing + embedded, peer: splitting },
      { name: 'and with the index of the vectors', unit: 's', abdi: importing + whole, peer: splitting },
      { name: 'the same folder again', unit: 's', abdi: again, peer: splitting },
    ],
    notes: [
      `${paths.length} files, ${Math.round(bytes / MEGA)} MB: ${made?.articles} pasal in ${made?.passages} passages; the peer's ${peer.chunks} chunks of at most 1000 characters.`,
      'Abdi: text to pasal, ayat and huruf, effects on other laws, word index, standings. The peer: RecursiveCharacterTextSplitter (1000, 200), embedDocuments, multi-row inserts of 500 as its PGVectorStore does them, no other index.',
      'Both in one database, with one made-up embedding model of 384 dimensions that costs nothing. On a server Abdi ends with an HNSW index of its vectors (made-up ones are the worst case for it), which the peer does not make by itself. The peer cannot tell that a file is there already, so that again is as long.',
    ],
  }
}

async function importAll(database: Database, lexicon: Lexicon, paths: readonly string[]): Promise<void> {
  const files = paths.map((path) => ({ name: path, size: statSync(path).size, read: () => readFile(path) }))
  for await (const _ of ingestFiles({ database, knowledge: KNOWLEDGE }, files));
  await finishIngest(database, lexicon)
}

async function embed(database: Database, progress: () => void = () => undefined): Promise<void> {
  await embedMissing(database, fakeEmbedding, createLog('silent'), { rest: 0, progress })
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const begun = performance.now()
  await work()
  return (performance.now() - begun) / 1_000
}

/** The texts of a folder that both can read. */
function textsIn(folder: string): readonly string[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:txt|md)$/.test(name))
    .map((name) => join(folder, name))
    .sort()
  if (paths.length === 0) throw new Error(`${folder} holds no .txt and no .md`)
  return paths
}

function generated(rig: Rig): readonly string[] {
  const folder = rig.folder()
  return madeLaws(LAWS).map(({ name, text }) => {
    const path = join(folder, name)
    writeFileSync(path, text)
    return path
  })
}
