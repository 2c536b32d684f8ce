import { describe, expect, it } from 'vitest'
import { figuresIn } from '../../src/features/feedback/transparency/choosing.ts'
import type { Figures, Published } from '../../src/features/feedback/transparency/figures.ts'
import { publicStage } from './transparency-stage.ts'

/** Of all units and the whole year. */
function city({ years }: Published, month?: string): Figures {
  const [year] = years
  if (year === undefined) throw new Error('there are figures')
  return figuresIn(year.city, month)
}

const NOTHING = { received: 0, inTime: 0, late: 0, waiting: 0, overdue: 0, unanswered: 0 }

describe('what became of tickets', () => {
  // Monday, 2 March 2026; the 19th is Nyepi, and the days around Idulfitri until the 24th are off
  it.each([
    ['answered on the eighth working day', { answered: '2026-03-12' }, 'inTime'],
    ['answered on the ninth', { answered: '2026-03-13' }, 'late'],
    ['answered later, where it stood still', { answered: '2026-03-13', stood: 1 }, 'inTime'],
    ['answered on the Saturday after the last day', { on: '2026-03-03', answered: '2026-03-14' }, 'inTime'],
    ['answered after days off', { on: '2026-03-13', answered: '2026-03-30' }, 'inTime'],
    ['not answered in weeks', {}, 'overdue'],
    ['not answered, but not long there', { on: '2026-03-27' }, 'waiting'],
    ['not answered, with many days off since', { on: '2026-03-13' }, 'waiting'],
    ['asked something that is still open', { state: 'asked', asked: '2026-03-03' }, 'waiting'],
    ['closed without an answer', { state: 'closed', closed: '2026-03-04' }, 'unanswered'],
    ['praise', { kind: 'praise' }, 'unanswered'],
    ['praise that was answered', { kind: 'praise', answered: '2026-03-03' }, 'unanswered'],
    [
      'answered and closed',
      { state: 'closed', answered: '2026-03-03', closed: '2026-03-04', stars: 4 },
      'inTime',
    ],
    ['opened again and not answered since', { verified: '2026-03-05', reopened: 1 }, 'overdue'],
    [
      'opened again and answered within five days',
      { verified: '2026-03-05', reopened: 1, answered: '2026-03-12' },
      'inTime',
    ],
    [
      'opened again and answered later',
      { verified: '2026-03-05', reopened: 1, answered: '2026-03-13' },
      'late',
    ],
    ['answered today, which does not count yet', { on: '2026-03-27', answered: '2026-03-31' }, 'waiting'],
  ] as const)('%s', async (_, row, outcome) => {
    const stage = await publicStage()
    await stage.lodge({ on: '2026-03-02', ...row }, 6)
    expect(city(await stage.figures())).toMatchObject({ ...NOTHING, received: 6, [outcome]: 6 })
  })

  it('what tells of a crime of officials counts nowhere, nor does what went with it', async () => {
    const stage = await publicStage()
    await stage.lodge(
      { on: '2026-03-02', kind: 'whistleblowing', themes: ['pungli'], stars: 1, closed: '2026-03-03' },
      9,
    )
    await stage.lodge({ on: '2026-03-02', state: 'joined', into: 1, themes: ['pungli'] }, 9)
    expect((await stage.figures()).years).toEqual([])
    await stage.lodge({ on: '2026-03-02', themes: ['antrean'] }, 5)
    const [year] = (await stage.figures()).years
    expect(year?.city.year.received).toBeUndefined() // the day's figures stay as they are
    stage.at.day = '2026-04-01'
    const [next] = (await stage.figures()).years
    expect(next).toMatchObject({ city: { year: { received: 5, rated: 0 } } })
    expect(JSON.stringify(next?.themes)).not.toContain('ungli')
  })

  it('a joined one is answered with the one it was joined to, also over several steps', async () => {
    const stage = await publicStage()
    await stage.lodge({ on: '2026-03-02', state: 'answered', answered: '2026-03-13' }) // 1: late
    await stage.lodge({ on: '2026-03-05', state: 'joined', into: 1, closed: '2026-03-06' }, 5) // 2 to 6: in time
    await stage.lodge({ on: '2026-03-02', state: 'joined', into: 2, closed: '2026-03-06' }, 5) // late, like the first
    const figures = city(await stage.figures())
    expect(figures).toMatchObject({ received: 11, inTime: 5, late: 6, waiting: 0, unanswered: 0 })
    // five of 9 working days and one more, and five of 6
    expect(figures.medianDays).toBe(9)
  })

  it('belongs to the highest unit above its own, and to the month it came in', async () => {
    const stage = await publicStage()
    await stage.lodge({ on: '2026-02-27', unit: 3, answered: '2026-03-02' }, 7)
    await stage.lodge({ on: '2026-03-02', unit: 2, answered: '2026-03-03' }, 8)
    await stage.lodge({ on: '2026-03-02', unit: 4, answered: '2026-03-04' }, 9)
    await stage.lodge({ on: '2025-12-31', unit: null, answered: '2026-01-05' }, 5)
    const { on, years } = await stage.figures()
    expect(on).toBe('2026-03-31')
    expect(years.map(({ year, months }) => [year, months.length])).toEqual([
      [2026, 3],
      [2025, 12],
    ])
    const [now, before] = years
    expect(now?.units.map(({ id, name, year }) => [id, name, year.received])).toEqual([
      ['1', 'Dinas Kesehatan', 15],
      ['4', 'Dinas Sosial', 9],
    ])
    expect(now?.units[0]?.months['2026-02']).toMatchObject({ received: 7, inTime: 7, medianDays: 1 })
    expect(now?.units[0]?.months['2026-03']).toMatchObject({ received: 8, inTime: 8, medianDays: 1 })
    expect(now?.units[1]?.months['2026-03']?.medianDays).toBe(2)
    expect(before?.units.map(({ id, name, year }) => [id, name, year.received])).toEqual([
      ['0', 'Kantornya belum ditentukan', 5],
    ])
  })

  it('how content people are is known once it is closed, and of enough of them', async () => {
    const stage = await publicStage()
    const closed = { on: '2026-03-02', answered: '2026-03-03', closed: '2026-03-05' }
    await stage.lodge({ ...closed, stars: 5 }, 3)
    await stage.lodge({ ...closed, stars: 4 }, 2)
    await stage.lodge({ ...closed, stars: 3, unit: 4 }, 4)
    await stage.lodge({ on: '2026-03-02', answered: '2026-03-03', stars: 1 }, 5) // opened again meanwhile
    const [year] = (await stage.figures()).years
    // four of Dinas Sosial are too few, and would be had from the five of Dinas Kesehatan and the nine of all
    expect(year?.units.map(({ year: { rated, satisfaction } }) => [rated, satisfaction])).toEqual([
      [null, null],
      [null, null],
    ])
    await stage.lodge({ ...closed, stars: 3, unit: 4 }, 1)
    stage.at.day = '2026-04-01'
    const [next] = (await stage.figures()).years
    expect(next?.units.map(({ year: { rated, satisfaction } }) => [rated, satisfaction])).toEqual([
      [5, 4.6],
      [5, 3],
    ])
    expect(next?.city.year).toMatchObject({ rated: 10, satisfaction: 3.8 })
  })

  it('themes are named where enough name them', async () => {
    const stage = await publicStage()
    await stage.lodge({ on: '2026-03-02', themes: ['antrean', 'lainnya'] }, 6)
    await stage.lodge({ on: '2026-03-02', unit: 4, themes: ['antrean'] }, 4)
    await stage.lodge({ on: '2026-03-02', unit: 4, themes: ['toilet'] }, 3)
    const [year] = (await stage.figures()).years
    expect(year?.themes.map(({ tickets }) => tickets)).toEqual([10])
    expect(year?.units.map(({ themes }) => themes.length)).toEqual([1, 0])
  })

  it('days off of the place count', async () => {
    const stage = await publicStage()
    await stage.database.query(
      `insert into holiday (day, kind, name, decree, added_by, added_at)
       values ('2026-03-04', 'daerah', 'Hari jadi', 'Perwal 1/2026', 'web:1', '2026-01-01T00:00:00Z')`,
    )
    await stage.database.query(
      `insert into setting (name, value) values ('calendar', '{"week": 5, "version": 9}')`,
    )
    await stage.lodge({ on: '2026-03-02', answered: '2026-03-13' }, 5)
    expect(city(await stage.figures())).toMatchObject({ inTime: 5, medianDays: 8 })
  })

  it('what was promised otherwise is kept to', async () => {
    const stage = await publicStage()
    await stage.database.query(
      `insert into setting (name, value) values ('feedback:promised', '{"verify": 1, "answer": 2, "close": 10}')
       on conflict (name) do update set value = excluded.value`,
    )
    await stage.lodge({ on: '2026-03-02', answered: '2026-03-05' }, 5)
    await stage.lodge({ on: '2026-03-02', answered: '2026-03-06' }, 6)
    const figures = await stage.figures()
    await stage.database.query(`delete from setting where name = 'feedback:promised'`)
    expect(city(figures)).toMatchObject({ inTime: 5, late: 6 })
    expect(figures.promised).toEqual({ verify: 1, answer: 2 })
  })
})

describe('the figures of a day', () => {
  it('do not move while it lasts, whatever comes in, and are the same in every process', async () => {
    const stage = await publicStage()
    await stage.lodge({ on: '2026-03-27' }, 5)
    const first = await (await stage.get('/transparansi.csv')).text()
    await stage.lodge({ on: '2026-03-27' }, 20)
    expect(await (await stage.get('/transparansi.csv')).text()).toBe(first)
    stage.restart()
    expect(await (await stage.get('/transparansi.csv')).text()).toBe(first)
  })

  it('those of the day before are shown until the new ones are made', async () => {
    const stage = await publicStage()
    await stage.lodge({ on: '2026-03-27' }, 5)
    await stage.get('/transparansi')
    stage.at.day = '2026-04-01'
    expect(await (await stage.get('/transparansi')).text()).toContain('Selasa, 31 Maret 2026')
    await stage.night()
    expect(await (await stage.get('/transparansi')).text()).toContain('Rabu, 1 April 2026')
    expect(await stage.database.query('select on_day from transparency_day')).toEqual([
      { on_day: '2026-04-01' },
    ])
  })

  it('small ones are hidden before they are kept', async () => {
    const stage = await publicStage()
    await stage.lodge({ on: '2026-03-27' }, 3)
    await stage.lodge({ on: '2026-03-27', unit: 4 }, 12)
    const { years } = await stage.figures()
    expect(years[0]?.units[0]?.year).toMatchObject({ received: null, waiting: null, late: 0 })
    expect(years[0]?.units[1]?.year.received === null || years[0]?.city.year.received === null).toBe(true)
  })
})

it('an index of too few respondents is left out', async () => {
  const unit = { id: '1', name: 'Dinas Kesehatan' }
  const stage = await publicStage(async () => [
    { unit, month: '2026-02', value: 81.25, band: 'B', respondents: 4 },
    { unit, month: '2026-03', value: 88.5, band: 'A', respondents: 40 },
  ])
  await stage.lodge({ on: '2026-03-27' }, 5)
  expect((await stage.figures()).years[0]?.indices.map(({ month }) => month)).toEqual(['2026-03'])
})
