import { EventEmitter } from 'node:events'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { Misconfigured } from '../../errors.ts'
import { ask, EmbeddedClient, type Query } from './client.ts'
import { lockDirectory } from './lock.ts'
import { Mutex } from './mutex.ts'
import type { Start } from './protocol.ts'
import { Session } from './session.ts'

/** Keeps the database in memory only, for tests. */
export const IN_MEMORY = 'memory://'

/**
 * Opens the embedded PostgreSQL of a directory behind something that behaves like a node-postgres pool:
 * PGlite has one session, so statements take turns and a transaction keeps its turn until it ends. Never
 * await the pool inside an open transaction. Throws `Misconfigured` when the directory is in use or not ours.
 */
export async function openEmbedded(directory: string, seed?: string): Promise<pg.Pool> {
  const inMemory = directory === IN_MEMORY
  const release = inMemory ? () => undefined : take(directory)
  const path = inMemory ? directory : join(directory, 'postgres')
  const start: Start = {
    directory: path,
    ...(seed && (inMemory || !existsSync(path)) && existsSync(seed) && { seed: readFileSync(seed) }),
  }
  const session = new Session(start)
  try {
    await session.ready
  } catch (error) {
    release()
    throw new Misconfigured(
      'DATA_DIR',
      `basis data di ${directory} tidak bisa dibuka (${(error as Error).message}). Pulihkan dari cadangan, atau pakai direktori lain.`,
    )
  }
  return new EmbeddedPool(session, release) as unknown as pg.Pool // as much of a Pool as pg's own users here need
}

/** The database as an image that `openEmbedded` can begin from. */
export async function dump(pool: pg.Pool): Promise<Uint8Array> {
  return (pool as unknown as EmbeddedPool).dump()
}

function take(directory: string): () => void {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 })
    return lockDirectory(directory)
  } catch (error) {
    if (error instanceof Misconfigured) throw error
    const { code, message } = error as NodeJS.ErrnoException
    const reason = code === 'ERR_SQLITE_ERROR' ? message : code
    throw new Misconfigured(
      'DATA_DIR',
      `direktori ${directory} tidak bisa ditulis (${reason}). Pilih direktori yang boleh ditulis.`,
    )
  }
}

/** As much of node-postgres' Pool as the bot and BullMQ use. */
class EmbeddedPool extends EventEmitter {
  /** BullMQ reads this: the one session cannot drop silently, so it need not be polled. */
  readonly options = { keepAlive: true, max: 1 }
  private readonly session: Session
  private readonly release: () => void
  private readonly turn = new Mutex()
  private ending: Promise<void> | undefined

  constructor(session: Session, release: () => void) {
    super()
    this.setMaxListeners(0)
    this.session = session
    this.release = release
  }

  async query(query: Query, values?: readonly unknown[]): Promise<pg.QueryResult> {
    this.refuseAfterEnd()
    const done = await this.turn.take()
    try {
      return await ask(this.session, query, values)
    } finally {
      done()
    }
  }

  async connect(): Promise<EmbeddedClient> {
    this.refuseAfterEnd()
    return new EmbeddedClient(this.session, this.turn)
  }

  async dump(): Promise<Uint8Array> {
    const done = await this.turn.take()
    const result = await this.session.ask({ kind: 'dump' }).finally(done)
    return (result.rows[0] as { dump: Uint8Array }).dump
  }

  end(): Promise<void> {
    this.ending ??= this.close()
    return this.ending
  }

  private async close(): Promise<void> {
    const done = await this.turn.take()
    try {
      await this.session.close()
    } finally {
      this.release()
      done()
    }
  }

  private refuseAfterEnd(): void {
    if (this.ending) throw new Error('the embedded database is closed')
  }
}
