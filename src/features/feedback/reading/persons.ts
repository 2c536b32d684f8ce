import { mask } from '../../../model/masking.ts'
import { withoutNames } from './names.ts'
import { withoutPlaces } from './places.ts'

/**
 * A text as the public may see it: NIK, NIP, NPWP, telephone, account and other long numbers, e-mail addresses,
 * number plates, house, RT and RW numbers and names after a title are replaced by what they are, like "[NIK]".
 * Masking it again changes nothing. Names without a title stay: who publishes must still read.
 */
export function maskPersons(text: string): string {
  let before = text
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const after = once(before)
    if (after === before) return after
    before = after
  }
  return before
}

/** Each round takes something out that another had hidden; three have been enough for whatever was tried. */
const MOST_ROUNDS = 8

function once(text: string): string {
  const [hidden = ''] = mask(text).texts
  const numbered = withoutPlaces(withoutNames(hidden.replace(MADE, '[$1]')))
  return numbered
    .replace(IN_GROUPS, (value) => (isTimesOrYears(value) ? value : '[nomor]'))
    .replace(LONG, '[nomor]')
}

/** A placeholder as the model gets it, whose number only tells one from another. */
const MADE = /⟦([\p{L}-]{2,12}) \d{1,4}⟧/gu
/** Sixteen digits, however they are grouped: a NIK or the number of a family card. */
const IN_GROUPS = /(?<![\p{Nd}]|\p{Nd}[.,])\p{Nd}(?:[ .\-/]?\p{Nd}){15}(?!\p{Nd})/gu
/** Also where it claims to be an amount of money: no office takes that much at the counter. */
const LONG = /\p{Nd}{13,}/gu

function isTimesOrYears(value: string): boolean {
  return value.split(/[ \-/]+/).every((group) => /^(?:(?:19|20)\d\d|[0-2]?\d[.:][0-5]\d)$/.test(group))
}
