import type { Field } from '../../../chat/fields.ts'
import { dayAt } from '../../../indonesian/dates.ts'
import { readNumber, showNumber } from '../../../indonesian/numbers.ts'
import { isUnit } from './reading/words.ts'
import { readUpdate } from './reading.ts'
import { texts } from './texts.ts'

/** So many of a unit, and how many of them were right where that was said in the same breath. */
export interface Amount {
  /** Left out where only the unit was said. */
  readonly quantity?: number
  readonly unit: string
  readonly good?: number
}

/** The most that one report can say. */
export const MOST = 1_000_000_000

/** An amount that says how much. */
export type Counted = Amount & { readonly quantity: number }

/**
 * A quantity with its unit, as people write it: "40 berkas", "dua belas pasien, 2 komplain"; with `unitAlone` also
 * "berkas", for whoever said how many before.
 */
export function amount(options: { readonly unitAlone: true }): Field<Amount>
export function amount(): Field<Counted>
export function amount({ unitAlone = false } = {}): Field<Amount> {
  return {
    input: 'text',
    read(content, { now, timeZone, language }) {
      const t = texts[language]
      if (content.kind !== 'text') return { ok: false, hint: t.amountHint }
      const { quantity, unit, good } = readUpdate(content.text, dayAt(now, timeZone))
      const alone = readNumber(content.text)
      if (unitAlone && quantity === undefined && alone === undefined && isNoun(content.text))
        return { ok: true, value: { unit: content.text.trim().toLowerCase() } }
      if (quantity === undefined || unit === undefined)
        return { ok: false, hint: alone === undefined ? t.amountHint : t.unitHint(showNumber(alone)) }
      if (quantity <= 0) return { ok: false, hint: t.notPositive }
      if (quantity > MOST) return { ok: false, hint: t.tooMuch }
      return { ok: true, value: { quantity, unit, ...(good !== undefined && { good }) } }
    },
    show: ({ quantity, unit }, language) =>
      quantity === undefined ? unit : texts[language].thing(quantity, unit),
  }
}

/** One to three words that may name what is counted. */
function isNoun(text: string): boolean {
  const [first = '', ...more] = text.trim().toLowerCase().split(/\s+/)
  return /^[\p{L} -]{2,40}$/u.test(text.trim()) && more.length < 3 && isUnit(first)
}

/** How much of something was right: so many, all but so many, or a share of 100. */
export type Part =
  | { readonly kind: 'right' | 'wrong'; readonly number: number }
  | { readonly kind: 'percent'; readonly number: number }

/** How much was right, as people write it: "38", "2 salah", "95%", "semua". */
export function part(): Field<Part> {
  return {
    input: 'text',
    read(content, { language }) {
      const value = content.kind === 'text' ? readPart(content.text) : undefined
      return value ? { ok: true, value } : { ok: false, hint: texts[language].goodHint }
    },
    show: ({ kind, number }) =>
      kind === 'wrong'
        ? `${showNumber(number)} salah`
        : `${showNumber(number)}${kind === 'percent' ? '%' : ''}`,
  }
}

/** So much of a quantity is right by what was said of it; undefined where that is more than all or less than none. */
export function goodOf({ kind, number }: Part, quantity: number): number | undefined {
  const good = kind === 'right' ? number : kind === 'wrong' ? quantity - number : (quantity * number) / 100
  return good >= 0 && good <= quantity ? Math.round(good * 100) / 100 : undefined
}

const ALL =
  /^(?:ya,? )?(?:semua(?:nya)?|smua(?:nya)?|seluruhnya|lengkap|benar|100 ?(?:%|persen))(?: (?:benar|lengkap|sesuai|ok|oke))?$/
const NONE = /^(?:tidak ada|gak ada|ga ada|belum ada|nol|0)(?: yang)?(?: (?:benar|lengkap))?$/
const WRONG = /\b(?:salah|keliru|kurang|belum|gagal|rusak|tidak|komplain|dikembalikan|ditolak|revisi|error)\b/

function readPart(text: string): Part | undefined {
  const said = text
    .toLowerCase()
    .replace(/[.!]+$/, '')
    .trim()
  if (
    /^(?:tidak ada|tanpa|nihil|gak ada|ga ada) (?:yang )?(?:salah|keliru|kesalahan|komplain|revisi)/.test(
      said,
    )
  )
    return { kind: 'percent', number: 100 }
  if (ALL.test(said)) return { kind: 'percent', number: 100 }
  if (NONE.test(said)) return { kind: 'right', number: 0 }
  const [, digits = '', percent] = /(\d+(?:[.,]\d+)*)\s*(%|persen)?/.exec(said) ?? []
  const number =
    readNumber(digits) ??
    readNumber(
      said
        .replace(WRONG, '')
        .replace(/\b(?:benar|lengkap|yang)\b/g, '')
        .trim(),
    )
  if (number === undefined || number < 0) return undefined
  if (percent !== undefined) return number <= 100 ? { kind: 'percent', number } : undefined
  return { kind: WRONG.test(said) ? 'wrong' : 'right', number }
}
