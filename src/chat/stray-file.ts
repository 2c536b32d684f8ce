import type { z } from 'zod'
import type { Reading } from './fields.ts'
import type { Answers, Form } from './form.ts'
import { type FileContent, literal } from './message.ts'
import { asked, questionOf } from './question.ts'
import { texts } from './texts.ts'

/** What became of a file that came where something else was asked, and what to say of it. */
export interface Placed {
  readonly answers: Answers
  readonly hint?: string
  /** True where the form has its file, so that this one is left out. */
  readonly surplus?: true
}

/** Puts a file where the form has a question for one that is not answered yet, or was skipped. */
export function placeFile(form: Form, answers: Answers, content: FileContent, { language }: Reading): Placed {
  const t = texts[language]
  const wanted = asked(form).filter((name) => questionOf(form, name).field.input === 'file')
  const [first] = wanted
  if (first === undefined) return content.caption ? { answers, hint: t.fileNotAsked } : { answers }
  const free = wanted.find((name) => answers[name] === undefined || answers[name] === null)
  if (free === undefined) {
    const taken = questionOf(form, first).field.show(answers[first], language)
    return { answers, hint: t.oneFile(literal(taken)), surplus: true }
  }
  const checked = (form.schema.shape[free] as z.ZodType).safeParse(content)
  if (!checked.success) return { answers, hint: checked.error.issues[0]?.message ?? t.wantFile }
  const hint = t.fileTaken(literal(content.name), questionOf(form, free).label(language))
  return { answers: { ...answers, [free]: content }, hint }
}
