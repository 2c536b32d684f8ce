import { rounded } from './ratio.ts'

/**
 * How many respondents a survey needs where so many people use the service: Krejcie and Morgan (1970), as
 * PermenPANRB 14/2017, Lampiran, refers to: chi² 3.841 (one degree of freedom, 95 %), P 0.5, d 0.05, rounded to the
 * nearest whole person. Their printed table says the same up to 75,000; for 100,000 it has 384, the formula 383.
 */
export function sampleSize(population: number): number {
  if (!isCount(population) || population === 0) return 0
  // chi² N P(1−P) / (d² (N−1) + chi² P(1−P)), all times 4,000
  const people = BigInt(population)
  return rounded({ over: 3_841n * people, under: 10n * (people - 1n) + 3_841n })
}

/** A unit or a service, and how many people used it. */
export interface Part {
  readonly name: string
  readonly size: number
}

/**
 * Shares so many respondents out in proportion to the size of each part; what is left after rounding down goes to
 * the largest remainders, of equal ones to the earlier. Never more than a part has people, and all of them together
 * are `total`, or everybody where there are fewer.
 */
export function quotas<P extends Part>(
  total: number,
  parts: readonly P[],
): readonly (P & { readonly quota: number })[] {
  const sizes = parts.map(({ size }) => BigInt(isCount(size) ? size : 0))
  const all = sizes.reduce((sum, size) => sum + size, 0n)
  if (all === 0n) return parts.map((part) => ({ ...part, quota: 0 }))
  const wanted = BigInt(isCount(total) ? total : 0)
  const shared = wanted < all ? wanted : all
  const whole = sizes.map((size) => (shared * size) / all)
  const left = Number(shared - whole.reduce((sum, quota) => sum + quota, 0n))
  const remainders = sizes.map((size, at) => ({ at, rest: (shared * size) % all }))
  const rounding = remainders.toSorted((a, b) => (a.rest === b.rest ? 0 : a.rest > b.rest ? -1 : 1))
  const up = new Set(rounding.slice(0, left).map(({ at }) => at))
  return parts.map((part, at) => ({ ...part, quota: Number(whole[at] ?? 0n) + (up.has(at) ? 1 : 0) }))
}

/** How many of those who were asked have answered, in percent with one decimal, half up; undefined where nobody was. */
export function responseRate(answered: number, asked: number): number | undefined {
  if (!isCount(asked) || !isCount(answered) || asked === 0) return undefined
  return rounded({ over: BigInt(answered) * 1_000n, under: BigInt(asked) }) / 10
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0
}
