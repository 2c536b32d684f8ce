import type { z } from 'zod'
import type { Field } from './fields.ts'
import type { Answers, Form } from './form.ts'
import type { Language } from './message.ts'

/** One question of a form, put in the person's language; `label` names it in the review. */
export interface Question<T> {
  ask(language: Language, answers: Answers): string
  label(language: Language): string
  readonly field: Field<T>
}

/** A question for the answer a schema expects; null stands for a skipped optional one. */
export type QuestionFor<S extends z.ZodType> = Question<NonNullable<z.output<S>>>

/** A text that whoever opens a form fills in beforehand: never asked for, not to be changed, shown where it has a label. */
export interface Given {
  readonly given: true
  label?(language: Language): string
}

/** One that is shown, under a label, or not. */
export function given(label?: (language: Language) => string): Given {
  return { given: true, ...(label && { label }) }
}

/** The names of what a form asks for, in its order. */
export function asked(form: Form): readonly string[] {
  return Object.keys(form.questions).filter((name) => !isGiven(form, name))
}

/** What was filled in beforehand, as people see it above the questions. */
export function shownBefore(
  form: Form,
  answers: Answers,
  language: Language,
): readonly { readonly label: string; readonly value: string }[] {
  return Object.entries(form.questions).flatMap(([name, question]: [string, Given | object]) => {
    const label = 'given' in question ? question.label?.(language) : undefined
    return label === undefined ? [] : [{ label, value: String(answers[name] ?? '') }]
  })
}

/** Whether a question is answered by whoever opens its form. */
export function isGiven(form: Form, name: string): boolean {
  return 'given' in Object(form.questions[name])
}

/** Whether a question may be skipped. */
export function isOptional(form: Form, name: string): boolean {
  return (form.schema.shape[name] as z.ZodType).safeParse(null).success
}

/** What a form asks under a name. Throws where it asks nothing of that name. */
export function questionOf(form: Form, name: string): Question<unknown> {
  const question = form.questions[name]
  if (question === undefined || 'given' in question)
    throw new Error(`form ${form.name} has no question ${name}`)
  return question as Question<unknown>
}
