/** Below, as, and above expectation: what results and behaviour are each rated with. */
export const RATINGS = [1, 2, 3] as const
export type Rating = (typeof RATINGS)[number]

/** The ratings as answers of a form. */
export const LEVELS = ['1', '2', '3'] as const
export type Level = (typeof LEVELS)[number]

/** The five predicates, the best first. */
export const PREDICATES = ['sangat_baik', 'baik', 'butuh_perbaikan', 'kurang', 'sangat_kurang'] as const
export type Predicate = (typeof PREDICATES)[number]

/** The predicate that follows from both ratings (PermenPANRB 6/2022, Lampiran). */
export function predicateOf(result: Rating, behaviour: Rating): Predicate {
  return QUADRANT[result][behaviour]
}

/** A number as a rating; undefined where it is none. */
export function asRating(value: unknown): Rating | undefined {
  return RATINGS.find((rating) => rating === Number(value))
}

/** The rating an answer stands for. */
export function ratingOf(level: Level): Rating {
  return BY_LEVEL[level]
}

const BY_LEVEL: Readonly<Record<Level, Rating>> = { 1: 1, 2: 2, 3: 3 }
/** By the rating of the results, then by that of the behaviour. */
const QUADRANT: Readonly<Record<Rating, Readonly<Record<Rating, Predicate>>>> = {
  1: { 1: 'sangat_kurang', 2: 'butuh_perbaikan', 3: 'butuh_perbaikan' },
  2: { 1: 'kurang', 2: 'baik', 3: 'baik' },
  3: { 1: 'kurang', 2: 'baik', 3: 'sangat_baik' },
}
