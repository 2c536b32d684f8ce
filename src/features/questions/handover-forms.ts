import { z } from 'zod'
import { file, text } from '../../chat/fields.ts'
import type { Form } from '../../chat/form.ts'
import { type FileContent, type Language, literal } from '../../chat/message.ts'
import { given } from '../../chat/question.ts'
import type { Keeping } from '../../files.ts'
import type { Handover } from './handover-store.ts'
import { texts } from './texts.ts'

/** Names of the forms: asking an officer, the same where files can be sent in, and an officer's answer. */
export const ASK = 'tanya-hr'
export const ASK_WITH_FILE = 'tanya-hr-lampiran'
export const REPLY = 'jawab-hr'

const t = (language: Language) => texts[language].handover

/** What an officer needs to know to answer. */
export const questionForm: Form<{ question: z.ZodString; detail: z.ZodNullable<z.ZodString> }> = {
  name: ASK,
  title: (l) => t(l).title,
  schema: z.object({ question: z.string(), detail: z.string().nullable() }),
  questions: {
    question: { ask: (l) => t(l).question, label: (l) => t(l).questionLabel, field: text(5, 1_000) },
    detail: { ask: (l) => t(l).detail, label: (l) => t(l).detailLabel, field: text(1, 1_000) },
  },
}

/** The same, and a photo or document with it; one that is sure to be refused is so at once. */
export function questionFormWithFile({ objection }: Pick<Keeping, 'objection'>): Form<{
  question: z.ZodString
  detail: z.ZodNullable<z.ZodString>
  attachment: z.ZodNullable<z.ZodType<FileContent>>
}> {
  const sent = z.custom<FileContent>(isFile).superRefine((content, context) => {
    const message = objection(content)
    if (message !== undefined) context.addIssue({ code: 'custom', message })
  })
  return {
    name: ASK_WITH_FILE,
    title: (l) => t(l).title,
    schema: questionForm.schema.extend({ attachment: sent.nullable() }),
    questions: {
      ...questionForm.questions,
      attachment: { ask: (l) => t(l).attachment, label: (l) => t(l).attachmentLabel, field: file() },
    },
  }
}

/** An officer's answer; the number of the question it is for and its words, as `named` has them, are given beforehand. */
export const replyForm: Form<{ id: z.ZodString; handover: z.ZodString; answer: z.ZodString }> = {
  name: REPLY,
  title: (l) => t(l).replyTitle,
  schema: z.object({ id: z.string(), handover: z.string(), answer: z.string() }),
  questions: {
    id: given(),
    handover: given((l) => t(l).numberLabel),
    answer: {
      ask: (l, { handover }) => t(l).answerAsk(literal(String(handover))),
      label: (l) => t(l).answerLabel,
      field: text(2, 3_000),
    },
  },
}

/** A question in one line, as the form for its answer names it: its number, who asked, and its first words. */
export function named(
  { id, name, question }: Pick<Handover, 'id' | 'name' | 'question'>,
  l: Language,
): string {
  return t(l).number(id, short(name, 60), short(question, LONGEST_NAMED))
}

const LONGEST_NAMED = 240

function short(text: string, longest: number): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > longest ? `${line.slice(0, longest).toWellFormed()}…` : line
}

/** Answers come back out of the database, so they are looked at once more. */
function isFile(value: unknown): boolean {
  const { kind, name, ref } = Object(value) as Partial<FileContent>
  return kind === 'file' && typeof name === 'string' && typeof ref === 'string'
}
