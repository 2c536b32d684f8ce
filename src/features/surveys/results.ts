import type { SurveyQuestion } from './definition.ts'
import { type Estimate, meanInterval, shareInterval } from './interval.ts'

/** What one person answered: a step of a scale, yes or no, an option in its own words, or free text. */
export type SurveyAnswer = number | boolean | string

/** What a question came to; below the minimum not even how many answered. */
export type Result =
  | { readonly kind: 'hidden' }
  | ({ readonly kind: 'mean' } & Estimate)
  | ({ readonly kind: 'share' } & Estimate)
  | { readonly kind: 'options'; readonly options: readonly ({ readonly label: string } & Estimate)[] }
  /** Free text is read by those who may, not summed up: it can name its author. */
  | { readonly kind: 'texts'; readonly answers: number }

/**
 * Sums up the answers to a question, each figure with its 95 % interval; an option that was renamed keeps
 * its answers where the survey says how it was called before; what else does not fit any more is left out. Hidden where fewer than `minimum` fitting answers are there.
 */
export function resultOf(
  question: SurveyQuestion,
  answers: readonly SurveyAnswer[],
  minimum: number,
): Result {
  switch (question.kind) {
    case 'scale4':
    case 'scale5': {
      const scale = { least: 1, most: question.kind === 'scale4' ? 4 : 5 }
      const steps = answers.filter((one) => typeof one === 'number')
      const fitting = steps.filter((one) => Number.isInteger(one) && one >= scale.least && one <= scale.most)
      return enough(fitting, minimum, () => ({ kind: 'mean', estimate: meanInterval(fitting, scale) }))
    }
    case 'yes-no': {
      const fitting = answers.filter((one) => typeof one === 'boolean')
      const yes = fitting.filter(Boolean).length
      return enough(fitting, minimum, () => ({ kind: 'share', estimate: shareInterval(yes, fitting.length) }))
    }
    case 'choice':
      return optionsOf(question, answers, minimum)
    case 'text': {
      const written = answers.filter((one) => typeof one === 'string' && one.trim() !== '').length
      return written < minimum ? HIDDEN : { kind: 'texts', answers: written }
    }
  }
}

type Choice = Extract<SurveyQuestion, { kind: 'choice' }>
const HIDDEN = { kind: 'hidden' } as const

function enough(
  fitting: readonly SurveyAnswer[],
  minimum: number,
  sum: () => { readonly kind: 'mean' | 'share'; readonly estimate: Estimate | undefined },
): Result {
  if (fitting.length < minimum) return HIDDEN
  const { kind, estimate } = sum()
  return estimate === undefined ? HIDDEN : { kind, ...estimate }
}

function optionsOf({ options, renamed }: Choice, answers: readonly SurveyAnswer[], minimum: number): Result {
  const named = answers.map((one) => renamed?.[String(one)] ?? one)
  const fitting = named.filter((one) => typeof one === 'string' && options.includes(one))
  if (fitting.length < minimum) return HIDDEN
  const shares = options.flatMap((label) => {
    const estimate = shareInterval(fitting.filter((one) => one === label).length, fitting.length)
    return estimate === undefined ? [] : [{ label, ...estimate }]
  })
  return shares.length === 0 ? HIDDEN : { kind: 'options', options: shares }
}
