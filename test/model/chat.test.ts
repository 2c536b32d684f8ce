import { LangChainTracer } from '@langchain/core/tracers/tracer_langchain'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { allOf, createModelServer, type ModelServer } from '#test/model-server.ts'
import { createChatModel } from '../../src/model/openai.ts'
import type { FilledPrompt } from '../../src/model/prompt.ts'

const prompt: FilledPrompt = { name: 'answer', version: '1', system: 'Aturan {main}.', user: 'Berapa hari cuti?', temperature: 0.2, maxTokens: 300 }

let server: ModelServer
beforeEach(async () => {
  server = await createModelServer({ key: 'sk-rahasia' })
})
afterEach(async () => {
  vi.unstubAllEnvs()
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
    expect(server.calls.map(({ path, authorization, body }) => ({ path, authorization, body }))).toEqual([
      {
        path: '/v1/chat/completions',
        authorization: 'Bearer sk-rahasia',
        body: {
          model: 'qwen3:8b',
          stream: true,
          temperature: 0.2,
          max_tokens: 300,
          messages: [
            { role: 'system', content: 'Aturan {main}.' },
            { role: 'user', content: 'Berapa hari cuti?' },
          ],
        },
      },
    ])
  })

  it('leaves temperature and length to a reasoning model of OpenAI, which refuses them', async () => {
    await allOf((await create('gpt-5-mini')).stream(prompt))
    expect(Object.keys(server.calls[0]?.body as object).sort()).toEqual(['messages', 'model', 'stream'])
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

  it('follows no environment variable: no tracing, no gateway, no other identity', async () => {
    const elsewhere = await createModelServer()
    for (const name of ['LANGSMITH_TRACING', 'LANGSMITH_TRACING_V2', 'LANGCHAIN_TRACING_V2', 'LANGCHAIN_TRACING', 'LANGCHAIN_VERBOSE'])
      vi.stubEnv(name, 'true')
    for (const name of ['LANGSMITH_ENDPOINT', 'LANGCHAIN_ENDPOINT', 'LANGSMITH_GATEWAY', 'OPENAI_BASE_URL', 'OPENAI_API_BASE'])
      vi.stubEnv(name, elsewhere.url)
    for (const name of ['LANGSMITH_API_KEY', 'OPENAI_API_KEY', 'OPENAI_ADMIN_KEY', 'OPENAI_ORG_ID', 'OPENAI_ORGANIZATION'])
      vi.stubEnv(name, 'sk-orang-lain')
    vi.stubEnv('OPENAI_LOG', 'debug')
    const said = (['log', 'debug', 'info', 'warn', 'error'] as const).map((level) => vi.spyOn(console, level))
    await allOf((await create()).stream(prompt))
    // every tracer shares one client; its type shows less than it can
    await (new LangChainTracer().client as unknown as { awaitPendingTraceBatches(): Promise<void> }).awaitPendingTraceBatches()
    expect(server.calls.map((call) => call.authorization)).toEqual(['Bearer sk-rahasia'])
    expect(elsewhere.calls).toEqual([])
    for (const spy of said) expect(spy).not.toHaveBeenCalled()
    await elsewhere.close()
  })
})
