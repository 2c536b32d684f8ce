import { z } from 'zod'
import { date, text } from '../../../chat/fields.ts'
import type { Form } from '../../../chat/form.ts'
import { given } from '../../../chat/question.ts'
import { holdsNumbers } from './personal-data.ts'
import { texts } from './texts.ts'

/** Names of the two forms: what is to be published, and why it is not to be. */
export const PUBLISH = 'terbitkan'
export const REJECT = 'tolak-terbitan'

const impersonal = (longest: number) =>
  z
    .string()
    .max(longest)
    .refine((written) => !holdsNumbers(written), { message: texts.id.personal })

/** What an officer wants to publish; where it comes from is given beforehand. */
export const publication: Form<{
  origin: z.ZodString
  question: z.ZodString
  answer: z.ZodString
  basis: z.ZodNullable<z.ZodString>
  until: z.ZodNullable<z.ZodString>
}> = {
  name: PUBLISH,
  title: (l) => texts[l].title,
  schema: z.object({
    origin: z.string(),
    question: impersonal(300),
    answer: impersonal(2_000),
    basis: z.string().nullable(),
    until: z.string().nullable(),
  }),
  questions: {
    origin: given((l) => texts[l].originLabel),
    question: { ask: (l) => texts[l].question, label: (l) => texts[l].questionLabel, field: text(10, 300) },
    answer: { ask: (l) => texts[l].answer, label: (l) => texts[l].answerLabel, field: text(10, 2_000) },
    basis: { ask: (l) => texts[l].basis, label: (l) => texts[l].basisLabel, field: text(5, 120) },
    until: { ask: (l) => texts[l].until, label: (l) => texts[l].untilLabel, field: date() },
  },
}

/** Why a proposal is turned down; which one is given beforehand. */
export const rejection: Form<{ entry: z.ZodString; reason: z.ZodString }> = {
  name: REJECT,
  title: (l) => texts[l].rejectTitle,
  schema: z.object({ entry: z.string(), reason: z.string() }),
  questions: {
    entry: given(),
    reason: { ask: (l) => texts[l].reason, label: (l) => texts[l].reasonLabel, field: text(3, 500) },
  },
  review: false,
}
