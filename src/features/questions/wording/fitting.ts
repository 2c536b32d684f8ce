import { wordsOf } from '../../../indonesian/words.ts'
import { type Intent, intentsOf } from '../asking/intent.ts'
import { quantitiesIn, quantitiesWanted } from '../asking/quantities.ts'
import { stemOf } from '../asking/stems.ts'
import { isAsking } from '../asking/topic.ts'
import { unitAsked } from '../asking/unit.ts'
import { serves } from './serving.ts'

/** How well a sentence or clause answers one question: 0 to about 2, below 0 where it is about another figure. */
export type Fitness = (text: string) => number

/**
 * How well texts answer a question: the share of its words they hold, whether they give what it asks for (a figure,
 * an office, a sanction), and whether they cover the figure it names ("19 hari" lies within "17 sampai 20 hari").
 * `hint` is another wording of the answer, whose words and figures count too.
 */
export function fitnessFor(question: string, hint = ''): Fitness {
  const own = stems(question)
  const hinted = new Set([...stems(hint)].filter((word) => !own.has(word)))
  const intents = intentsOf(question)
  const unit = unitAsked(question)
  const wanted = quantitiesWanted(question)
  const hintedFigures = quantitiesIn(hint)
  // within one pasal nearly every clause holds the question's words; what the answer is known to say tells them apart
  const ownWeight = hint === '' ? 1 : OWN_BESIDE_HINT
  const valued = new Map<string, number>()
  return (text) => {
    const before = valued.get(text)
    if (before !== undefined) return before
    const value = worth(text)
    valued.set(text, value)
    return value
  }

  function worth(text: string): number {
    const words = stems(text)
    const held = quantitiesIn(text)
    const figures = hintedFigures.filter((figure) => held.includes(figure)).length
    return (
      ownWeight * share(own, words) +
      share(hinted, words) +
      (hintedFigures.length > 0 ? HINTED_FIGURES * (figures / hintedFigures.length) : 0) +
      serving(intents, unit, text) +
      covering(wanted, held)
    )
  }
}

const OWN_BESIDE_HINT = 0.6
const HINTED_FIGURES = 0.8
const SERVED = 0.4
const NO_FIGURE = 0.5
const COVERED = 0.6

/** The first two intents count: what is asked besides is seldom in the same sentence. No figure answers no "berapa". */
function serving(intents: readonly Intent[], unit: string | undefined, text: string): number {
  const [first, second] = intents
  if (first === undefined) return 0
  const served = serves(first, text, unit)
  if (served === 0 && (first === 'amount' || first === 'duration')) return -NO_FIGURE
  return SERVED * Math.max(served, second === undefined ? 0 : 0.8 * serves(second, text, unit))
}

/** A range that holds the figure speaks for a clause; one of the same unit that does not speaks against it. */
function covering(wanted: readonly string[], held: readonly string[]): number {
  if (wanted.length === 0) return 0
  if (wanted.some((quantity) => held.includes(quantity))) return COVERED
  const units = new Set(wanted.map((quantity) => quantity.replace(/^\d+/, '')))
  const same = held.filter((quantity) => units.has(quantity.replace(/^\d+/, '')))
  return same.length > 0 ? -COVERED / 2 : 0
}

function share(wanted: ReadonlySet<string>, there: ReadonlySet<string>): number {
  if (wanted.size === 0) return 0
  let found = 0
  for (const word of wanted) if (there.has(word)) found++
  return found / wanted.size
}

/** Numbers are left out: what they count is weighed by itself. */
function stems(text: string): ReadonlySet<string> {
  const words = wordsOf(text).filter((word) => !isAsking(word) && !/^\d+$/.test(word))
  return new Set(words.map(stemOf))
}
