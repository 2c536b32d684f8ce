import { z } from 'zod'
import { choice, date, text } from '../../chat/fields.ts'
import type { Form } from '../../chat/form.ts'
import { texts } from './texts.ts'

/** The name of the form for one day. */
export const ADD = 'libur-tambah'

const shape = {
  day: z.string(),
  kind: z.enum(['daerah', 'kerja']),
  name: z.string(),
  decree: z.string(),
}

type L = keyof typeof texts
const KINDS = ['daerah', 'kerja'] as const

/** One day that is off here, or worked after all. */
export const addForm: Form<typeof shape> = {
  name: ADD,
  title: (l) => texts[l].addTitle,
  schema: z.object(shape),
  questions: {
    day: { ask: (l) => texts[l].askDay, label: (l) => texts[l].dayLabel, field: date() },
    kind: {
      ask: (l) => texts[l].askKind,
      label: (l) => texts[l].kindLabel,
      field: choice((l: L) => KINDS.map((value) => ({ value, label: texts[l].kinds[value] }))),
    },
    name: { ask: (l) => texts[l].askName, label: (l) => texts[l].nameLabel, field: text(3, 120) },
    decree: { ask: (l) => texts[l].askDecree, label: (l) => texts[l].decreeLabel, field: text(5, 250) },
  },
}
