/** A figure with the range in which it lies with 95 % confidence. */
export interface Estimate {
  readonly value: number
  readonly low: number
  readonly high: number
  /** From how many answers. */
  readonly answers: number
}

/** The ends of the scale that was answered on: no range goes beyond them. */
export interface Scale {
  readonly least: number
  readonly most: number
}

/**
 * The mean of answers on a scale, with its 95 % interval by Student's t: mean ± t · s / √n. One answer says nothing of
 * how far others would be, so its range is the whole scale; where all said the same, each end is that of the same answers
 * and one more, a step further that way: five equal answers are no certainty. Undefined without answers.
 */
export function meanInterval(answers: readonly number[], { least, most }: Scale): Estimate | undefined {
  const count = answers.length
  if (count === 0) return undefined
  const value = answers.reduce((sum, one) => sum + one, 0) / count
  if (count === 1) return { value, low: least, high: most, answers: count }
  const isOne = answers.every((one) => one === answers[0])
  const [below, above] = [-1, 1].map((step) => marginOf(isOne ? [...answers, value + step] : answers))
  const [low, high] = [value - (below ?? 0), value + (above ?? 0)]
  return { value, low: Math.max(least, low), high: Math.min(most, high), answers: count }
}

function marginOf(answers: readonly number[]): number {
  const count = answers.length
  const mean = answers.reduce((sum, one) => sum + one, 0) / count
  const squares = answers.reduce((sum, one) => sum + (one - mean) ** 2, 0)
  return studentT(count - 1) * Math.sqrt(squares / (count - 1) / count)
}

/**
 * The share of those who said yes, from 0 to 1, with its 95 % interval by Wilson (1927), which holds for few answers,
 * too, and for shares of nothing or all. Undefined without answers.
 */
export function shareInterval(yes: number, answers: number): Estimate | undefined {
  if (answers <= 0) return undefined
  const value = yes / answers
  const under = 1 + Z ** 2 / answers
  const centre = (value + Z ** 2 / (2 * answers)) / under
  const margin = (Z / under) * Math.sqrt((value * (1 - value)) / answers + Z ** 2 / (4 * answers ** 2))
  const low = yes === 0 ? 0 : Math.max(0, centre - margin) // where it is nothing but for floating point
  const high = yes === answers ? 1 : Math.min(1, centre + margin)
  return { value, low, high, answers }
}

/**
 * Student's t that 2.5 % lie above, for so many degrees of freedom: from the table up to ten, beyond it by the
 * expansion of Cornish and Fisher, which is right to four decimals there.
 */
export function studentT(degrees: number): number {
  const listed = STUDENT[degrees - 1]
  if (listed !== undefined) return listed
  const z = Z
  const first = (z ** 3 + z) / 4
  const second = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96
  const third = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384
  const fourth = (79 * z ** 9 + 776 * z ** 7 + 1_482 * z ** 5 - 1_920 * z ** 3 - 945 * z) / 92_160
  return z + first / degrees + second / degrees ** 2 + third / degrees ** 3 + fourth / degrees ** 4
}

/** What 2.5 % of a normal distribution lie above. */
const Z = 1.959_963_984_540_054
const STUDENT = [
  12.706_205, 4.302_653, 3.182_446, 2.776_445, 2.570_582, 2.446_912, 2.364_624, 2.306_004, 2.262_157,
  2.228_139,
]
