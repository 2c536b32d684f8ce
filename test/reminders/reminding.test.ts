import { beforeEach, describe, expect, it } from 'vitest'
import { forgetReminders } from '../../src/features/reminders/reminding/forget.job.ts'
import { addDays } from '../../src/indonesian/dates.ts'
import { staff } from '../performance/stage.ts'
import { freshDatabase } from '../support/database.ts'
import { MONTHLY, reminding } from './stage.ts'

let stage: Awaited<ReturnType<typeof reminding>>
beforeEach(async () => {
  const database = await freshDatabase()
  await staff(database)
  stage = await reminding(database)
})
const only = (name: string) => async () => ({ list: [await stage.id(name)] })

describe('the steps of a deadline', () => {
  it('are said to everybody who works here, on working days, each once', async () => {
    await stage.deadline({ audience: await only('Wati')() })
    expect(await stage.days('2026-03-02', '2026-03-31')).toEqual([
      '2026-03-13 wati',
      '2026-03-17 wati',
      '2026-03-19 wati',
      '2026-03-20 wati',
      '2026-03-24 wati',
      '2026-03-26 wati',
    ])
    expect(stage.text(stage.posted[0])).toContain('Jumat, 20 Maret 2026, 7 hari lagi')
    expect(stage.text(stage.posted[4])).toContain('Terlambat')
    expect(stage.posted[0]?.message.choices?.map(({ label }) => label)).toEqual([
      '✅ Sudah lapor',
      'Ingatkan besok',
      'Atur pengingat',
    ])
    expect(stage.posted[0]?.posting?.until).toEqual(new Date('2026-03-13T18:00:00+07:00'))
  })

  it('go to nobody who has left, and to nobody twice', async () => {
    await stage.deadline()
    stage.at('2026-03-13')
    await stage.run()
    await stage.run()
    expect(stage.posted.map(({ to }) => to).toSorted()).toEqual(
      ['dewi', 'hana', 'kepala', 'rini', 'sari', 'wati'].map((name) => `test:${name}`),
    )
    const [{ count } = { count: 0 }] = await stage.database.query<{ count: number }>(
      'select count(*)::int from reminder where said_at is not null',
    )
    expect(count).toBe(6)
  })

  it('are one letter, whatever many deadlines fall on a day', async () => {
    const audience = await only('Wati')()
    await stage.deadline({ audience })
    await stage.deadline({ audience, title: 'SPT tahunan', hour: 10, words: 'Halo {nama}, {judul} {sisa}.' })
    expect(await stage.days('2026-03-13', '2026-03-13', '08:05')).toEqual(['2026-03-13 wati'])
    expect(stage.text(stage.posted[0])).toMatch(
      /Laporan kinerja .*SPT tahunan .*Halo Wati, SPT tahunan 7 hari lagi\./,
    )
    expect(await stage.days('2026-03-13', '2026-03-13', '10:05')).toEqual([])
  })

  it('are said from the hour on, never at night, never on days off', async () => {
    await stage.deadline({ audience: await only('Wati')(), hour: 14 })
    for (const time of ['05:55', '08:00', '13:55', '18:00', '23:00'])
      expect(await stage.days('2026-03-13', '2026-03-13', time)).toEqual([])
    expect(await stage.days('2026-03-13', '2026-03-13', '14:00')).toEqual(['2026-03-13 wati'])
    expect(await stage.days('2026-03-14', '2026-03-15', '14:00')).toEqual([])
  })

  it('are said once where two processes run at the same moment', async () => {
    await stage.deadline()
    stage.at('2026-03-13')
    await Promise.all([stage.run(), stage.run(), stage.run()])
    expect(stage.posted).toHaveLength(6)
  })

  it('are said once where the clock jumps back', async () => {
    await stage.deadline({ audience: await only('Wati')() })
    await stage.days('2026-03-13', '2026-03-17')
    expect(stage.posted).toHaveLength(2)
    expect(await stage.days('2026-03-13', '2026-03-17')).toEqual([])
    expect(await stage.days('2026-03-18', '2026-03-19')).toEqual(['2026-03-19 wati'])
  })
})

describe('after an outage', () => {
  it('the last missed step is made up on the next working morning, and older ones are dropped', async () => {
    await stage.deadline({ audience: await only('Wati')() })
    await stage.days('2026-03-02', '2026-03-12')
    expect(await stage.days('2026-03-18', '2026-03-18')).toEqual(['2026-03-18 wati'])
    expect(stage.text(stage.posted[0])).toContain('2 hari lagi')
    expect(await stage.days('2026-03-19', '2026-03-19')).toEqual(['2026-03-19 wati'])
  })

  it('of some hours, the same day is made up before the evening', async () => {
    await stage.deadline({ audience: await only('Wati')() })
    expect(await stage.days('2026-03-13', '2026-03-13', '16:40')).toEqual(['2026-03-13 wati'])
  })

  it('between planning and saying, what was planned is said the next day, once', async () => {
    await stage.deadline({ audience: await only('Wati')() })
    await stage.days('2026-03-12', '2026-03-13', '06:00')
    expect(await stage.days('2026-03-16', '2026-03-16')).toEqual(['2026-03-16 wati'])
    expect(await stage.days('2026-03-17', '2026-03-17')).toEqual(['2026-03-17 wati'])
  })

  it('of a platform until the evening, what did not arrive is said again the next working morning, once', async () => {
    await stage.deadline({ audience: await only('Wati')() })
    expect(await stage.days('2026-03-12', '2026-03-13')).toEqual(['2026-03-13 wati'])
    stage.expire('2026-03-13')
    expect(await stage.days('2026-03-14', '2026-03-16')).toEqual(['2026-03-16 wati'])
    expect(stage.text(stage.posted.at(-1))).toContain('4 hari lagi')
    expect(await stage.days('2026-03-16', '2026-03-16', '10:00')).toEqual([])
    expect(await stage.days('2026-03-17', '2026-03-18')).toEqual(['2026-03-17 wati'])
  })

  it('of a platform until the evening, nothing is said twice that a nearer step says, or that was done', async () => {
    await stage.deadline({ audience: { list: [await stage.id('Wati'), await stage.id('Dewi')] } })
    const before = await stage.days('2026-03-17', '2026-03-19')
    expect(before.slice(-2).toSorted()).toEqual(['2026-03-19 dewi', '2026-03-19 wati'])
    stage.expire('2026-03-19')
    await stage.complete('Dewi', '2026-03-20')
    expect(await stage.days('2026-03-20', '2026-03-23')).toEqual(['2026-03-20 wati'])
    expect(stage.text(stage.posted.at(-1))).toContain('hari ini')
  })

  it('of weeks, nothing is said that helps nobody', async () => {
    await stage.deadline({ audience: await only('Wati')() })
    await stage.days('2026-03-02', '2026-03-12')
    expect(await stage.days('2026-04-10', '2026-04-10')).toEqual([])
    expect(await stage.days('2026-04-13', '2026-04-13')).toEqual(['2026-04-13 wati'])
  })

  it('after a crash between the letter and the mark, nobody gets a second letter', async () => {
    await stage.deadline({ audience: await only('Wati')() })
    stage.at('2026-03-13')
    await stage.run()
    await stage.database.query('update reminder set said_at = null')
    await stage.database.query('update digest set posted_at = null')
    stage.at('2026-03-13', '08:10')
    await stage.run()
    expect(stage.posted).toHaveLength(1)
    const rows = await stage.database.query('select from reminder where said_at is null')
    expect(rows).toEqual([])
  })
})

describe('whoever', () => {
  it('has said it is done hears nothing more of it', async () => {
    await stage.deadline({ audience: await only('Wati')() })
    await stage.days('2026-03-13', '2026-03-13')
    await stage.complete('Wati', '2026-03-20')
    expect(await stage.days('2026-03-14', '2026-04-10')).toEqual([])
    expect(await stage.days('2026-04-13', '2026-04-13')).toEqual(['2026-04-13 wati'])
  })

  it('says so between planning and the hour gets nothing', async () => {
    await stage.deadline({ audience: await only('Wati')() })
    await stage.days('2026-03-13', '2026-03-13', '06:00')
    await stage.complete('Wati', '2026-03-20')
    expect(await stage.days('2026-03-13', '2026-03-16', '08:05')).toEqual([])
  })

  it('has sent a report counts as done where a report counts', async () => {
    await stage.deadline({ audience: await only('Wati')(), done: { by: 'report', said: true } })
    stage.sent.reported = [await stage.id('Wati')]
    expect(await stage.days('2026-03-13', '2026-03-20')).toEqual([])
    stage.sent.reported = []
    stage.sent.evaluated = [await stage.id('Wati')]
    expect(await stage.days('2026-03-23', '2026-03-24')).toEqual(['2026-03-24 wati'])
  })

  it('leaves is not written to, although it was planned', async () => {
    await stage.deadline({ audience: await only('Wati')() })
    await stage.days('2026-03-13', '2026-03-13', '06:00')
    await stage.database.query(`update employee set left_on = '2026-03-13' where name = 'Wati'`)
    expect(await stage.days('2026-03-13', '2026-03-20')).toEqual([])
  })

  it('is on leave hears of it before, and of what is late when back', async () => {
    await stage.deadline({ audience: await only('Wati')() })
    stage.absences.set(await stage.id('Wati'), [{ from: '2026-03-17', to: '2026-03-24', kind: 'cuti' }])
    expect(await stage.days('2026-03-13', '2026-03-31')).toEqual([
      '2026-03-13 wati',
      '2026-03-16 wati',
      '2026-03-25 wati',
      '2026-03-26 wati',
    ])
  })

  it('is on duty elsewhere still hears of the day itself', async () => {
    await stage.deadline({ audience: await only('Wati')() })
    stage.absences.set(await stage.id('Wati'), [{ from: '2026-03-17', to: '2026-03-24', kind: 'dinas' }])
    expect(await stage.days('2026-03-13', '2026-03-31')).toEqual([
      '2026-03-13 wati',
      '2026-03-16 wati',
      '2026-03-20 wati',
      '2026-03-25 wati',
      '2026-03-26 wati',
    ])
  })
})

describe('a deadline that is', () => {
  it('paused says nothing, and makes up nothing when it goes on', async () => {
    const { id } = await stage.deadline({ audience: await only('Wati')() })
    await stage.days('2026-03-02', '2026-03-13', '06:00')
    await stage.deadlines.turn(id, 'paused', ['active'], stage.by())
    expect(await stage.days('2026-03-13', '2026-03-18')).toEqual([])
    stage.at('2026-03-18', '12:00')
    await stage.deadlines.turn(id, 'active', ['paused'], stage.by())
    expect(await stage.days('2026-03-18', '2026-03-18', '12:05')).toEqual([])
    expect(await stage.days('2026-03-19', '2026-03-19')).toEqual(['2026-03-19 wati'])
  })

  it('moved within its period does not say again what was said, and moves what was done along', async () => {
    const deadline = await stage.deadline({
      audience: { list: [await stage.id('Wati'), await stage.id('Dewi')] },
    })
    await stage.days('2026-03-02', '2026-03-17')
    await stage.complete('Dewi', '2026-03-20')
    expect(stage.posted).toHaveLength(4)
    await stage.change(deadline, { recurrence: { kind: 'monthly', on: { day: 27 } } })
    expect(await stage.days('2026-03-18', '2026-03-27')).toEqual(['2026-03-26 wati', '2026-03-27 wati'])
  })

  it('given to others reminds them from then on, and those who have heard it not again', async () => {
    const [wati, dewi, rini] = [await stage.id('Wati'), await stage.id('Dewi'), await stage.id('Rini')]
    const deadline = await stage.deadline({ audience: { list: [wati, dewi] } })
    await stage.days('2026-03-02', '2026-03-13')
    await stage.change(deadline, { audience: { list: [wati, rini] }, title: 'Laporan lain' })
    expect((await stage.days('2026-03-13', '2026-03-17', '09:05')).toSorted()).toEqual([
      '2026-03-13 rini',
      '2026-03-17 rini',
      '2026-03-17 wati',
    ])
    expect(stage.text(stage.posted.at(-1))).toContain('Laporan lain')
  })

  it('changed twice at the same time is changed by the first only', async () => {
    const deadline = await stage.deadline()
    expect(await stage.change(deadline, { hour: 9 })).toMatchObject({ kind: 'saved', fields: ['hour'] })
    expect(await stage.change(deadline, { title: 'Lain' })).toMatchObject({
      kind: 'changed',
      deadline: { hour: 9, title: 'Laporan kinerja', version: 2 },
      changes: [{ by: 'test:hana', fields: ['hour'] }],
    })
  })

  it('ended says nothing more', async () => {
    const { id } = await stage.deadline({ audience: await only('Wati')() })
    await stage.days('2026-03-02', '2026-03-13')
    await stage.deadlines.turn(id, 'ended', ['active', 'paused'], stage.by())
    expect(await stage.days('2026-03-16', '2026-04-30')).toEqual([])
  })

  it('made in the middle of its plan begins with the next step', async () => {
    stage.at('2026-03-18')
    await stage.deadline({ audience: await only('Wati')() })
    expect(await stage.days('2026-03-18', '2026-03-19')).toEqual(['2026-03-19 wati'])
  })

  it('made on a day off says what falls on the next working day', async () => {
    stage.at('2026-03-07')
    const recurrence = { kind: 'once', on: '2026-03-10' } as const
    await stage.deadline({ recurrence, audience: await only('Wati')() })
    expect(await stage.days('2026-03-07', '2026-03-10')).toEqual(['2026-03-09 wati', '2026-03-10 wati'])
  })
})

describe('what stays open', () => {
  it('is told to the direct supervisor once, with the names of those who have not done it by then', async () => {
    await stage.deadline({
      audience: { list: [await stage.id('Wati'), await stage.id('Dewi')] },
      plan: { before: [], onDay: false, overdueEvery: null, mostOverdue: 0 },
      escalation: { supervisorAfter: 3, hrAfter: null },
    })
    await stage.days('2026-03-02', '2026-03-24')
    await stage.days('2026-03-25', '2026-03-25', '06:00')
    await stage.complete('Dewi', '2026-03-20')
    expect(await stage.days('2026-03-25', '2026-04-10')).toEqual(['2026-03-25 sari'])
    expect(stage.text(stage.posted[0])).toContain('1 bawahan belum: Wati')
  })

  it('is told to the officers once, with how many and where', async () => {
    await stage.deadline({
      plan: { before: [], onDay: false, overdueEvery: null, mostOverdue: 0 },
      escalation: { supervisorAfter: null, hrAfter: 5 },
    })
    await stage.days('2026-03-02', '2026-04-10')
    expect(stage.told).toHaveLength(1)
    expect(stage.told[0]?.message.text).toContain('6 dari 6')
    expect(stage.told[0]?.message.text).toContain('Dinas Kesehatan: 6')
    expect(stage.told[0]?.message.choices?.[0]?.label).toBe('Siapa yang belum')
  })
})

describe('what is kept', () => {
  it('is given up once it is old, and drafts once nobody touches them', async () => {
    const forget = forgetReminders(stage)
    await stage.deadline({ audience: await only('Wati')() })
    await stage.days('2026-03-13', '2026-03-13')
    await stage.deadlines.draft(MONTHLY, stage.by())
    const count = async (of: string) => {
      const [row] = await stage.database.query<{ n: number }>(`select count(*)::int as n from ${of}`)
      return row?.n
    }
    stage.at('2026-03-14')
    await forget.run({})
    expect([await count('reminder'), await count('digest'), await count('deadline')]).toEqual([1, 1, 2])
    stage.at('2027-04-30')
    await forget.run({})
    await forget.run({})
    expect([await count('reminder'), await count('digest'), await count('deadline')]).toEqual([0, 0, 1])
  })
})

describe('a season with all that happens in it', () => {
  it('says every step once, on working days, in humane hours, and nothing after it is done', async () => {
    const off = ['2026-03-17', '2026-03-18', '2026-03-19', '2026-03-20', '2026-03-23', '2026-05-01']
    stage = await reminding(
      stage.database,
      off.map((day) => ({ day, kind: 'nasional', name: 'Libur', decree: 'uji' })),
    )
    const two = { list: [await stage.id('Wati'), await stage.id('Dewi')] }
    await stage.deadline({ audience: two })
    await stage.deadline({
      audience: two,
      title: 'SPT',
      recurrence: { kind: 'yearly', month: 3, on: { day: 31 } },
      hour: 6,
    })
    await stage.deadline({
      title: 'Absen',
      recurrence: { kind: 'monthly', on: { working: -1 } },
      shift: 'none',
      hour: 17,
    })
    for (let day = '2026-03-02'; day <= '2026-05-29'; day = addDays(day, 1)) {
      if (day === '2026-04-15') await stage.complete('Wati', '2026-04-20')
      for (const time of ['03:00', '06:00', '12:30', '17:55', '21:00']) {
        stage.at(day, time)
        await Promise.all([stage.run(), stage.run()])
      }
    }
    const days = stage.posted.map(({ batch }) => batch.slice(9))
    expect(
      days.filter((day) => off.includes(day) || /^[06]$/.test(String(new Date(day).getUTCDay()))),
    ).toEqual([])
    const ofOne = stage.posted.map(({ batch, recipient }) => `${batch} ${recipient}`)
    expect(new Set(ofOne).size).toBe(ofOne.length)
    const rows = await stage.database.query<{
      title: string
      nominal: string
      name: string
      steps: string[]
    }>(
      `select title, nominal, name, array_agg(step order by day) filter (where said_at is not null) as steps
       from reminder join occurrence on occurrence.id = occurrence join deadline on deadline.id = deadline
         join employee on employee.id = reminder.employee
       where name in ('Wati', 'Dewi') and nominal between '2026-03-20' and '2026-04-30'
       group by title, nominal, name order by title, nominal, name`,
    )
    const whole = ['H-7', 'H-3', 'H-1', 'H', 'H+1', 'H+2']
    expect(
      rows
        .filter(({ title, nominal }) => title === 'SPT' && nominal === '2026-03-31')
        .map(({ steps }) => steps),
    ).toEqual([whole, whole])
    const april = rows.filter(({ title, nominal }) => title === 'Laporan kinerja' && nominal === '2026-04-20')
    expect(april.map(({ name, steps }) => [name, steps])).toEqual([
      ['Dewi', ['H-7', 'H-1', 'H', 'H+1', 'H+2']], // H-3 is a Friday, to which H-1 moves from its Sunday
      ['Wati', ['H-7']],
    ])
    expect(
      await stage.database.query('select from reminder where said_at is null and day < $1::date', [
        '2026-05-29',
      ]),
    ).toEqual([])
  })
})
