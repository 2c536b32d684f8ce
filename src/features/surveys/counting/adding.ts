import type { Survey, SurveyQuestion } from '../definition.ts'
import type { Answered } from '../report/skm-report.ts'
import type { SurveyAnswer } from '../results.ts'
import { ELEMENTS, type Element } from '../skm/elements.ts'
import type { Tallies, Tally } from '../skm/tallies.ts'
import type { AnswerCount } from './total-store.ts'

type Counted = Pick<AnswerCount, 'question' | 'answer' | 'people'>

/** The questions of a survey by the elements they measure. */
export function elementQuestions({ questions }: Pick<Survey, 'questions'>): ReadonlyMap<Element, string> {
  return new Map(
    questions.flatMap((one) =>
      one.kind === 'scale4' && one.element !== undefined ? [[one.element, one.id] as const] : [],
    ),
  )
}

/** Sums of scores by element, from the sums by question; none where a question has none. */
export function talliesBy(survey: Survey, tallyOf: (question: string) => Tally | undefined): Tallies {
  const questions = elementQuestions(survey)
  const none: Tally = { sum: 0, answers: 0 }
  const tallies = ELEMENTS.map((element) => [element, tallyOf(questions.get(element) ?? '') ?? none] as const)
  return Object.fromEntries(tallies) as Record<Element, Tally> // one for every element of the list
}

/** The scores of a question added up, from how many gave which. */
export function tallyOf(counts: readonly Readonly<Record<string, number>>[]): Tally {
  const steps = counts.flatMap(Object.entries).filter(([score]) => /^[1-4]$/.test(score))
  return {
    sum: steps.reduce((sum, [score, people]) => sum + Number(score) * people, 0),
    answers: steps.reduce((sum, [, people]) => sum + people, 0),
  }
}

/** All that was answered to a survey of the nine elements, as its report needs it. */
export function addedUp(survey: Survey, respondents: number, counts: readonly Counted[]): Answered {
  const byQuestion = Map.groupBy(counts, ({ question }) => question)
  const tallies = talliesBy(survey, (question) =>
    tallyOf((byQuestion.get(question) ?? []).map(({ answer, people }) => ({ [answer]: people }))),
  )
  const facts = survey.facts.map(({ id }) => {
    const said = (byQuestion.get(id) ?? []).map(({ answer, people }) => [answer, people] as const)
    return [id, Object.fromEntries(said)] as const
  })
  return { respondents, tallies, facts: Object.fromEntries(facts) }
}

/** The answers to one question, each as often as it was given. */
export function answersTo(question: SurveyQuestion, counts: readonly Counted[]): readonly SurveyAnswer[] {
  return counts
    .filter((one) => one.question === question.id)
    .flatMap(({ answer, people }) => Array<SurveyAnswer>(people).fill(read(question, answer)))
}

function read({ kind }: SurveyQuestion, answer: string): SurveyAnswer {
  switch (kind) {
    case 'scale4':
    case 'scale5':
      return Number(answer)
    case 'yes-no':
      return answer === 'ya'
    case 'choice':
      return answer
    case 'text':
      return 'x' // what was written is read elsewhere; here it is only how often
  }
}
