import { randomInt } from 'node:crypto'
import { checkDigit } from './check-digit.ts'

/** What people know a ticket by. */
export interface Reference {
  /** Eight digits. */
  readonly number: string
  /** Six digits, which open it for whoever has them. */
  readonly code?: string
}

const [NUMBER_DIGITS, CODE_DIGITS] = [8, 6] as const

/** A new ticket number: seven digits by chance and one by which a slip of the tongue is noticed. */
export function newNumber(): string {
  const digits = digitsByChance(NUMBER_DIGITS - 1)
  return `${digits}${checkDigit(digits)}`
}

/** A code of six digits that opens a ticket, also for who left no name. */
export function newCode(): string {
  return digitsByChance(CODE_DIGITS)
}

/** A number or a code as it is read aloud, in two halves: "4831-9072", "839-201". */
export function showDigits(digits: string): string {
  return `${digits.slice(0, digits.length / 2)}-${digits.slice(digits.length / 2)}`
}

/**
 * The number, and the code where it stands behind it, in what people write: "4831-9072", "48319072 839201", "nomor 4831
 * 9072, kode 839-201". 'slip' where there are eight digits and no ticket can have them; undefined where there are none.
 */
export function readReference(text: string): Reference | 'slip' | undefined {
  const runs = text.match(/\d(?:[\d\p{Pd}. ]*\d)?/gu) ?? []
  const digits = runs.map((run) => run.replaceAll(/\D/g, '')).join('')
  if (digits.length !== NUMBER_DIGITS && digits.length !== NUMBER_DIGITS + CODE_DIGITS) return undefined
  const [number, code] = [digits.slice(0, NUMBER_DIGITS), digits.slice(NUMBER_DIGITS)]
  if (checkDigit(number.slice(0, -1)) !== number.at(-1)) return 'slip'
  return code === '' ? { number } : { number, code }
}

/** So many digits by chance. */
export function digitsByChance(count: number): string {
  return Array.from({ length: count }, () => randomInt(10)).join('')
}
