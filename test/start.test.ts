import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createTelegramServer, type TelegramServer } from './support/telegram-server.ts'

const ROOT = join(import.meta.dirname, '..')
const PATIENCE_MS = 120_000
const directory = mkdtempSync(join(tmpdir(), 'abdi-start-'))
const running: ChildProcess[] = []

afterAll(async () => {
  for (const child of running) await stopped(child, 'SIGKILL')
  rmSync(directory, { recursive: true })
})

describe('a program that starts with nothing configured', () => {
  let first: Program
  let port = 0

  beforeAll(async () => {
    port = await freePort()
    first = await started({ PORT: String(port) })
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
    const message = await refusal({ PORT: String(await freePort()) })
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

describe('a program that was killed', () => {
  it('starts again in its directory, answers what was left, and no longer shows a claim code', {
    timeout: 2 * PATIENCE_MS,
  }, async () => {
    const port = String(await freePort())
    const killed = await started({ PORT: port })
    expect(killed.stdout()).not.toContain('/klaim')
    await stopped(killed.child, 'SIGKILL')
    const again = await started({ PORT: port })
    expect((await post(Number(port), { text: 'halo' })).status).toBe(200)
    expect(await stopped(again.child, 'SIGINT')).toBe(0)
  })
})

describe('a program that cannot run', () => {
  let telegram: TelegramServer | undefined
  afterEach(() => telegram?.close())

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
    expect(await refusal(environment)).toMatch(sentence)
  })

  it('reads .env from where it is started, and is as strict with it', async () => {
    writeFileSync(join(directory, '.env'), 'PORT=nol\n')
    expect(await refusal({})).toMatch(/^PORT: harus angka/)
    rmSync(join(directory, '.env'))
  })

  it('says so in one sentence and ends: a port that is taken', { timeout: PATIENCE_MS }, async () => {
    const taken = createServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    const { port } = taken.address() as AddressInfo // a TCP server's address is always one
    expect(await refusal({ PORT: String(port) })).toMatch(
      new RegExp(`^PORT: porta ${port} sudah dipakai program lain`),
    )
    taken.close()
  })

  it('says so in one sentence and ends: Redis nobody serves', { timeout: PATIENCE_MS }, async () => {
    expect(await refusal({ REDIS_URL: 'redis://:rahasia@127.0.0.1:1' })).toMatch(
      /^REDIS_URL: antrean tidak bisa dihubungi \(ECONNREFUSED\)/,
    )
  })

  it('says so in one sentence and ends: a token that Telegram refuses', {
    timeout: PATIENCE_MS,
  }, async () => {
    telegram = await createTelegramServer()
    const settings = {
      TELEGRAM_BOT_TOKEN: '123456789:AAE-a-token-of-somebody-else',
      TELEGRAM_API_ROOT: telegram.url,
      PORT: String(await freePort()),
    }
    expect(await refusal(settings)).toMatch(
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

/** Starts Abdi with nothing in its environment but these keys, in the directory of this test. */
function launched(environment: Readonly<Record<string, string>>): Program {
  const child = spawn(join(ROOT, 'node_modules/.bin/node'), [join(ROOT, 'src/main.ts')], {
    cwd: directory,
    env: { PATH: process.env.PATH, DATA_DIR: join(directory, 'data'), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.push(child)
  const written = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) child[name].on('data', (data) => (written[name] += data))
  return { child, stdout: () => written.stdout, stderr: () => written.stderr }
}

/** A program that has said it runs. */
async function started(environment: Readonly<Record<string, string>>): Promise<Program> {
  const program = launched(environment)
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  program.child.once('exit', () => reject(new Error(`it ended instead of starting:\n${program.stderr()}`)))
  program.child.stdout?.on('data', () => program.stdout().includes('Ctrl+C') && resolve())
  await promise
  return program
}

/** The sentence with which a program refuses to start; nothing else is written, and it ends with 1. */
async function refusal(environment: Readonly<Record<string, string>>): Promise<string> {
  const program = launched(environment)
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
