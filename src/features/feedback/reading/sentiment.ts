import { z } from 'zod'
import { type Found, finderOf } from './phrases.ts'
import { languageCell, phrasesCell, tableOf } from './tables.ts'
import { type Spoken, spoken } from './words.ts'

/** How a text sounds. */
export interface Sentiment {
  readonly label: 'positive' | 'neutral' | 'negative'
  /** From -1, angry or sad, to 1, glad. */
  readonly score: number
  /** The words that decided, as they count once chat spelling is put right. */
  readonly words: readonly string[]
}

/** How a text sounds, by the words in it that tell and those that turn them round; never throws. */
export function sentimentOf(text: string): Sentiment {
  const all = spoken(text)
  const weighed = weigh(all)
  const sum = weighed.reduce((total, { weight }) => total + weight, 0)
  const score = sum / Math.sqrt(sum * sum + SOFT)
  const label = score >= POSITIVE ? 'positive' : score <= NEGATIVE ? 'negative' : 'neutral'
  return {
    label,
    score: Math.round(score * 1000) / 1000,
    words: [...new Set(weighed.filter(({ weight }) => Math.abs(weight) >= 0.3).map(({ phrase }) => phrase))],
  }
}

/** What the sum has to outweigh for a score near the ends. */
const SOFT = 4
const POSITIVE = 0.3
const NEGATIVE = -0.15

const LANGUAGE_OF = { 'su only': 'su', 'jv only': 'jv' } as const

const WORD = z
  .object({ words: phrasesCell, weight: z.coerce.number().min(-3).max(3), language: languageCell })
  .transform((row) => ({ ...row, does: 'tells' as const, factor: 1 }))
const SHIFTER = z
  .object({
    words: phrasesCell,
    does: z.enum(['negates', 'strengthens', 'strengthens after', 'spoils', 'weakens', 'turns', 'concedes']),
    factor: z.coerce.number(),
    language: languageCell,
  })
  .transform((row) => ({ ...row, weight: 0 }))
type Row = z.infer<typeof WORD> | z.infer<typeof SHIFTER>

const telling = tableOf('feedback/sentiment', WORD)
const shifting = tableOf('feedback/shifters', SHIFTER)
const find = finderOf<Row>(() => [...telling(), ...shifting()])

interface Weighed {
  readonly phrase: string
  readonly weight: number
}

function weigh({ said, languages, asked }: Spoken): readonly Weighed[] {
  const all = find(said, ({ language }) =>
    language === 'su only' || language === 'jv only' ? languages.has(LANGUAGE_OF[language]) : true,
  )
  // words of several languages may be the same once they are put right
  const found = all.filter(
    ({ from, row }, i) =>
      !all.slice(Math.max(0, i - 4), i).some((o) => o.from === from && o.row.does === row.does),
  )
  const told = found.filter(({ row }) => row.does === 'tells')
  const negating = found.filter(({ row }) => row.does === 'negates')
  const used = new Set<Found<Row>>()
  const at = (from: number) => said[from] ?? { word: '', part: -1, sentence: -1 }
  const turning = found.filter(({ row }) => row.does === 'turns')
  const near = (one: Found<Row>, does: Row['does'], reach: number): Found<Row> | undefined =>
    found.findLast(
      (other) =>
        other.row.does === does &&
        other.to <= one.from &&
        one.from - other.to <= reach &&
        at(other.from).part === at(one.from).part &&
        !turning.some(({ from }) => from >= other.to && from < one.from),
    )

  const weighed = told.map((one): Weighed => {
    let weight = one.row.weight
    if (weight === 0) return { phrase: one.phrase, weight: 0 }
    const negation = near(one, 'negates', REACH)
    const strong = near(one, 'strengthens', 1)
    const after = found.find(
      ({ row, from }) =>
        row.does.startsWith('strengthens') && from === one.to && at(from).part === at(one.from).part,
    )
    const weak = near(one, 'weakens', 0)
    const spoiled = near(one, 'spoils', 0)
    for (const shifter of [strong, after, weak]) if (shifter) weight *= shifter.row.factor
    if (spoiled) weight = negation ? weight : -Math.abs(weight)
    if (negation) {
      used.add(negation)
      weight *= -negation.row.factor * (weight > 0 ? 1 : NEGATED_BAD)
    }
    weight *= turned(found, one, at(one.from).sentence, (from) => at(from).sentence)
    if (asked.has(at(one.from).sentence)) weight *= weight > 0 ? ASKED : 1
    return { phrase: negation ? `${negation.phrase} ${one.phrase}` : one.phrase, weight }
  })
  const bareNegations = negating
    .filter((one) => !used.has(one) && !(asked.has(at(one.from).sentence) && !said[one.to]))
    .slice(0, MOST_BARE)
    .map((one) => ({ phrase: one.phrase, weight: BARE_NEGATION }))
  return [...weighed, ...bareNegations]
}

/** How many words may stand between "tidak" and what it turns round. */
const REACH = 2
/** "Tidak mahal" praises less than "mahal" complains. */
const NEGATED_BAD = 0.6
/** A "tidak" that turns nothing round still leans to the bad. */
const BARE_NEGATION = -0.25
const MOST_BARE = 2
/** A good word in a question ("apakah sudah bagus?") tells little. */
const ASKED = 0.5
const BEFORE_TURN = 0.6

/** What follows "tapi" in its sentence weighs more, what stands before it less; a concession weighs less. */
function turned(
  found: readonly Found<Row>[],
  one: Found<Row>,
  sentence: number,
  sentenceOf: (from: number) => number,
): number {
  let factor = 1
  for (const { row, from } of found) {
    if (sentenceOf(from) !== sentence) continue
    if (row.does === 'turns') factor *= from < one.from ? row.factor : BEFORE_TURN
    if (row.does === 'concedes' && from < one.from && one.from - from < 5) factor *= row.factor
  }
  return Math.min(2, Math.max(0.4, factor))
}
