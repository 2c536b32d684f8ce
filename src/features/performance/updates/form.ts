import { z } from 'zod'
import { date } from '../../../chat/fields.ts'
import type { Form } from '../../../chat/form.ts'
import { literal } from '../../../chat/message.ts'
import { given } from '../../../chat/question.ts'
import { showNumber } from '../../../indonesian/numbers.ts'
import { type Amount, amount, goodOf, MOST, type Part, part } from './fields.ts'
import { texts } from './texts.ts'

/** The name of the form that asks what a report still lacks. */
export const MISSING = 'kinerja'

/** How a part of a report is left open in the form: it then is asked. */
export type MissingPart = 'amount' | 'good' | 'doneOn'

const shape = {
  token: z.string(),
  /** How much was said, where the unit alone is asked for; else empty. */
  count: z.string(),
  amount: z.custom<Amount>((value) => {
    const { quantity, unit } = Object(value) as Partial<Amount>
    const counts = typeof quantity === 'number' && quantity > 0 && quantity <= MOST
    return (quantity === undefined || counts) && typeof unit === 'string'
  }),
  good: z
    .custom<Part>((value) =>
      ['right', 'wrong', 'percent'].includes(String((Object(value) as Partial<Part>).kind)),
    )
    .nullable(),
  doneOn: z.string(),
}

const schema = z.object(shape).superRefine(({ count, amount, good }, context) => {
  const { quantity = Number(count), unit } = amount
  if (quantity === 0)
    return context.addIssue({ code: 'custom', path: ['amount'], message: texts.id.amountHint })
  if (good === null || goodOf(good, quantity) !== undefined) return
  const message = texts.id.goodOver(literal(texts.id.thing(quantity, unit)))
  context.addIssue({ code: 'custom', path: ['good'], message })
})

/**
 * Asks what is missing of a report and no more: what is known is filled in beforehand, and after the last answer the
 * report is shown for confirmation, so that no review is needed here.
 */
export const missingForm: Form<typeof shape> = {
  name: MISSING,
  review: false,
  title: (l) => texts[l].formTitle,
  schema,
  questions: {
    token: given(),
    count: given(),
    amount: {
      ask: (l, { count }) => (count ? texts[l].unitAsk(showNumber(Number(count))) : texts[l].amountAsk),
      label: (l) => texts[l].amountLabel,
      field: amount({ unitAlone: true }),
    },
    good: { ask: (l) => texts[l].goodAsk, label: (l) => texts[l].goodLabel, field: part() },
    doneOn: { ask: (l) => texts[l].dayAsk, label: (l) => texts[l].dayLabel, field: date({ past: true }) },
  },
}
