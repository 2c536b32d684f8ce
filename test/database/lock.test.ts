import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { lockDirectory } from '../../src/database/embedded/lock.ts'
import { openEmbedded } from '../../src/database/embedded/pool.ts'
import { Misconfigured } from '../../src/errors.ts'

const LOCK = join(import.meta.dirname, '../../src/database/embedded/lock.ts')
const NODE = join(import.meta.dirname, '../../node_modules/.bin/node')
const children: ChildProcess[] = []
let directory = ''

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'abdi-lock-'))
})

afterEach(async () => {
  await Promise.all(children.splice(0).map(kill))
  rmSync(directory, { recursive: true })
})

it('refuses a directory that a living process holds, names it and says what can be done', async () => {
  const holder = await held()
  expect(() => lockDirectory(directory)).toThrow(Misconfigured)
  expect(() => lockDirectory(directory)).toThrow(
    `DATA_DIR: direktori ${directory} sedang dipakai Abdi lain (proses ${holder.pid}). Hentikan proses itu dulu, pakai DATA_DIR lain, atau isi DATABASE_URL`,
  )
})

it('refuses a directory that this very process holds', () => {
  const release = lockDirectory(directory)
  expect(() => lockDirectory(directory)).toThrow(`(proses ${process.pid})`)
  release()
})

it('takes over from a process that was killed', async () => {
  const holder = await held()
  await kill(holder)
  lockDirectory(directory)()
})

it('is not misled by the number of a process that lives but never held it', async () => {
  writeFileSync(join(directory, 'lock.pid'), String(process.ppid))
  lockDirectory(directory)()
})

it('is given back, as often as it was taken', () => {
  for (let i = 0; i < 3; i++) lockDirectory(directory)()
})

it('goes to exactly one of several processes that race for what a killed one left', async () => {
  for (let round = 0; round < 3; round++) {
    const holder = await held()
    const racers = await Promise.all(Array.from({ length: 4 }, ready))
    await kill(holder)
    const outcomes = await Promise.all(racers.map((racer) => told(racer, 'go')))
    expect(outcomes.toSorted()).toEqual(['in use', 'in use', 'in use', 'mine'])
    await Promise.all(racers.map(kill))
  }
})

it('is released when the database closes and kept while it is open', async () => {
  const pool = await openEmbedded(directory)
  expect(() => lockDirectory(directory)).toThrow(Misconfigured)
  await expect(openEmbedded(directory)).rejects.toThrow('sedang dipakai Abdi lain')
  await pool.end()
  lockDirectory(directory)()
})

it('is released when the database cannot be opened, and the sentence says so without a stack', async () => {
  writeFileSync(join(directory, 'postgres'), 'not a directory')
  await expect(openEmbedded(directory)).rejects.toThrow(
    /^DATA_DIR: basis data di .* tidak bisa dibuka .* Pulihkan dari cadangan/,
  )
  lockDirectory(directory)()
})

it('says plainly that a directory is a file, or may not be written', async () => {
  const file = join(directory, 'berkas')
  writeFileSync(file, '')
  for (const place of [file, join(file, 'di-bawahnya'), '/proc'])
    await expect(openEmbedded(place)).rejects.toThrow(`DATA_DIR: direktori ${place} tidak bisa ditulis`)
})

/** A process that waits for a word and then tries to take the lock. */
async function ready(): Promise<ChildProcess> {
  const program = `
    import { lockDirectory } from ${JSON.stringify(LOCK)}
    process.stdin.once('data', () => {
      try {
        lockDirectory(${JSON.stringify(directory)})
        console.log('mine')
      } catch (error) {
        console.log(error.name === 'Misconfigured' ? 'in use' : error.stack)
      }
    })
    console.log('ready')`
  const child = spawn(NODE, ['--input-type=module', '-e', program], { stdio: ['pipe', 'pipe', 'inherit'] })
  children.push(child)
  await word(child)
  return child
}

async function held(): Promise<ChildProcess> {
  const child = await ready()
  expect(await told(child, 'go')).toBe('mine')
  return child
}

function told(child: ChildProcess, what: string): Promise<string> {
  const answer = word(child)
  child.stdin?.write(what)
  return answer
}

async function word(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('a child without an output')
  const [data] = await once(child.stdout, 'data')
  return String(data).trim()
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}
