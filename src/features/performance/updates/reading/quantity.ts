import type { Said } from '../reading.ts'
import type { Counted } from './counted.ts'

/** How much was done, by the number of a sentence that says so. */
export interface Main {
  readonly said: Pick<Said, 'quantity' | 'unit' | 'thing' | 'several'>
  readonly used?: Counted
  /** "38 dari 40 berkas lengkap": so many of it were right. */
  readonly good?: number
}

/** The number that says how much was done; several where none is the one that is meant. */
export function quantityOf(numbers: readonly Counted[]): Main {
  const named = numbers.filter(({ percent, unit }) => !percent && unit !== undefined)
  const ahead = named.filter(({ after }) => after === undefined)
  const things = ahead.length > 0 ? ahead : named
  const ratio = things.find(({ of }) => of !== undefined)
  if (ratio !== undefined)
    return ratio.verdict === 'right'
      ? { ...taken({ ...ratio, value: ratio.of ?? ratio.value }), good: ratio.value }
      : taken(ratio)
  const whole = things.find((one) => one.whole && numbers.some((part) => isPart(part, one)))
  if (whole !== undefined) {
    const part = numbers.find((one) => one.at < whole.at && !one.percent)
    const share = numbers.find((one) => one.at < whole.at && one.percent)
    if (part === undefined && share !== undefined && whole.verdict !== undefined)
      return { ...taken(whole), good: shareOf(whole.value, share.value, whole.verdict) }
    if (part === undefined) return taken(whole)
    if (whole.verdict === 'right') return { ...taken(whole), good: part.value }
    return taken({ ...part, unit: whole.unit ?? '' })
  }
  const plain = things.filter(({ verdict }, i) => verdict === undefined || i === 0)
  const strong = plain.filter(({ weak }) => !weak)
  const choice = strong.length > 0 ? strong : plain.length > 0 ? plain : things
  const [first, ...others] = choice
  if (first === undefined) return promoted(numbers)
  const rivals = others.filter(
    (one) => one.unit !== first.unit || one.value > first.value || isOther(one, first),
  )
  if (rivals.length === 0) return taken(first)
  return { said: { several: [first, ...rivals].map(thingOf) } }
}

/** "40 berkas pensiun, 20 berkas mutasi": both say of which kind they are. */
function isOther({ thing = '', unit = '' }: Counted, first: Counted): boolean {
  return thing !== unit && first.thing !== first.unit && thing !== first.thing
}

function thingOf({ value, unit = '', thing }: Counted): NonNullable<Said['several']>[number] {
  return { quantity: value, unit, ...(thing !== undefined && thing !== unit && { thing }) }
}

/** "dari 40 berkas 38 lengkap", "38 dari 40 berkas", "95% dari 40 berkas": the share beside a whole. */
function isPart(part: Counted, whole: Counted): boolean {
  return part !== whole && part.value <= (part.percent ? 100 : whole.value)
}

/** So much of a quantity is right where a share of 100 is said to be right, or wrong. */
export function shareOf(quantity: number, percent: number, verdict: 'right' | 'wrong'): number {
  return (quantity * (verdict === 'right' ? percent : 100 - percent)) / 100
}

function taken(one: Counted): Main {
  const { value, unit, thing } = one
  return {
    said: { quantity: value, ...(unit !== undefined && { unit }), ...(thing !== undefined && { thing }) },
    used: one,
  }
}

/**
 * Where nothing is named that was counted: "40, 2 salah" and "10 dari 12 lengkap" still say how much, and in
 * "menangani 5 keluhan" the number of a verdict's noun counts the work.
 */
function promoted(numbers: readonly Counted[]): Main {
  const all = numbers.filter(({ percent }) => !percent)
  const [first, second, ...others] = all
  if (first && second?.whole && second.verdict === 'right' && isPart(first, second) && others.length === 0)
    return { said: { quantity: second.value }, used: second, good: first.value }
  const bare = all.filter(({ verdict }) => verdict === undefined)
  const [only, ...more] = bare.length > 0 ? bare : all
  if (only === undefined || more.length > 0) return { said: {} }
  return { said: { quantity: only.value, ...(only.noun !== undefined && { unit: only.noun }) }, used: only }
}
