import type { Answers } from '../../../../chat/form.ts'
import type { Language } from '../../../../chat/message.ts'
import { BEHAVIOURS, type Behaviour, type Behaviours, medianOf, readExamples } from '../behaviours.ts'
import type { OwnView } from '../evaluation.ts'
import { type Level, ratingOf } from '../predicate.ts'
import { type Quarter, quarterKey } from '../quarter.ts'
import { texts as shared } from '../texts.ts'
import { MEDIAN } from './form.ts'
import { texts } from './texts.ts'

/** The answers of the form, as they were accepted. */
type Filled = Readonly<Record<Behaviour | 'result', Level>> & {
  readonly results: string
  readonly examples: string | null
  readonly overall: Level | typeof MEDIAN
}

/** What the answers say; where the person leaves it to them, the behaviour as a whole is the middle of the seven. */
export function ownViewOf(answers: Filled): OwnView {
  const examples = answers.examples === null ? {} : (readExamples(answers.examples) ?? {})
  const behaviours = Object.fromEntries(
    BEHAVIOURS.map((one) => {
      const example = examples[one]
      return [one, { level: ratingOf(answers[one]), ...(example !== undefined && { example }) }]
    }),
  ) as Record<Behaviour, Behaviours[Behaviour]> // Object.fromEntries forgets the keys
  const median = medianOf(BEHAVIOURS.map((one) => behaviours[one].level)) ?? 2
  const behaviour = answers.overall === MEDIAN ? median : ratingOf(answers.overall)
  return { results: answers.results, behaviours, result: ratingOf(answers.result), behaviour }
}

/** What is given beforehand of a quarter; with a version it is an evaluation that was sent before, as it was then. */
export function quarterAnswers(quarter: Quarter, language: Language, version?: number): Answers {
  const name = shared[language].quarter(quarter)
  const named = version === undefined ? name : texts[language].again(name, version)
  return { quarter: quarterKey(quarter), version: String(version ?? ''), named }
}

/** What was sent, as answers to change. */
export function answersOf({ results, behaviours, result, behaviour }: OwnView, language: Language): Answers {
  const examples = BEHAVIOURS.flatMap((one) => {
    const { example } = behaviours[one]
    return example === undefined ? [] : [`${shared[language].behaviours[one].name}: ${example}`]
  })
  return {
    results,
    result: String(result),
    ...Object.fromEntries(BEHAVIOURS.map((one) => [one, String(behaviours[one].level)])),
    examples: examples.length === 0 ? null : examples.join('\n'),
    overall: String(behaviour),
  }
}
