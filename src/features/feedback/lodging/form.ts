import { z } from 'zod'
import { choice, file, text } from '../../../chat/fields.ts'
import type { Form } from '../../../chat/form.ts'
import { type FileContent, literal } from '../../../chat/message.ts'
import { given } from '../../../chat/question.ts'
import { IDENTITIES } from '../tickets/ticket.ts'
import { texts } from './texts.ts'

/** Names of the forms: where something happened, what, whether that was a crime, and whether it is meant. */
export const WHERE = 'lapor-di'
export const LODGE = 'lapor'
export const CRIME = 'lapor-pelanggaran'
export const SURE_OF = 'lapor-yakin'
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
  officer: z.string(),
  where: z.string(),
  spot: z.string(),
  rating: z.enum([...STARS, NONE]),
  identity: z.enum(IDENTITIES),
  photo: z.custom<FileContent>(isFile).nullable(),
  words: z.string().min(1),
}

/** What a citizen has answered. */
export type Lodging = z.output<z.ZodObject<typeof shape>>

/**
 * Two taps and a text; unit, service, officer and how they are called are given, empty where they are not known, and so
 * is where it happened if nobody knows an office of that name. A photo is not asked for, but taken where one comes.
 */
export const lodgeForm: Form<typeof shape> = {
  name: LODGE,
  title: (l) => texts[l].title,
  review: false,
  schema: z.object(shape),
  questions: {
    unit: given(),
    service: given(),
    officer: given(),
    where: given(),
    spot: given(),
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
    photo: { ask: (l) => texts[l].askPhoto, label: (l) => texts[l].photoLabel, field: file() },
    words: {
      ask: (l, { rating }) => texts[l].askWords(starsOf(String(rating))),
      label: (l) => texts[l].wordsLabel,
      field: text(3, 3_500),
    },
  },
}

/** All of it as it was answered, for one more question. */
const ANSWERED = {
  unit: given(),
  service: given(),
  officer: given(),
  where: given(),
  spot: given(),
  rating: given(),
  identity: given(),
  photo: given(),
  words: given(),
}

/** Whether it tells of a crime of officials. */
export const crimeForm: Form<typeof shape & { crime: z.ZodEnum<{ yes: 'yes'; no: 'no' }> }> = {
  name: CRIME,
  review: false,
  schema: z.object({ ...shape, crime: z.enum(['yes', 'no']) }),
  questions: {
    ...ANSWERED,
    crime: {
      ask: (l) => texts[l].askCrime,
      label: (l) => texts[l].crimeLabel,
      field: choice((l) => [
        { value: 'yes', label: texts[l].isCrime },
        { value: 'no', label: texts[l].noCrime },
      ]),
    },
  },
}

/** Whether what looks like advertising or like nothing at all is meant so. */
export const sureForm: Form<typeof shape & { sure: z.ZodEnum<{ yes: 'yes'; again: 'again' }> }> = {
  name: SURE_OF,
  review: false,
  schema: z.object({ ...shape, sure: z.enum(['yes', 'again']) }),
  questions: {
    ...ANSWERED,
    sure: {
      ask: (l) => texts[l].askSure,
      label: (l) => texts[l].wordsLabel,
      field: choice((l) => [
        { value: 'again', label: texts[l].writeAgain },
        { value: 'yes', label: texts[l].sendAsIs },
      ]),
    },
  },
}

/** The stars of an answer; null where none were given. */
export function starsOf(rating: string): number | null {
  return rating === NONE ? null : Number(rating)
}

function isFile(value: unknown): value is FileContent {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'file'
}
