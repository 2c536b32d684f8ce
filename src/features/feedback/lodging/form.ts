import { z } from 'zod'
import { choice, text } from '../../../chat/fields.ts'
import type { Form } from '../../../chat/form.ts'
import { literal } from '../../../chat/message.ts'
import { given } from '../../../chat/question.ts'
import { IDENTITIES } from '../tickets/ticket.ts'
import { texts } from './texts.ts'

/** Names of the forms: where something happened, and what. */
export const WHERE = 'lapor-di'
export const LODGE = 'lapor'
/** What may stand in the place of stars. */
const NONE = 'tanpa'
const STARS = ['1', '2', '3', '4', '5'] as const

/** The office or service, in the citizen's words. */
export const whereForm: Form<{ where: z.ZodString }> = {
  name: WHERE,
  title: (l) => texts[l].title,
  review: false,
  schema: z.object({ where: z.string() }),
  questions: {
    where: { ask: (l) => texts[l].askWhere, label: (l) => texts[l].whereLabel, field: text(2, 200) },
  },
}

const shape = {
  unit: z.string(),
  service: z.string(),
  where: z.string(),
  rating: z.enum([...STARS, NONE]),
  identity: z.enum(IDENTITIES),
  words: z.string().min(1),
}

/** Two taps and a text; unit, service and how both are called are given, empty where they are not known. */
export const lodgeForm: Form<typeof shape> = {
  name: LODGE,
  title: (l) => texts[l].title,
  review: false,
  schema: z.object(shape),
  questions: {
    unit: given(),
    service: given(),
    where: given(),
    rating: {
      ask: (l, { where }) => texts[l].askRating(literal(String(where))),
      label: (l) => texts[l].ratingLabel,
      field: choice((l) => [
        ...STARS.toReversed().map((value) => ({ value, label: texts[l].rating(Number(value)) })),
        { value: NONE, label: texts[l].noRating },
      ]),
    },
    identity: {
      ask: (l) => texts[l].askIdentity,
      label: (l) => texts[l].identityLabel,
      field: choice((l) => IDENTITIES.map((value) => ({ value, label: texts[l].identities[value] }))),
    },
    words: {
      ask: (l, { rating }) => texts[l].askWords(starsOf(String(rating))),
      label: (l) => texts[l].wordsLabel,
      field: text(3, 3_500),
    },
  },
}

/** The stars of an answer; null where none were given. */
export function starsOf(rating: string): number | null {
  return rating === NONE ? null : Number(rating)
}
