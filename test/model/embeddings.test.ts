import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { bagOfWords, createModelServer, type ModelServer } from '#test/model-server.ts'
import { ModelUnavailable } from '../../src/model/model.ts'
import { createEmbeddingModel, type EmbeddingOptions } from '../../src/model/openai.ts'

// the packages take seconds to load on a busy machine
beforeAll(async () => void (await createEmbeddingModel({ model: 'warm' })), 60_000)

let server: ModelServer
beforeEach(async () => {
  server = await createModelServer({ key: 'sk-rahasia' })
})
afterEach(() => server.close())

const create = (options: EmbeddingOptions = {}) =>
  createEmbeddingModel({ apiKey: 'sk-rahasia', baseUrl: server.url, model: 'bge-m3', ...options })

const bodies = () => server.calls.map((call) => call.body as { input: string[]; dimensions?: number })

describe('an embedding model', () => {
  it('gives one vector per text in their order, 64 texts to a request', async () => {
    const texts = Array.from({ length: 130 }, (_, i) => `pasal nomor ${i}`)
    const model = await create()
    expect(await model.embed(texts)).toEqual(texts.map((text) => bagOfWords(text, 64)))
    expect(bodies().map((body) => body.input.length)).toEqual([64, 64, 2])
    expect(server.calls[0]?.body).toEqual({
      model: 'bge-m3',
      input: texts.slice(0, 64),
      encoding_format: 'float',
    })
    expect(model).not.toHaveProperty('dimensions')
  })

  it('says nothing that could name a person', async () => {
    await (await create()).embed(['cuti NIP 198703052010012001', 'Pasal 9 Rp500.000.000'])
    expect(bodies()[0]?.input).toEqual(['cuti NIP ⟦NIP 1⟧', 'Pasal 9 Rp500.000.000'])
  })

  it('ends its request when it is called off', async () => {
    server.silent()
    const off = new AbortController()
    const why = new Error('berhenti')
    const asking = (await create()).embed(['cuti'], off.signal)
    await vi.waitFor(() => expect(server.calls).toHaveLength(1))
    off.abort(why)
    await expect(asking).rejects.toBe(why)
    expect(await server.calls[0]?.end).toBe('cut')
  })

  it('asks for dimensions only where they are set', async () => {
    const model = await create({ dimensions: 8 })
    expect([model.name, model.dimensions]).toEqual(['bge-m3', 8])
    expect((await model.embed(['cuti']))[0]).toHaveLength(8)
    expect(bodies()[0]?.dimensions).toBe(8)
  })

  it('asks nothing for no texts', async () => {
    expect(await (await create()).embed([])).toEqual([])
    expect(server.calls).toEqual([])
  })

  it('is asked once more after a 5xx or a broken connection', async () => {
    server.fail(500)
    expect(await (await create()).embed(['cuti'])).toHaveLength(1)
    server.cutAfter(0)
    expect(await (await create()).embed(['cuti'])).toHaveLength(1)
    expect(server.calls).toHaveLength(4)
  })

  it('says when to come back after 429', async () => {
    server.fail(429, { retryAfter: 12 })
    await expect((await create()).embed(['cuti'])).rejects.toMatchObject({
      reason: 'rate-limit',
      retryAfter: 12,
    })
    expect(server.calls).toHaveLength(1)
  })

  it('is too slow when it is silent', async () => {
    server.silent()
    await expect((await create({ timeoutMs: 30 })).embed(['cuti'])).rejects.toMatchObject({
      reason: 'timeout',
    })
  })

  it('is broken when vectors are of another length than asked, or of several', async () => {
    server.embedWith((text) => (text === 'b' ? [1, 2] : [1, 2, 3]))
    await expect((await create({ dimensions: 4 })).embed(['a'])).rejects.toMatchObject({
      reason: 'broken',
      message: 'bge-m3 answered with a vector of 3 instead of 4 numbers',
    })
    await expect((await create()).embed(['a', 'b'])).rejects.toMatchObject({ reason: 'broken' })
    server.embedWith(() => [])
    await expect((await create()).embed(['a'])).rejects.toMatchObject({ reason: 'broken' })
  })

  it('is broken when the address is that of something else', async () => {
    const model = await createEmbeddingModel({
      apiKey: 'sk-rahasia',
      baseUrl: `${server.url}/models?`,
      model: 'bge-m3',
    })
    await expect(model.embed(['a'])).rejects.toBeInstanceOf(ModelUnavailable)
  })

  it('is skipped after 3 failures in a row', async () => {
    const model = await create()
    server.fail(403, { times: 3 })
    for (const _ of [1, 2, 3]) await expect(model.embed(['a'])).rejects.toMatchObject({ reason: 'refused' })
    await expect(model.embed(['a'])).rejects.toMatchObject({ reason: 'unreachable' })
    expect(server.calls).toHaveLength(3)
  })
})
