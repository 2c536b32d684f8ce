import { type Clause, readClauses } from '../../../regulations/structure/clauses.ts'
import { quantitiesIn } from '../asking/quantities.ts'
import { aboveOf, belowOf, clausesWithin, fittestClause, sentencesIn, type Within } from './clause.ts'
import { CUT, fitted, shortened } from './cutting.ts'
import type { Fitness } from './fitting.ts'

/** A line as it stands in the pasal, and whether it answers or is only what the others hang on. */
export interface Line {
  readonly words: string
  readonly answers: boolean
}

/** Official words that answer, in the order of the pasal, with the words they hang on. */
export interface Wording {
  readonly lines: readonly Line[]
  /** The words that answer best, without the sign of what was cut. */
  readonly own: string
  /** Where they stand, as far as the text itself shows it; undefined for a clause that may have been misread. */
  readonly place: { readonly ayat: string | null; readonly huruf: string | null } | undefined
}

/** What the words are wanted for: how to weigh them, how many characters there is room for, and what they should hold. */
export interface Wanted {
  readonly fitness: Fitness
  readonly room: number
  readonly figures?: readonly string[]
  /** Quantities that were asked about: a clause that covers one goes before all others. */
  readonly asked?: readonly string[]
  readonly wantsList?: boolean
}

/**
 * The clause of a pasal's official text that fits best, within what is named where the text shows it, with the
 * words it hangs on; a clause that opens a list comes with as much of the list as `room` characters hold. Where
 * it lacks one of `figures` that another clause there has, that clause comes too.
 */
export function wordingOf(
  official: string,
  within: Within,
  { fitness, room, figures = [], asked = [], wantsList = false }: Wanted,
): Wording {
  const clauses = readClauses(official)
  const inside = clausesWithin(clauses, within)
  const covering = inside.filter(({ words }) => quantitiesIn(words).some((each) => asked.includes(each)))
  const among = covering.length > 0 ? covering : inside
  const best = fittestClause(among, within.huruf === null ? clauses : among, fitness, wantsList) ?? {
    text: '',
    words: '',
  }
  const first = linesOf(best, clauses, fitness, room)
  const held = quantitiesIn(first.map(({ words }) => words).join('\n'))
  const lacking = figures.filter((figure) => !held.includes(figure))
  const other = lacking.length === 0 ? undefined : holding(lacking, inside, first, fitness)
  const second = other === undefined ? [] : linesOf(other, clauses, fitness, room)
  const both = clauses.indexOf(best) <= clauses.indexOf(other ?? best) ? [first, second] : [second, first]
  const together = both
    .flat()
    .filter(({ words }, i, all) => all.findIndex((line) => line.words === words) === i)
  const isBoth = lengthOf(together) <= room
  const own = first.find(({ answers }) => answers)?.words ?? ''
  return {
    lines: isBoth ? together : first,
    own: own.replace(CUT, ''),
    place: isWhole(best, own) ? placeOf(best, isBoth ? other : undefined) : undefined,
  }
}

/** What a clause hangs on is cut to so much: it only has to be recognised. */
const LONGEST_LEAD = 190

function linesOf(
  clause: Clause,
  clauses: readonly Clause[],
  fitness: Fitness,
  room: number,
): readonly Line[] {
  const leads = aboveOf(clause, clauses).map(({ words }) => shortened(words, LONGEST_LEAD))
  const left = leads.reduce((sum, lead) => sum - lead.length, room)
  const own = fitted([clause, ...belowOf(clause, clauses)], fitness, Math.max(left, room / 3))
  return [
    ...leads.map((words) => ({ words, answers: false })),
    ...own.map((words) => ({ words, answers: true })),
  ]
}

/** The clause that has a figure the chosen lines lack. */
function holding(
  lacking: readonly string[],
  inside: readonly Clause[],
  chosen: readonly Line[],
  fitness: Fitness,
): Clause | undefined {
  const holders = inside.filter(
    ({ words }) =>
      !words.endsWith(':') &&
      !chosen.some((line) => words.startsWith(line.words.replace(CUT, ''))) &&
      quantitiesIn(words).some((figure) => lacking.includes(figure)),
  )
  return holders.reduce<Clause | undefined>(
    (best, clause) => (best === undefined || fitness(clause.words) > fitness(best.words) ? clause : best),
    undefined,
  )
}

function lengthOf(lines: readonly Line[]): number {
  return lines.reduce((sum, { words }) => sum + words.length, 0)
}

function isWhole({ words }: Clause, own: string): boolean {
  return sentencesIn(words).length === 1 && !own.endsWith(CUT)
}

/** One clause by its numbers, two by the ayat they span. */
function placeOf(clause: Clause, other: Clause | undefined): { ayat: string | null; huruf: string | null } {
  const { ayat, huruf, angka } = clause
  if (other !== undefined) {
    const [from, to] = [ayat, other.ayat]
      .map((label) => Number.parseInt(label ?? '', 10))
      .sort((a, b) => a - b)
    if (from === to) return { ayat: ayat ?? null, huruf: null }
    return { ayat: Number(from) + 1 === to ? `${from}-${to}` : null, huruf: null }
  }
  return { ayat: ayat ?? null, huruf: huruf && angka ? `${huruf} angka ${angka}` : (huruf ?? null) }
}
