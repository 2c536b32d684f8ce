import { z } from 'zod'
import { text } from '../../../chat/fields.ts'
import type { Form } from '../../../chat/form.ts'
import { given } from '../../../chat/question.ts'
import { texts } from './texts.ts'

/** Names of the forms: several new services, and another name for one. */
export const ADD = 'layanan-tambah'
export const RENAME = 'layanan-nama'

const addShape = { unit: z.string().regex(/^\d{1,18}$/), names: z.string() }
/** Services to be added to a unit, one on a line. */
export const addForm: Form<typeof addShape> = {
  name: ADD,
  review: false,
  schema: z.object(addShape),
  questions: {
    unit: given(),
    names: { ask: (l) => texts[l].askAdd, label: (l) => texts[l].addLabel, field: text(2, 3_500) },
  },
}

const renameShape = { service: z.string().regex(/^\d{1,18}$/), before: z.string(), name: z.string() }
/** Another name for a service. */
export const renameForm: Form<typeof renameShape> = {
  name: RENAME,
  review: false,
  schema: z.object(renameShape),
  questions: {
    service: given(),
    before: given(),
    name: {
      ask: (l, { before }) => texts[l].askName(String(before)),
      label: (l) => texts[l].nameLabel,
      field: text(2, 120),
    },
  },
}
