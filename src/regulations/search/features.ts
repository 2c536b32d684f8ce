import type { Validity } from '../standing.ts'

/** A pasal as the ranking sees it: what it is about, in stems, and where it stands. */
export interface Candidate {
  /** What the index gave it, 0 to 1 relative to the best candidate. */
  readonly lexical: number
  readonly passages: readonly CandidatePassage[]
  readonly heading: readonly string[]
  readonly law: readonly string[]
  readonly dense: number
  /** 1 where the question names its regulation, its pasal too. */
  readonly namedLaw: boolean
  readonly namedPasal: boolean
  readonly validity: Validity
  readonly curated: boolean
  readonly definitions: boolean
  readonly closing: boolean
  /** A subject that no regulation here settles. */
  readonly boundary: boolean
  /** How much of what the index found belongs to its regulation, and to its heading there, 0 to 1. */
  readonly lawShare: number
  readonly headingShare: number
}

/** A passage of it: the stems of its text and title, and of each question known to lead there. */
export interface CandidatePassage {
  readonly body: readonly string[]
  readonly title: readonly string[]
  readonly questions: readonly (readonly string[])[]
}

/** What speaks for a pasal, each 0 to about 1. */
export interface Features {
  readonly lexical: number
  readonly child: number
  readonly coverage: number
  readonly wholeCoverage: number
  readonly pairs: number
  readonly likeness: number
  readonly heading: number
  readonly law: number
  readonly dense: number
  readonly namedLaw: number
  readonly namedPasal: number
  readonly superseded: number
  readonly revoked: number
  readonly curated: number
  readonly definitions: number
  readonly closing: number
  readonly boundary: number
  readonly lawShare: number
  readonly headingShare: number
  /** 1 where a figure is asked for and one of that unit is there, -1 where none is, 0 where none is asked for. */
  readonly figure: number
  /** Not ranked by: the evidence in all words found, in units of the rarest word, for the confidence. */
  readonly evidence: number
}

/** How much each feature counts; fitted on questions with known answers. */
export const WEIGHTS: Readonly<Record<Exclude<keyof Features, 'evidence'>, number>> = {
  lexical: 0.25,
  child: 0.2,
  coverage: 0.28,
  wholeCoverage: 0.15,
  pairs: 0.15,
  likeness: 0.16,
  heading: 0.08,
  law: 0.17,
  lawShare: 0.11,
  headingShare: 0.04,
  figure: 0.07,
  dense: 0.4,
  namedLaw: 0.65,
  namedPasal: 0.5,
  superseded: -0.15,
  revoked: -0.25,
  curated: 0.1,
  definitions: -0.18,
  closing: -0.02,
  boundary: 0,
}

/** The score of a pasal. */
export function scoreOf(features: Features, weights = WEIGHTS): number {
  let score = 0
  for (const name of Object.keys(weights) as (keyof typeof weights)[]) score += weights[name] * features[name]
  return score
}
