import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../../src/config.ts'
import type { Database } from '../../src/database/database.ts'
import { lockDirectory } from '../../src/database/embedded/lock.ts'
import { Misconfigured } from '../../src/errors.ts'
import { createPeopleStore } from '../../src/features/people/store.ts'
import { openQueue, type QueueStore } from '../../src/jobs/bullmq.ts'
import { createLog } from '../../src/log.ts'
import { databaseOf } from '../../src/main.ts'
import { type Finding, failed, fine, nothingToSee, worthALook } from './finding.ts'
import type { Important } from './knowledge.ts'
import { officialTexts, unindexed, vectors } from './texts.ts'

/** The database and the queue, and what only they can tell. A database a bot runs on is left alone. */
export async function* lookAtDatabase(
  config: Config,
  important: readonly Important[],
): AsyncGenerator<Finding> {
  const { queue, timeZone, dataDir } = config
  if (queue.kind === 'redis') yield await lookAtQueue(queue, timeZone)
  if (config.database.kind === 'embedded') {
    if (!existsSync(join(dataDir, 'postgres')))
      return yield nothingToSee('Basis data', 'bawaan, belum ada; dibuat sendiri saat npm start pertama')
    if (inUse(dataDir)) {
      yield fine('Basis data', 'bawaan, sedang dipakai Abdi yang berjalan')
      return yield nothingToSee('Isinya', 'tidak diperiksa; hentikan Abdi dulu kalau ingin memeriksanya')
    }
  }
  let database: Database
  try {
    database = await databaseOf(config)
  } catch (error) {
    return yield failed('Basis data', error)
  }
  try {
    yield await described(database)
    if (queue.kind === 'database')
      yield await lookAtQueue({ kind: 'database', pool: database.pool }, timeZone)
    yield await administrator(database)
    yield await officialTexts(database, important)
    yield* unindexed(database)
    yield* vectors(database, config.embeddingModel)
  } finally {
    await database.close()
  }
}

/** True while a bot holds the directory. The lock ends with its process, so nothing stale is taken for one. */
function inUse(directory: string): boolean {
  try {
    lockDirectory(directory)()
    return false
  } catch (error) {
    if (error instanceof Misconfigured) return true
    throw error
  }
}

async function described(database: Database): Promise<Finding> {
  const [facts] = await database.query<{ postgres: string; vector: string | null; migrations: number }>(
    `select current_setting('server_version') as postgres,
            (select extversion from pg_extension where extname = 'vector') as vector,
            (select count(*)::int from migration) as migrations`,
  )
  const kind = database.kind === 'embedded' ? 'bawaan' : 'DATABASE_URL'
  const text = `${kind}, PostgreSQL ${facts?.postgres}, pgvector ${facts?.vector ?? '?'}, ${facts?.migrations} migrasi terpasang`
  return fine('Basis data', text)
}

async function lookAtQueue(store: QueueStore, timeZone: string): Promise<Finding> {
  const name = 'Antrean'
  try {
    const queue = await openQueue(store, { timeZone, log: createLog('silent') })
    const counts = await queue.counts().finally(() => queue.stop())
    const text = `${store.kind === 'redis' ? 'Redis' : 'di basis data'}, ${counts.failed} pekerjaan gagal`
    if (counts.failed === 0) return fine(name, text)
    return worthALook(name, text, 'Cari "a job failed" di catatan (log) Abdi; di sana tertulis sebabnya.')
  } catch (error) {
    return failed(name, error)
  }
}

async function administrator(database: Database): Promise<Finding> {
  const name = 'Administrator'
  if (await createPeopleStore(database).hasAdmin()) return fine(name, 'sudah ada')
  const text = 'belum ada, jadi pertanyaan yang diteruskan belum ada penerimanya'
  return worthALook(name, text, 'Kirim /klaim KODE kepada Abdi; kodenya tampil saat npm start.')
}
