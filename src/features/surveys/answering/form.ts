import { z } from 'zod'
import { choice, type Field, text } from '../../../chat/fields.ts'
import type { Answers, Form } from '../../../chat/form.ts'
import type { Language } from '../../../chat/message.ts'
import { type Given, given, type Question } from '../../../chat/question.ts'
import type { Fact, Survey, SurveyQuestion } from '../definition.ts'
import { texts } from './texts.ts'

/** The answer that is given beforehand: what is asked of, as a code ("s12", "u5", "k3"). No question is called this. */
export const ABOUT = '@tentang'
/** Name of the form that asks for a place. */
export const WHERE = 'survei-di'

/** The office or service, in the citizen's words; which survey it is for is given. */
export const whereForm: Form<{ survey: z.ZodString; title: z.ZodString; where: z.ZodString }> = {
  name: WHERE,
  title: (l) => texts[l].title,
  review: false,
  schema: z.object({ survey: z.string(), title: z.string(), where: z.string() }),
  questions: {
    survey: given(),
    title: given(),
    where: {
      ask: (l, { title }) => texts[l].askWhere(String(title)),
      label: (l) => texts[l].whereLabel,
      field: text(2, 200),
    },
  },
}

/** The name of the form of one round of a survey. */
export function formName({ id }: Pick<Survey, 'id'>, months: number): string {
  return months === 0 ? `sv-${id}` : `sv-${id}-${months}`
}

/** What one round of a survey asks: its questions, and in the first one what respondents may say of themselves. */
export function askedIn({ questions, facts }: Survey, months: number): readonly (SurveyQuestion | Fact)[] {
  const due = questions.filter(({ afterMonths }) => afterMonths === months)
  return months === 0 ? [...due, ...facts] : due
}

/** The form of one round of a survey, built from its definition; the last answer sends it. */
export function formOf(survey: Survey, months: number): Form {
  const asked = askedIn(survey, months)
  const shape: Record<string, z.ZodType> = { [ABOUT]: z.string() }
  const questions: Record<string, Question<string> | Given> = { [ABOUT]: given() }
  for (const [at, question] of asked.entries()) {
    shape[question.id] = question.optional ? schemaOf(question).nullable() : schemaOf(question)
    questions[question.id] = {
      ask: (l) => askOf(l, question, at + 1, asked.length),
      label: (l) => question.title ?? texts[l].label(at + 1),
      field: fieldOf(question),
    }
  }
  return {
    name: formName(survey, months),
    title: (l) => texts[l].title,
    review: false,
    schema: z.object(shape),
    questions: questions as Form['questions'], // of a shape that is only known here, from the same list
  }
}

/** What was answered, as it is counted: steps by number, options in their own words; and what was written. */
export function answersOf(
  survey: Survey,
  months: number,
  filled: Answers,
): { readonly answers: Readonly<Record<string, string>>; readonly words: Readonly<Record<string, string>> } {
  const said = askedIn(survey, months).flatMap((question) => {
    const value = filled[question.id]
    return typeof value === 'string' ? [{ question, value }] : []
  })
  const isWritten = ({ question }: (typeof said)[number]): boolean => question.kind === 'text'
  return {
    answers: Object.fromEntries(
      said
        .filter((one) => !isWritten(one))
        .map(({ question, value }) => [question.id, counted(question, value)]),
    ),
    words: Object.fromEntries(said.filter(isWritten).map(({ question, value }) => [question.id, value])),
  }
}

/** About how many minutes a round takes: eight seconds for a tap, half a minute for what is written. */
export function minutesFor(survey: Survey, months: number): number {
  const seconds = askedIn(survey, months).map(({ kind }) => (kind === 'text' ? 30 : 8))
  return Math.max(1, Math.round(seconds.reduce((sum, one) => sum + one, 0) / 60))
}

function askOf(language: Language, { kind, text }: SurveyQuestion, at: number, all: number): string {
  const t = texts[language]
  const asked = t.ask(at, all, text)
  return kind === 'text' ? `${asked}\n${t.noNames}` : asked
}

const STEPS = ['1', '2', '3', '4', '5'] as const
const LONGEST = 1_000

function schemaOf(question: SurveyQuestion): z.ZodType {
  if (question.kind === 'text') return z.string().max(LONGEST)
  const values = optionsOf(question, 'id').map(({ value }) => value)
  return z.string().refine((value) => values.includes(value))
}

function fieldOf(question: SurveyQuestion): Field<string> {
  return question.kind === 'text' ? text(2, LONGEST) : choice((language) => optionsOf(question, language))
}

function optionsOf(question: Exclude<SurveyQuestion, { kind: 'text' }>, language: Language) {
  const t = texts[language]
  switch (question.kind) {
    case 'scale4':
      return question.labels.map((label, at) => ({ value: String(at + 1), label }))
    case 'scale5': {
      const [worst, best] = question.ends
      const ends: Readonly<Record<string, string>> = { 1: `1 – ${worst}`, 5: `5 – ${best}` }
      return STEPS.map((value) => ({ value: value as string, label: ends[value] ?? value }))
    }
    case 'yes-no':
      return [
        { value: 'ya', label: t.yes, also: t.yesWords },
        { value: 'tidak', label: t.no, also: t.noWords },
      ]
    case 'choice':
      return question.options.map((label, at) => ({ value: String(at + 1), label }))
  }
}

function counted(question: SurveyQuestion, value: string): string {
  return question.kind === 'choice' ? (question.options[Number(value) - 1] ?? value) : value
}
