import { createHash, randomInt, timingSafeEqual } from 'node:crypto'

/** No 0 and O, no 1, I and L: what people read aloud and type from another screen. */
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const LENGTH = 8

/** A code nobody can guess: 8 characters, shown as "ABCD-EFGH". */
export function newCode(): string {
  const code = Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('')
  return `${code.slice(0, 4)}-${code.slice(4)}`
}

/** What is kept of a code, and compared; undefined for words that cannot be one. Case, spaces and hyphens do not matter. */
export function digestOf(typed: string): string | undefined {
  const code = plain(typed)
  return code.length === LENGTH && [...code].every((letter) => LETTERS.includes(letter))
    ? sha256(code).toString('hex')
    : undefined
}

/** True for what is hardly anything else than a code: with the hyphen of one or a digit, as plain words seldom have. */
export function looksLikeCode(typed: string): boolean {
  return digestOf(typed) !== undefined && /[\p{Pd}\d]/u.test(typed)
}

/** Whether two digests are the same, in a time that does not tell how far they agree. */
export function sameDigest(given: string, kept: string): boolean {
  return timingSafeEqual(sha256(given), sha256(kept))
}

/** Whether a typed code is the one it should be, of any length, in a time that does not tell how far it is right. */
export function sameCode(typed: string, code: string): boolean {
  return sameDigest(plain(typed), plain(code))
}

function plain(typed: string): string {
  return typed.toUpperCase().replaceAll(/[\s\p{Pd}`'"*.]/gu, '')
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
