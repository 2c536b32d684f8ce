import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, inject, test } from 'vitest'
import { createOwnDatabase } from '../../../scripts/bench/database.ts'
import { createRig } from '../../../scripts/bench/rig.ts'
import { type Database, openDatabase } from '../../../src/database/database.ts'
import { lockDirectory } from '../../../src/database/embedded/lock.ts'
import { finishIngest, ingestFiles } from '../../../src/regulations/ingest.ts'
import { readLexicon } from '../../../src/regulations/lexicon.ts'
import { KNOWLEDGE } from '../../support/knowledge.ts'
import { collected, fileOf, lawId, lawText, someArticles } from './laws.ts'

const rig = createRig()
/** More than are read ahead, so that a run can be cut off in the middle. */
const MANY = 80

afterEach(() => rig.end())

interface Place {
  readonly environment: Readonly<Record<string, string>>
  open(): Promise<Database>
}

/** A database of its own, with the knowledge in it. */
async function ownDatabase(): Promise<Place> {
  const origin = inject('origin')
  if (origin.kind === 'native') {
    const url = await createOwnDatabase(rig, origin.url, origin.template)
    return { environment: { DATABASE_URL: url }, open: () => openDatabase({ kind: 'native', url }) }
  }
  const directory = rig.folder()
  const seeded = await openDatabase({ kind: 'embedded', directory, seed: origin.image })
  await seeded.close()
  return { environment: { DATA_DIR: directory }, open: () => openDatabase({ kind: 'embedded', directory }) }
}

function start(place: Place, ...args: readonly string[]): ChildProcess {
  const program = join(import.meta.dirname, '../../../scripts/ingest.ts')
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, ...args], {
    cwd: rig.folder(),
    env: { PATH: process.env.PATH, ...place.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  rig.onEnd(() => child.kill('SIGKILL'))
  return child
}

/** Runs the program to its end, or does something to it when it has said something. */
async function run(child: ChildProcess, when?: { readonly said: RegExp; act(): void }) {
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
function folderOf(count: number, word: string, folder = rig.folder()): string {
  for (let number = 1; number <= count; number++)
    writeFileSync(join(folder, `perwal-${number}.txt`), lawText({ number, articles: someArticles(4, word) }))
  return folder
}

/** As the program would have done it before. */
async function imported(place: Place, count: number, word: string): Promise<void> {
  const database = await place.open()
  const files = Array.from({ length: count }, (_, i) => {
    const { name, bytes } = fileOf(
      lawText({ number: i + 1, articles: someArticles(4, word) }),
      `${i + 1}.txt`,
    )
    return { name, size: bytes.length, read: async () => bytes }
  })
  await collected(ingestFiles({ database, knowledge: KNOWLEDGE }, files, { threads: 0 }))
  await finishIngest(database, readLexicon(KNOWLEDGE))
  await database.close()
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

describe('npm run ingest', { timeout: 180_000 }, () => {
  test('reads folders, reports of each file in words and as JSON, and fails when one was refused', async () => {
    const place = await ownDatabase()
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
    const again = await run(start(place, join(folder, 'perwal-*.txt')))
    expect(again.said).toContain('= Perwal Kota Serang 2/2024: sudah ada, tidak berubah')
    expect(again.code).toBe(0)
    const database = await place.open()
    expect(await database.query('select 1 from article where doc is null')).toEqual([])
    await database.close()
  })

  test('stops after the file at hand on Ctrl+C, says how to go on, and goes on', async () => {
    const place = await ownDatabase()
    const folder = folderOf(MANY, 'sepeda')
    const child = start(place, folder)
    const stopped = await run(child, { said: /\[1\/80\]/, act: () => child.kill('SIGINT') })
    expect(stopped.said).toContain('Berhenti setelah berkas ini')
    expect(stopped.said).toContain('Untuk melanjutkan, jalankan perintah yang sama')
    const [, done = ''] = /Dihentikan pada (\d+) dari 80 berkas/.exec(stopped.said) ?? []
    expect(Number(done)).toBeGreaterThan(0)
    expect(Number(done)).toBeLessThan(MANY)
    expect(stopped.code).toBe(130)
    const rest = await run(start(place, folder))
    expect(rest.said).toContain(`Selesai: ${MANY - Number(done)} berkas diimpor, ${done} dilewati, 0 ditolak`)
    expect(rest.code).toBe(0)
  })

  test.each([
    ['while it stores', /\[1\/80\]/],
    ['while it indexes', /\[80\/80\]/],
  ])(
    'killed %s it leaves of each regulation the old text or the new one, and the same command ends it',
    async (_, said) => {
      const place = await ownDatabase()
      const folder = rig.folder()
      await imported(place, MANY, 'sepeda')
      folderOf(MANY, 'mobil', folder)
      const child = start(place, folder)
      await run(child, { said, act: () => child.kill('SIGKILL') })
      const killed = await place.open()
      const [old, young] = [await wholeOf(killed, 'sepeda'), await wholeOf(killed, 'mobil')]
      expect(old + young).toBe(MANY)
      expect(young).toBeGreaterThan(0)
      // What is indexed is what is there: no pasal is found by words it no longer has.
      const strays = await killed.query(
        `select 1 from article where doc is not null and weighed <> '' and regulation like 'perwal-kota-serang-%'
       and official like '%mobil%' and weighed like '%sepeda%'`,
      )
      expect(strays).toEqual([])
      await killed.close()
      const ended = await run(start(place, folder))
      expect(ended.code).toBe(0)
      const database = await place.open()
      expect(await wholeOf(database, 'mobil')).toBe(MANY)
      expect(await regulationsIn(database)).toBe(MANY)
      expect(await database.query('select 1 from article where doc is null')).toEqual([])
      await database.close()
    },
  )

  test('changes nothing in a trial run', async () => {
    const place = await ownDatabase()
    const { code, said } = await run(start(place, folderOf(2, 'sepeda'), '--dry-run'))
    expect(said).toContain('tidak ada yang disimpan')
    expect(code).toBe(0)
    const database = await place.open()
    expect(await regulationsIn(database)).toBe(0)
    await database.close()
  })

  test('says that a bot runs on the embedded database', async () => {
    const directory = rig.folder()
    const release = lockDirectory(directory)
    rig.onEnd(release)
    const place = { environment: { DATA_DIR: directory }, open: () => expect.fail('not opened') }
    const { code, complained } = await run(start(place, folderOf(1, 'sepeda')))
    expect(complained).toContain(`direktori ${directory} sedang dipakai Abdi lain`)
    expect(code).toBe(1)
  })

  test('says what is wrong with how it is called', async () => {
    const place = { environment: { DATA_DIR: rig.folder() }, open: () => expect.fail('not opened') }
    const { code, complained } = await run(start(place, folderOf(2, 'sepeda'), '--id', 'pp-94-2021'))
    expect(complained).toContain('hanya untuk satu berkas; ini 2 berkas')
    expect(code).toBe(1)
  })
})
