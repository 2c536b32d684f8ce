import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Misconfigured } from '../errors.ts'
import type { Database, Queryable } from './database.ts'

const DIRECTORY = join(import.meta.dirname, 'migrations')
const LOCK = 0x41_42_44_49 // "ABDI": one process migrates, the others wait
const FORBIDDEN = '42501'

/**
 * Applies the migrations that are missing, each in a transaction of its own, in the order of their names; several
 * processes may do so at once. Throws `Misconfigured` for a database this version cannot or may not use.
 */
export async function migrate(database: Database, directory = DIRECTORY): Promise<void> {
  const names = readdirSync(directory)
    .filter((name) => name.endsWith('.sql'))
    .sort()
  const known = await alone(database, async (connection) => {
    await connection.query(
      'create table if not exists migration (name text primary key, applied_at timestamptz not null default now())',
    )
    return connection.query<{ name: string }>('select name from migration')
  })
  const newer = known.find(({ name }) => !names.includes(name))
  if (newer !== undefined)
    throw new Misconfigured(
      database.kind === 'embedded' ? 'DATA_DIR' : 'DATABASE_URL',
      `basis data ini dipakai versi Abdi yang lebih baru (${newer.name}). Jalankan versi itu, atau pakai basis data lain.`,
    )
  for (const name of names) {
    if (known.some((applied) => applied.name === name)) continue
    await apply(database, name, readFileSync(join(directory, name), 'utf8'))
  }
}

async function apply(database: Database, name: string, sql: string): Promise<void> {
  await alone(database, async (connection) => {
    const done = await connection.query('select 1 from migration where name = $1', [name])
    if (done.length > 0) return
    for (const statement of sql.split(/;\s*$/m)) {
      if (statement.trim() !== '') await run(connection, statement)
    }
    await connection.query('insert into migration (name) values ($1)', [name])
  })
}

/** A transaction that no other process migrates beside. */
async function alone<T>(database: Database, work: (connection: Queryable) => Promise<T>): Promise<T> {
  try {
    return await database.transaction(async (connection) => {
      await connection.query('select pg_advisory_xact_lock($1)', [LOCK])
      return work(connection)
    })
  } catch (error) {
    if ((error as { code?: unknown }).code !== FORBIDDEN) throw error
    throw new Misconfigured(
      'DATABASE_URL',
      'pengguna basis data itu tidak boleh membuat tabel. Jadikan ia pemilik basis datanya, atau pakai pengguna lain.',
    )
  }
}

async function run(connection: Queryable, statement: string): Promise<void> {
  try {
    await connection.query(statement)
  } catch (error) {
    if (!/extension "?vector/i.test(statement + String(error))) throw error
    throw new Misconfigured(
      'DATABASE_URL',
      'ekstensi pgvector belum ada di server itu. Pasang pgvector (image pgvector/pgvector sudah memuatnya) atau minta administrator menjalankan: create extension vector.',
    )
  }
}
