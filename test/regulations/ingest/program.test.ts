import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { createOwnDatabase } from '../../../scripts/bench/database.ts'
import { createRig } from '../../../scripts/bench/rig.ts'
import { type Database, openDatabase } from '../../../src/database/database.ts'
import { lockDirectory } from '../../../src/database/embedded/lock.ts'
import { lawId, lawText, someArticles } from './laws.ts'

const rig = createRig()
/** Where Node finds again what it compiled for the program before. */
const COMPILED = join(import.meta.dirname, '../../../node_modules/.cache/compiled')
/** More than are read ahead, so that a run can be cut off in the middle. */
const MANY = 80
const PATIENCE_MS = 180_000

afterAll(() => rig.end(), PATIENCE_MS)

/** A database that programs work on one after the other; nobody may have it open while it is copied. */
interface Place {
  readonly environment: Readonly<Record<string, string>>
  open(): Promise<Database>
  copy(): Promise<Place>
}

/** A database with the knowledge in it. */
async function withKnowledge(): Promise<Place> {
  const origin = inject('origin')
  if (origin.kind === 'native') return onServer(origin.url, origin.template)
  const directory = rig.folder()
  const seeded = await openDatabase({ kind: 'embedded', directory, seed: origin.image })
  await seeded.close()
  return inDirectory(directory)
}

function inDirectory(directory: string): Place {
  return {
    environment: { DATA_DIR: directory },
    open: () => openDatabase({ kind: 'embedded', directory }),
    async copy() {
      const own = rig.folder()
      cpSync(directory, own, { recursive: true })
      return inDirectory(own)
    },
  }
}

/** A new database on a server, as one that is there already. */
async function onServer(server: string, origin: string): Promise<Place> {
  const url = await createOwnDatabase(rig, server, origin)
  return {
    environment: { DATABASE_URL: url },
    open: () => openDatabase({ kind: 'native', url }),
    copy: () => onServer(server, new URL(url).pathname.slice(1)),
  }
}

function start({ environment }: Pick<Place, 'environment'>, ...args: readonly string[]): ChildProcess {
  const program = join(import.meta.dirname, '../../../scripts/ingest.ts')
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, ...args], {
    cwd: rig.folder(),
    env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: COMPILED, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  rig.onEnd(() => child.kill('SIGKILL'))
  return child
}

interface Ended {
  readonly code: number | null
  readonly said: string
  readonly complained: string
}

/** Runs the program to its end, or does something to it when it has said something. */
async function run(child: ChildProcess, when?: { readonly said: RegExp; act(): void }): Promise<Ended> {
  let [said, acted] = ['', false]
  child.stdout?.setEncoding('utf8').on('data', (words: string) => {
    said += words
    if (acted || !when?.said.test(said)) return
    acted = true
    when.act()
  })
  const complained = child.stderr ? text(child.stderr) : Promise.resolve('')
  const [code] = await once(child, 'close')
  return { code, said, complained: await complained }
}

/** A folder of made regulations, numbered from one, each with four pasal about `word`. */
function folderOf(count: number, word: string): string {
  const folder = rig.folder()
  for (let number = 1; number <= count; number++)
    writeFileSync(join(folder, `perwal-${number}.txt`), lawText({ number, articles: someArticles(4, word) }))
  return folder
}

/** How many made regulations consist whole of these words: their pasal, and what is found of them. */
async function wholeOf(database: Database, word: string): Promise<number> {
  const rows = await database.query<{ regulation: string }>(
    `select regulation from article join passage on passage.article = article.id and origin = 'official'
     where regulation like 'perwal-kota-serang-%'
     group by regulation
     having count(distinct article.id) = 4 and bool_and(official like $1) and bool_and(body like $1)`,
    [`%memakai ${word} nomor%`],
  )
  return rows.length
}

async function regulationsIn(database: Database): Promise<number> {
  return (
    await database.query(
      `select distinct regulation from article where regulation like 'perwal-kota-serang-%'`,
    )
  ).length
}

describe('npm run ingest', { timeout: PATIENCE_MS }, () => {
  /** With the knowledge alone; it is only copied. */
  let fresh: Place
  /** With `MANY` regulations too: the program was stopped while it read them, and went on. */
  let filled: Place
  let stopped: Ended
  let rest: Ended

  beforeAll(async () => {
    fresh = await withKnowledge()
    filled = await fresh.copy()
    const folder = folderOf(MANY, 'sepeda')
    const child = start(filled, folder)
    stopped = await run(child, { said: /\[1\/80\]/, act: () => child.kill('SIGINT') })
    rest = await run(start(filled, join(folder, 'perwal-*.txt')))
  }, PATIENCE_MS)

  test('stops after the file at hand on Ctrl+C, says how to go on, and goes on', () => {
    expect(stopped.said).toContain('Berhenti setelah berkas ini')
    expect(stopped.said).toContain('Untuk melanjutkan, jalankan perintah yang sama')
    const [, done = ''] = /Dihentikan pada (\d+) dari 80 berkas/.exec(stopped.said) ?? []
    expect(Number(done)).toBeGreaterThan(0)
    expect(Number(done)).toBeLessThan(MANY)
    expect(stopped.code).toBe(130)
    expect(rest.said).toContain('= Perwal Kota Serang 1/2024: sudah ada, tidak berubah')
    expect(rest.said).toContain(`Selesai: ${MANY - Number(done)} berkas diimpor, ${done} dilewati, 0 ditolak`)
    expect(rest.code).toBe(0)
  })

  test.concurrent('reads folders, reports of each file in words and as JSON, and fails when one was refused', async () => {
    const place = await fresh.copy()
    const folder = folderOf(2, 'sepeda')
    mkdirSync(join(folder, '.tersembunyi'))
    writeFileSync(join(folder, '.tersembunyi', 'a.txt'), 'x')
    writeFileSync(join(folder, 'daftar.csv'), 'a,b')
    writeFileSync(join(folder, 'novel.txt'), 'Pada suatu hari hiduplah seekor kancil. '.repeat(20))
    const report = join(rig.folder(), 'laporan.json')
    const { code, said, complained } = await run(start(place, folder, '--report', report))
    expect(complained).toBe('')
    expect(said).toContain('✓ Perwal Kota Serang 1/2024, Sepeda Dinas (Wali Kota Serang)')
    expect(said).toContain('perwal-1.txt; teks, dikenali dari naskahnya; 4 pasal (4 baru), 4 bagian;')
    expect(said).toMatch(/✗ .*novel\.txt: bukan naskah peraturan/)
    expect(said).toContain('daftar.csv')
    expect(said).not.toContain('tersembunyi')
    expect(said).toMatch(/Selesai: 2 berkas diimpor, 0 dilewati, 1 ditolak/)
    expect(code).toBe(1)
    const { complete, reports } = JSON.parse(readFileSync(report, 'utf8'))
    expect(complete).toBe(true)
    expect(reports).toHaveLength(3)
    expect(reports).toContainEqual(
      expect.objectContaining({
        outcome: 'imported',
        regulation: lawId(1),
        changes: { added: 4, changed: 0, removed: 0, unchanged: 0 },
      }),
    )
    const database = await place.open()
    expect(await database.query('select 1 from article where doc is null')).toEqual([])
    await database.close()
  })

  test.concurrent('killed while it stores, and again while it indexes, it leaves of each regulation the old text or the new one, and the same command ends it', async () => {
    const folder = folderOf(MANY, 'mobil')
    for (const [said, least] of [
      [/\[1\/80\]/, 1],
      [/\[80\/80\]/, MANY],
    ] as const) {
      const child = start(filled, folder)
      await run(child, { said, act: () => child.kill('SIGKILL') })
      const killed = await filled.open()
      const [old, young] = [await wholeOf(killed, 'sepeda'), await wholeOf(killed, 'mobil')]
      expect(old + young).toBe(MANY)
      expect(young).toBeGreaterThanOrEqual(least)
      // What is indexed is what is there: no pasal is found by words it no longer has.
      const strays = await killed.query(
        `select 1 from article where doc is not null and weighed <> '' and regulation like 'perwal-kota-serang-%'
       and official like '%mobil%' and weighed like '%sepeda%'`,
      )
      expect(strays).toEqual([])
      await killed.close()
    }
    const ended = await run(start(filled, folder))
    expect(ended.code).toBe(0)
    const database = await filled.open()
    expect(await wholeOf(database, 'mobil')).toBe(MANY)
    expect(await regulationsIn(database)).toBe(MANY)
    expect(await database.query('select 1 from article where doc is null')).toEqual([])
    await database.close()
  })

  test.concurrent('changes nothing in a trial run', async () => {
    const place = await fresh.copy()
    const { code, said } = await run(start(place, folderOf(2, 'sepeda'), '--dry-run'))
    expect(said).toContain('tidak ada yang disimpan')
    expect(code).toBe(0)
    const database = await place.open()
    expect(await regulationsIn(database)).toBe(0)
    await database.close()
  })

  test.concurrent('says that a bot runs on the embedded database', async () => {
    const directory = rig.folder()
    const release = lockDirectory(directory)
    rig.onEnd(release)
    const place = { environment: { DATA_DIR: directory } }
    const { code, complained } = await run(start(place, folderOf(1, 'sepeda')))
    expect(complained).toContain(`direktori ${directory} sedang dipakai Abdi lain`)
    expect(code).toBe(1)
  })

  test.concurrent('says what is wrong with how it is called', async () => {
    const place = { environment: { DATA_DIR: rig.folder() } }
    const { code, complained } = await run(start(place, folderOf(2, 'sepeda'), '--id', 'pp-94-2021'))
    expect(complained).toContain('hanya untuk satu berkas; ini 2 berkas')
    expect(code).toBe(1)
  })
})
