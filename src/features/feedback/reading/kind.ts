import { z } from 'zod'
import { finderOf } from './phrases.ts'
import { sentimentOf } from './sentiment.ts'
import { phrasesCell, tableOf } from './tables.ts'
import { spoken } from './words.ts'

/** What a citizen may want with a text. */
export const KINDS = [
  'praise',
  'suggestion',
  'complaint',
  'question',
  'information',
  'whistleblowing',
] as const
export type Kind = (typeof KINDS)[number]

/** What a text seems to be. */
export interface Guess {
  readonly kind: Kind
  /** 0 to 1, how far it stands above the next; below `SURE` better ask. */
  readonly confidence: number
  /** The kinds anything speaks for, by likelihood, the guess first: what to offer when asking. */
  readonly likely: readonly Kind[]
}

/** From this confidence on nobody need be asked. */
export const SURE = 0.4

/**
 * What a text seems to be, with a rating of 1 to 5 that came with it if there was one: information is a request under
 * UU 14/2008, whistleblowing tells of officials who take or misuse. Never throws.
 */
export function kindOf(text: string, rating?: number): Guess {
  const points = new Map<Kind, number>(KINDS.map((kind) => [kind, 0]))
  const add = (kind: Kind, weight: number): unknown => points.set(kind, (points.get(kind) ?? 0) + weight)
  const { said, asked } = spoken(text)
  const counted = new Set<string>()
  for (const { row, phrase } of find(said)) {
    if (counted.has(`${row.kind} ${phrase}`)) continue
    counted.add(`${row.kind} ${phrase}`)
    add(row.kind, row.weight)
  }
  const { score } = sentimentOf(text)
  add('praise', PULL * score)
  add('complaint', -PULL * score)
  const clearlyAsked = (points.get('question') ?? 0) >= CLEARLY_ASKED
  if (asked.size > 0) add('question', ASKED)
  if (score < BITTER && !clearlyAsked) add('question', -ASKED)
  if (rating !== undefined) for (const [kind, weight] of byRating(rating)) add(kind, weight)

  const ranked = [...points].map(([kind, sum]) => ({ kind, sum: Math.max(0, sum) }))
  ranked.sort((a, b) => b.sum - a.sum || PRECEDENCE.indexOf(a.kind) - PRECEDENCE.indexOf(b.kind))
  const [first, second] = ranked
  const best = first?.sum ?? 0
  return {
    kind: first?.kind ?? 'complaint',
    confidence: round((best - (second?.sum ?? 0)) / (best + DOUBT)),
    likely: ranked.flatMap(({ kind, sum }, at) => (at === 0 || sum > 0 ? [kind] : [])),
  }
}

/** How much the sound of a text says of praise against complaint. */
const PULL = 2
const ASKED = 2
/** "Kapan diperbaiki?!" complains more than it asks. */
const BITTER = -0.5
/** Few signs are less sure than many. */
const DOUBT = 1
/** Where nothing tells: most who write without a word of praise or a question want something put right. */
const PRECEDENCE: readonly Kind[] = [
  'complaint',
  'whistleblowing',
  'suggestion',
  'question',
  'praise',
  'information',
]
/** From here on the words ask for themselves, however bitter. */
const CLEARLY_ASKED = 3

function byRating(rating: number): readonly (readonly [Kind, number])[] {
  if (rating >= 4) return [['praise', rating - 3]]
  if (rating <= 2) return [['complaint', 3 - rating]]
  return [['suggestion', 0.5]]
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}

const ROW = z.object({ kind: z.enum(KINDS), weight: z.coerce.number(), words: phrasesCell })
const find = finderOf(tableOf('feedback/kinds', ROW))
