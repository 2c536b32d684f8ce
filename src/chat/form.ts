import type { z } from 'zod'
import { fold } from '../indonesian/words.ts'
import type { Reading } from './fields.ts'
import type { Choice, Content, FileContent, Language, Outgoing } from './message.ts'
import { asked, type Given, isGiven, isOptional, type QuestionFor, questionOf } from './question.ts'
import { editOptions, summary, wished } from './review.ts'
import { placeFile } from './stray-file.ts'
import { texts } from './texts.ts'

/**
 * A form is data: a schema says which answers are valid, the questions say how to ask for them, in the order
 * of their keys. A question whose schema accepts null may be skipped. Where the review is switched off, the
 * last answer finishes the form.
 */
export interface Form<S extends z.ZodRawShape = z.ZodRawShape> {
  readonly name: string
  /** What it is called where it is shown as one page, at most 24 characters. */
  title?(language: Language): string
  readonly schema: z.ZodObject<S>
  readonly questions: {
    readonly [F in keyof S & string]: S[F] extends z.ZodType ? QuestionFor<S[F]> | Given : never
  }
  readonly review?: false
}

/** The answers so far, by question: all the state a form has. */
export type Answers = Readonly<Record<string, unknown>>

/** What a message did to a form. */
export type Step =
  | {
      readonly kind: 'ask'
      readonly answers: Answers
      readonly reply: Outgoing
      /** True where all of the reply was said just before, and need not be said again. */
      readonly told?: true
    }
  | { readonly kind: 'done'; readonly answers: Answers }
  | { readonly kind: 'cancelled' }

/**
 * Applies one message to a form (none: only asks again) and says what comes next: the first question without
 * a valid answer, the review, or the end. Answers that no longer fit the schema are asked for again; without what
 * has to be given beforehand there is nothing to ask, and the form ends.
 */
export function stepForm(form: Form, given: Answers, reading: Reading, content?: Content): Step {
  const answers = valid(form, given)
  if (!Object.keys(form.questions).every((name) => Object.hasOwn(answers, name) || !isGiven(form, name)))
    return { kind: 'cancelled' }
  const open = openQuestion(form, answers)
  if (content === undefined) return proceed(form, answers, reading)
  if (content.kind === 'text' && texts[reading.language].cancelWords.includes(fold(content.text)))
    return { kind: 'cancelled' }
  if (content.kind === 'file' && !(open !== undefined && questionOf(form, open).field.input === 'file'))
    return takeFile(form, given, reading, content)
  return open === undefined
    ? review(form, answers, reading, content, Object.hasOwn(Object(given), CHOOSING))
    : answer(form, answers, open, reading, content)
}

/** True when a button's value belongs to a form, open or long gone. */
export function isFormChoice(value: string): boolean {
  return /^[^:?!]+[?!]/.test(value)
}

/** Among the answers only while the person chooses which of them to change; no question is called this. */
const CHOOSING = '!edit'
/** Among the answers only where what was said last is that one file fits and no more. */
const ONE_FILE = '!file'

/** A file where something else is asked is kept for its own question; what was written under it is the answer. */
function takeFile(form: Form, given: Answers, reading: Reading, content: FileContent): Step {
  const { answers, hint, surplus } = placeFile(form, valid(form, given), content, reading)
  const open = openQuestion(form, answers)
  if (hint === undefined)
    return open === undefined
      ? review(form, answers, reading, content, false)
      : answer(form, answers, open, reading, content)
  const caption = open === undefined ? '' : (content.caption?.trim() ?? '')
  const step =
    caption === ''
      ? proceed(form, answers, reading)
      : stepForm(form, answers, reading, { kind: 'text', text: caption })
  if (step.kind !== 'ask') return step
  const told = surplus && caption === '' && Object.hasOwn(Object(given), ONE_FILE)
  return {
    ...step,
    answers: { ...step.answers, ...(surplus && { [ONE_FILE]: true }) },
    reply: hinted(step.reply, hint),
    ...(told && { told }),
  }
}

function answer(form: Form, answers: Answers, open: string, reading: Reading, content: Content): Step {
  const { language } = reading
  const question = questionOf(form, open)
  const message = unwrapped(form, open, content)
  if (message === 'stale') return proceed(form, answers, reading, texts[language].buttonIsOld)
  if (isSkip(message, reading)) {
    const skipped = { ...answers, [open]: null }
    if (Object.hasOwn(valid(form, skipped), open)) return proceed(form, skipped, reading)
  }
  const read = question.field.read(message, reading)
  if (!read.ok) return proceed(form, answers, reading, read.hint)
  const checked = form.schema.shape[open]
  const result = (checked as z.ZodType).safeParse(read.value)
  if (!result.success) return proceed(form, answers, reading, result.error.issues[0]?.message)
  return proceed(form, { ...answers, [open]: read.value }, reading)
}

function review(form: Form, answers: Answers, reading: Reading, content: Content, choosing: boolean): Step {
  const t = texts[reading.language]
  const names = asked(form)
  const wish = wished(form, content, reading.language, choosing)
  if (wish === 'send') return finish(form, answers, reading)
  if (wish === 'cancel') return { kind: 'cancelled' }
  const named = names.find((name) => wish === `edit=${name}` || (wish === 'edit' && names.length === 1))
  if (named !== undefined) return change(form, answers, named, reading)
  const stale = content.kind === 'choice' ? t.buttonIsOld : undefined
  if (wish === 'edit') return choose(form, answers, reading.language)
  if (choosing) return choose(form, answers, reading.language, stale)
  return proceed(form, answers, reading, stale ?? t.reviewHint)
}

/** Asks which answer to change. */
function choose(form: Form, answers: Answers, language: Language, hint?: string): Step {
  const choices = editOptions(form, language).map(({ label, value }) => ({
    label,
    value: `${form.name}!${value}`,
  }))
  const text = texts[language].whichToEdit
  return {
    kind: 'ask',
    answers: { ...answers, [CHOOSING]: true },
    reply: { text: hint ? `${hint}\n\n${text}` : text, choices },
  }
}

/** Changing an answer deletes it, so that it is asked for again. */
function change(form: Form, answers: Answers, name: string, reading: Reading, hint?: string): Step {
  const { [name]: _, ...rest } = answers
  return proceed(form, rest, reading, hint)
}

/** Without a review there is no other way to repair what concerns several answers than the last question. */
function finish(form: Form, answers: Answers, reading: Reading): Step {
  const result = form.schema.safeParse(answers)
  if (result.success) return { kind: 'done', answers: result.data }
  const issue = result.error.issues[0]
  const names = asked(form)
  const wrong =
    names.find((name) => name === issue?.path[0]) ?? (form.review === false ? names.at(-1) : undefined)
  return wrong === undefined
    ? { kind: 'ask', answers, reply: hinted(summary(form, answers, reading.language), issue?.message) }
    : change(form, answers, wrong, reading, issue?.message)
}

/** Asks the first open question, or shows the review, with a hint before it where one is needed. */
function proceed(form: Form, answers: Answers, reading: Reading, hint?: string): Step {
  const { language } = reading
  const open = openQuestion(form, answers)
  if (open === undefined && form.review === false) return finish(form, answers, reading)
  const reply = open === undefined ? summary(form, answers, language) : ask(form, answers, open, language)
  return { kind: 'ask', answers, reply: hinted(reply, hint) }
}

function hinted(reply: Outgoing, hint: string | undefined): Outgoing {
  return hint ? { ...reply, text: `${hint}\n\n${reply.text}` } : reply
}

function openQuestion(form: Form, answers: Answers): string | undefined {
  return asked(form).find((name) => !Object.hasOwn(answers, name))
}

function ask(form: Form, answers: Answers, name: string, language: Language): Outgoing {
  const question = questionOf(form, name)
  const { options, input } = question.field
  const choices: Choice[] = (options?.(language) ?? []).map(({ value, label }) => ({
    label,
    value: `${form.name}?${name}=${value}`,
  }))
  if (isOptional(form, name)) choices.push({ label: texts[language].skip, value: `${form.name}?${name}` })
  return {
    text: question.ask(language, answers),
    ...(choices.length > 0 && { choices }),
    ...((input === 'contact' || input === 'location') && { request: input }),
  }
}

/** The answers that still fit their schema; what a deploy changed is dropped and so asked for again. */
function valid(form: Form, answers: Answers): Answers {
  const known = new Map(Object.entries(answers ?? {}))
  return Object.fromEntries(
    Object.keys(form.questions).flatMap((name) => {
      const schema = form.schema.shape[name] as z.ZodType
      return known.has(name) && schema.safeParse(known.get(name)).success ? [[name, known.get(name)]] : []
    }),
  )
}

/** A button of this question as the plain value its field knows; one of another question is stale. */
function unwrapped(form: Form, open: string, content: Content): Content | 'stale' {
  if (content.kind !== 'choice') return content
  if (content.value === `${form.name}?${open}`) return { kind: 'choice', value: '' }
  const prefix = `${form.name}?${open}=`
  return content.value.startsWith(prefix)
    ? { kind: 'choice', value: content.value.slice(prefix.length) }
    : 'stale'
}

function isSkip(content: Content, { language }: Reading): boolean {
  if (content.kind === 'choice') return content.value === ''
  return (
    content.kind === 'text' &&
    [content.text.trim(), fold(content.text)].some((said) => texts[language].skipWords.includes(said))
  )
}
