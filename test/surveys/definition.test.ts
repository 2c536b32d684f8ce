import { describe, expect, it, test } from 'vitest'
import { Unreadable } from '../../src/errors.ts'
import { isSkm } from '../../src/features/surveys/definition.ts'
import { readSurvey, shippedSurveys } from '../../src/features/surveys/shipped.ts'
import { ELEMENTS } from '../../src/features/surveys/skm/elements.ts'

const shipped = shippedSurveys()
const named = (id: string) => shipped.find((survey) => survey.id === id)

describe('the surveys that ship', () => {
  it('are three, each for somebody else', () => {
    expect(shipped.map(({ id, who, minimum }) => [id, who, minimum])).toEqual([
      ['evaluasi-kebijakan', 'employees-on-policy', 5],
      ['setelah-pelatihan', 'employees-after-training', 5],
      ['skm', 'citizens-after-service', 5],
    ])
    expect(shipped.filter(isSkm).map(({ id }) => id)).toEqual(['skm'])
  })

  it('ask for the nine elements in the order of the law, and for nothing about a person that may not be skipped', () => {
    const skm = named('skm')
    const elements = skm?.questions.flatMap((one) => (one.kind === 'scale4' ? [one.element] : []))
    expect(elements).toEqual(ELEMENTS)
    expect(skm?.facts.map(({ id, optional }) => [id, optional])).toEqual([
      ['umur', true],
      ['jenis-kelamin', true],
      ['pendidikan', true],
      ['pekerjaan', true],
    ])
  })

  it('ask after a training at once, and three months later whether it is of use', () => {
    const questions = named('setelah-pelatihan')?.questions ?? []
    const later = questions.filter(({ afterMonths }) => afterMonths === 3).map(({ id }) => id)
    expect(later).toEqual(['dipakai', 'manfaat', 'hambatan'])
    expect(questions.filter(({ afterMonths }) => afterMonths === 0).length).toBe(4)
  })
})

const GOOD = {
  id: 'coba',
  title: 'Survei percobaan',
  intro: 'Satu pertanyaan saja, sebentar.',
  who: 'employees-on-policy',
  period: 'once',
  questions: [{ id: 'jelas', kind: 'yes-no', text: 'Apakah sudah jelas?' }],
}
const scale = (id: string, more: object) => ({
  id,
  kind: 'scale4',
  text: 'Bagaimana menurut Anda?',
  labels: ['Buruk', 'Kurang', 'Baik', 'Bagus'],
  ...more,
})
const written = (change: object) => JSON.stringify({ ...GOOD, ...change })

test('what is left out is five answers, at once, and not to be skipped', () => {
  const survey = readSurvey(`\uFEFF${written({})}`, 'coba.json')
  expect(survey.minimum).toBe(5)
  expect(survey.facts).toEqual([])
  expect(survey.questions[0]).toMatchObject({ optional: false, afterMonths: 0 })
})

test.each<[what: string, change: object, says: RegExp]>([
  ['no question', { questions: [] }, /questions: terlalu pendek atau terlalu kecil, paling sedikit 1/],
  ['no title', { title: undefined }, /title: belum diisi/],
  ['somebody unknown', { who: 'siapa saja' }, /who: pilih salah satu: citizens-after-service/],
  ['a key nobody knows', { minimun: 10 }, /berkas: tidak mengenal minimun/],
  ['too small a minimum', { minimum: 1 }, /minimum: .*paling sedikit 3/],
  ['an id with a space', { id: 'coba lagi' }, /id: pakai huruf kecil/],
  ['three labels', { questions: [scale('a1', { labels: ['a', 'b', 'c'] })] }, /questions\.0\.labels/],
  [
    'the same label twice',
    { questions: [scale('a1', { labels: ['a', 'A', 'b', 'c'] })] },
    /pilihan jawaban yang sama/,
  ],
  ['the same id twice', { questions: [scale('a1', {}), scale('a1', {})] }, /id yang dipakai dua kali/],
  ['one element alone', { questions: [scale('a1', { element: 'time' })] }, /kesembilan unsur/],
  [
    'an element twice',
    { questions: [...ELEMENTS, 'time'].map((element, i) => scale(`a${i}`, { element })) },
    /kesembilan unsur/,
  ],
  [
    'an end before its beginning',
    { from: '2026-07-01', until: '2026-06-30' },
    /until: tanggal akhir lebih awal/,
  ],
  [
    'a fact that has to be told',
    { facts: [{ id: 'umur', kind: 'choice', text: 'Umur Anda?', options: ['muda', 'tua'] }] },
    /facts: keterangan diri responden harus boleh dilewati/,
  ],
  [
    'an option renamed to nothing there is',
    {
      questions: [
        {
          id: 'lama',
          kind: 'choice',
          text: 'Berapa lama?',
          options: ['Pas', 'Lama'],
          renamed: { Dulu: 'Kini' },
        },
      ],
    },
    /"renamed" pertanyaan lama/,
  ],
  [
    'an id too long for a button',
    { questions: [{ ...GOOD.questions[0], id: 'a'.repeat(40) }], id: 'b'.repeat(20) },
    /terlalu panjang untuk sebuah tombol/,
  ],
  [
    'citizens who are to be asked again',
    { who: 'citizens-after-service', questions: [{ ...GOOD.questions[0], afterMonths: 3 }] },
    /masyarakat tidak bisa ditanyai lagi/,
  ],
])('a file with %s is refused, in Indonesian, with the place in it', (_, change, says) => {
  expect(() => readSurvey(written(change), 'coba.json')).toThrow(says)
  expect(() => readSurvey(written(change), 'coba.json')).toThrow(Unreadable)
})

test('a file that is no JSON, or has another name than its survey, is named', () => {
  expect(() => readSurvey('{"id": ', 'coba.json')).toThrow(/^coba\.json bukan JSON yang benar/)
  expect(() => readSurvey(written({}), 'lain.json')).toThrow(/Namai berkasnya coba\.json/)
})
