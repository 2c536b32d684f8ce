import { inspect } from 'node:util'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { allOf, createModelServer, type ModelServer } from '#test/model-server.ts'
import { ModelUnavailable } from '../../src/model/model.ts'
import { type ChatLimits, createChatModel } from '../../src/model/openai.ts'
import type { FilledPrompt } from '../../src/model/prompt.ts'

const prompt: FilledPrompt = {
  name: 'answer',
  version: '1',
  system: 'Aturan.',
  user: 'NIP 198501012010011001?',
  temperature: 0,
  maxTokens: 300,
}

// the packages take seconds to load on a busy machine
beforeAll(async () => void (await createChatModel({ model: 'warm' })), 60_000)

let server: ModelServer
let clock: number
beforeEach(async () => {
  clock = Date.parse('2026-11-22T02:00:00Z')
  server = await createModelServer({ key: 'sk-rahasia' })
})
afterEach(() => server.close())

const create = (limits: ChatLimits = {}, apiKey = 'sk-rahasia') =>
  createChatModel({ apiKey, baseUrl: server.url, model: 'qwen3', now: () => clock, ...limits })

/** What came before the failure, and the failure. */
async function read(model: {
  stream(prompt: FilledPrompt): AsyncIterable<string>
}): Promise<{ text: string; error: ModelUnavailable }> {
  let text = ''
  try {
    for await (const piece of model.stream(prompt)) text += piece
  } catch (error) {
    expect(error).toBeInstanceOf(ModelUnavailable)
    return { text, error: error as ModelUnavailable }
  }
  throw new Error(`answered ${text}`)
}

describe('a failing model', () => {
  it.each([400, 401, 403, 404, 422])('refuses with %i, and is not asked again', async (status) => {
    server.fail(status)
    expect((await read(await create())).error).toMatchObject({
      reason: 'refused',
      message: `qwen3 answered ${status}`,
    })
    expect(server.calls).toHaveLength(1)
  })

  it.each([
    [7, 7],
    ['0.5', 1],
    ['Sun, 22 Nov 2026 02:01:30 GMT', 90],
    ['nanti', undefined],
    [undefined, undefined],
  ])(
    'says when to come back after 429 with Retry-After %s, and is not asked again',
    async (header, seconds) => {
      server.fail(429, header === undefined ? {} : { retryAfter: header })
      const { error } = await read(await create())
      expect([error.reason, error.retryAfter]).toEqual(['rate-limit', seconds])
      expect(server.calls).toHaveLength(1)
    },
  )

  it('is asked once more after a 5xx, and no third time', async () => {
    const model = await create()
    server.fail(503)
    expect(await allOf(model.stream(prompt))).toEqual(['Baik.'])
    server.fail(500, { times: 2 })
    expect((await read(model)).error).toMatchObject({ reason: 'broken', message: 'qwen3 answered 500' })
    expect(server.calls).toHaveLength(4)
  })

  it('is left alone after a 5xx that says when to come back', async () => {
    server.fail(503, { retryAfter: 20 })
    expect((await read(await create())).error).toMatchObject({ reason: 'broken', retryAfter: 20 })
    expect(server.calls).toHaveLength(1)
  })

  it('is unreachable where nobody listens', async () => {
    const gone = await createModelServer()
    await gone.close()
    const model = await createChatModel({ baseUrl: gone.url, model: 'qwen3' })
    expect((await read(model)).error).toMatchObject({
      reason: 'unreachable',
      message: 'qwen3 cannot be reached (ECONNREFUSED)',
    })
  })

  it('is asked once more when it breaks off before the first word', async () => {
    server.cutAfter(0)
    expect(await allOf((await create()).stream(prompt))).toEqual(['Baik.'])
    expect(server.calls).toHaveLength(2)
  })

  it.each([false, true])(
    'is broken when it breaks off in the middle (politely: %s), and is not asked again',
    async (clean) => {
      server.answerWith('Cuti tahunan dua belas hari.')
      server.cutAfter(13, 1, { clean })
      const { text, error } = await read(await create())
      expect(text).toBe('Cuti tahunan ')
      expect(error.reason).toBe('broken')
      expect(server.calls).toHaveLength(1)
    },
  )

  it('is too slow when it is silent before the first word', async () => {
    server.silent()
    expect((await read(await create({ firstTokenMs: 300 }))).error).toMatchObject({
      reason: 'timeout',
      message: 'qwen3 was silent for 300 ms',
    })
    expect(await server.calls[0]?.end).toBe('cut')
    expect(server.calls).toHaveLength(1)
  })

  it('is too slow when the connection opens and no word follows', async () => {
    server.delayPerChunk(60_000)
    expect((await read(await create({ firstTokenMs: 300 }))).error.reason).toBe('timeout')
  })

  it('is too slow when it does not come to an end, though it was not silent', async () => {
    server.answerWith('kata '.repeat(10_000))
    server.delayPerChunk(2)
    const { text, error } = await read(await create({ firstTokenMs: 5_000, totalMs: 600 }))
    expect(text).toMatch(/^kata/)
    expect(error).toMatchObject({ reason: 'timeout', message: 'qwen3 was not done after 600 ms' })
  })

  it.each([
    ['length', 'broken'],
    ['content_filter', 'refused'],
    ['tool_calls', 'broken'],
  ])('does not pass off as whole an answer that ended because of %s', async (finish, reason) => {
    server.finishWith(finish)
    const { text, error } = await read(await create())
    expect([text, error.reason]).toEqual(['Baik.', reason])
  })

  it.each(['', 'Hmm.'])('is broken when it says nothing, having thought "%s"', async (thoughts) => {
    server.thinkFirst(thoughts)
    server.answerWith('')
    expect((await read(await create())).error).toMatchObject({
      reason: 'broken',
      message: 'qwen3 answered nothing',
    })
  })

  it('tells nothing of the key, the address or the question', async () => {
    const wrong = await create({}, 'sk-salah')
    server.fail(500, { times: 2 })
    const errors = [await read(wrong), await read(wrong)]
    const bad = await read(await create({}, 'sk-sa\nlah')) // fetch would quote the header it cannot send
    for (const { error } of [...errors, bad])
      expect(inspect(error, { depth: 9, showHidden: true })).not.toMatch(/sk-|lah|1985|127\.0/)
  })
})

describe('a model that keeps failing', () => {
  it('is skipped after 3 failures in a row, for 30 s, then tried by one', async () => {
    const model = await create()
    server.fail(401, { times: 4 })
    for (const _ of [1, 2, 3]) expect((await read(model)).error.reason).toBe('refused')
    clock += 29_001
    expect((await read(model)).error).toMatchObject({ reason: 'unreachable', retryAfter: 1 })
    expect(server.calls).toHaveLength(3)
    clock += 999
    const [trial, other] = await Promise.all([read(model), read(model)])
    expect([trial.error.reason, other.error.reason]).toEqual(['refused', 'unreachable'])
    expect((await read(model)).error.reason).toBe('unreachable')
    clock += 30_000
    expect(await allOf(model.stream(prompt))).toEqual(['Baik.'])
    expect(await allOf(model.stream(prompt))).toEqual(['Baik.'])
  })

  it('starts anew after a success', async () => {
    const model = await create()
    for (const _ of [1, 2, 3]) {
      server.fail(429, { times: 2 })
      await read(model)
      await read(model)
      expect(await allOf(model.stream(prompt))).toEqual(['Baik.'])
    }
  })

  it('does not count those who left', async () => {
    const model = await create()
    const gone = new Error('pergi')
    server.delayPerChunk(60_000)
    for (const _ of [1, 2, 3, 4]) {
      const off = new AbortController()
      const reading = allOf(model.stream(prompt, off.signal))
      off.abort(gone)
      await expect(reading).rejects.toBe(gone)
    }
    server.fail(400)
    expect((await read(model)).error.reason).toBe('refused')
  })
})
