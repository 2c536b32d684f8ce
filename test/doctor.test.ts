import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, inject, test } from 'vitest'
import { createOwnDatabase } from '../scripts/bench/database.ts'
import { createRig } from '../scripts/bench/rig.ts'
import { openDatabase } from '../src/database/database.ts'
import { lockDirectory } from '../src/database/embedded/lock.ts'
import { createPeopleStore } from '../src/features/people/store.ts'
import { createModelServer } from './support/model-server.ts'
import { createTelegramServer } from './support/telegram-server.ts'

const rig = createRig()

afterEach(() => rig.end())

/** Runs the doctor in a folder of its own, with nothing of our environment. */
async function doctor(folder: string, environment: Readonly<Record<string, string>> = {}) {
  const program = join(import.meta.dirname, '../scripts/doctor.ts')
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [said, complained, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ])
  return { code, said: said.replace(/ +/g, ' '), complained }
}

/** The settings of a database that is ready and has an administrator. */
async function preparedDatabase(folder: string): Promise<Record<string, string>> {
  const origin = inject('origin')
  const url = origin.kind === 'native' ? await createOwnDatabase(rig, origin.url, origin.template) : undefined
  const database = await openDatabase(
    url
      ? { kind: 'native', url }
      : { kind: 'embedded', directory: folder, seed: origin.kind === 'embedded' ? origin.image : '' },
  )
  await createPeopleStore(database).claim('telegram:1', 'Wati', 'telegram:1')
  await database.close()
  return url ? { DATABASE_URL: url } : { DATA_DIR: folder }
}

describe('the doctor', { timeout: 120_000 }, () => {
  test('finds everything well, and says what a fresh installation still lacks', async () => {
    const folder = rig.folder()
    const [telegram, model] = [await createTelegramServer(), await createModelServer()]
    rig.onEnd(() => Promise.all([telegram.close(), model.close()]))
    const { code, said, complained } = await doctor(folder, {
      ...(await preparedDatabase(folder)),
      TELEGRAM_BOT_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.url,
      OPENAI_BASE_URL: model.url,
      CHAT_MODEL: 'kecil',
      EMBEDDING_MODEL: 'makna',
    })
    expect(complained).toBe('')
    expect(said).toMatch(/✓ Node 24\./)
    expect(said).toMatch(/✓ Pengetahuan \d{3,} ringkasan dari \d+ peraturan/)
    expect(said).toMatch(
      /✓ Basis data (bawaan|DATABASE_URL), PostgreSQL \d+.*, pgvector \d.*, [1-9]\d* migrasi terpasang/,
    )
    expect(said).toContain('✓ Antrean di basis data, 0 pekerjaan gagal')
    expect(said).toContain('✓ Administrator sudah ada')
    expect(said).toMatch(/! Teks resmi 0 peraturan \(0 pasal\); (\d+) dari \1 peraturan penting/)
    expect(said).toContain('PP 94/2021: peraturan.go.id, cari "PP 94 Tahun 2021"')
    expect(said).toMatch(/dan \d+ lagi/)
    expect(said).not.toContain('UU 5/2014') // revoked: nobody needs its text first
    expect(said).toContain(`✓ Telegram @${telegram.bot.username}, long polling, 0 pesan menunggu`)
    expect(said).toMatch(/✓ Model kecil menjawab dalam/)
    expect(said).toMatch(/✓ Pencarian makna memberi \d+ dimensi dalam/)
    expect(said).toMatch(/! Vektor 0 dari [\d.]+ bagian siap dicari menurut maknanya \(makna\)/)
    expect(said).not.toContain('✗')
    expect(code).toBe(0)
  })

  test('sees which official texts are there, and pasal that an import left unindexed', async () => {
    const folder = rig.folder()
    const environment = await preparedDatabase(folder)
    const database = await openDatabase(
      environment.DATABASE_URL
        ? { kind: 'native', url: environment.DATABASE_URL }
        : { kind: 'embedded', directory: folder },
    )
    await database.query(`update article set official = 'x', doc = null where regulation = 'pp-94-2021'`)
    await database.close()
    const { code, said } = await doctor(folder, environment)
    expect(said).toMatch(/! Teks resmi 1 peraturan \(\d+ pasal\)/)
    expect(said).not.toContain('PP 94/2021:')
    expect(said).toMatch(/! Indeks \d+ pasal belum bisa dicari/)
    expect(code).toBe(0)
  })

  test('leaves the database alone while a bot runs on it', async () => {
    const folder = rig.folder()
    mkdirSync(join(folder, 'postgres'))
    const release = lockDirectory(folder)
    const { code, said } = await doctor(folder, { DATA_DIR: folder })
    release()
    expect(said).toContain('✓ Basis data bawaan, sedang dipakai Abdi yang berjalan')
    expect(code).toBe(0)
  })

  test('names the setting that is wrong in .env, and what to do', async () => {
    const folder = rig.folder()
    writeFileSync(join(folder, '.env'), 'PORT=tiga ribu\n')
    const { code, said } = await doctor(folder)
    expect(said).toContain('✗ Pengaturan PORT: harus angka 1 sampai 65535')
    expect(code).toBe(1)
  })

  test('sees that Telegram refuses the token, and never prints it', async () => {
    const folder = rig.folder()
    const telegram = await createTelegramServer()
    rig.onEnd(() => telegram.close())
    const token = '123456789:token-yang-sudah-dicabut'
    const { code, said, complained } = await doctor(folder, {
      DATA_DIR: folder,
      TELEGRAM_BOT_TOKEN: token,
      TELEGRAM_API_ROOT: telegram.url,
    })
    expect(said).toContain('✗ Telegram token ditolak')
    expect(said + complained).not.toContain('token-yang-sudah-dicabut')
    expect(said).toContain('– Basis data bawaan, belum ada')
    expect(code).toBe(1)
  })

  test('says which service does not answer, without the rest suffering', async () => {
    const folder = rig.folder()
    const away = 'http://127.0.0.1:9'
    const { code, said } = await doctor(folder, {
      DATABASE_URL: 'postgres://abdi:rahasia@127.0.0.1:9/abdi',
      TELEGRAM_BOT_TOKEN: '123456789:abcdefghijklmnopqrstuvw',
      TELEGRAM_API_ROOT: away,
      OPENAI_BASE_URL: `${away}/v1`,
      CHAT_MODEL: 'kecil',
    })
    expect(said).toContain('✗ Basis data DATABASE_URL: basis data tidak bisa dihubungi')
    expect(said).toContain(`✗ Telegram ${away} tidak menjawab`)
    expect(said).toContain(`✗ Model kecil di ${away}/v1 tidak bisa dipakai (unreachable)`)
    expect(said).not.toContain('rahasia')
    expect(code).toBe(1)
  })
})
