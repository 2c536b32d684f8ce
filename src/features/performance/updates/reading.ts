import type { Day } from '../../../indonesian/dates.ts'
import { readNumber } from '../../../indonesian/numbers.ts'
import { withoutAsides } from './reading/asides.ts'
import { type Counted, countedIn, verdictIn } from './reading/counted.ts'
import { takeDay } from './reading/dates.ts'
import { normalized, type Token, tokensOf } from './reading/tokens.ts'

/** What a sentence about a piece of work says; what it does not say is left out. */
export interface Said {
  readonly quantity?: number
  /** What is counted, as it was written: "berkas". */
  readonly unit?: string
  /** The same with what belongs to it: "berkas pensiun". */
  readonly thing?: string
  /** Of the quantity, so much was right the first time. */
  readonly good?: number
  /** True where something is said of the quality that no number follows from ("sebagian belum lengkap"). */
  readonly vague?: true
  readonly late?: boolean
  readonly doneOn?: Day
  /** The number of an RHK that is named. */
  readonly target?: number
  /** Where several things were counted and none is the one that is meant: each of them. */
  readonly several?: readonly { readonly quantity: number; readonly unit: string }[]
}

/** Reads what somebody says they did, seen from `today`, by its pattern alone: "kemarin 40 berkas pensiun, 2 salah, rhk 1". */
export function readUpdate(text: string, today: Day): Said {
  const { rest: untargeted, target } = takeTarget(normalized(text))
  const { rest: undated, day } = takeDay(untargeted, today)
  const late = lateness(undated)
  const tokens = tokensOf(withoutAsides(undated))
  const numbers = countedIn(tokens)
  const main = quantityOf(numbers)
  return {
    ...(target !== undefined && { target }),
    ...(day !== undefined && { doneOn: day }),
    ...(late !== undefined && { late }),
    ...main.said,
    ...(main.said.quantity !== undefined && qualityOf(main.said.quantity, main, numbers, tokens)),
  }
}

const TARGET =
  /(?<![\p{L}\p{N}])(?:untuk |buat |di )?rhk\s*[-.:=#]?\s*(?:(?:ke|no|nomor|nomer)[-. ]*)?(\d{1,2}|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)(?![\p{L}\p{N}])\s*[=:]?/u

function takeTarget(text: string): { rest: string; target: number | undefined } {
  const found = TARGET.exec(text)
  if (!found) return { rest: text, target: undefined }
  return { rest: text.replace(found[0], ' | '), target: readNumber(found[1] ?? '') }
}

function lateness(text: string): boolean | undefined {
  if (/(?<!\p{L})(?:tidak (?:telat|terlambat|lewat)|sebelum (?:tenggat|waktunya|deadline))/u.test(text))
    return false
  if (/(?<!\p{L})(?:telat|terlambat|molor|lewat (?:tenggat|waktu|deadline))(?!\p{L})/u.test(text)) return true
  return /(?<!\d \p{L}*)(?<!\d )(?:tepat waktu|on time|ontime)(?!\p{L})/u.test(text) ? false : undefined
}

interface Main {
  readonly said: Pick<Said, 'quantity' | 'unit' | 'thing' | 'several'>
  readonly used?: Counted
  /** "38 dari 40 berkas lengkap": so many of it were right. */
  readonly good?: number
}

/** The number that says how much was done. */
function quantityOf(numbers: readonly Counted[]): Main {
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
    if (part === undefined) return taken(whole)
    if (whole.verdict === 'right') return { ...taken(whole), good: part.value }
    return taken({ ...part, unit: whole.unit ?? '' })
  }
  const plain = things.filter(({ verdict }, i) => verdict === undefined || i === 0)
  const strong = plain.filter(({ weak }) => !weak)
  const choice = strong.length > 0 ? strong : plain.length > 0 ? plain : things
  const [first, ...others] = choice
  if (first === undefined) return promoted(numbers)
  const rivals = others.filter(({ unit, value }) => unit !== first.unit || value > first.value)
  if (rivals.length === 0) return taken(first)
  return { said: { several: [first, ...rivals].map(({ value, unit = '' }) => ({ quantity: value, unit })) } }
}

/** "dari 40 berkas 38 lengkap", "38 dari 40 berkas": the smaller number beside a whole. */
function isPart(part: Counted, whole: Counted): boolean {
  return part !== whole && !part.percent && part.value <= whole.value
}

function taken(one: Counted): Main {
  const { value, unit, thing } = one
  return {
    said: { quantity: value, ...(unit !== undefined && { unit }), ...(thing !== undefined && { thing }) },
    used: one,
  }
}

/** "menangani 5 keluhan": where nothing else is counted, the number of a verdict's noun counts the work. */
function promoted(numbers: readonly Counted[]): Main {
  const [only, ...others] = numbers.filter(({ percent }) => !percent)
  return only !== undefined && others.length === 0
    ? { said: { quantity: only.value }, used: only }
    : { said: {} }
}

function qualityOf(
  quantity: number,
  { used, good: part }: Main,
  numbers: readonly Counted[],
  tokens: readonly Token[],
): Pick<Said, 'good' | 'vague'> {
  if (quantity <= 0) return {}
  const good = part ?? counted(quantity, used, numbers)
  if (good !== undefined)
    return good >= 0 && good <= quantity ? { good: Math.round(good * 100) / 100 } : { vague: true }
  const clauses = clausesOf(tokens)
  if (clauses.some((words) => words.some((word) => /^(?:separuh|separo|setengah)(?:nya)?$/.test(word))))
    return { good: quantity / 2 }
  const verdicts = clauses.flatMap((words) => {
    const partial = words.some((word) => PARTIAL.has(word)) || /belum semua|tidak semua/.test(words.join(' '))
    return partial && verdictIn(words) !== undefined ? ['partial'] : (verdictIn(words) ?? [])
  })
  if (verdicts.includes('partial') || verdicts.includes('wrong')) return { vague: true }
  return verdicts.includes('right') ? { good: quantity } : {}
}

const PARTIAL = new Set(['sebagian', 'beberapa', 'hampir', 'rata', 'kebanyakan', 'mayoritas'])

/** How many were right, by the numbers that say so. */
function counted(
  quantity: number,
  used: Counted | undefined,
  numbers: readonly Counted[],
): number | undefined {
  const share = numbers.find(({ percent, verdict }) => percent && verdict !== undefined)
  if (share !== undefined)
    return quantity * (share.verdict === 'right' ? share.value / 100 : 1 - share.value / 100)
  const others = numbers.filter(
    ({ at, percent, verdict }) => at !== used?.at && !percent && verdict !== undefined,
  )
  const right = others.find(({ verdict }) => verdict === 'right')
  if (right !== undefined) return right.value
  const wrong = others.filter(({ verdict }) => verdict === 'wrong')
  return wrong.length > 0 ? quantity - wrong.reduce((sum, { value }) => sum + value, 0) : undefined
}

function clausesOf(tokens: readonly Token[]): readonly (readonly string[])[] {
  const clauses: string[][] = [[]]
  for (const token of tokens) {
    if (token.kind === 'break') clauses.push([])
    if (token.kind === 'word') clauses.at(-1)?.push(token.word)
  }
  return clauses
}
