import { z } from 'zod'
import { file } from '../../../chat/fields.ts'
import type { Form } from '../../../chat/form.ts'
import type { FileContent } from '../../../chat/message.ts'
import { given } from '../../../chat/question.ts'
import { texts } from './texts.ts'

/** The form that asks for evidence. */
export const EVIDENCE = 'pengingat-bukti'

const sent = z.custom<FileContent>((value) => Object(value).kind === 'file')
const shape = { occurrence: z.string(), file: sent }

/** A file that shows that something was done; for what is given beforehand. */
export const evidenceForm: Form<typeof shape> = {
  name: EVIDENCE,
  title: (l) => texts[l].fileTitle,
  review: false,
  schema: z.object(shape),
  questions: {
    occurrence: given(),
    file: { ask: (l) => texts[l].askFile, label: (l) => texts[l].fileLabel, field: file() },
  },
}
