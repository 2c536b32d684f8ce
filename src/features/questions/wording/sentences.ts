import type { Fitness } from './fitting.ts'

/** A digest cut down to what answers: the sentence that does, and what else of it there is room for. */
export interface Gist {
  /** The sentence or bullet that answers, as it stands in the text, without the dash of a bullet. */
  readonly lead: string
  /** The sentence a bullet hangs on; empty where the lead needs none. */
  readonly opening: string
  /** The other sentences and bullets, in order, as many as there is room for. */
  readonly rest: readonly string[]
  /** True where the bullets together are the answer. */
  readonly isList: boolean
}

/** The sentences and bullets of a text, as they stand in it. */
export function sentencesOf(body: string): readonly string[] {
  return body
    .split('\n')
    .flatMap((line) => (isBullet(line) ? [line] : line.split(/(?<=[.!?])\s+(?=[A-Z0-9"(])/)))
    .map((sentence) => sentence.trim())
    .filter(Boolean)
}

/** The sentence that fits a question best, the first one unless another says clearly more, and up to `room` characters more. */
export function gistOf(body: string, fitness: Fitness, room: number): Gist {
  const sentences = sentencesOf(body)
  const at = fittest(sentences, fitness)
  const chosen = sentences[at] ?? ''
  const opening = isBullet(chosen) ? (sentences.slice(0, at).findLast((s) => !isBullet(s)) ?? '') : ''
  const others = sentences.filter((sentence, i) => i !== at && sentence !== opening)
  // of bullets that answer alike none is the answer: all of them are
  const isOneOfMany =
    opening !== '' && others.some((other) => isBullet(other) && isAlike(other, chosen, fitness))
  if (isOneOfMany)
    return { lead: opening, opening: '', rest: fitting(sentences.filter(isBullet), room), isList: true }
  // beside a bullet that answers only its fellows belong: the rest is about something else
  const wanted = isBullet(chosen) ? (opening.endsWith(':') ? others.filter(isBullet) : []) : others
  return { lead: chosen.replace(/^- /, ''), opening, rest: fitting(wanted, room), isList: false }
}

/** Sentences one after the other, bullets each on a line of its own. */
export function written(sentences: readonly string[]): string {
  return sentences.reduce(
    (text, sentence) => (text === '' ? sentence : `${text}${isBullet(sentence) ? '\n' : ' '}${sentence}`),
    '',
  )
}

function isBullet(sentence: string): boolean {
  return sentence.startsWith('- ')
}

/** An entry's first sentence is written to answer its usual question; another has to fit clearly better. */
const FIRST_SENTENCE_BONUS = 0.35
const BULLET_MALUS = 0.2
const ALIKE = 0.12

function isAlike(one: string, other: string, fitness: Fitness): boolean {
  return Math.abs(fitness(one) - fitness(other)) < ALIKE
}

function fittest(sentences: readonly string[], fitness: Fitness): number {
  let best = 0
  let most = fitness(sentences[0] ?? '') + FIRST_SENTENCE_BONUS
  for (const [i, sentence] of sentences.entries()) {
    const value = i === 0 ? most : fitness(sentence) - (isBullet(sentence) ? BULLET_MALUS : 0)
    if (value > most) [best, most] = [i, value]
  }
  return best
}

/** As many whole sentences as there is room for; what opens a list that is cut away goes with it. */
function fitting(sentences: readonly string[], room: number): readonly string[] {
  let left = room
  const end = sentences.findIndex((sentence) => {
    left -= sentence.length + 1
    return left < 0
  })
  const kept = end < 0 ? sentences : sentences.slice(0, end)
  return kept.at(-1)?.endsWith(':') ? kept.slice(0, -1) : kept
}
