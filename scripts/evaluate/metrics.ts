/** A pasal as a ranking names it. Only the order of a ranking counts, so equal scores stay as they were ranked. */
export interface Ranked {
  readonly regulation: string
  readonly pasal: string
}

/** So many of so many. */
export interface Share {
  readonly part: number
  readonly whole: number
}

/** As deep as a ranking is looked at. */
export const DEPTH = 10

/** Where the first of these pasal stands, from 1; Infinity where it is not among the first `DEPTH`. */
export function rankOf(ranking: readonly Ranked[], wanted: readonly Ranked[]): number {
  const keys = new Set(wanted.map(placeKey))
  const at = topOf(ranking).findIndex((key) => keys.has(key))
  return at < 0 ? Number.POSITIVE_INFINITY : at + 1
}

/** How many of these ranks are among the first n: of so many questions, those with a right pasal among n. */
export function hitsAt(ranks: readonly number[], n: number): Share {
  return { part: ranks.filter((rank) => rank <= n).length, whole: ranks.length }
}

/** Mean of 1/rank, 0 for a rank beyond `DEPTH`. Undefined where there is none. */
export function meanReciprocal(ranks: readonly number[]): number | undefined {
  return mean(ranks.map((rank) => (rank <= DEPTH ? 1 / rank : 0)))
}

/**
 * Normalised discounted gain of a ranking, 0 to 1, at `DEPTH`. A pasal of `gold` or `alsoRight` gains 1, and at
 * most as many of them count as there are in `gold`, which is also what the ideal ranking begins with. Undefined
 * without gold.
 */
export function gainOf(
  ranking: readonly Ranked[],
  gold: readonly Ranked[],
  alsoRight: readonly Ranked[],
): number | undefined {
  const wanted = Math.min(DEPTH, new Set(gold.map(placeKey)).size)
  if (wanted === 0) return undefined
  const right = new Set([...gold, ...alsoRight].map(placeKey))
  const places = topOf(ranking).flatMap((key, i) => (right.has(key) ? [i] : []))
  return discounted(places.slice(0, wanted)) / discounted([...Array(wanted).keys()])
}

/** Undefined where there are no values. */
export function mean(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length
}

/** How many pass of those the question is about. */
export function shareOf<T>(all: readonly T[], passes: (one: T) => boolean): Share {
  return { part: all.filter(passes).length, whole: all.length }
}

/** 0 to 1; undefined where there was nothing to count. */
export function ratioOf({ part, whole }: Share): number | undefined {
  return whole === 0 ? undefined : part / whole
}

/** A pasal as one word: "pp-94-2021#9". */
export function placeKey({ regulation, pasal }: Ranked): string {
  return `${regulation}#${pasal}`
}

/** A pasal that is named twice stands where it is named first. */
function topOf(ranking: readonly Ranked[]): readonly string[] {
  return [...new Set(ranking.map(placeKey))].slice(0, DEPTH)
}

function discounted(places: readonly number[]): number {
  return places.reduce((sum, place) => sum + 1 / Math.log2(place + 2), 0)
}
