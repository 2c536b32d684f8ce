import { addDays, type Day } from '../../../indonesian/dates.ts'

// How citizens' stars become a figure beside somebody's work.
//
// 1. One source counts once. Of what one account says of one officer within 30 days the first rating weighs 1, the second
//    a quarter, all others nothing: somebody may come twice, nobody decides alone (see weigh-store.ts).
// 2. A flood counts as much as a very busy day. On one day all ratings together weigh at most three times what is usual
//    plus ten. Usual is the mean of the 90 days before, with the days on which nobody rated, and with floods as they
//    counted: so a campaign of a week is not usual by its second day. Those of the day share what there is; which of
//    them came first nobody knows, since no time of day is kept.
// 3. Outliers are cut alike at both ends: a twentieth of the weight at the bottom and a twentieth at the top. The one star
//    among twenty fives goes; whoever disappoints one citizen in seven keeps nearly all of that. Cutting a tenth would
//    have hidden most of it, for stars pile up at the top and little is cut there.
// 4. Few are pulled to what is usual around them: five ratings as the mean of the others in the same unit are added, who
//    share its queue, its rooms and its rules. Together with 3 that bounds what one source can do: with ratings of the
//    weight N, a rating of the weight w moves the figure by at most 5 w / (N + 5) stars, 0.5 where there are fewest.
// 5. Nothing is shown below a weight of five, nothing of a month that is not over, and months are joined until they have
//    five together. So a figure never changes by fewer than five ratings, and nobody can tell what the last one said by
//    comparing two of them.
//
// It is shown beside the work somebody reports and decides nothing.

/** A rating as it counts: one to five stars, a weight of 0 to 1. */
export interface Rating {
  readonly on: Day
  readonly stars: number
  readonly weight: number
}

/** What is shown: stars from 1 to 5, and how many ratings it rests on, rounded down. */
export interface Figure {
  readonly average: number
  readonly count: number
}

/** Months that have enough ratings together, by their first days. */
export interface Span {
  readonly from: Day
  readonly until: Day
  readonly ratings: readonly Rating[]
}

/** The least weight anything is shown of. */
export const FEWEST = 5
/** So many days before a day tell what is usual. */
export const USUAL_DAYS = 90
const [FLOOD_TIMES, FLOOD_MORE] = [3, 10] as const
const CUT = 0.05
const PRIOR_WEIGHT = 5
/** In sums of quarters, hundredths and shares. */
const EPSILON = 1e-9

/** The same ratings, those of a day that is a flood with less weight each. */
export function withoutFloods(ratings: readonly Rating[]): readonly Rating[] {
  const days = new Map([...Map.groupBy(ratings, ({ on }) => on)].map(([on, of]) => [on, weightOf(of)]))
  const counted = new Map<Day, number>()
  for (const on of [...days.keys()].toSorted()) {
    const since = addDays(on, -USUAL_DAYS)
    const before = [...counted].filter(([day]) => day >= since).reduce((sum, [, weight]) => sum + weight, 0)
    counted.set(on, Math.min(days.get(on) ?? 0, (FLOOD_TIMES * before) / USUAL_DAYS + FLOOD_MORE))
  }
  return ratings.map((rating) => {
    const [all, most] = [days.get(rating.on) ?? 0, counted.get(rating.on) ?? 0]
    return all > most ? { ...rating, weight: (rating.weight * most) / all } : rating
  })
}

/** The months from the first that has a rating, joined until they have enough; what is left over at the end is not in it. */
export function spansOf(ratings: readonly Rating[]): readonly Span[] {
  const spans: Span[] = []
  let [open, from]: [readonly Rating[], Day | undefined] = [[], undefined]
  const months = Map.groupBy(ratings, ({ on }) => `${on.slice(0, 7)}-01`)
  for (const [month, of] of [...months].toSorted(([a], [b]) => a.localeCompare(b))) {
    open = [...open, ...of]
    from ??= month
    if (weightOf(open) < FEWEST - EPSILON) continue
    spans.push({ from, until: month, ratings: open })
    open = []
    from = undefined
  }
  return spans
}

/** The figure of some ratings, pulled to a `prior` of 1 to 5; undefined where there are too few. */
export function figureOf(ratings: readonly Rating[], prior: number): Figure | undefined {
  const weight = weightOf(ratings)
  if (weight < FEWEST - EPSILON) return undefined
  const average = (weight * trimmedMean(ratings) + PRIOR_WEIGHT * prior) / (weight + PRIOR_WEIGHT)
  return { average: Math.min(5, Math.max(1, average)), count: Math.floor(weight + EPSILON) }
}

/** The mean without a twentieth of the weight at either end; of nothing it is not a number. */
export function trimmedMean(ratings: readonly Rating[]): number {
  const whole = weightOf(ratings)
  const [low, high] = [whole * CUT, whole * (1 - CUT)]
  let [at, sum] = [0, 0]
  for (const { stars, weight } of ratings.toSorted((a, b) => a.stars - b.stars)) {
    sum += stars * Math.max(0, Math.min(high, at + weight) - Math.max(low, at))
    at += weight
  }
  return sum / (high - low)
}

function weightOf(ratings: readonly Rating[]): number {
  return ratings.reduce((sum, { weight }) => sum + weight, 0)
}
