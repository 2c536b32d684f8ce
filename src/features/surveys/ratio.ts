/** A fraction of whole numbers; the lower one is above nothing. */
export interface Ratio {
  readonly over: bigint
  readonly under: bigint
}

/** A sum of fractions, exactly. */
export function sumOf(ratios: readonly Ratio[]): Ratio {
  return ratios.reduce(
    (sum, { over, under }) => ({ over: sum.over * under + over * sum.under, under: sum.under * under }),
    { over: 0n, under: 1n },
  )
}

/** A fraction times another, exactly. */
export function times(ratio: Ratio, over: bigint, under = 1n): Ratio {
  return { over: ratio.over * over, under: ratio.under * under }
}

/** Below nothing where the first is the smaller one. */
export function compare(a: Ratio, b: Ratio): number {
  const difference = a.over * b.under - b.over * a.under
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** A fraction that is not negative as a whole number, half up: what floating point would now and then get wrong. */
export function rounded({ over, under }: Ratio): number {
  return Number((2n * over + under) / (2n * under))
}
