import { z } from 'zod'
import { date, type Field, text } from '../../../chat/fields.ts'
import type { Form } from '../../../chat/form.ts'
import { given } from '../../../chat/question.ts'
import { readNumber } from '../../../indonesian/numbers.ts'
import { amount, type Counted, MOST } from '../updates/fields.ts'
import { texts } from './texts.ts'

/** Names of the forms: a new target, and one that is changed. */
export const ADD = 'target'
export const CHANGE = 'target-ubah'

/** What good means, in words, and the share in percent where one is asked for. */
export interface Quality {
  readonly words: string
  readonly share: number | null
}

const counted = z.custom<Counted>((value) => {
  const { quantity, unit } = Object(value) as Partial<Counted>
  return typeof quantity === 'number' && quantity > 0 && quantity <= MOST && typeof unit === 'string'
})
const good = z.custom<Quality>((value) => {
  const { words, share } = Object(value) as Partial<Quality>
  return typeof words === 'string' && (share === null || typeof share === 'number')
})
const measures = {
  title: z.string(),
  amount: counted.nullable(),
  quality: good.nullable(),
  due: z.string().nullable(),
}
const newShape = { year: z.string(), parent: z.string(), above: z.string(), ...measures }
const changeShape = { number: z.string(), year: z.string(), ...measures }

/** A due date of another year would never come, or be past before it begins. */
function withinYear(
  { year, due }: { readonly year: string; readonly due: string | null },
  context: z.RefinementCtx,
): void {
  if (due !== null && !due.startsWith(year))
    context.addIssue({ code: 'custom', path: ['due'], message: texts.id.dueOutside(year) })
}

type L = keyof typeof texts
const year = given((l) => texts[l].yearLabel)
const questions = {
  title: {
    ask: (l: L, answers: { year?: unknown }) => texts[l].titleAsk(Number(answers.year)),
    label: (l: L) => texts[l].titleLabel,
    field: text(5, 200),
  },
  amount: { ask: (l: L) => texts[l].amountAsk, label: (l: L) => texts[l].amountLabel, field: amount() },
  quality: { ask: (l: L) => texts[l].qualityAsk, label: (l: L) => texts[l].qualityLabel, field: quality() },
  due: { ask: (l: L) => texts[l].dueAsk, label: (l: L) => texts[l].dueLabel, field: date() },
}

/** A new target; its year and the supervisor's target it is part of, by id and in words, are given beforehand. */
export const addForm: Form<typeof newShape> = {
  name: ADD,
  title: (l) => texts[l].formTitle,
  schema: z.object(newShape).superRefine(withinYear),
  questions: {
    year,
    parent: given(),
    above: given((l) => texts[l].parentLabel),
    ...questions,
  },
}

/** A target as it is, to be changed; which one it is, is given beforehand. */
export const changeForm: Form<typeof changeShape> = {
  name: CHANGE,
  title: (l) => texts[l].formTitle,
  schema: z.object(changeShape).superRefine(withinYear),
  questions: {
    number: given((l) => texts[l].numberLabel),
    year,
    ...questions,
  },
}

/** What good means: words, and a share of 100 where there is one in them. */
function quality(): Field<Quality> {
  const words = text(2, 300)
  return {
    input: 'text',
    read(content, reading) {
      const read = words.read(content, reading)
      if (!read.ok) return read
      const [, digits] = /(\d+(?:[.,]\d+)?)\s*(?:%|persen)/i.exec(read.value) ?? []
      const share = digits === undefined ? null : (readNumber(digits) ?? null)
      if (share !== null && share > 100) return { ok: false, hint: texts[reading.language].qualityHint }
      return { ok: true, value: { words: read.value, share } }
    },
    show: ({ words: said, share }, language) => texts[language].quality(said, share),
  }
}
