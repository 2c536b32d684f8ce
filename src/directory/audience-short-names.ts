/** Words that tell no two units apart. */
export const SMALL: ReadonlySet<string> = new Set('dan kota kabupaten pemerintah'.split(' '))

/** The units a short name ("dinkes") fits best: none, one, or several it fits alike. */
export function shortened<U extends { readonly words: readonly string[] }>(
  short: string,
  units: readonly U[],
): readonly U[] {
  const costs = new Map(units.map((unit) => [unit, shortening(short, unit.words)]))
  return least(
    units.filter((unit) => costs.get(unit) !== undefined),
    (unit) => (costs.get(unit) ?? 0) * 100 + unit.words.length,
  )
}

/** Those for which a size is smallest. */
export function least<T>(some: readonly T[], size: (one: T) => number): readonly T[] {
  const smallest = Math.min(...some.map(size))
  return some.filter((one) => size(one) === smallest)
}

/** What stands for the first word of an office in the middle of a short name: "dis" for "dinas". */
const OTHER_HEADS: readonly (readonly [RegExp, string])[] = [
  [/^dis/, 'din'],
  [/^set/, 'sek'],
]
/** What begins the names of those that have short names of their own. */
const OFFICES: ReadonlySet<string> = new Set(['dinas', 'badan', 'satuan', 'sekretariat', 'kantor'])
const SHORTEST = 3
const LONGEST = 16

/**
 * How far a short name is from a name, 0 for the nearest; undefined where it is none of it. It is made of two or more
 * pieces of the words, in their order: beginnings of any length ("bappeda"), or syllables from anywhere ("disdukcapil").
 */
function shortening(short: string, words: readonly string[]): number | undefined {
  if (short.length < SHORTEST || short.length > LONGEST || /\d/.test(short)) return undefined
  const name = words.filter((word) => !SMALL.has(word))
  const spellings = [short, ...OTHER_HEADS.map(([other, usual]) => short.replace(other, usual))]
  const costs = [...new Set(spellings)].flatMap((one) =>
    // it begins with the first word, or with the one after "dinas", "badan"
    (OFFICES.has(name[0] ?? '') ? [name, name.slice(1)] : [name]).flatMap((from, skipped) =>
      (OFFICES.has(name[0] ?? '') ? BOTH_WAYS : BOTH_WAYS.slice(0, 1)).flatMap((way) => {
        const cost = pieces({ text: one, pieces: 0, short: 0 }, from, way)
        return cost === undefined ? [] : [cost + skipped]
      }),
    ),
  )
  return costs.length === 0 ? undefined : Math.min(...costs)
}

/** What is left of a short name, how many pieces were taken, and how many of those have two letters only. */
interface Left {
  readonly text: string
  readonly pieces: number
  readonly short: number
}

const BOTH_WAYS = ['beginnings', 'syllables'] as const

/** What a text costs as pieces of words, each giving one or none: words that give none, and pieces from within. */
function pieces(
  left: Left,
  [word, ...others]: readonly string[],
  way: (typeof BOTH_WAYS)[number],
): number | undefined {
  const { text } = left
  if (text === '') return left.pieces < 2 ? undefined : others.length + (word === undefined ? 0 : 1)
  if (word === undefined) return undefined
  const skipped = left.pieces === 0 ? undefined : pieces(left, others, way)
  const costs = skipped === undefined ? [] : [skipped + 1]
  for (let length = way === 'beginnings' ? 1 : 2; length <= text.length; length++) {
    const within = !word.startsWith(text.slice(0, length))
    const short = left.short + (length === 2 ? 1 : 0)
    if (way === 'beginnings' ? within : !word.includes(text.slice(0, length))) break
    if (way === 'syllables' && short > 1) continue
    const rest = pieces({ text: text.slice(length), pieces: left.pieces + 1, short }, others, way)
    if (rest !== undefined) costs.push(rest + (within ? 2 : 0))
  }
  return costs.length === 0 ? undefined : Math.min(...costs)
}
