import { beforeEach, expect, it, vi } from 'vitest'
import type { Feature, Outbox, Person } from '../../src/chat/feature.ts'
import type { Content, Outgoing } from '../../src/chat/message.ts'
import { type ConversationState, FRESH, takeTurn } from '../../src/chat/turn.ts'
import type { Database } from '../../src/database/database.ts'
import { createPerformance } from '../../src/features/performance/feature.ts'
import { createKeeping } from '../../src/files.ts'
import { NOW, recording } from '../support/bot.ts'
import { freshDatabase } from '../support/database.ts'
import { staff, TWO, targets } from './stage.ts'

vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 })

let database: Database
let feature: Feature
let said: Map<string, Outgoing>
beforeEach(async () => {
  database = await freshDatabase()
  await staff(database)
  await targets(database, 'Wati', TWO)
  said = new Map()
  const outbox: Outbox = {
    async say(to, message, key) {
      if (!said.has(`${to} ${key}`)) said.set(`${to} ${key}`, message)
    },
    revise: async () => undefined,
  }
  feature = createPerformance({
    database,
    outbox,
    files: createKeeping(undefined, () => undefined),
    log: recording([]),
    timeZone: 'Asia/Jakarta',
    organization: 'Pemerintah Kota Serang',
  })
})

const ROLES = { Wati: 'employee', Sari: 'supervisor' } as const

/** Somebody whose every message is worked on twice, as it is when the process ends right after the first time. */
function somebody(name: keyof typeof ROLES) {
  let state: ConversationState = FRESH
  let offered: Outgoing['choices'] = []
  let count = 0
  return async (words: string): Promise<string> => {
    const [employee] = await database.query<{ id: string }>('select id from employee where name = $1', [name])
    const account = `test:${name.toLowerCase()}` as const
    const person: Person = { account, name, role: ROLES[name], language: 'id', employee: employee?.id ?? '' }
    const label = /^\[(.+)\]$/.exec(words)?.[1]
    const told = [...said.entries()].findLast(([key]) => key.startsWith(`${account} `))?.[1]
    const pressed = [...(offered ?? []), ...(told?.choices ?? [])].find((choice) => choice.label === label)
    expect(label === undefined || pressed !== undefined, `${words} is offered`).toBe(true)
    const content: Content = pressed
      ? { kind: 'choice', value: pressed.value }
      : { kind: 'text', text: words }
    const message = {
      id: `${account}:${++count}`,
      conversation: account,
      sender: { account, name },
      content,
      sentAt: NOW,
    }
    const context = {
      features: [feature],
      person,
      now: NOW,
      timeZone: 'Asia/Jakarta',
      preview: () => undefined,
    }
    const first = await takeTurn(context, message, state)
    const again = await takeTurn({ ...context, now: new Date(NOW.getTime() + 20_000) }, message, state)
    expect(texts(again.replies), `what is said to "${words}" the second time`).toEqual(texts(first.replies))
    state = again.state
    offered = again.replies.flatMap(({ choices = [] }) => choices)
    return texts(again.replies).join('\n')
  }
}

const texts = (replies: readonly Outgoing[]): readonly string[] => replies.map(({ text }) => text)
const counts = async (): Promise<object> => {
  const tables = ['target', 'target_change', 'work_update', 'work_note']
  const entries = await Promise.all(
    tables.map(async (table) => {
      const [row] = await database.query<{ count: number }>(`select count(*)::int as count from ${table}`)
      return [table, row?.count]
    }),
  )
  return Object.fromEntries(entries)
}

it('a report, a change, a question, its answer, approvals and a withdrawal are stored once though each is worked on twice', async () => {
  const [wati, sari] = [somebody('Wati'), somebody('Sari')]
  await wati('/kinerja 10 berkas pensiun lengkap')
  expect(await wati('[Simpan]')).toMatch(/^Tersimpan/)
  expect(await counts()).toEqual({ target: 2, target_change: 0, work_update: 1, work_note: 0 })

  await wati('/kinerja')
  await wati('[Laporan saya]')
  await wati('[1]')
  await wati('[Ubah]')
  await wati('[Jumlah]')
  await wati('12 berkas')
  expect(await wati('[Simpan]')).toMatch(/^Perubahan tersimpan/)
  expect(await database.query('select quantity, good, revision from work_update')).toEqual([
    { quantity: '12', good: '12', revision: 1 },
  ])

  await sari('/tinjauan')
  await sari('[Wati (1)]')
  await sari('[Tanya balik]')
  await sari('Yang mana?')
  await wati('[Jawab]')
  await wati('Yang dari Cipocok.')
  expect(await database.query('select kind, text from work_note order by id')).toEqual([
    { kind: 'changed', text: expect.stringContaining('10 berkas') },
    { kind: 'asked', text: 'Yang mana?' },
    { kind: 'comment', text: 'Yang dari Cipocok.' },
  ])

  await sari('/tinjauan')
  await sari('[Wati (1)]')
  expect(await sari('[Setujui]')).toMatch(/^Disetujui/)
  await wati('/kinerja 5 berkas pensiun lengkap')
  await wati('[Simpan]')
  await wati('/kinerja 6 berkas pensiun lengkap')
  await wati('[Simpan]')
  await sari('/tinjauan')
  await sari('[Wati (2)]')
  expect(await sari('[Setujui semua (2)]')).toMatch(/^2 laporan Wati disetujui/)
  expect(await database.query('select status from work_update')).toEqual(
    Array(3).fill({ status: 'approved' }),
  )

  await wati('/kinerja')
  await wati('[Laporan saya]')
  await wati('[1]')
  await wati('[Tarik]')
  expect(await wati('[Ya, tarik]')).toMatch(/sudah ditarik/)
  expect(await counts()).toEqual({ target: 2, target_change: 0, work_update: 3, work_note: 7 })
  const told = [...said.keys()].map((key) => key.split(' ')[0])
  // a question, an approval, an approval of two; an answer, a withdrawal of what was approved
  expect(told.filter((to) => to === 'web:wati' || to === 'test:wati')).toHaveLength(3)
  expect(told.filter((to) => to === 'web:sari' || to === 'test:sari')).toHaveLength(2)
})

it('a target is added, changed and given up once though each is worked on twice', async () => {
  const wati = somebody('Wati')
  await wati('/target')
  await wati('[Tambah RHK]')
  for (const words of ['Terlaksananya imunisasi balita', '300 balita', 'lewati', 'lewati']) await wati(words)
  expect(await wati('ya')).toMatch(/^\*\*RHK 3\*\* tersimpan/)
  await wati('/target 3')
  await wati('[Ubah]')
  await wati('[Ubah]')
  await wati('[Jumlah]')
  await wati('200 balita')
  expect(await wati('ya')).toMatch(/sudah diubah/)
  await wati('/target 3')
  await wati('[Tidak dipakai lagi]')
  expect(await wati('[Ya, tidak dipakai lagi]')).toMatch(/tidak dipakai lagi/)
  expect(await counts()).toEqual({ target: 3, target_change: 2, work_update: 0, work_note: 0 })
  expect([...said.values()].map(({ text }) => text.split(' ').slice(0, 2).join(' '))).toEqual([
    'Wati menambah',
    'Wati mengubah',
    'Wati tidak',
  ])
})

it('two devices of one person do not draw the same number', async () => {
  const { createPerformanceStore } = await import('../../src/features/performance/store.ts')
  const store = createPerformanceStore(database)
  const [wati] = await database.query<{ id: string }>(`select id from employee where name = 'Wati'`)
  const goal = { title: 'Satu lagi', quantity: null, unit: null, quality: null, qualityGoal: null, due: null }
  const owner = { employee: wati?.id ?? '', year: 2026, parent: null }
  const added = await Promise.all(
    ['a', 'b', 'c', 'a'].map((key) => store.addTarget(owner, goal, { key, now: NOW })),
  )
  const numbers = added.map(({ number }) => number)
  expect([...new Set(numbers)].toSorted(), 'whoever comes first').toEqual([3, 4, 5])
  expect(numbers[3], 'the same message again').toBe(numbers[0])
})
