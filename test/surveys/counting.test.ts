import { expect, it, test } from 'vitest'
import { createCountStore, type Given } from '../../src/features/surveys/counting/count-store.ts'
import { monthsAfter, type PeriodKind, periodAt, periodOf } from '../../src/features/surveys/period.ts'
import { shippedSurveys } from '../../src/features/surveys/shipped.ts'
import { surveyed } from './stage.ts'

const bucket = (unit: string | null, sending: string | null = null) => ({
  survey: sending === null ? 'skm' : 'setelah-pelatihan',
  sending,
  months: 0,
  unit,
  service: null,
  month: '2026-03-01',
})
const GIVEN: Given = {
  bucket: bucket('2'),
  names: ['account telegram:77'],
  scope: 'skm unit 2 2026-S1',
  delivery: 'telegram:77:m1',
  forgetOn: '2026-07-01',
  answers: { persyaratan: '3' },
  words: { saran: 'Cepat\0 sekali' },
}

it('one delivery is counted once, another of whoever has answered not at all, however many names they have', async () => {
  const stage = await surveyed()
  const { answer, haveAnswered } = createCountStore(stage.database, stage.seal)
  const both = ['account telegram:77', 'account telegram:88']
  const results = await Promise.all([
    answer(GIVEN),
    answer(GIVEN),
    answer({ ...GIVEN, names: both, delivery: 'm1' }),
  ])
  expect(results).toEqual(['kept', 'kept', 'before'])
  expect(await answer({ ...GIVEN, names: both.slice(1), delivery: 'm2' })).toBe('before') // by the link they had
  expect(await answer({ ...GIVEN, scope: 'skm unit 2 2026-S2', delivery: 'm3' })).toBe('kept')
  expect(await haveAnswered(both, GIVEN.scope)).toEqual(new Set(both))
  expect(await stage.database.query('select answered, counts, words from survey_count')).toEqual([
    { answered: 2, counts: { persyaratan: { 3: 2 } }, words: { saran: ['Cepat sekali', 'Cepat sekali'] } },
  ])
})

it('by unit only what cannot be worked out is shown, question by question', async () => {
  const stage = await surveyed()
  const { answer } = createCountStore(stage.database, stage.seal)
  await stage.say('dewi', '/survei_kirim setelah-pelatihan: semua pegawai')
  await stage.say('dewi', 'lewati')
  await stage.say('dewi', '[Kirim ke]')
  for (const [unit, people, step] of [
    ['1', 12, '4'],
    ['2', 6, '2'],
    ['3', 3, '5'],
  ] as const)
    for (let i = 0; i < people; i++)
      await answer({
        ...GIVEN,
        bucket: bucket(unit, '1'),
        names: [`employee ${unit} ${i}`],
        delivery: `${unit} ${i}`,
        answers: { relevansi: i === 0 ? '1' : step, lama: 'Pas' },
      })
  stage.move('2026-03-16T09:00:00+07:00')
  expect((await stage.press('dewi', 'survei_hasil:kirim:1:0'))[0]).toContain('Menjawab: **21** dari 8')
  const [units] = await stage.press('dewi', 'survei_hasil:perunit:1:0')
  expect(units).toContain('2 unit disembunyikan')
  const [own] = await stage.press('dewi', 'survei_hasil:perunit:1:0:1')
  expect(own).toContain('Dinas Kesehatan, putaran pertama')
  expect(own).toContain('rata-rata 3,75 dari 5 (rentang 3,20–4,30), 12 jawaban')
  for (const unit of ['2', '3', '9', 'x'])
    expect(await stage.press('dewi', `survei_hasil:perunit:1:0:${unit}`)).toEqual([
      expect.stringContaining('supaya tidak ada yang bisa dikenali'),
    ])
})

it('a survey takes answers only on its days', async () => {
  const skm = shippedSurveys().find(({ id }) => id === 'skm')
  if (skm === undefined) throw new Error('there is no skm')
  const stage = await surveyed([{ ...skm, from: '2026-03-10', until: '2026-03-20' }])
  expect(await stage.say('77', '/start survei_skm_s1')).toEqual([
    '**Survei Kepuasan Masyarakat** baru dibuka Selasa, 10 Maret 2026. Terima kasih sudah mau mengisi; kami tunggu, ya.',
  ])
  expect(await stage.say('77', '/survei')).toEqual([
    expect.stringContaining('tidak ada survei yang menunggu'),
  ])
  stage.move('2026-03-20T23:00:00+07:00')
  expect((await stage.say('77', '/start survei_skm_s1')).at(-1)).toContain('1/14')
  await stage.say('77', '3')
  stage.move('2026-03-21T00:10:00+07:00')
  expect(await stage.answers('77', ['3', '3', '3', '3', '3', '3', '3', '3'])).toContain('keburu ditutup')
  expect((await stage.say('77', '/start survei_skm_s1'))[0]).toContain('sudah ditutup')
})

test.each<[PeriodKind, string, string, string]>([
  ['month', '2026-02', '2026-02-01', '2026-02-28'],
  ['quarter', '2026-Q1', '2026-01-01', '2026-03-31'],
  ['semester', '2026-S1', '2026-01-01', '2026-06-30'],
  ['year', '2026', '2026-01-01', '2026-12-31'],
  ['once', 'semua', '2000-01-01', '2199-12-31'],
])('the %s of 14 February 2026 is %s', (kind, key, from, until) => {
  expect(periodAt(kind, '2026-02-14')).toEqual({ key, from, until })
  expect(periodOf(kind, key)).toEqual({ key, from, until })
  for (const wrong of ['2026-S3', '2026-Q0', '26', '2026-13', '', '2026-01-01', '2026-1'])
    expect(periodOf(kind, wrong)).toBeUndefined()
})

test('so many months later is the same day, or the last there is', () => {
  expect(monthsAfter('2025-11-30', 3)).toBe('2026-02-28')
  expect(monthsAfter('2026-03-02', 3)).toBe('2026-06-02')
  expect(monthsAfter('2026-12-31', 0)).toBe('2026-12-31')
})
