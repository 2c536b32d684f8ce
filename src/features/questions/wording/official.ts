import type { Found } from '../../../regulations/search.ts'
import { type Intent, intentsOf } from '../asking/intent.ts'
import { quantitiesIn, quantitiesWanted } from '../asking/quantities.ts'
import { emphasised } from './emphasis.ts'
import { fitnessFor } from './fitting.ts'
import type { Gist } from './sentences.ts'
import { type Wording, wordingOf } from './wording.ts'

/**
 * The official clause that answers, in about `room` characters; for a digest (`lead`: its sentence that answers)
 * the one that says the same, told by its words and figures. Undefined where the official text has not been
 * imported, or where no clause bears the digest out.
 */
export function officialWords(
  question: string,
  passage: Found,
  { lead, isList }: Pick<Gist, 'lead' | 'isList'>,
  room: number,
): Wording | undefined {
  const wantsList =
    isList || intentsOf(question).some((intent) => intent === 'list' || intent === 'requirement')
  const asked = quantitiesWanted(question)
  if (passage.origin === 'official')
    return wordingOf(passage.official ?? passage.body, passage, {
      fitness: fitnessFor(question, passage.body),
      room,
      asked,
      wantsList,
    })
  if (passage.official === null) return undefined
  const hint = `${passage.title}. ${lead}`
  const figures = quantitiesIn(lead)
  const fitness = fitnessFor(question, hint)
  const wording = wordingOf(passage.official, passage, { fitness, room, figures, asked, wantsList })
  return bearsOut(wording, figures) ? wording : undefined
}

/** An official clause as a quotation, what answers in bold; without the bold each line is as it is stored. */
export function quotation({ lines }: Wording, intents: readonly Intent[]): string {
  return lines.map(({ words, answers }) => `> ${answers ? emphasised(words, intents) : words}`).join('\n')
}

/** A passage with its place as exact as the official text shows it. */
export function placed(passage: Found, wording: Wording | undefined): Found {
  if (passage.ayat !== null || passage.huruf !== null || wording?.place === undefined) return passage
  return { ...passage, ...wording.place }
}

/** False where the summary names figures and the clause none of them: then a reader spoilt it, or it is another. */
function bearsOut({ lines }: Wording, figures: readonly string[]): boolean {
  const held = quantitiesIn(lines.map(({ words }) => words).join('\n'))
  return figures.length === 0 || figures.some((figure) => held.includes(figure))
}
