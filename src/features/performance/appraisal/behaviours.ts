import { fold } from '../../../indonesian/words.ts'
import type { Rating } from './predicate.ts'

/** The seven BerAKHLAK behaviours, in the order of the word (UU 20/2023, Pasal 4 ayat (2)). */
export const BEHAVIOURS = [
  'pelayanan',
  'akuntabel',
  'kompeten',
  'harmonis',
  'loyal',
  'adaptif',
  'kolaboratif',
] as const
export type Behaviour = (typeof BEHAVIOURS)[number]

/** How somebody sees each behaviour of theirs, with an example where they gave one. */
export type Behaviours = Readonly<Record<Behaviour, { readonly level: Rating; readonly example?: string }>>

/** The level in the middle of all seven: four are not above it, four not below. */
export function medianOf(levels: readonly Rating[]): Rating | undefined {
  return levels.toSorted((a, b) => a - b)[Math.floor(levels.length / 2)]
}

/**
 * Examples as people write them, a line for each behaviour ("Adaptif: …"); a line without a name goes on with the one
 * before. Undefined where the first line names none.
 */
export function readExamples(text: string): Partial<Record<Behaviour, string>> | undefined {
  const found: Partial<Record<Behaviour, string>> = {}
  let current: Behaviour | undefined
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '') continue
    const [, name = '', words = ''] = /^(?:[-*•]|\d[.)])?\s*([^:–]{3,40}?)\s*[:–]\s*(.*)$/.exec(line) ?? []
    const named = behaviourNamed(name)
    if (named === undefined && current === undefined) return undefined
    current = named ?? current
    if (current === undefined) return undefined
    const said = named === undefined ? line : words
    if (said !== '') found[current] = found[current] === undefined ? said : `${found[current]} ${said}`
  }
  return current === undefined ? undefined : found
}

/** The behaviour a word names: "pelayanan" and "berorientasi pelayanan" are one, and a beginning is enough. */
function behaviourNamed(name: string): Behaviour | undefined {
  const said = fold(name)
  if (said.length < 4) return undefined
  if (said.includes('pelayan') || 'berorientasi pelayanan'.startsWith(said)) return 'pelayanan'
  return BEHAVIOURS.find((one) => one.startsWith(said) || said === `${one}nya`)
}
