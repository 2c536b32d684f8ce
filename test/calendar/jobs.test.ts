import { beforeEach, describe, expect, it } from 'vitest'
import { createCalendarStore } from '../../src/calendar.ts'
import type { Database } from '../../src/database/database.ts'
import { calendarJobs } from '../../src/features/calendar/feature.ts'
import { createDraftStore } from '../../src/features/calendar/table/draft-store.ts'
import { addDays } from '../../src/indonesian/dates.ts'
import { staff } from '../performance/stage.ts'
import { freshDatabase } from '../support/database.ts'
import { dayOff } from './calendars.ts'
import { asShipped } from './stage.ts'

let database: Database
beforeEach(async () => {
  database = await freshDatabase()
  await staff(database)
  await asShipped(database)
})

/** What officers were told at each of some times; the same key twice is told once. */
async function told(times: readonly string[]): Promise<readonly string[]> {
  const said = new Map<string, string>()
  for (const time of times) {
    const jobs = calendarJobs({
      database,
      outbox: {
        say: async (to, { text }, key) => {
          if (!said.has(key)) said.set(key, `${time.slice(0, 10)} ${to}: ${/\*\*(.+?)\*\*/.exec(text)?.[1]}`)
        },
        revise: async () => undefined,
      },
      officers: async () => [{ conversation: 'test:hana' }],
      clock: () => new Date(time.includes('+') ? time : `${time}T08:00:00+07:00`),
      timeZone: 'Asia/Jakarta',
    })
    for (const job of jobs) {
      await job.run({})
      await job.run({})
    }
  }
  return [...said.values()]
}

const days = (from: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => addDays(from, i))

describe('the warning that a table is missing', () => {
  it('comes on the first working day of October and November, and of each week of December', async () => {
    expect(await told(days('2026-09-25', 98))).toEqual([
      '2026-10-01 test:hana: 2027',
      '2026-11-02 test:hana: 2027',
      '2026-12-01 test:hana: 2027',
      '2026-12-07 test:hana: 2027',
      '2026-12-14 test:hana: 2027',
      '2026-12-21 test:hana: 2027',
      '2026-12-28 test:hana: 2027',
    ])
  })

  it('is made up for when it did not run that day, in working hours only', async () => {
    expect(
      await told(['2026-10-02T05:59:00+07:00', '2026-10-02T17:00:00+07:00', '2026-10-03', '2026-10-06']),
    ).toEqual(['2026-10-06 test:hana: 2027'])
  })

  it('goes on each week while the year itself is missing', async () => {
    expect(await told(days('2027-01-01', 12))).toEqual([
      '2027-01-04 test:hana: 2027',
      '2027-01-11 test:hana: 2027',
    ])
  })

  it('is not said while there is nothing to do, and ends with the table', async () => {
    expect(await told(['2026-03-02', '2026-09-30'])).toEqual([])
    const table = days('2027-01-01', 15).map((day) => dayOff(day, 'nasional'))
    await createCalendarStore(database).add(table, 'test:hana', new Date('2026-10-01'))
    expect(await told(days('2026-10-01', 60))).toEqual([])
  })
})

it('forgets tables nobody confirmed and absences of long ago', async () => {
  const [calendar, drafts] = [createCalendarStore(database), createDraftStore(database)]
  const draft = (key: string, at: string) =>
    drafts.keep({ key, account: 'test:hana', days: [], now: new Date(at) })
  const [old, fresh] = [await draft('a', '2026-02-20'), await draft('b', '2026-02-25')]
  const away = { employee: '3', kind: 'cuti', by: 'test:wati', now: new Date('2025-01-01') } as const
  await calendar.note({ ...away, key: 'a', from: '2025-03-01', to: '2025-03-01' })
  await calendar.note({ ...away, key: 'b', from: '2025-03-01', to: '2025-03-03' })
  await told(['2026-03-02'])
  expect([await drafts.find(old), (await drafts.find(fresh))?.id]).toEqual([undefined, fresh])
  expect((await calendar.absencesKept('3')).map(({ key }) => key)).toEqual(['b'])
})
