import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addWorkingDays, calendarOf, type Holiday } from '../../src/calendar.ts'
import { changedParts } from '../../src/features/reminders/deadline.ts'
import { backOn, beforeLeaving, mayBeTold } from '../../src/features/reminders/plan/away.ts'
import { isHumane } from '../../src/features/reminders/plan/humane.ts'
import { reconciled } from '../../src/features/reminders/plan/reconciling.ts'
import { hasCome, lastDayOf, stepFor, stepsOf } from '../../src/features/reminders/plan/steps.ts'
import { filled, PLACEHOLDERS, unknownPlaceholders } from '../../src/features/reminders/plan/wording.ts'
import { digestOf } from '../../src/features/reminders/reminding/digest.ts'
import { addDays } from '../../src/indonesian/dates.ts'
import { MONTHLY } from './stage.ts'

const day = fc.integer({ min: 0, max: 800 }).map((days) => addDays('2025-11-01', days))
const holidays = fc
  .array(day, { maxLength: 60 })
  .map((days) => days.map((one): Holiday => ({ day: one, kind: 'daerah', name: 'Libur', decree: 'uji' })))
const calendar = fc
  .tuple(holidays, fc.constantFrom(5 as const, 6 as const))
  .map(([days, week]) => calendarOf(days, week))
const plan = fc.record({
  before: fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 6 }),
  onDay: fc.boolean(),
  overdueEvery: fc.option(fc.integer({ min: 1, max: 5 })),
  mostOverdue: fc.integer({ min: 0, max: 6 }),
})
const absence = fc
  .tuple(day, fc.integer({ min: 0, max: 20 }), fc.constantFrom('cuti' as const, 'dinas' as const))
  .map(([from, length, kind]) => ({ from, to: addDays(from, length), kind }))

describe('the steps of a due day', () => {
  it('fall on working days, one a day, in order, those before it not after it', () => {
    fc.assert(
      fc.property(day, plan, calendar, (due, how, days) => {
        const steps = stepsOf(due, how, days)
        const fallOn = steps.map((step) => step.day)
        expect(fallOn.every((one) => days.isWorking(one))).toBe(true)
        expect(fallOn).toEqual([...new Set(fallOn)].toSorted())
        for (const { step, day: on } of steps)
          step.startsWith('H+') ? expect(on > due).toBe(true) : expect(on <= due).toBe(true)
        expect(new Set(steps.map(({ step }) => step)).size).toBe(steps.length)
        expect(fallOn.every((one) => one <= lastDayOf(due, how, MONTHLY.escalation, days))).toBe(true)
      }),
    )
  })

  it('come so many working days apart once it is late', () => {
    fc.assert(
      fc.property(day, calendar, fc.integer({ min: 1, max: 5 }), (due, days, every) => {
        const steps = stepsOf(due, { before: [], onDay: false, overdueEvery: every, mostOverdue: 3 }, days)
        expect(steps.map((step) => step.day)).toEqual(
          [1, 2, 3].map((n) => addWorkingDays(days, due, n * every)),
        )
      }),
    )
  })

  it('are each said once by whoever looks every day, and never more than one a day', () => {
    fc.assert(
      fc.property(day, plan, calendar, (due, how, days) => {
        const steps = stepsOf(due, how, days)
        let after = addDays(due, -100)
        const said: string[] = []
        for (let today = addDays(due, -90); today <= addDays(due, 90); today = addDays(today, 1)) {
          if (!days.isWorking(today)) continue
          const step = stepFor(steps, after, today)
          if (step !== undefined) said.push(step.step)
          after = today
        }
        expect(said).toEqual(steps.map(({ step }) => step))
      }),
    )
  })

  it('are never said twice, early or long after, whenever somebody looks', () => {
    fc.assert(
      fc.property(
        day,
        plan,
        calendar,
        fc.array(day, { minLength: 1, maxLength: 40 }),
        (due, how, days, looks) => {
          const steps = stepsOf(due, how, days)
          let after = '2025-01-01'
          const said: string[] = []
          for (const today of [...new Set(looks)].toSorted()) {
            const step = stepFor(steps, after, today)
            if (step !== undefined) {
              expect(step.day <= today && step.day >= addDays(today, -7)).toBe(true)
              expect(steps.some((other) => other.day > step.day && other.day <= today)).toBe(false)
              said.push(step.step)
            }
            after = today
          }
          expect(new Set(said).size).toBe(said.length)
        },
      ),
    )
  })

  it('of two that move to one day only the nearer one stays', () => {
    const lebaran = ['2026-03-18', '2026-03-19', '2026-03-20'].map(
      (one): Holiday => ({ day: one, kind: 'nasional', name: 'Idulfitri', decree: 'uji' }),
    )
    const steps = stepsOf('2026-03-20', MONTHLY.plan, calendarOf(lebaran, 5))
    expect(steps.map(({ step, day: on }) => `${step} ${on}`)).toEqual([
      'H-7 2026-03-13',
      'H 2026-03-17',
      'H+1 2026-03-24',
      'H+2 2026-03-26',
    ])
  })

  it('tell others once, however late somebody looks', () => {
    const days = calendarOf([], 5)
    expect(hasCome('2026-03-20', 3, days, { after: '2026-03-24', today: '2026-03-25' })).toBe(true)
    expect(hasCome('2026-03-20', 3, days, { after: '2026-03-25', today: '2026-03-26' })).toBe(false)
    expect(hasCome('2026-03-20', null, days, { after: '2026-01-01', today: '2026-12-31' })).toBe(false)
  })
})

describe('whoever is away', () => {
  it('is told nothing, but of the day itself on duty elsewhere, and is back on a working day without an absence', () => {
    fc.assert(
      fc.property(fc.array(absence, { maxLength: 4 }), calendar, day, (absences, days, today) => {
        const back = backOn(absences, days, today)
        expect(absences.some(({ from, to }) => from <= back && back <= to)).toBe(false)
        const away = absences.filter(({ from, to }) => from <= today && today <= to)
        expect(back === today || (back > today && days.isWorking(back))).toBe(true)
        expect(mayBeTold(absences, today, 'H-1')).toBe(away.length === 0)
        expect(mayBeTold(absences, today, 'H')).toBe(away.every(({ kind }) => kind === 'dinas'))
      }),
    )
  })

  it('hears the nearest step before going where something falls due meanwhile', () => {
    const steps = stepsOf('2026-03-20', MONTHLY.plan, calendarOf([], 5))
    const from = { from: '2026-03-17', to: '2026-03-24' }
    expect(beforeLeaving(steps, '2026-03-20', { ...from, kind: 'cuti' }, '2026-03-16')?.step).toBe('H')
    expect(beforeLeaving(steps, '2026-03-20', { ...from, kind: 'dinas' }, '2026-03-16')?.step).toBe('H-1')
    expect(beforeLeaving(steps, '2026-03-25', { ...from, kind: 'cuti' }, '2026-03-16')).toBeUndefined()
  })
})

it('people are written to from six until before six', () => {
  expect([5, 6, 17, 18].map(isHumane)).toEqual([false, true, true, false])
})

describe('occurrences that are kept', () => {
  const kept = {
    id: '1',
    deadline: '1',
    nominal: '2026-03-20',
    due: '2026-03-20',
    from: '2026-03-01',
    to: '2026-03-31',
    label: 'Maret 2026',
    planned: '2026-03-02',
    lastDay: '2026-04-02',
  }
  const march = { from: '2026-03-01', to: '2026-03-31', label: 'Maret 2026' }

  it('stay as they are, move with a holiday, become another day of their period, or are no more', () => {
    const same = { nominal: '2026-03-20', due: '2026-03-20', period: march }
    expect(reconciled([kept], [same], '2026-03-02')).toEqual({ moved: [], added: [], closed: [] })
    const early = { ...same, due: '2026-03-19' }
    expect(reconciled([kept], [early], '2026-03-02').moved).toEqual([{ ...early, id: '1' }])
    const later = { nominal: '2026-03-27', due: '2026-03-27', period: march }
    expect(reconciled([kept], [later], '2026-03-02')).toMatchObject({
      moved: [{ id: '1' }],
      added: [],
      closed: [],
    })
    const other = { nominal: '2026-06-10', due: '2026-06-10', period: { ...march, from: '2026-05-01' } }
    expect(reconciled([kept], [other], '2026-03-02')).toEqual({ moved: [], added: [other], closed: ['1'] })
  })

  it('that are late stay open, whatever comes next', () => {
    expect(reconciled([kept], [], '2026-03-23').closed).toEqual([])
  })
})

describe('words with placeholders', () => {
  it('name what nobody knows, and leave nothing known unfilled', () => {
    expect(unknownPlaceholders('Halo {nama}, {Judul} {tanggal} {tanggal} {}')).toEqual(['tanggal', ''])
    const values = { nama: 'Wati', judul: 'SPT', tenggat: 'besok', periode: '2026', sisa: '1 hari lagi' }
    const all = PLACEHOLDERS.map((name) => `{${name}}`).join(' ')
    expect(filled(all, values)).toBe('Wati SPT besok 2026 1 hari lagi')
    expect(filled('{nama}', { ...values, nama: '{judul}' })).toBe('{judul}')
  })
})

describe('a digest', () => {
  const task = (n: number, due: string) => ({
    occurrence: String(n),
    title: `Laporan nomor ${n} dengan judul yang panjang sekali untuk tombol`,
    label: 'Maret 2026',
    due,
    words: null,
    mayBeSaid: true,
  })

  it('has the soonest first, what is late apart, and buttons that fit every platform', () => {
    const tasks = Array.from({ length: 20 }, (_, i) => task(i, addDays('2026-03-15', i)))
    const { text, choices = [] } = digestOf('Wati', { tasks, below: [] }, '2026-03-18')
    expect(text.indexOf('nomor 3 ')).toBeLessThan(text.indexOf('Terlambat'))
    expect(text.indexOf('Terlambat')).toBeLessThan(text.indexOf('nomor 0 '))
    expect(text).toContain('Ada 5 lagi')
    expect(choices).toHaveLength(8)
    expect(
      choices.every(({ label, value }) => [...label].length <= 40 && Buffer.byteLength(value) <= 64),
    ).toBe(true)
  })

  it('names at most ten of those below', () => {
    const names = Array.from({ length: 12 }, (_, i) => `Bawahan ${i + 1}`)
    const below = [{ title: 'SPT', label: 'tahun 2025', due: '2026-03-31', names }]
    const { text } = digestOf('Sari', { tasks: [], below }, '2026-04-06')
    expect(text).toContain('12 bawahan belum')
    expect(text).toContain('Bawahan 10, dan 2 lagi')
    expect(text).not.toContain('Bawahan 11')
  })
})

it('two contents differ where they say something else, not where the database orders them differently', () => {
  const again = { ...MONTHLY, plan: { mostOverdue: 2, overdueEvery: 2, onDay: true, before: [7, 3, 1] } }
  expect(changedParts(MONTHLY, again)).toEqual([])
  expect(changedParts(MONTHLY, { ...again, hour: 9, title: 'Lain' })).toEqual(['title', 'hour'])
})
