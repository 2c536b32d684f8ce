import type { Found } from '../../regulations/search.ts'
import { isSure } from './certainty.ts'
import { type Divided, writtenInParts } from './in-parts.ts'
import type { Written } from './model/writing.ts'
import { asQuestion, relatedTo } from './related.ts'
import type { QuestionTexts } from './texts.ts'
import { nearest, quote, type Shape } from './wording/quoting.ts'

/** An answer, and what else was shown with it. */
export interface Given extends Written {
  /** What was shown one below the other, each as a question that finds it again, for "yang kedua?". */
  readonly listed?: readonly string[]
}

/** The answer in stored words: part by part, the best passage's, or what comes nearest where nothing surely answers. */
export function given(
  question: string,
  found: readonly Found[],
  inParts: Divided | undefined,
  t: QuestionTexts,
  shape: Shape,
): Given {
  if (inParts !== undefined) {
    const cited = inParts.parts.flatMap(({ best }) => best ?? [])
    const listed = inParts.parts.map(({ question: part, best }) => (best ? asQuestion(best) : part))
    return { body: writtenInParts(inParts, t), cited, outcome: 'quoted', quotes: new Map(), listed }
  }
  const [best] = found
  if (best === undefined) return { body: t.notFound, cited: [], outcome: 'quoted', quotes: new Map() }
  const related = relatedTo(best, found)
  if (!isSure(best)) {
    const cited = [best, ...related]
    const listed = cited.map(asQuestion)
    return { body: nearest(question, cited, t), cited, outcome: 'quoted', quotes: new Map(), listed }
  }
  const { text, lead, passage } = quote(question, best, related, t, shape)
  const listed = related.map(asQuestion)
  return { body: text, cited: [passage], outcome: 'quoted', quotes: new Map([[passage, lead]]), listed }
}
