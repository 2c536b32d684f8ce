import { z } from 'zod'
import { text } from '../../../chat/fields.ts'
import type { Form } from '../../../chat/form.ts'
import { literal } from '../../../chat/message.ts'
import { given } from '../../../chat/question.ts'
import { texts } from './texts.ts'

/** Names of the forms: a recipient's question, and an officer's answer. */
export const QUESTION = 'siaran-tanya'
export const REPLY = 'siaran-jawab'

/** What somebody wants to know about what they got; which broadcast is given. */
export const questionForm: Form<{ id: z.ZodString; question: z.ZodString }> = {
  name: QUESTION,
  title: (l) => texts[l].questionLabel,
  review: false,
  schema: z.object({ id: z.string(), question: z.string() }),
  questions: {
    id: given(),
    question: {
      ask: (l) => texts[l].askQuestion,
      label: (l) => texts[l].questionLabel,
      field: text(3, 1_000),
    },
  },
}

/** The answer to a question; which one and its words are given. */
export const replyForm: Form<{ id: z.ZodString; question: z.ZodString; answer: z.ZodString }> = {
  name: REPLY,
  title: (l) => texts[l].answerLabel,
  review: false,
  schema: z.object({ id: z.string(), question: z.string(), answer: z.string() }),
  questions: {
    id: given(),
    question: given((l) => texts[l].questionLabel),
    answer: {
      ask: (l, { question }) => texts[l].askAnswer(literal(String(question))),
      label: (l) => texts[l].answerLabel,
      field: text(2, 3_000),
    },
  },
}
