import { expect, test } from 'vitest'
import type { SurveyQuestion } from '../../src/features/surveys/definition.ts'
import { resultOf } from '../../src/features/surveys/results.ts'

const ASKED = { id: 'soal', text: 'Bagaimana?', optional: false, afterMonths: 0 }
const FIVE: SurveyQuestion = { ...ASKED, kind: 'scale5', ends: ['buruk', 'bagus'] }
const FOUR: SurveyQuestion = { ...ASKED, kind: 'scale4', labels: ['a', 'b', 'c', 'd'] }
const YES: SurveyQuestion = { ...ASKED, kind: 'yes-no' }
const CHOICE: SurveyQuestion = { ...ASKED, kind: 'choice', options: ['lanjut', 'henti', 'entah'] }
const TEXT: SurveyQuestion = { ...ASKED, kind: 'text' }

test('a scale is a mean, yes and no a share, a choice one share for each option', () => {
  expect(resultOf(FIVE, [3, 4, 5, 4, 4], 5)).toMatchObject({ kind: 'mean', value: 4, answers: 5 })
  const share = resultOf(YES, [true, true, false, true, true, true, true, true, false, true], 5)
  expect(share).toMatchObject({ kind: 'share', value: 0.8, answers: 10 })
  const options = resultOf(CHOICE, ['lanjut', 'henti', 'lanjut', 'lanjut', 'henti'], 5)
  expect(options).toMatchObject({
    kind: 'options',
    options: [
      { label: 'lanjut', value: 0.6 },
      { label: 'henti', value: 0.4 },
      { label: 'entah', value: 0, low: 0 },
    ],
  })
  expect(resultOf(TEXT, ['satu', ' ', 'dua', 'tiga'], 3)).toEqual({ kind: 'texts', answers: 3 })
})

test('what does not fit the question is not counted', () => {
  expect(resultOf(FOUR, [1, 2, 3, 4, 5, 2.5, 'c', true], 4)).toMatchObject({
    value: 2.5,
    answers: 4,
    high: 4,
  })
  expect(resultOf(CHOICE, ['lanjut', 'dulu ada', 'henti', 'henti'], 3)).toMatchObject({
    options: [{ answers: 3 }, { answers: 3 }, { answers: 3 }],
  })
})

test('an option that was renamed keeps the answers of its old name', () => {
  const renamed = { ...CHOICE, renamed: { terus: 'lanjut' } }
  expect(resultOf(renamed, ['terus', 'lanjut', 'henti', 'dulu ada'], 3)).toMatchObject({
    options: [{ label: 'lanjut', answers: 3, value: 2 / 3 }, { value: 1 / 3 }, { value: 0 }],
  })
})

test.each<[SurveyQuestion, (number | boolean | string)[]]>([
  [FIVE, [1, 2, 3, 4, 9]],
  [YES, [true, true, true, true]],
  [CHOICE, ['lanjut', 'lanjut', 'lanjut', 'lanjut', 'dulu ada']],
  [TEXT, ['a', 'b', 'c', 'd', ' ']],
])('below five nothing is shown of %o', (question, answers) => {
  expect(resultOf(question, answers, 5)).toEqual({ kind: 'hidden' })
  expect(resultOf(question, [], 0)).toEqual(
    question.kind === 'text' ? { kind: 'texts', answers: 0 } : { kind: 'hidden' },
  )
})
