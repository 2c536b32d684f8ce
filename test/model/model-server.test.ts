import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bagOfWords, createModelServer, type ModelServer } from '#test/model-server.ts'

let server: ModelServer
beforeEach(async () => {
  server = await createModelServer({ key: 'k' })
})
afterEach(() => server.close())

const post = (path: string, body: unknown, key = 'k') =>
  fetch(server.url + path, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}` },
    body: JSON.stringify(body),
  })

const hello = { model: 'm', messages: [{ role: 'user', content: 'halo' }] }

describe('the model server', () => {
  it('answers whole, from the request, and keeps what was asked', async () => {
    server.answerWith((request) => `${request.messages[0]?.content}!`)
    const answer = (await (await post('/chat/completions', hello)).json()) as { choices: unknown }
    expect(answer.choices).toEqual([
      { index: 0, message: { role: 'assistant', content: 'halo!' }, finish_reason: 'stop' },
    ])
    expect(server.calls).toMatchObject([
      { path: '/v1/chat/completions', headers: { authorization: 'Bearer k' }, body: hello },
    ])
    expect(await server.calls[0]?.end).toBe('whole')
  })

  it('streams events up to [DONE]', async () => {
    const text = await (await post('/chat/completions', { ...hello, stream: true })).text()
    expect(text).toMatch(
      /^data: \{.*"role":"assistant".*\n\ndata: \{.*"content":"Baik\.".*\n\ndata: \{.*"stop".*\n\ndata: \[DONE\]\n\n$/,
    )
  })

  it('lists its models, and refuses another key, method or body', async () => {
    const models = await fetch(`${server.url}/models`, { headers: { authorization: 'Bearer k' } })
    expect(await models.json()).toMatchObject({ object: 'list', data: [{ object: 'model' }] })
    const statuses = [
      await fetch(`${server.url}/models`),
      await post('/chat/completions', hello, 'x'),
      await post('/nothing', hello),
      await post('/chat/completions', { ...hello, messages: [] }),
      await post('/chat/completions', { ...hello, temperature: 3 }),
      await post('/embeddings', { model: 'm', input: [''], encoding_format: 'float' }),
      await post('/embeddings', 'x'),
    ].map((response) => response.status)
    expect(statuses).toEqual([401, 401, 404, 400, 400, 400, 400])
  })

  it('measures texts that share words as near', () => {
    const near = (a: string, b: string): number => {
      const other = bagOfWords(b, 64)
      return bagOfWords(a, 64).reduce((sum, value, i) => sum + value * (other[i] ?? 0), 0)
    }
    expect(near('cuti tahunan pegawai', 'Pegawai: cuti tahunan')).toBeCloseTo(1)
    expect(near('cuti tahunan pegawai', 'cuti sakit pegawai')).toBeGreaterThan(
      near('cuti tahunan pegawai', 'hukuman disiplin berat'),
    )
    expect(bagOfWords('…', 4)).toEqual([1, 0, 0, 0])
  })
})
