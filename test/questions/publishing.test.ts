import { beforeEach, describe, expect, test } from 'vitest'
import type { Action, Turn } from '../../src/chat/feature.ts'
import type { Database } from '../../src/database/database.ts'
import { forgetQuestions } from '../../src/features/questions/forget.job.ts'
import { readBasis } from '../../src/features/questions/publishing/basis.ts'
import { holdsNumbers, namesIn } from '../../src/features/questions/publishing/personal-data.ts'
import { attribution, type Published } from '../../src/features/questions/publishing/published.ts'
import { createPublishing } from '../../src/features/questions/publishing.ts'
import { createQuestionStore, type QuestionStore } from '../../src/features/questions/store.ts'
import { freshDatabase } from '../support/database.ts'
import { appoint } from '../support/officers.ts'

let database: Database
let store: QuestionStore
/** What became of the knowledge, in order: "+1" published, "-1" taken out. */
let knowledge: string[]
let latest: Published | undefined

const port = {
  async publish(entry: Published) {
    knowledge.push(`+${entry.id}`)
    latest = entry
  },
  async unpublish(id: string) {
    knowledge.push(`-${id}`)
  },
}

beforeEach(async () => {
  database = await freshDatabase()
  await appoint(database, ['Sari', 'Dodi'])
  store = createQuestionStore(database)
  knowledge = []
})

describe('the knowledge hears of an entry', () => {
  const actionOf = (name: string): Action => {
    const { actions } = createPublishing({
      store,
      outbox: { say: async () => undefined, revise: async () => undefined },
      knowledge: port,
      proposed: async () => undefined,
    })
    const action = actions.find((one) => one.name === name)
    if (action === undefined) throw new Error(`there is no action ${name}`)
    return action
  }
  const pressing = (name: string, by: string, id: string) => actionOf(name).run(turnOf(by), id)

  test('once it is approved, again when that is repeated, and once it is withdrawn; never before', async () => {
    const { id } = await propose()
    await pressing('setujui', 'Sari', id)
    expect(knowledge, 'the author approves nothing').toEqual([])
    await pressing('setujui', 'Dodi', id)
    await pressing('setujui', 'Dodi', id)
    expect(knowledge).toEqual(['+1', '+1'])
    expect(latest).toMatchObject({ question: 'TPP kalau sakit?', reviewedBy: 'Dodi', alone: false })
    await pressing('cabut', 'Sari', id)
    await pressing('setujui', 'Dodi', id)
    expect(knowledge).toEqual(['+1', '+1', '-1'])
    expect(await store.published()).toEqual([])
  })

  test('never by its author from another account of theirs', async () => {
    await database.query(
      `with sari as (insert into person default values returning id),
         linked as (update account set person = (select id from sari) where id = 'test:sari')
       insert into account (id, name, role, conversation, person)
       select 'test:sari-slack', 'Sari', 'hr', 'test:sari-slack', id from sari`,
    )
    const { id } = await propose()
    const turn = turnOf('Sari')
    const linked = { ...turn.person, account: 'test:sari-slack', accounts: ['test:sari', 'test:sari-slack'] }
    await actionOf('setujui').run({ ...turn, person: linked }, id)
    expect(knowledge).toEqual([])
    expect((await store.officersBut('test:sari')).map(({ account }) => account)).toEqual(['test:dodi'])
    await pressing('setujui', 'Dodi', id)
    expect(knowledge).toEqual([`+${id}`])
  })

  test('not where a proposal was turned down, nor of what does not exist', async () => {
    const { id } = await propose()
    await store.reject(id, { account: 'test:dodi', name: 'Dodi' }, AT, 'belum')
    await pressing('setujui', 'Dodi', id)
    await pressing('setujui', 'Dodi', '99')
    await pressing('setujui', 'Dodi', 'x; drop table published')
    await pressing('cabut', 'Dodi', id)
    expect(knowledge).toEqual([])
  })
})

describe('the night', () => {
  test('takes out what was published until yesterday, and the second time nothing', async () => {
    const over = await propose('2020-01-31')
    const lasting = await propose('2099-01-31')
    for (const { id } of [over, lasting]) await store.approve(id, { account: 'test:dodi', name: 'Dodi' }, AT)
    expect((await store.published()).map(({ id }) => id)).toEqual([lasting.id])
    const job = forgetQuestions(store, port)
    await job.run({})
    await job.run({})
    expect(knowledge).toEqual([`-${over.id}`])
    expect((await store.entry(over.id))?.state).toBe('expired')
    expect((await store.entry(lasting.id))?.state).toBe('live')
  })

  test('forgets questions after a year, and those to officers half a year after anything happened', async () => {
    await database.query(
      `insert into question (message, conversation, text, outcome, asked_at) values
         ('lama', 'test:wati', 'lama', 'refused', now() - interval '366 days'),
         ('baru', 'test:wati', 'baru', 'refused', now() - interval '364 days')`,
    )
    await database.query(
      `insert into handover (key, conversation, name, question, asked_at, answer, answered_at) values
         ('a', 'test:wati', 'Wati', 'tak terjawab', now() - interval '181 days', null, null),
         ('b', 'test:wati', 'Wati', 'menunggu', now() - interval '179 days', null, null),
         ('c', 'test:wati', 'Wati', 'lama dijawab', now() - interval '400 days', 'ya', now() - interval '181 days'),
         ('d', 'test:wati', 'Wati', 'baru dijawab', now() - interval '400 days', 'ya', now() - interval '179 days')`,
    )
    const gone = await propose()
    await store.reject(gone.id, { account: 'test:dodi', name: 'Dodi' }, new Date('2020-01-01'), 'belum')
    const job = forgetQuestions(store)
    for (let night = 0; night < 2; night++) {
      await job.run({})
      expect(await texts('select text from question')).toEqual(['baru'])
      expect(await texts('select question as text from handover order by id')).toEqual([
        'menunggu',
        'baru dijawab',
      ])
      expect(await store.entry(gone.id)).toBeUndefined()
    }
  })
})

test.each([
  ['Pasal 9 PP 94/2021', 'pp-94-2021 9 '],
  ['pasal 9 ayat (2) huruf b PP Nomor 94 Tahun 2021', 'pp-94-2021 9 2'],
  ['pp 94 2021 pasal 9', 'pp-94-2021 9 '],
  ['Undang-Undang Nomor 20 Tahun 2023 pasal 24A', 'uu-20-2023 24A '],
  ['Lampiran PermenPANRB 6/2022', 'permenpanrb-6-2022 Lampiran '],
  ['Pasal 9', undefined],
  ['PP 94/2021', undefined],
  ['kata kepala bidang', undefined],
])('"%s" rests on %s', (text, expected) => {
  const basis = readBasis(text)
  expect(basis && `${basis.regulation} ${basis.pasal} ${basis.ayat ?? ''}`).toBe(expected)
})

test('what names a person is seen, and offices are no persons', () => {
  expect(holdsNumbers('NIP 198703052010012001')).toBe(true)
  expect(holdsNumbers('surel wati@contoh.id')).toBe(true)
  expect(holdsNumbers('PP 94/2021 pasal 9, 28 hari')).toBe(false)
  expect(namesIn('Cuti Pak Budi Santoso dan a.n. Sari, atas nama Wati')).toEqual([
    'Budi Santoso',
    'Sari',
    'Wati',
  ])
  expect(namesIn('Izin Bapak Bupati, Ibu Camat, dan atasan')).toEqual([])
})

test('a published answer says who stands behind it', () => {
  const reviewedAt = new Date('2026-11-22T02:00:00Z')
  const basis = { regulation: 'pp-94-2021', pasal: '9', ayat: '2' }
  expect(attribution({ basis, reviewedAt, alone: false }, 'Asia/Jakarta')).toBe(
    'Jawaban BKPSDM (ditinjau 22 November 2026), dasar: Pasal 9 ayat (2) PP 94/2021',
  )
  expect(attribution({ basis: null, reviewedAt, alone: true }, 'Asia/Jakarta')).toBe(
    'Jawaban BKPSDM (ditinjau 22 November 2026, oleh penulisnya sendiri)',
  )
})

const AT = new Date('2026-03-02T09:00:00+07:00')
let proposals = 0

async function propose(until: string | null = null) {
  proposals += 1
  return store.propose({
    key: `uji:${proposals}`,
    origin: `tiket ${proposals}`,
    question: 'TPP kalau sakit?',
    answer: 'Tidak dipotong.',
    basis: null,
    until,
    author: 'test:sari',
    authorName: 'Sari',
    conversation: 'test:sari',
  })
}

async function texts(sql: string): Promise<readonly string[]> {
  return (await database.query<{ text: string }>(sql)).map(({ text }) => text)
}

function turnOf(name: string): Turn {
  const account = `test:${name.toLowerCase()}`
  return {
    conversation: 'test:uji',
    person: { account, name, role: 'hr', language: 'id' },
    message: {
      id: 'uji',
      conversation: 'test:uji',
      sender: { account, name },
      content: { kind: 'text', text: '' },
      sentAt: AT,
    },
    now: AT,
    timeZone: 'Asia/Jakarta',
    memory: null,
    preview: () => undefined,
  }
}
