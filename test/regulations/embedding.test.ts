import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { recording } from '#test/bot.ts'
import { freshDatabase } from '#test/database.ts'
import { bagOfWords, createModelServer, type ModelServer } from '#test/model-server.ts'
import type { Database } from '../../src/database/database.ts'
import { migrate } from '../../src/database/migrate.ts'
import type { Log } from '../../src/log.ts'
import { type EmbeddingModel, ModelUnavailable } from '../../src/model/model.ts'
import { createEmbeddingModel } from '../../src/model/openai.ts'
import { nearestArticles } from '../../src/regulations/embedding/dense.ts'
import { startEmbedding } from '../../src/regulations/embedding/embedder.ts'
import { embeddingProgress, embedMissing, type Progress, vectorsOf } from '../../src/regulations/embedding.ts'

const NOTHING_RESTS = { rest: 0 }
let database: Database
let log: string[]
let quiet: Log

beforeAll(async () => {
  database = await freshDatabase()
  // a small shelf of its own, so that every round is quick
  await database.query(
    `delete from passage where id > (select id from passage order by id offset 79 limit 1)`,
  )
})
beforeEach(async () => {
  log = []
  quiet = recording(log)
  await database.query('truncate embedding')
  await database.query(`delete from setting where name = 'embedding'`)
})

/** A model without an endpoint: every text it was asked for is kept. */
function fake(name = 'palsu', length = 32) {
  const asked: string[] = []
  const model: EmbeddingModel & { asked: string[] } = {
    name,
    asked,
    async embed(texts) {
      asked.push(...texts)
      return texts.map((text) => bagOfWords(text, length))
    },
  }
  return model
}

const stored = async () =>
  Object.fromEntries(
    (
      await database.query<{ model: string; count: number }>(
        'select model, count(*)::int as count from embedding group by model order by model',
      )
    ).map(({ model, count }) => [model, count]),
  )
const different = async () => (await embeddingProgress(database, fake())).of

describe('vectors of passages', () => {
  it('are made once for the same words: what is written again has its vector already', async () => {
    const model = fake()
    expect(await embedMissing(database, model, quiet, NOTHING_RESTS)).toEqual({ kind: 'complete' })
    const all = await different()
    expect(model.asked).toHaveLength(all)
    expect(await embeddingProgress(database, model)).toEqual({ done: all, of: all })
    await database.transaction(async (connection) => {
      await connection.query('create temporary table again on commit drop as select * from passage')
      await connection.query('delete from passage')
      await connection.query(
        `insert into passage (article, origin, position, ayat, huruf, title, body, questions, checked, digest, stems)
         select article, origin, position, ayat, huruf, title, body, questions, checked, digest, stems from again`,
      )
    })
    await embedMissing(database, model, quiet, NOTHING_RESTS)
    expect(model.asked).toHaveLength(all)
    await database.query(
      `update passage set body = 'baru', digest = 'baru' where id = (select min(id) from passage)`,
    )
    await embedMissing(database, model, quiet, NOTHING_RESTS)
    expect(model.asked).toHaveLength(all + 1)
    expect(await stored()).toEqual({ palsu: all })
  })

  it('of another model stay until the new one has all, and serve until then', async () => {
    await embedMissing(database, fake('lama'), quiet, NOTHING_RESTS)
    const all = await different()
    let failing = 2
    const next = fake('baru')
    const away: EmbeddingModel = {
      name: 'baru',
      embed: async (texts) => {
        if (failing-- <= 1) throw new ModelUnavailable('rate-limit', 'later', 9)
        return next.embed(texts)
      },
    }
    expect(await embedMissing(database, away, quiet, NOTHING_RESTS)).toEqual({ kind: 'away', retryAfter: 9 })
    expect(await stored()).toEqual({ baru: 32, lama: all })
    expect(
      (await nearestArticles(database, { model: 'baru', vector: bagOfWords('cuti', 32) }, 5)).size,
    ).toBeGreaterThan(0)
    await embedMissing(database, next, quiet, NOTHING_RESTS)
    expect(await stored()).toEqual({ baru: all })
    expect(next.asked).toHaveLength(all)
  })

  it('in another length are those of another model, asked for or not', async () => {
    expect([vectorsOf({ name: 'bge' }), vectorsOf({ name: 'bge', dimensions: 8 })]).toEqual(['bge', 'bge@8'])
    await embedMissing(database, fake('bge', 16), quiet, NOTHING_RESTS)
    await database.query(`delete from embedding where digest = (select min(digest) from embedding)`)
    const longer = fake('bge', 24)
    for (const _ of [1, 2]) await embedMissing(database, longer, quiet, NOTHING_RESTS)
    expect(await stored()).toEqual({ bge: await different() })
    expect(
      (await nearestArticles(database, { model: 'bge', vector: bagOfWords('cuti', 24) }, 5)).size,
    ).toBeGreaterThan(0)
    expect((await nearestArticles(database, { model: 'bge', vector: bagOfWords('cuti', 16) }, 5)).size).toBe(
      0,
    )
  })

  it('are made without the one text that the endpoint refuses', async () => {
    const model = fake()
    const [poison] = await database.query<{ body: string }>(
      'select body from passage order by digest offset 3 limit 1',
    )
    const picky: EmbeddingModel = {
      name: 'palsu',
      embed: async (texts) => {
        if (texts.some((text) => text.includes(poison?.body ?? '')))
          throw new ModelUnavailable('refused', 'too long')
        return model.embed(texts)
      },
    }
    expect(await embedMissing(database, picky, quiet, NOTHING_RESTS)).toEqual({ kind: 'complete' })
    expect(await stored()).toEqual({ palsu: (await different()) - 1 })
  })

  it('are not asked for again and again where the endpoint refuses everything', async () => {
    let calls = 0
    const closed: EmbeddingModel = {
      name: 'palsu',
      embed: async () => {
        calls++
        throw new ModelUnavailable('refused', 'no key')
      },
    }
    expect(await embedMissing(database, closed, quiet, NOTHING_RESTS)).toEqual({ kind: 'away' })
    expect(calls).toBeLessThan(8)
  })

  it('tell how far they are', async () => {
    const heard: Progress[] = []
    await embedMissing(database, fake(), quiet, { ...NOTHING_RESTS, progress: (now) => void heard.push(now) })
    const all = await different()
    expect(heard[0]).toEqual({ done: 0, of: all })
    expect(heard[1]).toEqual({ done: 32, of: all })
    expect(heard.at(-1)).toEqual({ done: all, of: all })
  })
})

it('vectors that an older version made for a row are moved to its words', async () => {
  await database.transaction(async (connection) => {
    for (const statement of [
      'drop table embedding, model_use, model_call',
      'drop index passage_digest',
      'create table embedding (passage bigint not null references passage (id) on delete cascade, model text not null, vector vector not null, primary key (passage, model))',
      `insert into embedding select id, 'lama', '[1,2,3]'::vector from passage`,
      `insert into passage (article, origin, position, body, digest) select article, origin, 98, body, digest from passage limit 1`,
      `insert into embedding select max(id), 'lama', '[1,2,3]'::vector from passage`,
      `delete from migration where name = '0003_models.sql'`,
    ])
      await connection.query(statement)
  })
  await migrate(database)
  expect(await stored()).toEqual({ lama: await different() })
  await database.query('delete from passage where position = 98')
})

describe('over the loopback', () => {
  let server: ModelServer
  beforeEach(async () => {
    server = await createModelServer()
  })
  afterEach(() => server.close())

  it('a vector finds its pasal, and a request under way ends at once when the bot stops', async () => {
    const model = await createEmbeddingModel({ baseUrl: server.url, model: 'uji', dimensions: 64 })
    await embedMissing(database, model, quiet, NOTHING_RESTS)
    const [row] = await database.query<{ doc: number; text: string }>(
      `select doc, passage.title || ' ' || body || ' ' || array_to_string(questions, ' ') as text
       from passage join article on article.id = article where doc is not null order by passage.id limit 1`,
    )
    const near = await nearestArticles(
      database,
      { model: 'uji@64', vector: bagOfWords(row?.text ?? '', 64) },
      3,
    )
    expect([...near].sort(([, a], [, b]) => b - a)[0]?.[0]).toBe(row?.doc)
    expect(near.get(row?.doc ?? 0)).toBeCloseTo(1, 3)

    await database.query('truncate embedding')
    server.silent()
    log.length = 0
    const before = server.calls.length
    const embedder = startEmbedding(database, model, quiet)
    await vi.waitFor(() => expect(server.calls.length).toBeGreaterThan(before))
    await embedder.stop()
    expect(await server.calls.at(-1)?.end).toBe('cut')
    expect(log).toEqual([])
  })

  it('the embedder makes them in the background, looks again, and one process at a time does', async () => {
    const model = await createEmbeddingModel({ baseUrl: server.url, model: 'uji', dimensions: 8 })
    const all = await different()
    const embedder = startEmbedding(database, model, quiet, 50)
    await vi.waitFor(() => expect(embedder.progress()).toEqual({ done: all, of: all }), { timeout: 20_000 })
    await vi.waitFor(async () =>
      expect(await database.query(`select 1 from setting where name = 'embedding'`)).toEqual([]),
    )
    await database.query(
      `insert into passage (article, origin, position, body, digest) select article, origin, 99, 'tambahan', 'tambahan' from passage limit 1`,
    )
    await vi.waitFor(() => expect(embedder.progress()).toEqual({ done: all + 1, of: all + 1 }), {
      timeout: 20_000,
    })
    await embedder.stop()

    await database.query('truncate embedding')
    await database.query(
      `insert into setting (name, value) values ('embedding', jsonb_build_object('holder', 'other', 'until', now() + interval '1 hour'))`,
    )
    const calls = server.calls.length
    const second = startEmbedding(database, model, quiet, 50)
    await setTimeout(300)
    await second.stop()
    expect(server.calls).toHaveLength(calls)
    await database.query(`delete from passage where digest = 'tambahan'`)
  })
})

describe.runIf(process.env.TEST_DATABASE_URL)('on a server (TEST_DATABASE_URL)', () => {
  it('many vectors get an index, which the search uses, and which goes with its model', async () => {
    const indexes = () =>
      database.query<{ indexname: string }>(
        `select indexname from pg_indexes where indexname like 'embedding_near_%'`,
      )
    await database.query(
      `insert into passage (article, origin, position, body, digest)
       select (select min(article) from passage), 'official', 1000 + i, 'isi ' || i, 'banyak-' || i from generate_series(1, 10100) as i`,
    )
    await embedMissing(database, fake("it's", 8), quiet, NOTHING_RESTS)
    expect(await indexes()).toHaveLength(1)
    await database.query('analyze embedding')
    const near = await nearestArticles(database, { model: "it's", vector: bagOfWords('isi 7', 8) }, 60)
    expect(near.size).toBeGreaterThan(0)
    const plan = await database.query(
      `explain select digest from embedding where model = 'it''s' and vector_dims(vector) = 8
       order by vector::vector(8) <=> '[1,0,0,0,0,0,0,0]'::vector(8) limit 60`,
    )
    expect(JSON.stringify(plan)).toContain('embedding_near_')
    await database.query(`delete from passage where digest like 'banyak-%'`)
    await embedMissing(database, fake('baru', 8), quiet, NOTHING_RESTS)
    expect(await indexes()).toEqual([])
  }, 120_000)
})
