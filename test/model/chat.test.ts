import { LangChainTracer } from '@langchain/core/tracers/tracer_langchain'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { allOf, createModelServer, type ModelServer } from '#test/model-server.ts'
import { createChatModel } from '../../src/model/openai.ts'
import type { FilledPrompt } from '../../src/model/prompt.ts'

const prompt: FilledPrompt = {
  name: 'answer',
  version: '1',
  system: 'Aturan {main}.',
  user: 'Berapa hari cuti?',
  temperature: 0.2,
  maxTokens: 300,
}

// the packages take seconds to load on a busy machine
beforeAll(async () => void (await createChatModel({ model: 'warm' })), 60_000)

let server: ModelServer
beforeEach(async () => {
  server = await createModelServer({ key: 'sk-rahasia' })
})
afterEach(async () => {
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  await server.close()
})

const create = (model = 'qwen3:8b') => createChatModel({ apiKey: 'sk-rahasia', baseUrl: server.url, model })

describe('a chat model', () => {
  it('streams the answer in pieces as they come', async () => {
    server.answerWith('Cuti tahunan 12 (dua belas) hari kerja.\n')
    const pieces = await allOf((await create()).stream(prompt))
    expect(pieces.length).toBeGreaterThan(4)
    expect(pieces.join('')).toBe('Cuti tahunan 12 (dua belas) hari kerja.\n')
    expect(pieces).not.toContain('')
  })

  it('asks for nothing but what every endpoint knows', async () => {
    const model = await create()
    expect(model.name).toBe('qwen3:8b')
    expect(server.calls).toEqual([])
    await allOf(model.stream(prompt))
    const [call, ...more] = server.calls
    expect([call?.path, call?.headers.authorization, more]).toEqual([
      '/v1/chat/completions',
      'Bearer sk-rahasia',
      [],
    ])
    expect(call?.body).toEqual({
      model: 'qwen3:8b',
      stream: true,
      temperature: 0.2,
      max_tokens: 300,
      messages: [
        { role: 'system', content: 'Aturan {main}.' },
        { role: 'user', content: 'Berapa hari cuti?' },
      ],
    })
  })

  it('says nothing that could name a person, and gives it back in the answer', async () => {
    server.answerWith('Anda ⟦NIP 1⟧, dan ⟦NIP 2⟧ siapa?')
    const named = { ...prompt, user: 'NIP 198703052010012001, hp 081234567890' }
    expect((await allOf((await create()).stream(named))).join('')).toBe(
      'Anda 198703052010012001, dan ⟦NIP 2⟧ siapa?',
    )
    expect(server.calls[0]?.body).toMatchObject({
      messages: [{ content: 'Aturan {main}.' }, { content: 'NIP ⟦NIP 1⟧, hp ⟦telepon 1⟧' }],
    })
  })

  it('leaves temperature and length to a reasoning model of OpenAI, which refuses them', async () => {
    await allOf((await create('gpt-5-mini')).stream(prompt))
    expect(Object.keys(server.calls[0]?.body as object).sort()).toEqual(['messages', 'model', 'stream'])
  })

  it('gives both to their chat models, which take them', async () => {
    await allOf((await create('gpt-5-chat-latest')).stream(prompt))
    expect(server.calls[0]?.body).toMatchObject({ temperature: 0.2, max_tokens: 300 })
  })

  it('keeps to itself what a model thinks aloud, but takes it for a sign of life', async () => {
    server.thinkFirst('Pegawai bertanya soal cuti …')
    server.delayPerChunk(700)
    const model = await createChatModel({
      apiKey: 'sk-rahasia',
      baseUrl: server.url,
      model: 'm',
      firstTokenMs: 500,
    })
    expect(await allOf(model.stream(prompt))).toEqual(['Baik.'])
  })

  it('needs no key where the endpoint wants none', async () => {
    const open = await createModelServer()
    const model = await createChatModel({ baseUrl: open.url, model: 'llama3' })
    await expect(allOf(model.stream(prompt))).resolves.toEqual(['Baik.'])
    await open.close()
  })

  it('ends the request when nobody reads on', async () => {
    server.answerWith('kata '.repeat(500))
    server.delayPerChunk(1)
    for await (const piece of (await create()).stream(prompt)) {
      expect(piece).toBe('kata')
      break
    }
    expect(await server.calls[0]?.end).toBe('cut')
  })

  it('throws the reason of the one who called it off, before the request and during it', async () => {
    server.answerWith('kata '.repeat(500))
    server.delayPerChunk(1)
    const model = await create()
    const why = new Error('pegawai menutup obrolan')
    await expect(allOf(model.stream(prompt, AbortSignal.abort(why)))).rejects.toBe(why)
    expect(server.calls).toEqual([])
    const off = new AbortController()
    const reading = (async () => {
      for await (const _ of model.stream(prompt, off.signal)) off.abort(why)
    })()
    await expect(reading).rejects.toBe(why)
    expect(await server.calls[0]?.end).toBe('cut')
  })

  it('may go on for longer than it may be silent', async () => {
    server.answerWith('kata '.repeat(60))
    server.delayPerChunk(10)
    const model = await createChatModel({
      apiKey: 'sk-rahasia',
      baseUrl: server.url,
      model: 'm',
      firstTokenMs: 500,
    })
    expect((await allOf(model.stream(prompt))).join('')).toBe('kata '.repeat(60))
  })

  it('follows no environment variable: no tracing, no gateway, no other identity, no log', async () => {
    const elsewhere = await createModelServer()
    for (const name of TRACING) vi.stubEnv(name, 'true')
    for (const name of ADDRESSES) vi.stubEnv(name, elsewhere.url)
    for (const name of IDENTITIES) vi.stubEnv(name, 'sk-orang-lain')
    vi.stubEnv('OPENAI_LOG', 'debug')
    const said = (['log', 'debug', 'info', 'warn', 'error'] as const).map((level) => vi.spyOn(console, level))
    await allOf((await create()).stream(prompt))
    // every tracer shares one client; its type shows less than it can
    const { client } = new LangChainTracer() as unknown as {
      client: { awaitPendingTraceBatches(): Promise<void> }
    }
    await client.awaitPendingTraceBatches()
    expect(server.calls).toHaveLength(1)
    expect(JSON.stringify(server.calls[0]?.headers)).not.toContain('orang-lain')
    expect(elsewhere.calls).toEqual([])
    for (const spy of said) expect(spy).not.toHaveBeenCalled()
    await elsewhere.close()
  })

  it('asks OpenAI itself where no address is given, whatever the environment says', async () => {
    for (const name of ADDRESSES) vi.stubEnv(name, server.url)
    const fetched = vi.fn(async (_: string) => new Response('{}', { status: 401 }))
    vi.stubGlobal('fetch', fetched)
    const model = await createChatModel({ apiKey: 'k', model: 'gpt-4.1-mini' })
    await expect(allOf(model.stream(prompt))).rejects.toMatchObject({ reason: 'refused' })
    expect(fetched.mock.calls.map(([url]) => url)).toEqual(['https://api.openai.com/v1/chat/completions'])
  })
})

const TRACING = [
  'LANGSMITH_TRACING',
  'LANGSMITH_TRACING_V2',
  'LANGCHAIN_TRACING_V2',
  'LANGCHAIN_TRACING',
  'LANGCHAIN_VERBOSE',
]
const ADDRESSES = [
  'LANGSMITH_ENDPOINT',
  'LANGCHAIN_ENDPOINT',
  'LANGSMITH_GATEWAY',
  'OPENAI_BASE_URL',
  'OPENAI_API_BASE',
]
const IDENTITIES = [
  'LANGSMITH_API_KEY',
  'OPENAI_API_KEY',
  'OPENAI_ADMIN_KEY',
  'OPENAI_ORG_ID',
  'OPENAI_ORGANIZATION',
  'OPENAI_PROJECT_ID',
]
