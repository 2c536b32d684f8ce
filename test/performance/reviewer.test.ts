import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Outgoing } from '../../src/chat/message.ts'
import type { Database } from '../../src/database/database.ts'
import { createReviewStore } from '../../src/features/performance/updates/review-store.ts'
import { createReviewerStore } from '../../src/features/performance/updates/reviewer-store.ts'
import { remindReviewers } from '../../src/features/performance/updates/waiting.job.ts'
import { freshDatabase } from '../support/database.ts'
import { staff } from './stage.ts'

vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 })

const NOW = new Date('2026-03-02T08:00:00+07:00')
const moment = { today: '2026-03-02', now: NOW }

let database: Database
beforeEach(async () => {
  database = await freshDatabase()
  await staff(database)
})

const idOf = async (name: string): Promise<string> =>
  (await database.query<{ id: string }>('select id from employee where name = $1', [name]))[0]?.id ?? ''
const namesOf = async (ids: readonly (string | undefined)[]): Promise<readonly string[]> => {
  const rows = await database.query<{ id: string; name: string }>('select id, name from employee')
  return ids.map((id) => rows.find((row) => row.id === id)?.name ?? 'nobody')
}

/** A report of somebody that has waited since a day. */
async function reported(name: string, since = '2026-03-01', status = 'sent'): Promise<string> {
  const [row] = await database.query<{ id: string }>(
    `insert into work_update (key, employee, done_on, quantity, unit, said, status, created_at, changed_at)
     select 'uji:' || gen_random_uuid(), id, $2::date, 1, 'berkas', '1 berkas', $3, $2::timestamptz, $2::timestamptz
     from employee where name = $1 returning id`,
    [name, since, status],
  )
  return row?.id ?? ''
}
const leaves = (name: string, day: string) =>
  database.query('update employee set left_on = $2::date where name = $1', [name, day])

describe('who decides about reports', () => {
  const reviewer = async (name: string) => {
    const { reviewerOf } = createReviewerStore(database)
    return (await namesOf([await reviewerOf(await idOf(name), moment)]))[0]
  }

  it('is the supervisor, the next one above where that one has left, and nobody where there is none', async () => {
    expect(await reviewer('Wati')).toBe('Sari')
    expect(await reviewer('Rini')).toBe('nobody')
    await leaves('Sari', '2026-03-03') // the last day is the one before
    expect(await reviewer('Wati')).toBe('Sari')
    await leaves('Sari', '2026-03-02')
    expect(await reviewer('Wati')).toBe('Kepala')
    await leaves('Kepala', '2026-01-01')
    expect(await reviewer('Wati')).toBe('nobody')
  })

  it('is never oneself, also among people who lead each other', async () => {
    await database.query(
      `update employee set supervisor = (select id from employee where name = 'Wati') where name = 'Kepala'`,
    )
    await leaves('Sari', '2026-01-01')
    await leaves('Kepala', '2026-01-01')
    expect(await reviewer('Wati')).toBe('nobody')
  })

  it('a report that waits for two weeks is shown to the next one above as well, and may be approved there', async () => {
    const reviews = createReviewStore(database)
    const [sari, kepala, wati] = [await idOf('Sari'), await idOf('Kepala'), await idOf('Wati')]
    const [fresh, old] = [await reported('Wati', '2026-02-20'), await reported('Wati', '2026-02-15')]
    const seen = async (who: string) => (await reviews.waitingOf(wati, who, moment)).map(({ id }) => id)
    expect(await seen(sari)).toEqual([fresh, old])
    expect(await seen(kepala)).toEqual([old])
    expect(await reviews.waitingFor(kepala, moment)).toEqual([{ employee: wati, name: 'Wati', count: 1 }])
    const deed = { by: kepala, ...moment }
    expect(await reviews.approve(fresh, 0, { key: 'uji:1', ...deed })).toBe('gone')
    expect(await reviews.approve(old, 0, { key: 'uji:2', ...deed })).toBe('approved')
    expect(await reviews.approve(old, 0, { key: 'uji:2', ...deed })).toBe('approved')
    await leaves('Sari', '2026-03-01')
    expect(await seen(kepala)).toEqual([fresh])
    const all = await reviews.approveAll(wati, NOW, { key: 'uji:3', ...deed })
    expect(all.map(({ id }) => id)).toEqual([fresh])
  })

  it('the report of a leaver is still decided about by whoever led them', async () => {
    const id = await reported('Budi')
    const reviews = createReviewStore(database)
    expect(await reviews.reviews(await idOf('Sari'), id, moment)).toBe(true)
    expect(await reviews.reviews(await idOf('Hana'), id, moment)).toBe(false)
    expect(await reviews.reviews(await idOf('Budi'), id, moment)).toBe(false)
  })
})

describe('the reminder that reports wait', () => {
  async function remind(now: Date, times = 1): Promise<readonly string[]> {
    const said = new Map<string, string>()
    const outbox = {
      say: async (to: string, { text, choices }: Outgoing, key: string) =>
        void said.set(key, `${to} ${text} [${choices?.map(({ label }) => label).join()}]`),
      revise: async () => undefined,
    }
    const job = remindReviewers({ database, outbox, clock: () => now, timeZone: 'Asia/Jakarta' })
    for (let i = 0; i < times; i++) await job.run({})
    return [...said.values()]
  }

  it('says once a day, however often it runs, to each who decides how many wait', async () => {
    await reported('Wati')
    await reported('Wati', '2026-03-02', 'approved')
    await reported('Wati', '2026-03-02', 'asked')
    await reported('Dewi')
    await reported('Budi')
    await reported('Dewi', '2026-02-01')
    await reported('Rini')
    expect(await remind(NOW, 2)).toEqual([
      'test:kepala **1 laporan menunggu Anda tinjau**. [Tinjau]',
      'test:sari **4 laporan menunggu Anda tinjau**, dari 3 orang. [Tinjau]',
    ])
  })

  it('goes past whoever has left', async () => {
    await reported('Wati')
    await leaves('Sari', '2026-03-01')
    expect(await remind(NOW)).toEqual(['test:kepala **1 laporan menunggu Anda tinjau**. [Tinjau]'])
  })

  it('is not said where nothing waits, on a weekend or another day off, or at night', async () => {
    expect(await remind(NOW)).toEqual([])
    await reported('Wati')
    expect(await remind(new Date('2026-03-07T08:00:00+07:00'))).toEqual([])
    expect(await remind(new Date('2026-03-08T08:00:00+07:00'))).toEqual([])
    expect(await remind(new Date('2026-03-18T08:00:00+07:00'))).toEqual([])
    expect(await remind(new Date('2026-03-02T22:30:00+07:00'))).toEqual([])
    expect(await remind(new Date('2026-03-02T00:30:00+07:00'))).toEqual([])
    expect(await remind(new Date('2026-03-06T16:30:00+07:00'))).toHaveLength(1)
  })
})
