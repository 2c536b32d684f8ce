import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Misconfigured } from '../../errors.ts'

const BUSY = 5 // sqlite.org/rescode.html

/**
 * Claims a data directory for this process and returns the way to give it back. PGlite does not notice a second
 * process on its directory and loses rows, so this lock stands guard. It is the operating system's, held through
 * SQLite: it ends with its process, also after `kill -9`, and is seen from other containers, where a process
 * number says nothing. Throws `Misconfigured` when held.
 */
export function lockDirectory(directory: string): () => void {
  const holder = join(directory, 'lock.pid') // on its own: to open and close lock.db by other means would unlock it
  const lock = new DatabaseSync(join(directory, 'lock.db'))
  try {
    lock.exec('begin exclusive')
    writeFileSync(holder, String(process.pid))
  } catch (error) {
    lock.close()
    throw (error as { errcode?: number }).errcode === BUSY ? inUse(directory, read(holder)) : error
  }
  return () => lock.close()
}

function inUse(directory: string, pid: string): Misconfigured {
  return new Misconfigured(
    'DATA_DIR',
    `direktori ${directory} sedang dipakai Abdi lain (proses ${pid}). Hentikan proses itu dulu, pakai DATA_DIR lain, atau isi DATABASE_URL supaya beberapa proses bisa berjalan bersama.`,
  )
}

function read(holder: string): string {
  try {
    return readFileSync(holder, 'utf8')
  } catch {
    return '?' // it holds the lock and is about to write its number
  }
}
