import { z } from 'zod'
import { type Field, file, text } from '../../../chat/fields.ts'
import type { Form } from '../../../chat/form.ts'
import type { FileContent } from '../../../chat/message.ts'
import { given } from '../../../chat/question.ts'
import type { Spot } from '../tickets/ticket.ts'
import { texts } from './texts.ts'

/** Names of the forms. */
export const [PHOTO, PLACE, OFFICER] = ['lapor-foto', 'lapor-tempat', 'lapor-petugas'] as const

const PHOTO_SHAPE = { number: z.string(), photo: z.custom<FileContent>((one) => Object(one).kind === 'file') }
/** A photo of a ticket. */
export const photoForm: Form<typeof PHOTO_SHAPE> = {
  name: PHOTO,
  review: false,
  schema: z.object(PHOTO_SHAPE),
  questions: {
    number: given(),
    photo: { ask: (l) => texts[l].askPhoto, label: (l) => texts[l].photoLabel, field: file() },
  },
}

const PLACE_SHAPE = {
  number: z.string(),
  place: z.union([
    z.object({ words: z.string() }),
    z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) }),
  ]),
}
/** Where it happened. */
export const placeForm: Form<typeof PLACE_SHAPE> = {
  name: PLACE,
  review: false,
  schema: z.object(PLACE_SHAPE),
  questions: {
    number: given(),
    place: { ask: (l) => texts[l].add.askPlace, label: (l) => texts[l].add.placeLabel, field: spot() },
  },
}

const OFFICER_SHAPE = { number: z.string(), words: z.string() }
/** What is answered to it. */
export type Named = { readonly [K in keyof typeof OFFICER_SHAPE]: string }
/** Whom it is about, by name or code. */
export const officerForm: Form<typeof OFFICER_SHAPE> = {
  name: OFFICER,
  review: false,
  schema: z.object(OFFICER_SHAPE),
  questions: {
    number: given(),
    words: {
      ask: (l) => texts[l].add.askOfficer,
      label: (l) => texts[l].add.officerLabel,
      field: text(2, 100),
    },
  },
}

/** Digits of a degree that are kept: some ten metres, which is enough to find a hole in a road. */
const PRECISION = 10_000

/** A point on the map, where a platform sends one, or where it is in words. */
function spot(): Field<Spot> {
  const words = text(3, 300)
  return {
    input: 'location',
    read(content, reading) {
      if (content.kind === 'location') {
        const [latitude, longitude] = [rounded(content.latitude), rounded(content.longitude)]
        return { ok: true, value: { latitude, longitude } }
      }
      const read = words.read(content, reading)
      return read.ok ? { ok: true, value: { words: read.value } } : read
    },
    show: (value) => ('words' in value ? value.words : `${value.latitude}, ${value.longitude}`),
  }
}

function rounded(degrees: number): number {
  return Math.round(degrees * PRECISION) / PRECISION
}
