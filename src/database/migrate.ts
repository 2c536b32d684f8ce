import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Misconfigured } from '../errors.ts'
import type { Database } from './database.ts'

const DIRECTORY = join(import.meta.dirname, 'migrations')
const LOCK = 0x41_42_44_49 // "ABDI": one process migrates, the others wait

/** Applies the migrations that are missing, each in a transaction of its own, in the order of their names. */
export async function migrate(database: Database): Promise<void> {
  const names = readdirSync(DIRECTORY)
    .filter((name) => name.endsWith('.sql'))
    .sort()
  await database.query('create table if not exists migration (name text primary key, applied_at timestamptz not null default now())')
  const known = await database.query<{ name: string }>('select name from migration')
  const newer = known.find(({ name }) => !names.includes(name))
  if (newer !== undefined)
    throw new Misconfigured('DATABASE_URL', `basis data ini dipakai versi Abdi yang lebih baru (${newer.name}). Jalankan versi itu, atau pakai basis data lain.`)
  for (const name of names) {
    if (known.some((applied) => applied.name === name)) continue
    await apply(database, name)
  }
}

async function apply(database: Database, name: string): Promise<void> {
  const statements = readFileSync(join(DIRECTORY, name), 'utf8').split(/;\s*$/m)
  await database.transaction(async (connection) => {
    await connection.query('select pg_advisory_xact_lock($1)', [LOCK])
    const done = await connection.query('select 1 from migration where name = $1', [name])
    if (done.length > 0) return
    for (const statement of statements) {
      if (statement.trim() !== '') await run(connection, statement)
    }
    await connection.query('insert into migration (name) values ($1)', [name])
  })
}

async function run(connection: { query(sql: string): Promise<unknown> }, statement: string): Promise<void> {
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
