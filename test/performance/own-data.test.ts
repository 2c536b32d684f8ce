import { beforeEach, expect, it, vi } from 'vitest'
import type { Person } from '../../src/chat/feature.ts'
import type { Database } from '../../src/database/database.ts'
import { createPerformanceStore } from '../../src/features/performance/store.ts'
import { createOwnWork } from '../../src/features/performance/updates/own-data.ts'
import { NOW } from '../support/bot.ts'
import { freshDatabase } from '../support/database.ts'
import { staff, TWO, targets } from './stage.ts'

vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 })

let database: Database
let wati: Person
beforeEach(async () => {
  database = await freshDatabase()
  await staff(database)
  await targets(database, 'Wati', TWO)
  const [row] = await database.query<{ id: string }>(`select id from employee where name = 'Wati'`)
  wati = { account: 'test:wati', name: 'Wati', role: 'employee', language: 'id', employee: row?.id ?? '' }
})

it('shows people all that is kept of their work, and says by which law it stays', async () => {
  const store = createPerformanceStore(database)
  const own = createOwnWork(store)
  const work = {
    target: null,
    doneOn: '2026-03-01',
    quantity: 40,
    unit: 'berkas',
    good: 39,
    late: null,
    link: null,
    said: '40 berkas, 1 salah',
  }
  const deed = { by: wati.employee ?? '', now: NOW }
  const { id } = await store.saveUpdate(wati.employee ?? '', work, { ...deed, key: 'a' })
  await store.say(id, 'comment', 'Sudah lengkap', { ...deed, key: 'b' })
  const kept = await own.collect(wati)
  expect(kept.map(({ title, rows }) => [title, rows.length])).toEqual([
    ['Target kerja (RHK) Anda', 2],
    ['Laporan kinerja Anda, beserta buktinya', 1],
    ['Percakapan tentang laporan Anda', 1],
  ])
  expect(kept[1]?.rows[0]).toMatchObject({ said: '40 berkas, 1 salah', good: 39 })
  expect(kept[1]?.why).toContain('PP 30/2019, Pasal 26')
  for (const _ of [1, 2]) {
    const [stays = '', ...more] = await own.erase(wati)
    expect(more).toEqual([])
    for (const law of ['PP 30/2019, Pasal 29', 'UU 43/2009, Pasal 52', 'UU 27/2022, Pasal 15'])
      expect(stays).toContain(law)
  }
  expect(await own.collect(wati)).toEqual(kept)
})

it('keeps nothing of those who have no entry', async () => {
  const own = createOwnWork(createPerformanceStore(database))
  const citizen: Person = { account: 'test:tono', name: 'Tono', role: 'citizen', language: 'id' }
  expect([await own.collect(citizen), await own.erase(citizen)]).toEqual([[], []])
})
