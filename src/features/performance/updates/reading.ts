import type { Day } from '../../../indonesian/dates.ts'
import { readNumber } from '../../../indonesian/numbers.ts'
import { withoutAsides } from './reading/asides.ts'
import { countedIn } from './reading/counted.ts'
import { takeDay } from './reading/dates.ts'
import { qualityOf } from './reading/quality.ts'
import { quantityOf } from './reading/quantity.ts'
import { normalized, tokensOf } from './reading/tokens.ts'

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
  /** True where a day is named that there is not. */
  readonly oddDay?: true
  /** The number of an RHK that is named. */
  readonly target?: number
  /** Where several things were counted and none is the one that is meant: each of them. */
  readonly several?: readonly { readonly quantity: number; readonly unit: string; readonly thing?: string }[]
}

/** Reads what somebody says they did, seen from `today`, by its pattern alone: "kemarin 40 berkas pensiun, 2 salah, rhk 1". */
export function readUpdate(text: string, today: Day): Said {
  const { rest: untargeted, target } = takeTarget(normalized(text))
  const { rest: undated, day, odd } = takeDay(untargeted, today)
  const late = lateness(undated)
  const tokens = tokensOf(withoutAsides(undated))
  const numbers = countedIn(tokens)
  const main = quantityOf(numbers)
  return {
    ...(target !== undefined && { target }),
    ...(day !== undefined && { doneOn: day }),
    ...(odd && { oddDay: odd }),
    ...(late !== undefined && { late }),
    ...main.said,
    ...(main.said.quantity !== undefined && qualityOf(main.said.quantity, main, numbers, tokens)),
  }
}

const TARGET =
  /(?<![\p{L}\p{N}])(?:untuk |buat |di )?rhk(?: saya)?\s*[-.:=#]?\s*(?:(?:ke|no|nomor|nomer)[-. ]*)?(\d{1,2}|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|i{1,3}|iv|vi{0,3}|ix|x)(?![\p{L}\p{N}])\s*[=:]?/u
const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x']

function takeTarget(text: string): { rest: string; target: number | undefined } {
  const [found, number = ''] = TARGET.exec(text) ?? []
  if (found === undefined) return { rest: text, target: undefined }
  const target = readNumber(number) ?? ROMAN.indexOf(number) + 1
  return { rest: text.replace(found, ' | '), target }
}

function lateness(text: string): boolean | undefined {
  if (/(?<!\p{L})(?:tidak (?:telat|terlambat|lewat)|sebelum (?:tenggat|waktunya|deadline))/u.test(text))
    return false
  if (/(?<!\p{L})(?:telat|terlambat|molor|lewat (?:tenggat|waktu|deadline))(?!\p{L})/u.test(text)) return true
  return /(?<!\d \p{L}*)(?<!\d )(?:tepat waktu|on time|ontime)(?!\p{L})/u.test(text) ? false : undefined
}
