import type { Found } from '../../../regulations/search.ts'
import { intentsOf } from '../asking/intent.ts'
import type { Parts } from '../asking/parts.ts'
import { stemOf } from '../asking/stems.ts'
import { groupsIn, topicOf } from '../asking/topic.ts'

/**
 * Whether one passage answers all parts: for a comparison one that is known to tell the difference, for several
 * questions one that holds a word of each that the others do not share.
 */
export function settles(passage: Found | undefined, { kind, parts }: Parts): boolean {
  if (passage === undefined) return false
  const told = passage.questions.filter((question) => intentsOf(question).includes('difference'))
  if (kind === 'comparison' && told.length === 0) return false
  const there = new Set([passage.title, passage.body, ...told].flatMap(wordsIn))
  const sides = parts.map(({ question }) => new Set(wordsIn(question)))
  return sides.every((side, i) => {
    const others = sides.filter((_, j) => j !== i)
    const own = [...side].filter((word) => !others.some((other) => other.has(word)))
    return own.length > 0 && own.every((word) => there.has(word))
  })
}

function wordsIn(text: string): readonly string[] {
  return [...topicOf(text).map(stemOf), ...groupsIn(text)]
}
