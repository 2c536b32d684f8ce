import { z } from 'zod'
import { date, text } from '../../../chat/fields.ts'
import type { Form } from '../../../chat/form.ts'
import { literal } from '../../../chat/message.ts'
import { type Amount, amount, goodOf, MOST, type Part, part } from './fields.ts'
import { texts } from './texts.ts'

/** The name of the form that asks what a report still lacks. */
export const MISSING = 'kinerja'

/** How a part of a report is left open in the form: it then is asked. */
export type MissingPart = 'amount' | 'good' | 'doneOn'

const shape = {
  token: z.string(),
  amount: z.custom<Amount>((value) => {
    const { quantity, unit } = Object(value) as Partial<Amount>
    return typeof quantity === 'number' && quantity > 0 && quantity <= MOST && typeof unit === 'string'
  }),
  good: z
    .custom<Part>((value) =>
      ['right', 'wrong', 'percent'].includes(String((Object(value) as Partial<Part>).kind)),
    )
    .nullable(),
  doneOn: z.string(),
}

const schema = z.object(shape).superRefine(({ amount: { quantity, unit }, good }, context) => {
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
    token: { ask: (l) => texts[l].tokenLabel, label: (l) => texts[l].tokenLabel, field: text() },
    amount: { ask: (l) => texts[l].amountAsk, label: (l) => texts[l].amountLabel, field: amount() },
    good: { ask: (l) => texts[l].goodAsk, label: (l) => texts[l].goodLabel, field: part() },
    doneOn: { ask: (l) => texts[l].dayAsk, label: (l) => texts[l].dayLabel, field: date({ past: true }) },
  },
}
