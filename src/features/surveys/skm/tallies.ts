import { Unreadable } from '../../../errors.ts'
import { texts } from '../texts.ts'
import { ELEMENTS, type Element, SCORES, type Score } from './elements.ts'

/** What one respondent said of the elements; those they passed over are left out. */
export type Scores = Readonly<Partial<Record<Element, Score>>>

/** The scores of an element added up, and how many there are. */
export interface Tally {
  readonly sum: number
  readonly answers: number
}

export type Tallies = Readonly<Record<Element, Tally>>

/**
 * Adds up what respondents said, element by element; what was passed over counts for nothing, not as 0. Throws
 * Unreadable where a score is none of 1 to 4 (PermenPANRB 14/2017, Lampiran).
 */
export function talliesOf(respondents: readonly Scores[]): Tallies {
  const tallyOf = (element: Element): Tally => {
    const scores = respondents.flatMap((scores) => scoreOf(scores, element))
    return { sum: scores.reduce<number>((sum, score) => sum + score, 0), answers: scores.length }
  }
  // one for every element of the list, which is all a record of them is
  return Object.fromEntries(ELEMENTS.map((element) => [element, tallyOf(element)])) as Record<Element, Tally>
}

function scoreOf(scores: Scores, element: Element): readonly Score[] {
  const score = scores[element]
  if (score === undefined) return []
  if (!SCORES.includes(score)) throw new Unreadable(texts.id.noScore(texts.id.elements[element], `${score}`))
  return [score]
}
