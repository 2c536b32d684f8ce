import { z } from 'zod'
import { text } from '../../../chat/fields.ts'
import type { Form } from '../../../chat/form.ts'
import type { Language } from '../../../chat/message.ts'
import { given } from '../../../chat/question.ts'
import type { Evaluation } from './evaluation.ts'
import { texts } from './texts.ts'

/** Which evaluation a form is about, as it was when its button was pressed, and what it is called. */
export const about = { evaluation: z.string(), version: z.string(), named: z.string() }

/** The same among a form's questions: given beforehand, shown by its name alone. */
export const aboutGiven = {
  evaluation: given(),
  version: given(),
  named: given((language) => texts[language].evaluation),
}

/** What is given beforehand of an evaluation: "Sari Dewi, triwulan I 2026". */
export function aboutOf(
  { id, version, employee, quarter }: Evaluation,
  language: Language,
): Readonly<Record<keyof typeof about, string>> {
  const named = `${employee.name}, ${texts[language].quarter(quarter)}`
  return { evaluation: id, version: String(version), named }
}

/** A form for some words about an evaluation. */
export function wordsForm(
  name: string,
  shortest: number,
  words: { ask(language: Language): string; label(language: Language): string },
): Form<typeof about & { words: z.ZodString }> {
  return {
    name,
    title: words.label,
    schema: z.object({ ...about, words: z.string() }),
    questions: { ...aboutGiven, words: { ...words, field: text(shortest, 1_500) } },
  }
}
