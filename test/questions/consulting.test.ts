import { beforeEach, describe, expect, it } from 'vitest'
import { recording } from '#test/bot.ts'
import { freshDatabase } from '#test/database.ts'
import type { Database } from '../../src/database/database.ts'
import { BUDGET, createUsage, type Usage } from '../../src/features/questions/model/budget.ts'
import { consult } from '../../src/features/questions/model/consulting.ts'
import { CALL_RETENTION_DAYS, forgetCalls } from '../../src/features/questions/model/forget-calls.job.ts'
import { createModelStore, type ModelStore } from '../../src/features/questions/model/store.ts'
import { type ChatModel, ModelUnavailable } from '../../src/model/model.ts'

const NOW = new Date('2026-03-02T16:30:00Z') // 23.30 in Jakarta
const prompt = {
  name: 'answer',
  version: '2',
  system: 'Aturan.',
  user: 'NIP 198703052010012001',
  temperature: 0,
  maxTokens: 9,
}

let database: Database
let store: ModelStore
beforeEach(async () => {
  database = await freshDatabase()
  store = createModelStore(database)
})

const wati = (now = NOW, account = 'test:wati') =>
  ({
    person: { account, name: 'Wati', role: 'citizen', language: 'id' },
    now,
    timeZone: 'Asia/Jakarta',
  }) as const

function model(answer: string | ModelUnavailable): ChatModel & { asked: number } {
  return {
    name: 'uji',
    asked: 0,
    async *stream() {
      this.asked++
      if (answer instanceof ModelUnavailable) throw answer
      yield answer
    },
  }
}

const answered = (text: string) =>
  ({ outcome: 'answered', value: text, citations: ['pp-94-2021#9'] }) as const

async function ask(
  usage: Usage,
  chat: ChatModel,
  turn = wati(),
): Promise<{ value: string | undefined; over: boolean }> {
  const consultation = consult({ chat, usage, log: recording([]) }, turn)
  const value = await consultation.ask('chat', prompt, ['7'], answered)
  return { value, over: consultation.isOverBudget() }
}

const used = () =>
  database.query<{ day: string; answers: number }>('select day, answers from model_use order by day, person')

describe('the budget of a day', () => {
  it('is so many answers for a person, then none, and starts anew at midnight where the office is', async () => {
    const usage = createUsage(store, { perPerson: 2, forAll: 100 })
    const chat = model('Baik.')
    expect([await ask(usage, chat), await ask(usage, chat), await ask(usage, chat)]).toEqual([
      { value: 'Baik.', over: false },
      { value: 'Baik.', over: false },
      { value: undefined, over: true },
    ])
    expect(chat.asked).toBe(2)
    expect(await ask(usage, chat, wati(NOW, 'test:budi'))).toMatchObject({ over: false })
    expect(await ask(usage, chat, wati(new Date('2026-03-02T17:00:00Z')))).toMatchObject({ over: false })
    expect((await used()).map(({ day, answers }) => [day, answers])).toEqual([
      ['2026-03-02', expect.any(Number)],
      ['2026-03-02', expect.any(Number)],
      ['2026-03-03', 1],
    ])
  })

  it('is kept over a restart', async () => {
    await ask(createUsage(store, { perPerson: 1, forAll: 100 }), model('Baik.'))
    const again = createUsage(createModelStore(database), { perPerson: 1, forAll: 100 })
    expect((await ask(again, model('Baik.'))).over).toBe(true)
  })

  it('is so many answers for all', async () => {
    const usage = createUsage(store, { perPerson: 100, forAll: 3 })
    const over = []
    for (const name of ['a', 'b', 'c', 'd', 'a'])
      over.push((await ask(usage, model('Baik.'), wati(NOW, name))).over)
    expect(over).toEqual([false, false, false, true, true])
  })

  it('counts one for all the calls of a turn, and none where the model is away', async () => {
    const usage = createUsage(store)
    const chat = model('Baik.')
    const consultation = consult({ chat, quick: chat, usage, log: recording([]) }, wati())
    await consultation.ask('quick', prompt, [], answered)
    await consultation.ask('chat', prompt, [], answered)
    expect(await used()).toEqual([{ day: '2026-03-02', answers: 1 }])
    await ask(usage, model(new ModelUnavailable('timeout', 'slow')))
    expect(await used()).toEqual([{ day: '2026-03-02', answers: 1 }])
  })

  it('knows nobody by name: the same person is another mark the next day', async () => {
    const usage = createUsage(store)
    await ask(usage, model('Baik.'))
    await ask(usage, model('Baik.'), wati(new Date('2026-03-03T16:30:00Z')))
    const rows = await database.query<{ person: string }>('select person from model_use')
    expect(new Set(rows.map(({ person }) => person)).size).toBe(2)
    expect(JSON.stringify(rows)).not.toMatch(/wati/i)
  })

  it('is generous', () => {
    expect(BUDGET).toEqual({ perPerson: 40, forAll: 4_000 })
  })
})

describe('the record of calls', () => {
  const calls = () =>
    database.query<Record<string, unknown>>(
      `select prompt, version, model, passages, citations, outcome, characters_in, characters_out from model_call order by id`,
    )

  it('holds how each ended, and not a word of it', async () => {
    const usage = createUsage(store, { perPerson: 3, forAll: 9 })
    const consultation = consult({ chat: model('Rahasia Wati.'), usage, log: recording([]) }, wati())
    await consultation.ask('chat', prompt, ['7', '8'], answered)
    await consultation.ask('chat', prompt, [], () => ({ outcome: 'ungrounded' }))
    await ask(usage, model(new ModelUnavailable('timeout', 'slow')))
    await ask(createUsage(store, { perPerson: 1, forAll: 9 }), model('Baik.'))
    expect(await calls()).toEqual([
      {
        prompt: 'answer',
        version: '2',
        model: 'uji',
        passages: ['7', '8'],
        citations: ['pp-94-2021#9'],
        outcome: 'answered',
        characters_in: 29,
        characters_out: 13,
      },
      expect.objectContaining({ outcome: 'ungrounded', citations: [] }),
      expect.objectContaining({ outcome: 'unavailable', characters_out: 0 }),
      expect.objectContaining({ outcome: 'over-budget', characters_in: 0 }),
    ])
    const all = JSON.stringify(await database.query('select * from model_call'))
    expect(all).not.toMatch(/Rahasia|wati|1987/i)
  })

  it('is forgotten after 90 days, budgets when their day is over; the job may run twice', async () => {
    const usage = createUsage(store)
    await ask(usage, model('Baik.'))
    await ask(usage, model('Baik.'))
    await database.query(
      `update model_call set at = now() - make_interval(days => $1) where id = (select min(id) from model_call)`,
      [CALL_RETENTION_DAYS + 1],
    )
    for (const _ of [1, 2]) {
      await forgetCalls(store).run({})
      expect(await calls()).toHaveLength(1)
      expect(await used()).toEqual([])
    }
    expect(CALL_RETENTION_DAYS).toBe(90)
  })
})
