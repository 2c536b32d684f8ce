import type { Day } from '../../../indonesian/dates.ts'
import { type Filters, type Query, querySchema } from '../query.ts'
import type { Vocabulary } from './places.ts'
import { type Reading, read } from './read.ts'
import { asksForRule, plainly } from './words.ts'

/** True for words that speak of those who were asked about before: "kalau yang PPPK?", "siapa saja?". */
export function refersBack(text: string): boolean {
  return BACK.test(plainly(text))
}

/**
 * Reads what is asked on top of a question ("berapa perawat di dinkes?", then "kalau di dinsos?"): what is said anew
 * takes the place of what was, all else stays. Undefined where the words are no part of a question about people.
 */
export function readOn(text: string, last: Query, vocabulary: Vocabulary, today: Day): Reading | undefined {
  const words = plainly(text).replace(LINK, '')
  const isWhole = words === plainly(text) && WHOLE.test(words)
  if (isWhole || words === '' || words.split(' ').length > LONGEST || asksForRule(words)) return undefined
  const reading = read(words, vocabulary, today, true)
  if (reading.kind === 'unknown' || reading.kind === 'no unit')
    return reading.kind === 'no unit' && LINK.test(plainly(text)) ? reading : undefined
  const query = joined(last, reading.query, words)
  return query && { ...reading, query }
}

const LONGEST = 8
const LINK =
  /^(?:(?:(?:kalau|kalo|klo|kl|terus|trus|lalu|nah|dan|sama|bagaimana|gimana|gmn)(?: dengan| untuk)?|di antaranya|dari mereka|dari situ) )+/
/** Whoever says of whom they speak begins anew. */
const WHOLE = /\b(?:pegawai|asn|orang|staf|aparatur|daftar)\b/
const BACK =
  /^(?:berapa|siapa|jumlah)(?: saja)? (?:yang|di antaranya|dari mereka)\b|^(?:siapa|nama nama|sebutkan|tampilkan)(?: saja)?(?: mereka| nama| orang| itu)*$/
const LISTS = /\b(?:siapa|sebutkan|daftar|nama|tampilkan|list)\b/
const COUNTS = /\b(?:berapa|jumlah|total|hitung)\b/

function joined(last: Query, more: Query, words: string): Query | undefined {
  if (more.want === 'who') return more.filters.of === 'me' ? undefined : more
  const filters = { ...keptOf(last.filters, more.filters), ...more.filters }
  if (last.want === 'who') return onlyUnit(more.filters) ? checked({ ...last, filters }) : undefined
  if (more.want === 'group') return checked({ ...more, filters })
  if (LISTS.test(words)) return checked({ want: 'list', filters })
  if (Object.keys(more.filters).length === 0 && !COUNTS.test(words)) return undefined
  if (COUNTS.test(words)) return checked({ want: 'count', filters })
  return checked({ ...last, filters })
}

/** A golongan is of one kind only. */
function keptOf({ grade, ...kept }: Filters, { kind }: Filters): Filters {
  return grade === undefined || kind !== undefined ? kept : { ...kept, grade }
}

function onlyUnit(filters: Filters): boolean {
  return Object.keys(filters).join() === 'unit'
}

function checked(query: unknown): Query | undefined {
  return querySchema.safeParse(query).data
}
