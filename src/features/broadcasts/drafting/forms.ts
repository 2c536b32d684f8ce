import { z } from 'zod'
import { type Field, file, text } from '../../../chat/fields.ts'
import type { Form } from '../../../chat/form.ts'
import { type FileContent, type Language, LONGEST_INCOMING, literal } from '../../../chat/message.ts'
import { given } from '../../../chat/question.ts'
import { unknownIn } from '../placeholders.ts'
import type { BroadcastFiles } from '../ports.ts'
import { texts } from './texts.ts'

/** Names of the forms: a new broadcast, other words, another file, other recipients. */
export const WRITE = 'siaran-tulis'
export const REWRITE = 'siaran-teks'
export const ATTACH = 'siaran-lampiran'
export const CHOOSE = 'siaran-penerima'

/** The longest text, in characters: with a name filled in it still fits one message. */
const LONGEST_TEXT = 3_500

/** Why a text cannot be sent as it is; undefined where it can. */
export function objectionTo(said: string, language: Language): string | undefined {
  const t = texts[language]
  if (said.length > LONGEST_TEXT) return t.tooLong(said.length, LONGEST_TEXT)
  const unknown = unknownIn(said)
  return unknown.length > 0 ? t.unknownPlaceholder(unknown.map(literal)) : undefined
}

/** A new one: for whom it is, in words, is given where it is known, else empty. */
export function writeForm(files: Pick<BroadcastFiles, 'objection'>): Form<{
  who: z.ZodString
  text: z.ZodString
  file: z.ZodNullable<z.ZodType<FileContent>>
}> {
  return {
    name: WRITE,
    title: (l) => texts[l].title,
    review: false,
    schema: z.object({ who: z.string(), text: words(), file: sent(files).nullable() }),
    questions: {
      who: given(),
      text: {
        ask: (l) => texts[l].askText,
        label: (l) => texts[l].textLabel,
        field: text(2, LONGEST_INCOMING),
      },
      file: { ask: (l) => texts[l].askFile, label: (l) => texts[l].fileLabel, field: file() },
    },
  }
}

/** Other words for a draft; which one is given. */
export const rewriteForm: Form<{ id: z.ZodString; text: z.ZodString }> = {
  name: REWRITE,
  title: (l) => texts[l].title,
  review: false,
  schema: z.object({ id: z.string(), text: words() }),
  questions: {
    id: given(),
    text: {
      ask: (l) => texts[l].askOtherText,
      label: (l) => texts[l].textLabel,
      field: text(2, LONGEST_INCOMING),
    },
  },
}

/** Another file for a draft, or none. */
export function attachForm(files: Pick<BroadcastFiles, 'objection'>): Form<{
  id: z.ZodString
  file: z.ZodNullable<z.ZodType<FileContent>>
}> {
  return {
    name: ATTACH,
    title: (l) => texts[l].fileLabel,
    review: false,
    schema: z.object({ id: z.string(), file: sent(files).nullable() }),
    questions: {
      id: given(),
      file: { ask: (l) => texts[l].askOtherFile, label: (l) => texts[l].fileLabel, field: file() },
    },
  }
}

/** For whom a draft is. */
export const chooseForm: Form<{ id: z.ZodString; who: z.ZodString }> = {
  name: CHOOSE,
  title: (l) => texts[l].whoLabel,
  review: false,
  schema: z.object({ id: z.string(), who: z.string() }),
  questions: {
    id: given(),
    who: { ask: (l) => texts[l].askWho, label: (l) => texts[l].whoLabel, field: recipients() },
  },
}

/** Words for an audience, or the button for everybody. */
function recipients(): Field<string> {
  const field = text(2, LONGEST_INCOMING)
  return {
    ...field,
    options: (l) => [{ value: 'semua', label: texts[l].everybody }],
    read: (content, reading) =>
      content.kind === 'choice' ? { ok: true, value: content.value } : field.read(content, reading),
  }
}

function words(): z.ZodString {
  return z.string().superRefine((said, context) => {
    const message = objectionTo(said, 'id')
    if (message !== undefined) context.addIssue({ code: 'custom', message })
  })
}

function sent({ objection }: Pick<BroadcastFiles, 'objection'>): z.ZodType<FileContent> {
  return z.custom<FileContent>(isFile).superRefine((content, context) => {
    const wrong = objection(content)
    if (wrong !== undefined) context.addIssue({ code: 'custom', message: wrong })
  })
}

/** Answers come back out of the database, so they are looked at once more. */
function isFile(value: unknown): boolean {
  const { kind, name, ref } = Object(value) as Partial<FileContent>
  return kind === 'file' && typeof name === 'string' && typeof ref === 'string'
}
