import { checkDigit } from '../tickets/check-digit.ts'
import { digitsByChance } from '../tickets/number.ts'

const DIGITS = 6

/** A new code for somebody's name tag: five digits by chance and one by which a slip is noticed. */
export function newOfficerCode(): string {
  const digits = digitsByChance(DIGITS - 1)
  return `${digits}${checkDigit(digits)}`
}

/** The code in what a link carries or people write: "p123456", "123-456"; undefined where nobody can have it. */
export function readOfficerCode(text: string): string | undefined {
  const [, first = '', second = ''] = /^p?\s?(\d{3})[\s.-]?(\d{3})$/i.exec(text.trim()) ?? []
  const code = `${first}${second}`
  return code !== '' && checkDigit(code.slice(0, -1)) === code.at(-1) ? code : undefined
}
