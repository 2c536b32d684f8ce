import { readNumeral } from '../structure/numerals.ts'

/** A place in a regulation: a pasal, an ayat of it, or what is smaller or stands beside them ("huruf b", "penjelasan"). */
export interface Place {
  readonly pasal: string
  readonly ayat?: string
  readonly part?: string
}

interface Token {
  readonly kind: 'pasal' | 'ayat' | 'part'
  readonly label: string
}

/** A word for a place with its number, as laws write it and optical readers garble it ("Pasal 1OA", "ayat (2al"). */
export const PLACE =
  '[Pp]asa[l!1]\\s?(?<pasal>\\d \\d(?![\\d.]| ?\\()|[\\dIlOo]{1,4})(?:\\s?(?<letter>[A-Z])(?![\\p{L}\\d])|(?<small>[a-z])(?![\\p{L}\\d])|\\s(?<apart>[a-z])(?=,|\\s(?:diubah|dihapus|berbunyi)))?|[Aa]yat\\s?\\((?<ayat>[\\dlIO]{1,2}[a-z]?)[)tl1]|(?<part>(?:huruf|angka)\\s(?:[a-z]{1,2}\\d?|[\\dlI]{1,3}[a-z]?))(?![\\p{L}\\d])'
const TOKEN = new RegExp(`${PLACE}|(?<range>sampai\\s+dengan|s\\s?[./]\\s?d\\.?)`, 'gu')
const WIDEST = 500

/**
 * The places a phrase names, in order: "Pasal 157, Pasal 158 ayat (2) sampai dengan ayat (9)" as well as
 * "ayat (1) huruf c dan ayat (5) Pasal 8". Where the phrase names no pasal, an ayat is one of that given.
 */
export function readPlaces(phrase: string, within?: string): readonly Place[] {
  const tokens = tokensOf(phrase)
  // Either each pasal is followed by its ayat, or each stands after them.
  const after = tokens[0]?.kind !== 'pasal'
  const places: Place[] = []
  let named = false
  let pasal = within
  let smaller: Token[] = []
  const close = () => {
    if (pasal !== undefined) places.push(...spread(pasal, smaller))
    smaller = []
  }
  for (const token of tokens) {
    if (token.kind !== 'pasal') smaller.push(token)
    else {
      if (!after && named) close()
      named = true
      pasal = token.label
      if (after) close()
    }
  }
  if (tokens.length > 0 && (!after || smaller.length > 0)) close()
  return places
}

/** The number of a pasal as it is cited, of a match of `PLACE`. */
export function labelOf(
  groups: Readonly<Record<string, string | undefined>> | undefined,
): string | undefined {
  const number = readNumeral(groups?.pasal ?? '')?.value
  return number
    ? `${number}${(groups?.letter ?? groups?.small ?? groups?.apart ?? '').toUpperCase()}`
    : undefined
}

function tokensOf(phrase: string): readonly Token[] {
  const tokens: Token[] = []
  let open = false
  for (const { groups } of phrase.matchAll(TOKEN)) {
    if (groups?.range !== undefined) {
      open = true
      continue
    }
    const token = tokenOf(groups)
    const last = tokens.at(-1)
    if (token && open && last?.kind === token.kind) tokens.push(...between(last, token))
    if (token) tokens.push(token)
    open = false
  }
  return tokens
}

function tokenOf(groups: Readonly<Record<string, string | undefined>> | undefined): Token | undefined {
  if (groups?.ayat !== undefined) {
    const [, digits = '', letter = ''] = /^(.+?)([a-z]?)$/.exec(groups.ayat) ?? []
    const read = readNumeral(digits)?.value
    return read ? { kind: 'ayat', label: `${read}${letter === 'l' ? '' : letter}` } : undefined
  }
  if (groups?.part !== undefined) return { kind: 'part', label: groups.part.replace(/\s+/g, ' ') }
  const label = labelOf(groups)
  return label === undefined ? undefined : { kind: 'pasal', label }
}

/** What lies between the ends of a range: 3, 4 of 2–5; 178B, 178C of 178A–178D. */
function between(from: Token, to: Token): readonly Token[] {
  const [, start = '', first = ''] = /^(\d+)([A-Z]?)$/i.exec(from.label) ?? []
  const [, end = '', last = ''] = /^(\d+)([A-Z]?)$/i.exec(to.label) ?? []
  const [lowest, highest] =
    start === end && first && last
      ? [first.charCodeAt(0) + 1, last.charCodeAt(0) - 1]
      : [Number(start) + 1, Number(end) - 1]
  const count = start && end ? Math.min(Math.max(highest - lowest + 1, 0), WIDEST) : 0
  return Array.from({ length: count }, (_, i) => ({
    kind: from.kind,
    label: start === end ? `${start}${String.fromCharCode(lowest + i)}` : `${lowest + i}`,
  }))
}

function spread(pasal: string, smaller: readonly Token[]): readonly Place[] {
  const places: Place[] = []
  let ayat: string | undefined
  smaller.forEach(({ kind, label }, i) => {
    if (kind === 'ayat') ayat = label
    if (kind === 'ayat' && smaller[i + 1]?.kind === 'part') return
    places.push({ pasal, ...(ayat !== undefined && { ayat }), ...(kind === 'part' && { part: label }) })
  })
  return places.length > 0 ? places : [{ pasal }]
}
