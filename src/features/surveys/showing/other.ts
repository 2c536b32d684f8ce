import { literal } from '../../../chat/message.ts'
import { showNumber } from '../../../indonesian/numbers.ts'
import { answersTo } from '../counting/adding.ts'
import type { AnswerCount } from '../counting/total-store.ts'
import type { SurveyQuestion } from '../definition.ts'
import { withoutSmall } from '../hiding.ts'
import { showShare, showValue } from '../report/figures.ts'
import { type Result, resultOf } from '../results.ts'
import { texts } from './texts.ts'

const t = texts.id

/** The results of some questions, of all who answered or of one unit, each figure with its range. */
export function resultLines(
  questions: readonly SurveyQuestion[],
  counts: readonly AnswerCount[],
  minimum: number,
  unit?: string,
): readonly string[] {
  return questions.flatMap((question) => {
    const asked = counts.filter((one) => one.question === question.id)
    const own = unit === undefined ? asked : asked.filter((one) => one.unit === unit)
    const result = isHidden(asked, minimum, unit)
      ? ({ kind: 'hidden' } as const)
      : resultOf(question, answersTo(question, own), minimum)
    return ['', t.question(literal(question.text)), ...linesOf(question, result, minimum)]
  })
}

/**
 * Whether a unit's answers to a question could be worked out, or those of another from it: what all said of it is shown,
 * so no unit with few answers may be left over.
 */
function isHidden(asked: readonly AnswerCount[], minimum: number, unit: string | undefined): boolean {
  if (unit === undefined) return false
  const groups = [...Map.groupBy(asked, (one) => one.unit ?? '')].map(([name, some]) => ({
    name,
    answers: some.reduce((sum, { people }) => sum + people, 0),
  }))
  return withoutSmall(groups, minimum).hidden.some(({ name }) => name === unit)
}

function linesOf(question: SurveyQuestion, result: Result, minimum: number): readonly string[] {
  switch (result.kind) {
    case 'hidden':
      return [t.hidden(minimum)]
    case 'mean': {
      const { value, low, high, answers } = result
      const most = question.kind === 'scale4' ? 4 : 5
      return [t.mean(showValue(value), showValue(low), showValue(high), most, showNumber(answers))]
    }
    case 'share': {
      const { value, low, high, answers } = result
      return [t.share(showShare(value, 1), showShare(low, 1), showShare(high, 1), showNumber(answers))]
    }
    case 'options':
      return result.options.map(({ label, value, low, high }) =>
        t.option(literal(label), showShare(value, 1), showShare(low, 1), showShare(high, 1)),
      )
    case 'texts':
      return [t.texts(showNumber(result.answers))]
  }
}
