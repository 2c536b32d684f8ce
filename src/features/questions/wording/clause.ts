import type { Clause } from '../../../regulations/structure/clauses.ts'
import type { Fitness } from './fitting.ts'

/** Where to look within a pasal: an ayat or a run of them ("1-2"), a huruf, an angka ("b angka 2)"). */
export interface Within {
  readonly ayat: string | null
  readonly huruf: string | null
}

/** The clauses of a place within a pasal; all of them where the text does not show that place. */
export function clausesWithin(clauses: readonly Clause[], within: Within): readonly Clause[] {
  const named = clauses.filter((clause) => isWithin(clause, within))
  return named.length > 0 ? named : clauses
}

/** The clause that fits best; the list it belongs to where that is wanted, or where others of it fit as well. */
export function fittestClause(
  among: readonly Clause[],
  clauses: readonly Clause[],
  fitness: Fitness,
  wantsList: boolean,
): Clause | undefined {
  let best: Clause | undefined
  let most = Number.NEGATIVE_INFINITY
  for (const clause of among) {
    // what a clause hangs on counts a little: "PNS dijatuhi hukuman berupa:" is what makes its items sanctions
    const value = Math.max(...sentencesIn(clause.words).map(fitness)) + INHERITED * fitness(clause.text)
    if (value > most) [best, most] = [clause, value]
  }
  return best && listOf(best, clauses, fitness, wantsList)
}

/** The clauses above one whose words it hangs on, outermost first. */
export function aboveOf(clause: Clause, clauses: readonly Clause[]): readonly Clause[] {
  return clauses
    .slice(0, clauses.indexOf(clause))
    .filter((other) => other.words.endsWith(':') && isBelow(clause, other))
}

/** The clauses that hang on one: the items of the list it opens, in order. */
export function belowOf(clause: Clause, clauses: readonly Clause[]): readonly Clause[] {
  if (!clause.words.endsWith(':')) return []
  return clauses.slice(clauses.indexOf(clause) + 1).filter((other) => isBelow(other, clause))
}

/** The sentences of a clause; the number of an ayat that a reader ran into the one before begins one too. */
export function sentencesIn(words: string): readonly string[] {
  const sentences = words.split(/(?<=[.;])\s+(?=["“]?(?:\(\d+[a-z]?\)\s)?\p{Lu})/u).map(withoutTail)
  // "Bagian Ketujuh (1)" is the heading of what follows, which a reader took for the end of this clause
  const isHeading = sentences.length > 1 && !/[.;:,]$|(?:dan|atau)$/.test(sentences.at(-1) ?? '')
  return isHeading ? sentences.slice(0, -1) : sentences
}

const INHERITED = 0.3
const ALIKE = 0.12

function isWithin({ ayat, huruf, angka }: Clause, within: Within): boolean {
  const [from, to = from] = within.ayat?.split('-') ?? []
  const number = (label: string | undefined): number => Number.parseInt(label ?? '', 10)
  if (from !== undefined && from !== to && !(number(ayat) >= number(from) && number(ayat) <= number(to)))
    return false
  if (from !== undefined && from === to && ayat !== from) return false
  if (within.huruf === null) return true
  const [, letter, item] = /^([a-z]+)(?: angka (\d+))?/.exec(within.huruf) ?? []
  return huruf === letter && (item === undefined || angka === item)
}

function listOf(best: Clause, clauses: readonly Clause[], fitness: Fitness, wantsList: boolean): Clause {
  const list = aboveOf(best, clauses).at(-1)
  if (list === undefined || wantsList) return list ?? best
  const least = fitness(best.words) - ALIKE
  return belowOf(list, clauses).filter(({ words }) => fitness(words) > least).length > 1 ? list : best
}

/** True where a clause has every number another has, and more. */
function isBelow(clause: Clause, other: Clause): boolean {
  const levels = ['ayat', 'huruf', 'angka'] as const
  return (
    levels.every((level) => other[level] === undefined || other[level] === clause[level]) &&
    levels.some((level) => other[level] === undefined && clause[level] !== undefined)
  )
}

/** Without figures and brackets that a reader left behind the last words of a page. */
function withoutTail(line: string): string {
  return line.replace(/(?<=\p{L}{2}[.;])\s[^\p{L}]+$/u, '')
}
