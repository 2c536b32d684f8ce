import { z } from 'zod'
import { type Field, text } from '../../../chat/fields.ts'
import type { Form } from '../../../chat/form.ts'
import type { Language } from '../../../chat/message.ts'
import { given } from '../../../chat/question.ts'
import { readNip, wrongNip } from '../nip.ts'
import { texts } from './texts.ts'

/** Names of the forms: one's supervisor is wrong; whom an officer means; why an officer changes nothing. */
export const WRONG = 'atasan-salah'
export const WHO = 'atasan-siapa'
export const REFUSE = 'atasan-tolak'

const t = (language: Language) => texts[language]

/** Who somebody's supervisor is, as they know it. */
export const wrongForm: Form<{ who: z.ZodString; note: z.ZodNullable<z.ZodString> }> = {
  name: WRONG,
  title: (l) => t(l).title,
  review: false,
  schema: z.object({ who: z.string(), note: z.string().nullable() }),
  questions: {
    who: { ask: (l) => t(l).askWho, label: (l) => t(l).whoLabel, field: nameOrNip() },
    note: { ask: (l) => t(l).askNote, label: (l) => t(l).noteLabel, field: text(1, 500) },
  },
}

/** Whom an officer means; for which report is given beforehand. */
export const whoForm: Form<{ report: z.ZodString; who: z.ZodString }> = {
  name: WHO,
  title: (l) => t(l).desk.whoLabel,
  review: false,
  schema: z.object({ report: z.string(), who: z.string() }),
  questions: {
    report: given((l) => t(l).desk.numberLabel),
    who: { ask: (l) => t(l).desk.askWho, label: (l) => t(l).desk.whoLabel, field: nameOrNip() },
  },
}

/** Why nothing is changed; which report is given beforehand. */
export const refuseForm: Form<{ report: z.ZodString; reason: z.ZodString }> = {
  name: REFUSE,
  title: (l) => t(l).desk.reasonLabel,
  review: false,
  schema: z.object({ report: z.string(), reason: z.string() }),
  questions: {
    report: given((l) => t(l).desk.numberLabel),
    reason: { ask: (l) => t(l).desk.askReason, label: (l) => t(l).desk.reasonLabel, field: text(3, 500) },
  },
}

/** A name, or a NIP with all its digits. */
function nameOrNip(): Field<string> {
  const name = text(3, 120)
  return {
    ...name,
    read(content, reading) {
      const read = name.read(content, reading)
      if (!read.ok || /\p{L}/u.test(read.value.replace(/^\W*nip\W*/i, ''))) return read
      return readNip(read.value) === undefined
        ? { ok: false, hint: wrongNip(read.value, reading.language) }
        : read
    },
  }
}
