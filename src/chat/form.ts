import type { z } from 'zod'
import { fold } from '../indonesian/words.ts'
import { type Field, type Option, pick, type Reading } from './fields.ts'
import type { Choice, Content, Language, Outgoing } from './message.ts'
import { texts } from './texts.ts'

/** One question of a form, put in the person's language; `label` names it in the review. */
export interface Question<T> {
  ask(language: Language, answers: Answers): string
  label(language: Language): string
  readonly field: Field<T>
}

/** A question for the answer a schema expects; null stands for a skipped optional one. */
type QuestionFor<S extends z.ZodType> = Question<NonNullable<z.output<S>>>

/**
 * A form is data: a schema says which answers are valid, the questions say how to ask for them, in the order
 * of their keys. A question whose schema accepts null may be skipped. Where the review is switched off, the
 * last answer finishes the form.
 */
export interface Form<S extends z.ZodRawShape = z.ZodRawShape> {
  readonly name: string
  readonly schema: z.ZodObject<S>
  readonly questions: { readonly [F in keyof S & string]: S[F] extends z.ZodType ? QuestionFor<S[F]> : never }
  readonly review?: false
}

/** The answers so far, by question: all the state a form has. */
export type Answers = Readonly<Record<string, unknown>>

/** What a message did to a form. */
export type Step =
  | { readonly kind: 'ask'; readonly answers: Answers; readonly reply: Outgoing }
  | { readonly kind: 'done'; readonly answers: Answers }
  | { readonly kind: 'cancelled' }

/**
 * Applies one message to a form (none: only asks again) and says what comes next: the first question without
 * a valid answer, the review, or the end. Answers that no longer fit the schema are asked for again.
 */
export function stepForm(form: Form, given: Answers, reading: Reading, content?: Content): Step {
  const answers = valid(form, given)
  const open = Object.keys(form.questions).find((name) => !(name in answers))
  if (content === undefined) return proceed(form, answers, reading)
  if (content.kind === 'text' && texts[reading.language].cancelWords.includes(fold(content.text)))
    return { kind: 'cancelled' }
  return open === undefined
    ? review(form, answers, reading, content)
    : answer(form, answers, open, reading, content)
}

/** True when a button's value belongs to a form, open or long gone. */
export function isFormChoice(value: string): boolean {
  return /^[a-z-]+[?!]/.test(value)
}

function answer(form: Form, answers: Answers, open: string, reading: Reading, content: Content): Step {
  const { language } = reading
  const question = questionOf(form, open)
  const message = unwrapped(form, open, content)
  if (message === 'stale') return proceed(form, answers, reading, texts[language].buttonIsOld)
  if (isSkip(message, reading)) {
    const skipped = { ...answers, [open]: null }
    if (open in valid(form, skipped)) return proceed(form, skipped, reading)
  }
  const read = question.field.read(message, reading)
  if (!read.ok) return proceed(form, answers, reading, read.hint)
  const checked = form.schema.shape[open]
  const result = (checked as z.ZodType).safeParse(read.value)
  if (!result.success) return proceed(form, answers, reading, result.error.issues[0]?.message)
  return proceed(form, { ...answers, [open]: read.value }, reading)
}

function review(form: Form, answers: Answers, reading: Reading, content: Content): Step {
  const t = texts[reading.language]
  const names = Object.keys(form.questions)
  const asked = content.kind === 'choice' ? content.value : ''
  const verb = content.kind === 'text' ? pick(content.text, reviewOptions(reading.language))?.value : undefined
  if (asked === `${form.name}!send` || verb === 'send') return finish(form, answers, reading)
  if (asked === `${form.name}!cancel` || verb === 'cancel') return { kind: 'cancelled' }
  if (asked === `${form.name}!edit` || verb === 'edit')
    return names.length === 1
      ? change(form, answers, names[0] ?? '', reading)
      : { kind: 'ask', answers, reply: { text: t.whichToEdit, choices: editChoices(form, reading.language) } }
  const labels: Option[] = names.map((n) => ({ value: n, label: questionOf(form, n).label(reading.language) }))
  const named = asked.startsWith(`${form.name}!edit=`)
    ? asked.slice(form.name.length + 6)
    : content.kind === 'text' && !/^\d+$/.test(content.text.trim())
      ? pick(content.text, labels)?.value
      : undefined
  if (named !== undefined && names.includes(named)) return change(form, answers, named, reading)
  return proceed(form, answers, reading, content.kind === 'choice' ? t.buttonIsOld : t.reviewHint)
}

/** Changing an answer deletes it, so that it is asked for again. */
function change(form: Form, answers: Answers, name: string, reading: Reading): Step {
  const { [name]: _, ...rest } = answers
  return proceed(form, rest, reading)
}

function finish(form: Form, answers: Answers, reading: Reading): Step {
  const result = form.schema.safeParse(answers)
  if (result.success) return { kind: 'done', answers: result.data }
  const issue = result.error.issues[0]
  const { [String(issue?.path[0])]: _, ...rest } = answers
  return proceed(form, rest, reading, issue?.message)
}

/** Asks the first open question, or shows the review, with a hint before it where one is needed. */
function proceed(form: Form, answers: Answers, reading: Reading, hint?: string): Step {
  const { language } = reading
  const open = Object.keys(form.questions).find((name) => !(name in answers))
  if (open === undefined && form.review === false) return finish(form, answers, reading)
  const reply = open === undefined ? summary(form, answers, language) : ask(form, answers, open, language)
  return { kind: 'ask', answers, reply: hint ? { ...reply, text: `${hint}\n\n${reply.text}` } : reply }
}

function ask(form: Form, answers: Answers, name: string, language: Language): Outgoing {
  const question = questionOf(form, name)
  const { options, request } = question.field
  const choices: Choice[] = (options?.(language) ?? []).map(({ value, label }) => ({
    label,
    value: `${form.name}?${name}=${value}`,
  }))
  if (name in valid(form, { [name]: null })) choices.push({ label: texts[language].skip, value: `${form.name}?${name}` })
  return { text: question.ask(language, answers), ...(choices.length > 0 && { choices }), ...(request && { request }) }
}

function summary(form: Form, answers: Answers, language: Language): Outgoing {
  const t = texts[language]
  const lines = Object.keys(form.questions).map((name) => {
    const question = questionOf(form, name)
    const value = answers[name]
    return `**${question.label(language)}:** ${value === null ? t.empty : literal(question.field.show(value, language))}`
  })
  return {
    text: [...lines, '', t.review].join('\n'),
    choices: reviewOptions(language).map(({ value, label }) => ({ label, value: `${form.name}!${value}` })),
  }
}

function reviewOptions(language: Language): readonly Option[] {
  const t = texts[language]
  return [
    { value: 'send', label: t.send, also: ['ya', 'sudah', 'benar', 'ok', 'oke', 'betul'] },
    { value: 'edit', label: t.edit, also: ['ganti', 'perbaiki', 'belum'] },
    { value: 'cancel', label: t.cancel, also: ['tidak jadi'] },
  ]
}

function editChoices(form: Form, language: Language): readonly Choice[] {
  return Object.keys(form.questions).map((name) => ({
    label: questionOf(form, name).label(language),
    value: `${form.name}!edit=${name}`,
  }))
}

/** The answers that still fit their schema; what a deploy changed is dropped and so asked for again. */
function valid(form: Form, answers: Answers): Answers {
  return Object.fromEntries(
    Object.keys(form.questions).flatMap((name) => {
      const schema = form.schema.shape[name] as z.ZodType
      return name in answers && schema.safeParse(answers[name]).success ? [[name, answers[name]]] : []
    }),
  )
}

/** A button of this question as the plain value its field knows; one of another question is stale. */
function unwrapped(form: Form, open: string, content: Content): Content | 'stale' {
  if (content.kind !== 'choice') return content
  if (content.value === `${form.name}?${open}`) return { kind: 'choice', value: '' }
  const prefix = `${form.name}?${open}=`
  return content.value.startsWith(prefix) ? { kind: 'choice', value: content.value.slice(prefix.length) } : 'stale'
}

function isSkip(content: Content, { language }: Reading): boolean {
  if (content.kind === 'choice') return content.value === ''
  return content.kind === 'text' && texts[language].skipWords.includes(content.text.trim().toLowerCase())
}

function questionOf(form: Form, name: string): Question<unknown> {
  const question = form.questions[name]
  if (question === undefined) throw new Error(`form ${form.name} has no question ${name}`)
  return question as Question<unknown>
}

/** What a person typed, shown as they typed it: no character of theirs becomes formatting. */
export function literal(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!|<>~&]/g, '\\$&')
}
