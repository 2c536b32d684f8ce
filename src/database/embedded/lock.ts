import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Misconfigured } from '../../errors.ts'

/**
 * Claims a data directory for this process and resolves to the way to give it back. PGlite does not notice a
 * second process on its directory and loses rows, so this file stands guard. A lock whose process is gone
 * (also after `kill -9` or a restart that reuses its number) is taken over. Throws `Misconfigured` when held.
 */
export function lockDirectory(directory: string): () => void {
  const path = join(directory, 'abdi.lock')
  const mine = `${process.pid} ${startedAt(process.pid)}`
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, mine, { mode: 0o600 })
  try {
    for (let tries = 0; tries < 5; tries++) {
      if (linked(draft, path)) return () => giveBack(path, mine)
      const holder = read(path)
      if (holder !== undefined && isAlive(holder) && holder !== mine) throw inUse(directory, holder)
      if (holder !== undefined) removeStale(path, holder)
    }
  } finally {
    rmSync(draft, { force: true })
  }
  throw inUse(directory, read(path) ?? '?')
}

function inUse(directory: string, holder: string): Misconfigured {
  const pid = holder.split(' ')[0]
  return new Misconfigured(
    'DATA_DIR',
    `direktori ${directory} sedang dipakai Abdi lain (proses ${pid}). Hentikan proses itu dulu, pakai DATA_DIR lain, atau isi DATABASE_URL supaya beberapa proses bisa berjalan bersama.`,
  )
}

/** Creates the lock with its content in one step; false when it is there already. */
function linked(draft: string, path: string): boolean {
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Moves the lock aside and looks again: had another process renewed it meanwhile, it is put back. */
function removeStale(path: string, holder: string): void {
  const aside = `${path}.stale.${process.pid}`
  try {
    renameSync(path, aside)
  } catch {
    return // somebody else was quicker; the next try will tell
  }
  if (read(aside) !== holder) linked(aside, path)
  rmSync(aside, { force: true })
}

function giveBack(path: string, mine: string): void {
  if (read(path) === mine) rmSync(path, { force: true })
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined // gone between two looks
  }
}

function isAlive(holder: string): boolean {
  const [pid = '', started = ''] = holder.split(' ')
  if (!/^\d+$/.test(pid)) return false
  try {
    process.kill(Number(pid), 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  const now = startedAt(Number(pid))
  return now === '' || started === '' || now === started
}

/** When a process began, in clock ticks since boot, and which boot (proc(5)); empty where that can't be told. */
function startedAt(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return `${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}@${boot}`
  } catch {
    return ''
  }
}
