import { join } from 'node:path'
import { smallTalk } from '../../src/features/questions/small-talk.ts'
import { type Digest, readDigests } from '../../src/regulations/knowledge/digests.ts'

/** The knowledge that ships with the bot. */
export const KNOWLEDGE = join(import.meta.dirname, '../../knowledge')

/** A question people ask, as a digest records it, and where its answer stands. */
export interface KnownQuestion extends Pick<Digest, 'regulation' | 'pasal'> {
  readonly text: string
}

/**
 * So many questions from as many digests, spread evenly over all of them, always the same ones. Each stands in
 * one digest only, which has others too, so that it can be left out.
 */
export function knownQuestions(count: number): readonly KnownQuestion[] {
  const digests = readDigests(KNOWLEDGE)
  const times = new Map<string, number>()
  for (const text of digests.flatMap(({ questions }) => questions))
    times.set(text, (times.get(text) ?? 0) + 1)
  const usable = digests.flatMap(({ regulation, pasal, questions }) => {
    const text = questions.findLast(
      (question) => times.get(question) === 1 && smallTalk(question) === undefined,
    )
    return text === undefined || questions.length < 2 ? [] : [{ regulation, pasal, text }]
  })
  if (usable.length < count)
    throw new Error(`the digests have only ${usable.length} usable questions, not ${count}`)
  return Array.from({ length: count }, (_, i) => usable[Math.floor((i * usable.length) / count)]).filter(
    (question) => question !== undefined,
  )
}
