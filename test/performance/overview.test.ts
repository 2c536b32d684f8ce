import { describe, expect, it } from 'vitest'
import { readSheet, sheetOf } from '../../src/chat/sheet.ts'
import { NOTHING } from '../../src/features/performance/progress/measure.ts'
import { createOverview, type Ratings } from '../../src/features/performance/progress/overview.ts'
import { addForm } from '../../src/features/performance/targets/form.ts'
import type { Target } from '../../src/features/performance/targets/target.ts'
import { completed } from '../../src/features/performance/updates/completing.ts'
import { missingForm } from '../../src/features/performance/updates/form.ts'
import { NOW, recording } from '../support/bot.ts'

const target: Target = {
  id: '1',
  employee: '7',
  year: 2026,
  number: 1,
  title: 'Terlayaninya pasien',
  quantity: 100,
  unit: 'pasien',
  quality: null,
  qualityGoal: null,
  due: null,
  parent: null,
  dropped: false,
}
const progress = {
  target,
  quarter: NOTHING,
  year: { ...NOTHING, done: 20, counted: 20, good: 19, reports: 2 },
  last: null,
  others: [],
}
const overview = (waiting: number, ratings?: Ratings) =>
  createOverview({
    store: {
      targetsOf: async () => [target],
      progress: async () => [progress],
      untargeted: async () => 0,
      waitingFor: async () => (waiting > 0 ? [{ employee: '8', name: 'Dewi', count: waiting }] : []),
    } as never, // as much of the store as is asked
    files: { isPossible: () => false } as never,
    log: recording([]),
    timeZone: 'Asia/Jakarta',
    ...(ratings && { ratings }),
  })
const turn = {
  person: { language: 'id' },
  now: NOW,
  timeZone: 'Asia/Jakarta',
  conversation: 'test:wati',
} as never
const words = async (count?: number): Promise<string> => {
  const rated = overview(0, count === undefined ? undefined : async () => ({ average: 4.26, count }))
  return rated.of({ id: '7', name: 'Wati' } as never, turn)
}

describe('where somebody stands', () => {
  it('names what citizens think only where five or more have said it', async () => {
    expect(await words()).not.toContain('Penilaian warga')
    expect(await words(4)).not.toContain('Penilaian warga')
    expect(await words(5)).toContain(
      'Penilaian warga: 4,3 dari 5, dari 5 penilaian warga; laporan yang membanjir dihitung sekali',
    )
  })

  it('has what they say themselves of what citizens think, as they wrote it, and that it decides nothing', async () => {
    const statements = [{ month: '2026-02-01', words: 'Loketnya *satu*' }]
    const rated = overview(0, async () => ({ average: 4, count: 12, statements }))
    const said = await rated.of({ id: '7', name: 'Wati' } as never, turn)
    expect(said).toContain('dari 12 penilaian warga')
    expect(said).toContain('tidak menentukan predikat')
    expect(said).toContain('penilaian sampai Februari 2026: “Loketnya \\*satu\\*”')
  })

  it('is never a quantity alone', async () => {
    expect(await words()).toMatch(
      /Jumlah .*20 dari 100 pasien \(20%\)[\s\S]*Mutu .*95% benar dari 20 yang dihitung/,
    )
  })

  it('stands on their own page, with what waits for them as a supervisor', async () => {
    const person = { account: 'slack:wati', name: 'Wati', role: 'supervisor', language: 'id' } as const
    expect(await overview(3).home(person, NOW)).toEqual([])
    const [section] = await overview(3).home({ ...person, employee: '7' }, NOW)
    expect(section?.text).toMatch(/20 dari 100 pasien[\s\S]*3 laporan menunggu Anda tinjau/)
    expect(section?.choices).toEqual([{ label: 'Tinjau', value: 'tinjauan:daftar' }])
  })
})

it('a target can be filled in on one page, with what was filled in beforehand', () => {
  const text = (said: string) => ({ kind: 'text', text: said }) as const
  const given = { title: text('Tersusunnya laporan'), amount: text('12 laporan') }
  const before = { year: '2026', parent: '8', above: 'RHK 1 atasan: Layanan' }
  const reading = { now: NOW, timeZone: 'Asia/Jakarta', language: 'id' } as const
  expect(readSheet(addForm as never, given, reading, before)).toEqual({
    kind: 'done',
    answers: {
      ...before,
      title: 'Tersusunnya laporan',
      amount: { quantity: 12, unit: 'laporan' },
      quality: null,
      due: null,
    },
  })
  expect(sheetOf(addForm as never, before, 'id')?.fields.map(({ name }) => name)).toEqual([
    'title',
    'amount',
    'quality',
    'due',
  ])
})

it('what a report lacks can be filled in on one page, the unit of a number too', () => {
  const text = (said: string) => ({ kind: 'text', text: said }) as const
  const before = { token: 'uji', count: '40', good: null, doneOn: '2026-03-02' }
  const reading = { now: NOW, timeZone: 'Asia/Jakarta', language: 'id' } as const
  const sheet = sheetOf(missingForm as never, before, 'id')
  expect(sheet?.fields.map(({ name, ask }) => `${name}: ${ask}`)[0]).toMatch(/^amount: 40 apa\?/)
  expect(sheet?.fields.map(({ name }) => name)).toEqual(['amount', 'good', 'doneOn'])
  const filled = (amount: string) =>
    readSheet(
      missingForm as never,
      { amount: text(amount), good: text('38'), doneOn: text('kemarin') },
      reading,
      before,
    )
  const read = filled('berkas')
  expect(read).toMatchObject({ kind: 'done', answers: { amount: { unit: 'berkas' }, doneOn: '2026-03-01' } })
  const draft = { key: 'k', said: '40', at: NOW.toISOString(), quantity: 40, asks: 'amount' } as const
  expect(completed(draft, read.answers as never)).toMatchObject({ quantity: 40, unit: 'berkas', good: 38 })
  expect(filled('30 berkas')).toMatchObject({ kind: 'wrong' }) // 38 of them cannot be right
})
