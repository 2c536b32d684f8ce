import { z } from 'zod'
import { type Recurrence, readRecurrence, showRecurrence } from '../../../calendar.ts'
import { type Field, text } from '../../../chat/fields.ts'
import type { Form } from '../../../chat/form.ts'
import type { FileContent } from '../../../chat/message.ts'
import { given } from '../../../chat/question.ts'
import { dayAt } from '../../../indonesian/dates.ts'
import { texts, type UiPart } from './texts.ts'

/** Names of the forms: a new deadline; one part of a draft; a list of those who have done it. */
export const NEW = 'pengingat-baru'
export const PART = 'pengingat-bagian'
export const LIST = 'pengingat-daftar'

const recurrence = z.custom<Recurrence>((value) =>
  ['once', 'monthly', 'quarterly', 'yearly'].includes(Object(value).kind),
)
const listed = z.custom<string | FileContent>(
  (value) => typeof value === 'string' || Object(value).kind === 'file',
)
const newShape = { template: z.string(), title: z.string(), recurrence, audience: z.string() }
const partShape = { draft: z.string(), part: z.string(), now: z.string(), value: z.string() }
const listShape = { occurrence: z.string(), about: z.string(), list: listed }

/** A new deadline: what, when, for whom. All else has its usual value and is looked at in the preview. */
export const newForm: Form<typeof newShape> = {
  name: NEW,
  title: (l) => texts[l].formTitle,
  review: false,
  schema: z.object(newShape),
  questions: {
    template: given(),
    title: { ask: (l) => texts[l].askTitle, label: (l) => texts[l].labels.title, field: text(3, 120) },
    recurrence: { ask: (l) => texts[l].askWhen, label: (l) => texts[l].labels.recurrence, field: when() },
    audience: {
      ask: (l) => texts[l].askAudience,
      label: (l) => texts[l].labels.audience,
      field: text(3, 4000),
    },
  },
}

/** Another value for one part of a draft, in words; the draft, the part and what it is now are given beforehand. */
export const partForm: Form<typeof partShape> = {
  name: PART,
  title: (l) => texts[l].change,
  review: false,
  schema: z.object(partShape),
  questions: {
    draft: given(),
    part: given(),
    now: given(),
    value: {
      ask: (l, { part, now }) => texts[l].askPart(part as UiPart, String(now)), // given by whoever opens it
      label: (l) => texts[l].valueLabel,
      field: text(1, 4000),
    },
  },
}

/** The NIPs of those who have done what an occurrence asks for, pasted or in a file. */
export const listForm: Form<typeof listShape> = {
  name: LIST,
  title: (l) => texts[l].listTitle,
  review: false,
  schema: z.object(listShape),
  questions: {
    occurrence: given(),
    about: given(),
    list: { ask: (_, { about }) => String(about), label: (l) => texts[l].listLabel, field: list() },
  },
}

function when(): Field<Recurrence> {
  return {
    input: 'text',
    read(content, { now, timeZone, language }) {
      if (content.kind !== 'text') return { ok: false, hint: texts[language].whenHint }
      return readRecurrence(content.text, dayAt(now, timeZone))
    },
    show: (value) => showRecurrence(value),
  }
}

/** A file is read as one where it comes; on a page it is pasted. */
function list(): Field<string | FileContent> {
  return {
    input: 'file',
    read(content, { language }) {
      if (content.kind === 'file') return { ok: true, value: content }
      return content.kind === 'text'
        ? { ok: true, value: content.text }
        : { ok: false, hint: texts[language].listHint }
    },
    show: (value) => (typeof value === 'string' ? value : value.name),
  }
}
