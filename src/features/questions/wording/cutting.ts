import type { Clause } from '../../../regulations/structure/clauses.ts'
import { sentencesIn } from './clause.ts'
import type { Fitness } from './fitting.ts'

/** What stands for words that were left out of a line; no official text ends a clause with it. */
export const CUT = ' …'

/** As many lines as there is room for, at least one; a long one is cut to the sentence that answers. */
export function fitted(clauses: readonly Clause[], fitness: Fitness, room: number): readonly string[] {
  const lines: string[] = []
  let left = room
  for (const words of clauses.flatMap((clause) => clause.words.split('\n'))) {
    const line = lines.length === 0 ? answering(words, fitness, left) : words
    if (lines.length > 0 && line.length > left)
      return [...lines.slice(0, -1), `${lines.at(-1)?.replace(CUT, '')}${CUT}`]
    lines.push(line)
    left -= line.length
  }
  return lines
}

/** A line no longer than so many characters, cut at a word. */
export function shortened(line: string, length: number): string {
  if (line.length <= length) return line
  const room = length - CUT.length
  const end = line.lastIndexOf(' ', room)
  return `${line.slice(0, end > 0 ? end : room).replace(/[\s,;]+$/, '')}${CUT}`
}

/** A clause of one or two sentences is shown whole up to this length, one of more up to half of it. */
const LONG_CLAUSE = 320

/** A long clause cut to its sentence that fits best: readers lose the numbers of ayat, and then several run on. */
function answering(words: string, fitness: Fitness, room: number): string {
  const sentences = sentencesIn(words)
  const last = sentences.at(-1) ?? ''
  const whole = words.slice(0, words.lastIndexOf(last) + last.length)
  if (whole.length <= Math.min(room, sentences.length > 2 ? LONG_CLAUSE / 2 : LONG_CLAUSE)) return whole
  const best = sentences.reduce((kept, next) => (fitness(next) > fitness(kept) ? next : kept))
  return shortened(best, room)
}
