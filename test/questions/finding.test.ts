import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { recording } from '#test/bot.ts'
import { foundPassage } from '#test/found.ts'
import { createModelServer, type ModelServer } from '#test/model-server.ts'
import { find, mergedByRank } from '../../src/features/questions/finding.ts'
import { consult } from '../../src/features/questions/model/consulting.ts'
import { loadPrompts } from '../../src/features/questions/model/prompts.ts'
import { createChatModel, createEmbeddingModel } from '../../src/model/openai.ts'
import type { Found, SearchOptions } from '../../src/regulations/search.ts'

const prompts = loadPrompts()
const turn = {
  person: { account: 'test:wati', name: 'Wati', role: 'citizen', language: 'id' },
  now: new Date('2026-03-02T02:00:00Z'),
  timeZone: 'Asia/Jakarta',
} as const
const ASKED = 'bolos diapain, NIP 198703052010012001'

let server: ModelServer
beforeEach(async () => {
  server = await createModelServer()
})
afterEach(() => server.close())

const list = (...pasal: string[]) => pasal.map((each) => foundPassage({ pasal: each, confidence: 0 }))
const pasalOf = (found: readonly Found[]) => found.map(({ pasal }) => pasal)

async function finds(
  results: Readonly<Record<string, readonly Found[]>>,
  { quickMs = 20_000, embedding = false } = {},
): Promise<{
  found: readonly Found[]
  searches: readonly (readonly [string, SearchOptions | undefined])[]
  log: string[]
}> {
  const searches: [string, SearchOptions | undefined][] = []
  const log: string[] = []
  const quick = await createChatModel({
    baseUrl: server.url,
    model: 'uji',
    firstTokenMs: quickMs,
    totalMs: quickMs,
  })
  const model = await createEmbeddingModel({ baseUrl: server.url, model: 'uji-vektor', dimensions: 8 })
  const found = await find(
    {
      prompts,
      log: recording(log),
      ...(embedding && { embedding: model }),
      search: async (question, options) => {
        searches.push([question, options])
        return results[question] ?? []
      },
    },
    consult({ quick, log: recording(log) }, turn),
    ASKED,
    [{ question: 'aturan disiplin <b>', answer: '', at: '2026-03-02T01:59:00Z' }],
    {},
  )
  return { found, searches, log }
}

describe('finding', () => {
  it('searches for the words of the law beside those of the question', async () => {
    server.answerWith('tidak masuk kerja tanpa alasan yang sah')
    const { found, searches } = await finds({
      [ASKED]: list('3', '4'),
      'tidak masuk kerja tanpa alasan yang sah': list('9', '4'),
    })
    expect(searches.map(([question]) => question)).toEqual([ASKED, 'tidak masuk kerja tanpa alasan yang sah'])
    expect(pasalOf(found)).toEqual(['4', '3', '9'])
  })

  it('lets no number of a person out, and fences what was said', async () => {
    server.answerWith('-')
    await finds({ [ASKED]: list('3') }, { embedding: true })
    const sent = JSON.stringify(server.calls.map(({ body }) => body))
    expect(sent).not.toContain('198703052010012001')
    expect(sent).toContain('bolos diapain, NIP ⟦NIP 1⟧')
    expect(sent).toContain('aturan disiplin ‹b›')
  })

  it('asks no model where the first search is sure', async () => {
    const { found } = await finds({ [ASKED]: [foundPassage({ pasal: '9', confidence: 9 })] })
    expect(pasalOf(found)).toEqual(['9'])
    expect(server.calls).toEqual([])
  })

  it.each([
    ['fails', () => server.fail(500, { times: 2 }), 20_000],
    ['is too slow', () => server.silent(2), 200],
    ['answers nonsense', () => server.answerWith('PP 94 Tahun 2021 pasal 9'), 20_000],
    ['has nothing to add', () => server.answerWith('-'), 20_000],
  ])('is as without a model when it %s', async (_, misbehave, quickMs) => {
    misbehave()
    const { found, searches } = await finds({ [ASKED]: list('3', '4') }, { quickMs })
    expect(pasalOf(found)).toEqual(['3', '4'])
    expect(searches).toHaveLength(1)
  })

  it('embeds each variant, and searches by words alone when that cannot be had', async () => {
    server.answerWith('ketidakhadiran')
    const results = { [ASKED]: list('3'), ketidakhadiran: list('9') }
    const { searches } = await finds(results, { embedding: true })
    expect(searches.map(([, options]) => options?.dense?.model)).toEqual(['uji-vektor@8', 'uji-vektor@8'])
    expect(searches[0]?.[1]?.dense?.vector).not.toEqual(searches[1]?.[1]?.dense?.vector)
    server.fail(400)
    const { found, log } = await finds(
      { [ASKED]: [foundPassage({ pasal: '9', confidence: 9 })] },
      { embedding: true },
    )
    expect(pasalOf(found)).toEqual(['9'])
    expect(log.join()).toContain('searching by words alone')
  })
})

describe('searches merged by rank', () => {
  it('keep all that the question itself found, and its first among the first two', () => {
    const own = list('1', '2', '3')
    const merged = pasalOf(mergedByRank(own, [list('7', '8'), list('7', '9')]))
    expect(merged).toEqual(expect.arrayContaining(['1', '2', '3', '7', '8', '9']))
    expect(merged.slice(0, 2)).toEqual(['1', '7'])
  })

  it('show each passage once, a pasal with its best score and confidence', () => {
    const low = foundPassage({ pasal: '9', ayat: '1', score: 1, confidence: 0.2 })
    const high = foundPassage({ pasal: '9', ayat: '2', score: 3, confidence: 0.7 })
    expect(mergedByRank([low], [[high, { ...low, score: 2 }]])).toEqual([
      { ...low, score: 3, confidence: 0.7 },
      { ...high, score: 3, confidence: 0.7 },
    ])
  })

  it('are the question alone where nothing else was found', () => {
    const own = list('1', '2')
    expect(mergedByRank(own, [[], []])).toEqual(own)
  })
})
