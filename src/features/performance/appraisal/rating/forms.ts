import { z } from 'zod'
import { text } from '../../../../chat/fields.ts'
import type { Form } from '../../../../chat/form.ts'
import type { Language } from '../../../../chat/message.ts'
import { about, aboutGiven, wordsForm } from '../about.ts'
import type { Rating } from '../predicate.ts'
import { levelField } from '../self/form.ts'
import { texts as shared } from '../texts.ts'
import { texts } from './texts.ts'

/** Names of the forms: a rating, a question back, a comment. */
export const RATE = 'nilai-evaluasi'
export const ASK = 'tanya-evaluasi'
export const COMMENT = 'komentar-evaluasi'

/** A reason that has to explain itself takes at least so many words. */
export const WORDS_TO_EXPLAIN = 6

const t = (language: Language) => texts[language]
const level = z.enum(['1', '2', '3'])

/** Results, behaviour and why; which evaluation it is for is given beforehand. */
export const rateForm: Form<
  typeof about & { result: typeof level; behaviour: typeof level; reason: z.ZodString }
> = {
  name: RATE,
  title: (l) => t(l).rateTitle,
  schema: z
    .object({ ...about, result: level, behaviour: level, reason: z.string().min(10) })
    .superRefine(({ result, behaviour, reason }, context) => {
      if ((result !== '1' && behaviour !== '1') || isExplained(reason)) return
      const message = wantMore('id', t('id').becauseBelow)
      context.addIssue({ code: 'custom', path: ['reason'], message })
    }),
  questions: {
    ...aboutGiven,
    result: { ask: (l) => t(l).resultAsk, label: (l) => t(l).resultLabel, field: levelField() },
    behaviour: { ask: (l) => t(l).behaviourAsk, label: (l) => t(l).behaviourLabel, field: levelField() },
    reason: { ask: (l) => t(l).reasonAsk, label: (l) => t(l).reasonLabel, field: text(10, 1_500) },
  },
}

/** What a supervisor asks, and what they say. */
export const askForm = wordsForm(ASK, 2, { ask: (l) => t(l).askAsk, label: (l) => t(l).askLabel })
export const commentForm = wordsForm(COMMENT, 2, {
  ask: (l) => t(l).commentAsk,
  label: (l) => t(l).commentLabel,
})

/** Why a reason is too short for a rating that differs from the person's own; undefined where it is not. */
export function objectionTo(
  own: { readonly result: Rating; readonly behaviour: Rating },
  given: { readonly result: Rating; readonly behaviour: Rating; readonly reason: string },
  language: Language,
): string | undefined {
  const differs = own.result !== given.result || own.behaviour !== given.behaviour
  if (!differs || isExplained(given.reason)) return undefined
  const { ratings } = shared[language]
  const named = [ratings[own.result].toLowerCase(), ratings[own.behaviour].toLowerCase()] as const
  return wantMore(language, t(language).becauseDifferent(...named))
}

function isExplained(reason: string): boolean {
  return reason.split(/\s+/).filter((word) => /\p{L}{2}/u.test(word)).length >= WORDS_TO_EXPLAIN
}

function wantMore(language: Language, why: string): string {
  return t(language).wantMore(String(WORDS_TO_EXPLAIN), why)
}
