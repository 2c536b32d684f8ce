import { EventEmitter } from 'node:events'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type pg from 'pg'
import { Misconfigured } from '../../errors.ts'
import { lockDirectory } from './lock.ts'
import { Mutex } from './mutex.ts'
import type { Answer, Request, Start } from './protocol.ts'

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
    throw new Misconfigured('DATA_DIR', `basis data di ${directory} tidak bisa dibuka (${(error as Error).message}). Pulihkan dari cadangan, atau pakai direktori lain.`)
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
  } catch (error) {
    throw new Misconfigured('DATA_DIR', `direktori ${directory} tidak bisa dibuat (${(error as NodeJS.ErrnoException).code}). Pilih direktori yang boleh ditulis.`)
  }
  return lockDirectory(directory)
}

/** The thread, and the questions it still owes an answer to. */
class Session extends EventEmitter {
  readonly ready: Promise<void>
  private readonly worker: Worker
  private readonly waiting = new Map<number, { resolve(result: pg.QueryResult): void; reject(error: Error): void }>()
  private next = 0

  constructor(start: Start) {
    super()
    this.setMaxListeners(0)
    this.worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: start, execArgv: ['--disable-warning=ExperimentalWarning'] })
    this.ready = new Promise((resolve, reject) => {
      this.once('ready', resolve)
      this.worker.once('error', reject)
    })
    this.worker.on('message', (answer: Answer) => this.hear(answer))
    this.worker.on('exit', () => this.fail(new Error('the embedded database has stopped')))
  }

  ask(request: DistributiveOmit<Request, 'id'>): Promise<pg.QueryResult> {
    return new Promise((resolve, reject) => {
      const id = this.next++
      this.waiting.set(id, { resolve, reject })
      this.worker.postMessage({ id, ...request })
    })
  }

  async close(): Promise<void> {
    await this.ask({ kind: 'close' })
    await this.worker.terminate()
  }

  private hear(answer: Answer): void {
    if (answer.kind === 'ready') this.emit('ready')
    else if (answer.kind === 'notification') this.emit('notification', answer)
    else {
      const asked = this.waiting.get(answer.id)
      this.waiting.delete(answer.id)
      if (answer.kind === 'result') asked?.resolve(asResult(answer.rows, answer.affected))
      else {
        const { message, code, constraint, detail } = answer
        asked?.reject(Object.assign(new Error(message), { code, constraint, detail }))
      }
    }
  }

  private fail(error: Error): void {
    for (const { reject } of this.waiting.values()) reject(error)
    this.waiting.clear()
  }
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never

type Query = string | { readonly text: string; readonly values?: readonly unknown[] }

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
    const done = await this.turn.take()
    try {
      return await run(this.session, query, values)
    } finally {
      done()
    }
  }

  async connect(): Promise<EmbeddedClient> {
    if (this.ending) throw new Error('the embedded database is closed')
    return new EmbeddedClient(this.session, this.turn)
  }

  async dump(): Promise<Uint8Array> {
    const done = await this.turn.take()
    const result = await this.session.ask({ kind: 'dump' }).finally(done)
    return (result.rows[0] as { dump: Uint8Array }).dump
  }

  end(): Promise<void> {
    this.ending ??= this.turn
      .take()
      .then(() => this.session.close())
      .finally(this.release)
    return this.ending
  }
}

/** A checked-out connection: outside a transaction each statement takes its turn, inside it keeps the turn. */
class EmbeddedClient extends EventEmitter {
  private readonly session: Session
  private readonly turn: Mutex
  private held: (() => void) | undefined
  private readonly forward = (note: { channel: string; payload: string }): void => {
    this.emit('notification', note)
  }

  constructor(session: Session, turn: Mutex) {
    super()
    this.session = session
    this.turn = turn
    session.on('notification', this.forward)
  }

  async query(query: Query, values?: readonly unknown[]): Promise<pg.QueryResult> {
    const word = firstWord(query)
    const held = this.held
    const done = held ?? (await this.turn.take())
    let keep = held !== undefined
    try {
      const result = await run(this.session, query, values)
      if (word === 'begin' || word === 'start') [this.held, keep] = [done, true]
      return result
    } finally {
      if (word === 'commit' || word === 'end' || word === 'rollback') [this.held, keep] = [undefined, false]
      if (!keep) done()
    }
  }

  release(): void {
    this.session.off('notification', this.forward)
    if (this.held !== undefined) void this.query('rollback')
  }
}

function firstWord(query: Query): string {
  const sql = typeof query === 'string' ? query : query.text
  if (/^\s*rollback\s+(?:work\s+|transaction\s+)?to\b/i.test(sql)) return 'savepoint'
  return /^\s*(\w+)/.exec(sql)?.[1]?.toLowerCase() ?? ''
}

function run(session: Session, query: Query, values?: readonly unknown[]): Promise<pg.QueryResult> {
  const { text, values: own } = typeof query === 'string' ? { text: query, values: undefined } : query
  const parameters = (values ?? own ?? []).map((value) => (value === undefined ? null : value))
  return session.ask({ kind: 'query', sql: text, parameters })
}

function asResult(rows: readonly object[], affected: number): pg.QueryResult {
  return { rows: [...rows], rowCount: rows.length > 0 ? rows.length : affected, command: '', oid: 0, fields: [] }
}
