import pg from 'pg'
import { Misconfigured } from '../errors.ts'
import { openEmbedded } from './embedded/pool.ts'
import { migrate } from './migrate.ts'

/** Runs one statement with its parameters and resolves to its rows. bigint, numeric and date come as text. */
export interface Queryable {
  query<Row extends object>(sql: string, parameters?: readonly unknown[]): Promise<readonly Row[]>
}

/** PostgreSQL, embedded or native, migrated and ready. */
export interface Database extends Queryable {
  readonly kind: 'embedded' | 'native'
  /** All or nothing; inside, only the handed-in connection may be used. */
  transaction<T>(run: (connection: Queryable) => Promise<T>): Promise<T>
  /** The node-postgres pool (or its look-alike) behind it, for libraries that bring their own SQL. */
  readonly pool: pg.Pool
  close(): Promise<void>
}

/** Which database to open: a directory of its own, or a server. `poolSize` counts server connections. */
export type DatabaseConfig =
  | { readonly kind: 'embedded'; readonly directory: string; readonly seed?: string }
  | { readonly kind: 'native'; readonly url: string; readonly poolSize?: number }

/** Opens the database and brings its tables up to date. Throws `Misconfigured` when it cannot be used. */
export async function openDatabase(config: DatabaseConfig): Promise<Database> {
  const pool =
    config.kind === 'embedded' ? await openEmbedded(config.directory, config.seed) : await connect(config)
  const database: Database = {
    kind: config.kind,
    pool,
    query: (sql, parameters) => rows(pool, sql, parameters),
    async transaction(run) {
      const client = await pool.connect()
      try {
        await client.query('begin')
        const result = await run({ query: (sql, parameters) => rows(client, sql, parameters) })
        await client.query('commit')
        client.release()
        return result
      } catch (error) {
        await client.query('rollback').then(
          () => client.release(),
          (broken: Error) => client.release(broken),
        )
        throw error
      }
    },
    close: () => pool.end(),
  }
  try {
    await migrate(database)
  } catch (error) {
    await pool.end()
    throw error
  }
  return database
}

async function rows<Row extends object>(
  on: Pick<pg.Pool, 'query'> | pg.PoolClient,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<readonly Row[]> {
  const result = await on.query<Row>(sql, [...parameters])
  return result.rows
}

async function connect({ url, poolSize = 12 }: { url: string; poolSize?: number }): Promise<pg.Pool> {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
    options: '-c search_path=public,bullmq',
    types: {
      getTypeParser: (type, format) =>
        type === pg.types.builtins.DATE ? String : pg.types.getTypeParser(type, format),
    },
  })
  pool.setMaxListeners(0)
  pool.on('error', () => undefined) // an idle connection that drops is replaced; the next query reports trouble
  try {
    const result = await pool.query<{ version: string }>(
      `select current_setting('server_version_num') as version`,
    )
    const version = Math.floor(Number(result.rows[0]?.version) / 10_000)
    if (version >= 15) return pool
    await pool.end()
    throw new Misconfigured(
      'DATABASE_URL',
      `PostgreSQL ${version} terlalu lama; pakai versi 15 atau lebih baru.`,
    )
  } catch (error) {
    if (error instanceof Misconfigured) throw error
    await pool.end()
    throw new Misconfigured(
      'DATABASE_URL',
      `basis data tidak bisa dihubungi (${reason(error)}). ${WHAT_TO_DO}`,
    )
  }
}

const WHAT_TO_DO =
  'Periksa alamat, nama pengguna, sandi, dan apakah PostgreSQL menyala; atau kosongkan kunci ini untuk memakai basis data bawaan.'

/** The code of a connection failure, never its text: that may hold the address with the password. */
function reason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  if (code !== undefined) return code
  return message.includes('timeout') ? 'tidak ada jawaban' : 'sambungan ditolak atau terputus'
}
