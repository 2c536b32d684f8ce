import { z } from 'zod'
import { type Field, text } from '../../../chat/fields.ts'
import type { Form } from '../../../chat/form.ts'
import { given } from '../../../chat/question.ts'
import { readMoment } from '../moment.ts'
import { texts } from './texts.ts'

/** Names of the forms: when it goes out, and why an officer does not agree. */
export const WHEN = 'siaran-waktu'
export const REFUSE = 'siaran-tolak'

/** When a draft goes out, as an instant in ISO 8601; which draft is given. */
export const whenForm: Form<{ id: z.ZodString; at: z.ZodString }> = {
  name: WHEN,
  title: (l) => texts[l].whenLabel,
  review: false,
  schema: z.object({ id: z.string(), at: z.string() }),
  questions: {
    id: given(),
    at: { ask: (l) => texts[l].askWhen, label: (l) => texts[l].whenLabel, field: moment() },
  },
}

/** Why it is not to go out; which one is given. */
export const refuseForm: Form<{ id: z.ZodString; reason: z.ZodString }> = {
  name: REFUSE,
  title: (l) => texts[l].reasonLabel,
  review: false,
  schema: z.object({ id: z.string(), reason: z.string() }),
  questions: {
    id: given(),
    reason: { ask: (l) => texts[l].askReason, label: (l) => texts[l].reasonLabel, field: text(3, 500) },
  },
}

/** A day and a time to come, as people write them. */
function moment(): Field<string> {
  return {
    input: 'text',
    options: (l) => texts[l].suggestedTimes.map((label) => ({ value: label.toLowerCase(), label })),
    read(content, { now, timeZone, language }) {
      const said = content.kind === 'text' ? content.text : content.kind === 'choice' ? content.value : ''
      const read = readMoment(said, now, timeZone)
      return read.ok
        ? { ok: true, value: read.at.toISOString() }
        : { ok: false, hint: texts[language].wrongTime[read.why] }
    },
    show: (value) => value,
  }
}
