import { beforeEach, describe, expect, it } from 'vitest'
import { createCalendarStore } from '../../src/calendar.ts'
import type { Database } from '../../src/database/database.ts'
import { createOwnAbsences } from '../../src/features/calendar/absences/own-data.ts'
import { staff } from '../performance/stage.ts'
import { freshDatabase } from '../support/database.ts'
import { dayOff } from './calendars.ts'
import { asShipped } from './stage.ts'

const NOW = new Date('2026-03-02T09:00:00+07:00')
const BY = 'test:hana'

let database: Database
beforeEach(async () => {
  database = await freshDatabase()
  await staff(database)
  await asShipped(database)
})

describe('the calendar that is kept', () => {
  it('is the one that ships, until officers add to it; two processes see the same', async () => {
    const [here, there] = [createCalendarStore(database), createCalendarStore(database)]
    expect((await there.calendar()).isWorking('2026-10-08')).toBe(true)
    await here.add([dayOff('2026-10-08')], BY, NOW)
    for (const store of [here, there]) expect((await store.calendar()).isWorking('2026-10-08')).toBe(false)
    await there.remove('2026-10-08')
    for (const store of [here, there]) expect((await store.calendar()).isWorking('2026-10-08')).toBe(true)
  })

  it('is read anew only when something has changed', async () => {
    const store = createCalendarStore(database)
    const first = await store.calendar()
    expect(await store.calendar()).toBe(first)
    await store.setWeek(6)
    expect(await store.calendar()).not.toBe(first)
    expect((await store.calendar()).week).toBe(6)
    expect(await store.week()).toBe(6)
  })

  it('keeps who added a day and when; the same again changes nothing, another takes its place', async () => {
    const store = createCalendarStore(database)
    const rows = () => database.query('select day, kind, added_by, added_at from holiday')
    await store.add([dayOff('2026-12-24', 'kerja')], BY, NOW)
    await store.add([dayOff('2026-12-24', 'kerja')], 'test:lain', new Date('2026-03-03'))
    expect(await rows()).toEqual([{ day: '2026-12-24', kind: 'kerja', added_by: BY, added_at: NOW }])
    expect((await store.calendar()).isWorking('2026-12-24')).toBe(true)
    await store.add([dayOff('2026-12-24', 'bersama')], 'test:lain', NOW)
    expect(await rows()).toMatchObject([{ kind: 'bersama', added_by: 'test:lain' }])
    expect(await store.remove('2026-12-24')).toMatchObject({ kind: 'bersama' })
    expect(await store.remove('2026-12-24')).toBeUndefined()
    expect(await store.holidays('2026-12-24', '2026-12-24')).toMatchObject([
      { source: 'shipped', kind: 'bersama' },
    ])
  })

  it('keeps the week when days are added, and the days when the week changes', async () => {
    const store = createCalendarStore(database)
    await store.setWeek(6)
    await store.add([dayOff('2026-10-08'), dayOff('2026-10-09')], BY, NOW)
    const calendar = await store.calendar()
    expect([calendar.week, calendar.isWorking('2026-10-08'), calendar.isWorking('2026-10-10')]).toEqual([
      6,
      false,
      true,
    ])
  })
})

describe('absences', () => {
  const note = (key: string, employee: string, from: string, to: string) =>
    createCalendarStore(database).note({ key, employee, from, to, kind: 'cuti', by: BY, now: NOW })

  it('are kept once for a message, and found by the days they touch', async () => {
    const store = createCalendarStore(database)
    await note('a', '3', '2026-03-03', '2026-03-06')
    await note('a', '3', '2026-03-03', '2026-03-06')
    await note('b', '4', '2026-03-06', '2026-03-06')
    const found = await store.absences(['3', '4', '5'], '2026-03-06', '2026-03-31')
    expect([...found]).toEqual([
      ['3', [{ from: '2026-03-03', to: '2026-03-06', kind: 'cuti' }]],
      ['4', [{ from: '2026-03-06', to: '2026-03-06', kind: 'cuti' }]],
    ])
    expect((await store.absences(['3'], '2026-03-07', '2026-03-31')).size).toBe(0)
    expect((await store.absences([], '2026-03-01', '2026-03-31')).size).toBe(0)
  })

  it('are taken back by whoever they are of, those begun from today on', async () => {
    const store = createCalendarStore(database)
    const coming = await note('a', '3', '2026-03-03', '2026-03-06')
    const begun = await note('b', '3', '2026-02-26', '2026-03-06')
    expect(await store.takeBack(coming?.id ?? '', '4', '2026-03-02')).toBeUndefined()
    expect(await store.takeBack(coming?.id ?? '', '3', '2026-03-02')).toMatchObject({ from: '2026-03-03' })
    expect(await store.takeBack(begun?.id ?? '', '3', '2026-03-02')).toMatchObject({ to: '2026-03-06' })
    expect(await store.absencesKept('3')).toMatchObject([{ from: '2026-02-26', to: '2026-03-01' }])
  })

  it('are forgotten a year later', async () => {
    const store = createCalendarStore(database)
    await note('a', '3', '2025-02-01', '2025-02-28')
    await note('b', '3', '2025-02-01', '2025-03-01')
    await store.forgetAbsences('2025-03-01')
    expect((await store.absencesKept('3')).map(({ key }) => key)).toEqual(['b'])
  })

  it('are shown to whoever they are about, and erased when they ask', async () => {
    const store = createCalendarStore(database)
    await note('a', '3', '2026-03-03', '2026-03-06')
    const { collect, erase } = createOwnAbsences({ calendar: store })
    const wati = {
      account: 'test:wati',
      name: 'Wati',
      role: 'employee',
      language: 'id',
      employee: '3',
    } as const
    expect(await collect(wati)).toEqual([
      {
        title: 'Cuti dan dinas luar yang dicatat',
        why: expect.stringContaining('pengingat menunggu'),
        rows: [
          {
            Jenis: 'Cuti',
            Mulai: '2026-03-03',
            Sampai: '2026-03-06',
            'Dicatat oleh': 'petugas kepegawaian',
            at: NOW.toISOString(),
          },
        ],
      },
    ])
    expect(await erase(wati)).toEqual([])
    expect(await collect(wati)).toEqual([])
  })
})
