import { compare, type Ratio, rounded, sumOf, times } from '../ratio.ts'
import { type Band, bandOf } from './bands.ts'
import { ELEMENTS, type Element } from './elements.ts'
import type { Tallies, Tally } from './tallies.ts'

/** A value from 25 to 100 with two decimals, and its band. */
export interface Graded {
  readonly value: number
  readonly band: Band
}

/** How an element was rated: NRR (nilai rata-rata) from 1 to 4 with three decimals, the same out of 100, its answers. */
export interface ElementMean extends Graded {
  readonly element: Element
  readonly mean: number
  readonly answers: number
}

/** The index, or which elements have no answer at all, so that there is none. */
export type SatisfactionIndex =
  | ({
      readonly kind: 'index'
      readonly elements: readonly ElementMean[]
      /** The three with the lowest means, the lowest first; of equal ones the earlier in the list of the law. */
      readonly lowest: readonly ElementMean[]
      /** The same with the weight rounded to 0.11, as the worksheet of the law counts: 99.00 at most. */
      readonly worksheet: Graded
      /** True where the worksheet leads to another band. */
      readonly differs: boolean
    } & Graded)
  | { readonly kind: 'incomplete'; readonly missing: readonly Element[] }

/** How many elements are named as those to begin with. */
const LOWEST = 3

/**
 * The index of public satisfaction (PermenPANRB 14/2017, Lampiran): the means of the nine elements, each over the
 * answers it has, weighted with exactly 1/9, times 25; rounded half up to two decimals before its band is looked up.
 * All of it is counted in whole numbers.
 */
export function satisfactionIndex(tallies: Tallies): SatisfactionIndex {
  const missing = ELEMENTS.filter((element) => tallies[element].answers === 0)
  if (missing.length > 0) return { kind: 'incomplete', missing }
  const means = ELEMENTS.map((element) => ({ element, ratio: meanOf(tallies[element]) }))
  const sum = sumOf(means.map(({ ratio }) => ratio))
  const elementOf = ({ element, ratio }: (typeof means)[number]): ElementMean => ({
    element,
    mean: rounded(times(ratio, 1_000n)) / 1_000,
    answers: tallies[element].answers,
    ...graded(times(ratio, 25n)),
  })
  const index = graded(times(sum, 25n, 9n))
  const worksheet = graded(times(sum, 25n * 11n, 100n))
  return {
    kind: 'index',
    ...index,
    elements: means.map(elementOf),
    lowest: means
      .toSorted((a, b) => compare(a.ratio, b.ratio))
      .slice(0, LOWEST)
      .map(elementOf),
    worksheet,
    differs: worksheet.band !== index.band,
  }
}

function meanOf({ sum, answers }: Tally): Ratio {
  return { over: BigInt(sum), under: BigInt(answers) }
}

function graded(outOf100: Ratio): Graded {
  const hundredths = rounded(times(outOf100, 100n))
  return { value: hundredths / 100, band: bandOf(hundredths) }
}
