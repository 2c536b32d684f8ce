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

/** Whether a question may be skipped. */
export function isOptional(form: Form, name: string): boolean {
  return (form.schema.shape[name] as z.ZodType).safeParse(null).success
}

/** A question of a form by its name. Throws where it has none of that name. */
export function questionOf(form: Form, name: string): Question<unknown> {
  const question = form.questions[name]
  if (question === undefined) throw new Error(`form ${form.name} has no question ${name}`)
  return question as Question<unknown>
}
