import { z } from 'zod'
import { text } from '../../../chat/fields.ts'
import type { Form } from '../../../chat/form.ts'
import type { Language } from '../../../chat/message.ts'
import { given } from '../../../chat/question.ts'
import { type ReviewTexts, texts } from './review-texts.ts'

/** The forms in which something is said about a report; which report it is, is given beforehand. */
export const ASK = 'kinerja-tanya'
export const COMMENT = 'kinerja-komentar'
export const ANSWER = 'kinerja-jawab'

type NoteForm = Form<{ report: z.ZodString; words: z.ZodString }>

/** What a supervisor wants to know of a report. */
export const askForm = noteForm(ASK, 'askWhat')
/** What a supervisor says of a report. */
export const commentForm = noteForm(COMMENT, 'commentWhat')
/** What whoever wrote a report answers. */
export const answerForm = noteForm(ANSWER, 'answerWhat')

/** Sent with the last answer: it is one sentence, and can be followed by another. */
function noteForm(
  name: string,
  ask: keyof ReviewTexts & ('askWhat' | 'commentWhat' | 'answerWhat'),
): NoteForm {
  const t = (language: Language): ReviewTexts => texts[language]
  return {
    name,
    review: false,
    schema: z.object({ report: z.string(), words: z.string() }),
    questions: {
      report: given(),
      words: { ask: (l) => t(l)[ask], label: (l) => t(l).noteLabel, field: text(2, 1_000) },
    },
  }
}
