import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTelegramServer } from './support/telegram-server.ts'

const ROOT = join(import.meta.dirname, '..')
/** Where Node finds again what it compiled for the program before. */
const COMPILED = join(ROOT, 'node_modules/.cache/compiled')
const PATIENCE_MS = 120_000
const directories: string[] = []
const running: ChildProcess[] = []
const directory = newDirectory()
let port = 0
let begun: Promise<Program>

beforeAll(async () => {
  port = await freePort()
  begun = started({ PORT: String(port) }, directory)
  begun.catch(() => undefined) // thrown where it is awaited: until it runs, others are refused
})

afterAll(async () => {
  for (const child of running) await stopped(child, 'SIGKILL')
  for (const path of directories) rmSync(path, { recursive: true })
})

describe.concurrent('a program that is configured wrongly', { timeout: PATIENCE_MS }, () => {
  const wrong: readonly [string, Readonly<Record<string, string>>, RegExp][] = [
    [
      'a token of the wrong form',
      { TELEGRAM_BOT_TOKEN: 'rahasia' },
      /^TELEGRAM_BOT_TOKEN: bentuknya keliru\. Salin lagi token dari @BotFather/,
    ],
    ['a port that is no number', { PORT: 'tiga ribu' }, /^PORT: harus angka 1 sampai 65535/],
    [
      'dimensions that are no number',
      { EMBEDDING_DIMENSIONS: 'banyak' },
      /^EMBEDDING_DIMENSIONS: harus angka/,
    ],
    ['a model without a key', { CHAT_MODEL: 'besar' }, /^OPENAI_API_KEY: wajib diisi/],
    [
      'a database nobody serves',
      { DATABASE_URL: 'postgres://abdi:rahasia@127.0.0.1:1/abdi' },
      /^DATABASE_URL: basis data tidak bisa dihubungi \(ECONNREFUSED\)/,
    ],
    [
      'a directory that is a file',
      { DATA_DIR: '/dev/null' },
      /^DATA_DIR: direktori \/dev\/null tidak bisa ditulis/,
    ],
  ]
  it.each(wrong)('says so in one sentence and ends: %s', async (_, environment, sentence) => {
    expect(await refusal(environment, newDirectory())).toMatch(sentence)
  })

  it('reads .env from where it is started, and is as strict with it', async () => {
    const place = newDirectory()
    writeFileSync(join(place, '.env'), 'PORT=nol\n')
    expect(await refusal({}, place)).toMatch(/^PORT: harus angka/)
  })
})

describe('a program that starts with nothing configured', () => {
  let first: Program

  beforeAll(async () => {
    first = await begun
  }, PATIENCE_MS)

  it('says in Indonesian what runs, where, and how to become the first administrator', () => {
    expect(first.stdout()).toContain('Abdi untuk Pemerintah Kota Serang sudah berjalan.')
    expect(first.stdout()).toContain(`http://127.0.0.1:${port}`)
    expect(first.stdout()).toMatch(/\/klaim [A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}\n/)
    expect(first.stdout()).toContain('isi TELEGRAM_BOT_TOKEN')
    expect(first.stderr()).toBe('')
  })

  it('keeps its database in its directory, for nobody else to read', () => {
    expect(existsSync(join(directory, 'data', 'postgres'))).toBe(true)
  })

  it('answers a question by post, and makes whoever has the code the first administrator', async () => {
    const code = /\/klaim (\S+)/.exec(first.stdout())?.[1]
    const welcome = await post(port, { text: '/start' })
    expect(welcome).toMatchObject({
      status: 200,
      body: { session: expect.any(String), replies: [{ text: expect.any(String) }] },
    })
    const claimed = await post(port, { session: welcome.body.session, text: `/klaim ${code}` })
    const again = await post(port, { text: `/klaim ${code}` })
    const words = [claimed, again].map(({ body }) => JSON.stringify(body.replies))
    expect(words[0]).toMatch(/administrator/i)
    expect(words[1]).not.toBe(words[0])
  })

  it('tells whether it lives, whether it is ready, and how it is', async () => {
    expect(await page(port, '/healthz')).toEqual([200, '{"ok":true}'])
    expect(await page(port, '/readyz')).toEqual([200, '{"ok":true}'])
    const [status, metrics] = await page(port, '/metrics')
    expect(status).toBe(200)
    expect(metrics).toMatch(/^abdi_messages_received_total\{channel="web"\} [1-9]/m)
    expect(metrics).toMatch(/^abdi_messages_open\{direction="in"\} 0$/m)
    expect(await page(port, '/')).toEqual([200, expect.stringContaining('<html')])
    expect((await page(port, '/tidak-ada'))[0]).toBe(404)
  })

  it('refuses a second start in its directory', async () => {
    const message = await refusal({ PORT: String(await freePort()) }, directory)
    expect(message).toMatch(
      /^DATA_DIR: direktori .* sedang dipakai Abdi lain \(proses \d+\)\. Hentikan proses itu dulu, pakai DATA_DIR lain, atau isi DATABASE_URL/,
    )
    expect(message).toContain(`(proses ${first.child.pid})`)
  })

  it('stops within five seconds of SIGTERM, also while somebody keeps a connection and an open page', async () => {
    const agent = new Agent({ keepAlive: true })
    const { body } = await post(port, { text: 'halo' })
    for (const path of ['/healthz', `/api/chat/events?session=${body.session}`]) {
      const request = get({ agent, port, path })
      request.on('error', () => undefined)
      const [response] = await once(request, 'response')
      response.on('error', () => undefined).resume()
    }
    const before = performance.now()
    expect(await stopped(first.child, 'SIGTERM')).toBe(0)
    expect(performance.now() - before).toBeLessThan(5_000)
    expect(first.stdout()).toContain('Abdi berhenti dengan rapi')
    expect(first.stderr()).toBe('')
    agent.destroy()
  })
})

describe.concurrent('a program that was killed', { timeout: 2 * PATIENCE_MS }, () => {
  it('starts again in its directory, answers what was left, and no longer shows a claim code', async () => {
    const place = usedDirectory()
    const port = String(await freePort())
    const killed = await started({ PORT: port }, place)
    expect(killed.stdout()).not.toContain('/klaim')
    await stopped(killed.child, 'SIGKILL')
    const again = await started({ PORT: port }, place)
    expect((await post(Number(port), { text: 'halo' })).status).toBe(200)
    expect(await stopped(again.child, 'SIGINT')).toBe(0)
  })
})

describe.concurrent('a program that cannot run', { timeout: PATIENCE_MS }, () => {
  it('says so in one sentence and ends: a port that is taken', async () => {
    const taken = createServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    const { port } = taken.address() as AddressInfo // a TCP server's address is always one
    expect(await refusal({ PORT: String(port) }, usedDirectory())).toMatch(
      new RegExp(`^PORT: porta ${port} sudah dipakai program lain`),
    )
    taken.close()
  })

  it('says so in one sentence and ends: Redis nobody serves', async () => {
    expect(await refusal({ REDIS_URL: 'redis://:rahasia@127.0.0.1:1' }, usedDirectory())).toMatch(
      /^REDIS_URL: antrean tidak bisa dihubungi \(ECONNREFUSED\)/,
    )
  })

  it('says so in one sentence and ends: a token that Telegram refuses', async ({ onTestFinished }) => {
    const telegram = await createTelegramServer()
    onTestFinished(() => telegram.close())
    const settings = {
      TELEGRAM_BOT_TOKEN: '123456789:AAE-a-token-of-somebody-else',
      TELEGRAM_API_ROOT: telegram.url,
      PORT: String(await freePort()),
    }
    expect(await refusal(settings, usedDirectory())).toMatch(
      /^TELEGRAM_BOT_TOKEN: ditolak Telegram\. Salin lagi token dari @BotFather/,
    )
    expect(telegram.calls.map(({ method }) => method)).toEqual(['getMe'])
  })
})

interface Program {
  readonly child: ChildProcess
  stdout(): string
  stderr(): string
}

function newDirectory(): string {
  const path = mkdtempSync(join(tmpdir(), 'abdi-start-'))
  directories.push(path)
  return path
}

/** A directory as the first program left it, for a program of its own. */
function usedDirectory(): string {
  const path = newDirectory()
  cpSync(join(directory, 'data'), join(path, 'data'), { recursive: true })
  return path
}

/** Starts Abdi in a directory, with nothing in its environment but these keys. */
function launched(environment: Readonly<Record<string, string>>, place: string): Program {
  const child = spawn(join(ROOT, 'node_modules/.bin/node'), [join(ROOT, 'src/main.ts')], {
    cwd: place,
    env: {
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: COMPILED,
      DATA_DIR: join(place, 'data'),
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.push(child)
  const written = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) child[name].on('data', (data) => (written[name] += data))
  return { child, stdout: () => written.stdout, stderr: () => written.stderr }
}

/** A program that has said it runs. */
async function started(environment: Readonly<Record<string, string>>, place: string): Promise<Program> {
  const program = launched(environment, place)
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  program.child.once('exit', () => reject(new Error(`it ended instead of starting:\n${program.stderr()}`)))
  program.child.stdout?.on('data', () => program.stdout().includes('Ctrl+C') && resolve())
  await promise
  return program
}

/** The sentence with which a program refuses to start; nothing else is written, and it ends with 1. */
async function refusal(environment: Readonly<Record<string, string>>, place: string): Promise<string> {
  const program = launched(environment, place)
  await once(program.child, 'close')
  const [, sentence, ...more] =
    /^\nAbdi tidak bisa dijalankan\.\n {2}([^\n]+)\n([\s\S]*)$/.exec(program.stderr()) ?? []
  expect({ stderr: program.stderr(), more, code: program.child.exitCode }).toEqual({
    stderr: expect.stringContaining(sentence ?? '(one sentence)'),
    more: [''],
    code: 1,
  })
  for (const secret of ['rahasia', 'AAE-'])
    if (!environment.TELEGRAM_BOT_TOKEN?.includes(secret)) expect(sentence).not.toContain(secret)
  return sentence ?? ''
}

async function stopped(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  const closed = once(child, 'close')
  child.kill(signal)
  await closed
  return child.exitCode
}

async function post(
  port: number,
  message: object,
): Promise<{ status: number; body: { session?: string; replies?: unknown } }> {
  const response = await fetch(`http://127.0.0.1:${port}/api/chat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(message),
  })
  return { status: response.status, body: (await response.json()) as { session?: string; replies?: unknown } } // checked by who asks
}

async function page(port: number, path: string): Promise<[number, string]> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`)
  return [response.status, await response.text()]
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // a TCP server's address is always one
  await new Promise((resolve) => server.close(resolve))
  return port
}
