import { LEAST_CONFIDENCE } from '../../regulations/search/confidence.ts'
import type { Found } from '../../regulations/search.ts'

/** From here on it answers outright; between the two it shows what comes nearest, and says that it is not sure. */
const SURE = 0.5
/** From here on a passage is about the very thing that was asked, so that even "Ya" or "Tidak" may be said. */
const CERTAIN = 0.9

/** Whether a passage answers surely enough to be shown at all. */
export function isKnown(passage: Found | undefined): passage is Found {
  return passage !== undefined && passage.confidence >= LEAST_CONFIDENCE
}

/** Whether a passage may be given as the answer. */
export function isSure({ confidence }: Pick<Found, 'confidence'>): boolean {
  return confidence >= SURE
}

/** Whether a passage is about the very thing that was asked. */
export function isCertain({ confidence }: Pick<Found, 'confidence'>): boolean {
  return confidence >= CERTAIN
}
