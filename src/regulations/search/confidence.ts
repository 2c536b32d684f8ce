import type { Features } from './features.ts'

/** What the confidence in a pasal rests on, besides its features. */
export interface Standout {
  /** How much better it scores than the best other pasal; 0 where it is not the best. */
  readonly margin: number
  /** How much better the nearest subject that no regulation here settles scores; negative where the pasal does. */
  readonly boundaryGap: number
}

/** Below this confidence a question counts as not answered by what is known here. */
export const LEAST_CONFIDENCE = 0.29

/** Weights of a logistic regression over questions with known answers and near misses; see `knowledge/evaluation`. */
const WEIGHTS = { constant: -3.3, evidence: 0.9, namedLaw: 1.4, margin: 1.8, boundaryGap: -5.2 } as const
/** Of the very pasal that is named with its law. */
const NAMED = 0.95
/** Beyond these the gap says no more. */
const WIDEST_GAP = [-0.4, 0.4] as const

/** How surely a pasal answers, 0 to 1: 0.5 where questions with and without an answer look alike. */
export function confidenceOf(features: Features, { margin, boundaryGap }: Standout): number {
  if (features.namedPasal === 1) return NAMED
  const gap = Math.min(WIDEST_GAP[1], Math.max(WIDEST_GAP[0], boundaryGap))
  const sum =
    WEIGHTS.constant +
    WEIGHTS.evidence * features.evidence +
    WEIGHTS.namedLaw * features.namedLaw +
    WEIGHTS.margin * margin +
    WEIGHTS.boundaryGap * gap
  return 1 / (1 + Math.exp(-sum))
}
