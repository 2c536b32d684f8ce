import { complete, KINDS, type Kind, slug } from '../identity/kinds.ts'
import { readNumeral } from '../structure/numerals.ts'

/** A regulation named in running text, and where: [start, end). */
export interface Reference {
  readonly id: string
  readonly type: string
  readonly number: string
  readonly year: number
  readonly start: number
  readonly end: number
}

/** A kind of regulation and a number, as they stand in a pattern: groups k0…, of, number, office, era. */
export const NUMBERED = pattern()

/** As laws write the year ("Tahun 2021"), through an optical reader's slips, and as people do ("th 2021", "/2021", "2021"). */
const YEAR =
  "(?:\\s*[,']?\\s*(?:tahun|thn?\\.?|[tr]a[hlt][\\p{L}':]{1,4})\\s*|\\s?/\\s?(?:th\\.?\\s?)?)(?<year>[12][\\dOoIlLZ](?: ?[\\dOoIlLZ]){2})(?!\\d)|\\s+(?<bare>(?:19|20)\\d\\d)(?!\\d)"
const REFERENCE = new RegExp(`${NUMBERED}(?:${YEAR})`, 'giu')

/** What may stand between a kind and its number where nobody's name does. */
const BETWEEN = /^[\s,]*(?:republik\s+[\p{L}.]+|ri)?[\s,]*(?:(?!tentang)\p{L}{2,12})?[\s,]*$/iu
const SENTENCE = /(?<!\p{L})(?:tentang|menetapkan|dimaksud|diatur|peraturan|undang)(?!\p{L})/iu

/**
 * The regulations a text names with number and year, in order, each with the id it has here: as laws write them
 * ("Undang-Undang Nomor 5 Tahun 2014") and as people do ("uu 5 thn 2014", "pp 94 2021", "permenpan 6/2022").
 */
export function parseReference(text: string): readonly Reference[] {
  const found: Reference[] = []
  const search = new RegExp(REFERENCE)
  for (let match = search.exec(text); match !== null; match = search.exec(text)) {
    const reference = referenceOf(match)
    if (reference) found.push(reference)
    // A kind that is followed by another before the number names nothing; the other may.
    else search.lastIndex = match.index + 2
  }
  return found
}

/** What a match of `NUMBERED` names before the number; `whole` where its issuer, ministry or region is clear too. */
export function kindOf(
  match: RegExpExecArray,
): { readonly kind: Kind; readonly whole?: { readonly prefix: string; readonly type: string } } | undefined {
  const { of = '', era = '' } = match.groups ?? {}
  const named = KINDS.find((_, i) => match.groups?.[`k${i}`] !== undefined)
  const kind = named?.id === 'uu' && /drt/i.test(era) ? KINDS.find((k) => k.id === 'uudrt') : named
  if (!kind || (kind.of === undefined ? !BETWEEN.test(of) : SENTENCE.test(of))) return undefined
  const whole = complete(kind, of)
  return { kind, ...(whole && { whole }) }
}

function referenceOf(match: RegExpExecArray): Reference | undefined {
  const { year: written, bare, number: digits = '', office = '', era = '' } = match.groups ?? {}
  const year = readNumeral(written ?? bare ?? '')?.value
  if (year === undefined || year < 1945 || year > 2099) return undefined
  const { kind, whole } = kindOf(match) ?? {}
  if (!kind || !whole) return undefined
  const number = numberOf(digits, kind.of === 'issuer' ? office : '') + (/prp/i.test(era) ? ' Prp' : '')
  const id = `${whole.prefix}-${slug(number)}-${year}`
  return { id, type: whole.type, number, year, start: match.index, end: match.index + match[0].length }
}

function numberOf(written: string, office: string): string {
  const letter = /^\d+[A-Z]$/.test(written) && !/[IO]$/.test(written)
  const number = letter ? written : `${readNumeral(written)?.value ?? written}`
  return office === '' ? number : number + office.replace(/\s/g, '')
}

function pattern(): string {
  const kinds = KINDS.map((k, i) => `(?<k${i}>${k.written})`).join('|')
  // A figure may follow the kind at once ("pp94/2021"), a letter that stands for a figure may not.
  const word = '(?:(?<!\\p{L})(?:nomor|nomer|no\\.?|nmr\\.?)\\s*[:.,]?\\s*)?(?:(?<!\\p{L})|(?=\\d))'
  // A number may carry its office ("60/PMK.02/2021") or, in old laws, its era ("51 Prp. Tahun 1960").
  const number =
    '(?<number>\\d \\d(?=\\s+ta)|[\\dIlOo]{1,4}[A-Z]?)(?<office>(?:\\s?/\\s?[\\p{L}\\d.-]{1,24}){0,4}?)'
  const era = '(?:\\s?(?<era>prp|drt)\\.?)?'
  return `(?<![\\p{L}\\d])(?:${kinds})(?!\\p{L})(?<of>[\\p{L} \\n,.'’–()&-]{0,110}?)\\s*${word}${number}${era}`
}
