import type { z } from 'zod'
import type { Input, Option, Reading } from './fields.ts'
import type { Answers, Form } from './form.ts'
import type { Content, Language } from './message.ts'
import { asked, isGiven, isOptional, questionOf, shownBefore } from './question.ts'
import { texts } from './texts.ts'

/** A form as one page, for platforms that can show all questions at once. */
export interface Sheet {
  readonly form: string
  readonly title: string
  /** What was filled in beforehand and is only shown. */
  readonly before: readonly { readonly label: string; readonly value: string }[]
  readonly fields: readonly SheetField[]
}

/** One question of it; `value` is what was answered before, as people read it or, of a choice, its value. */
export interface SheetField {
  readonly name: string
  readonly label: string
  readonly ask: string
  readonly input: Input
  readonly options: readonly Option[]
  readonly optional: boolean
  readonly value?: string
}

/** What became of a filled page: all answers, or those that fit and what to tell the person at the others. */
export type Filled =
  | { readonly kind: 'done'; readonly answers: Answers }
  | { readonly kind: 'wrong'; readonly answers: Answers; readonly hints: Readonly<Record<string, string>> }

/** A form as a page, with the answers given so far; undefined where a question needs the chat (a phone number, a place). */
export function sheetOf(form: Form, answers: Answers, language: Language): Sheet | undefined {
  const fields = asked(form).map((name): SheetField => {
    const question = questionOf(form, name)
    const { field } = question
    const answer = answers[name]
    const known = answer !== undefined && answer !== null
    return {
      name,
      label: question.label(language),
      ask: question.ask(language, answers),
      input: field.input,
      options: field.options?.(language) ?? [],
      optional: isOptional(form, name),
      ...(known && { value: field.input === 'choice' ? String(answer) : field.show(answer, language) }),
    }
  })
  if (fields.some(({ input }) => input === 'contact' || input === 'location')) return undefined
  return {
    form: form.name,
    title: form.title?.(language) ?? fields[0]?.label ?? form.name,
    before: shownBefore(form, answers, language),
    fields,
  }
}

/**
 * Reads a filled page with the same fields, schemas and hints as the chat does; what is missing was left empty, but
 * for files: no page can show one that was sent before, so it stays unless another is given. What was filled in
 * beforehand stays, whatever the page says.
 */
export function readSheet(
  form: Form,
  given: Readonly<Record<string, Content | undefined>>,
  reading: Reading,
  before: Answers = {},
): Filled {
  const answers: Record<string, unknown> = Object.fromEntries(
    Object.entries(before).filter(([name]) => isGiven(form, name)),
  )
  const hints: Record<string, string> = {}
  for (const name of asked(form)) {
    const { field } = questionOf(form, name)
    const content = given[name] ?? (field.input === 'file' ? sentBefore(before[name]) : undefined)
    if (content === undefined) {
      if (isOptional(form, name)) answers[name] = null
      else hints[name] = texts[reading.language].wantAnswer
      continue
    }
    const read = field.read(content, reading)
    const issue = read.ok ? issueOf(form.schema.shape[name] as z.ZodType, read.value) : read.hint
    if (issue === undefined && read.ok) answers[name] = read.value
    else hints[name] = issue ?? texts[reading.language].wantAnswer
  }
  if (Object.keys(hints).length > 0) return { kind: 'wrong', answers, hints }
  const whole = form.schema.safeParse(answers)
  if (whole.success) return { kind: 'done', answers: whole.data }
  const names = asked(form)
  const [issue] = whole.error.issues
  const at = names.find((name) => name === issue?.path[0]) ?? names.at(-1) ?? ''
  const { [at]: _, ...others } = answers
  return {
    kind: 'wrong',
    answers: others,
    hints: { [at]: issue?.message ?? texts[reading.language].wantAnswer },
  }
}

/** Answers come back out of the database, so that it is a file is looked at once more. */
function sentBefore(answer: unknown): Content | undefined {
  return Object(answer).kind === 'file' ? (answer as Content) : undefined
}

function issueOf(schema: z.ZodType, value: unknown): string | undefined {
  const result = schema.safeParse(value)
  return result.success ? undefined : result.error.issues[0]?.message
}
