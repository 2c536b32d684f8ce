import type { Effect } from './effect.ts'
import { readPlaces } from './places.ts'
import { PUBLISHED, SMALLER, subjectsOf } from './subjects.ts'

/** What something is done to, and what limits it. */
export type Target = Pick<Effect, 'on' | 'exception'>
/** Of what is meant, the parts; one without any is the whole regulation, none is something other than it. */
type Meaning = readonly Omit<Target['on'], 'regulation'>[]

const IMPLEMENTING =
  /(?:peraturan|ketentuan|keputusan|undangan|semua)[\s\S]{0,160}pelaksana|merupakan pelaksana|pelaksana(?:an)?(?:\sdari)?\s?$/i
/** Issued under a law, and so not the law itself: "izin yang diberikan berdasarkan Undang-Undang …". */
const DERIVED = /(?:berdasarkan|menurut|sesuai|sesuai dengan|melalui|oleh)\s?$/i
const PARTIAL = new RegExp(`(?<!\\p{L})${SMALLER}(?!\\p{L})`, 'iu')
const PLACED =
  /(?:pasal\s?\S{1,5}(?:\s[A-Z])?|ayat\s?\(\S{1,4}|(?:huruf|angka)\s\S{1,3})\s?(?:(?:dalam|pada|dari|di)\s?(?:bab\s[IVXLC]+\s?)?)?$/i
/** "ketentuan tentang pidana denda dalam Pasal 16": what alone is meant of the pasal. */
const TOPIC =
  /^(?:ketentuan|penjelasan)\s(?!pasal)[\s\S]*?(?=\s(?:(?:sebagaimana|yang)\s)?(?:(?:dimaksud|diatur)\s)?(?:(?:dalam|pada)\s)?pasal)/i
/** Places that are spoken of, not meant: "ketentuan pidana terhadap Pasal 50 ayat (3) huruf a". */
const ABOUT = /terhadap\s(?:(?:pasal|ayat|huruf|angka)\s[^\s,;]+\s?(?:dan\s(?=huruf))?)+/gi
const CONDITION = /^(?:dengan|setelah|sejak|apabila|terhitung|dalam hal|pada|mulai)\s/i
const LIMIT = /(?<!\p{L})(?:sepanjang|kecuali|selain|sampai|khususnya)\s[^;]*/iu
const LONGEST = 240

/**
 * What the words before a verdict (or after it, where a list follows) are about: regulations, some of their pasal,
 * or what was made to carry them out. A law that amended a revoked one goes with it.
 */
export function readTargets(words: string, limit: string, kind: 'revoked' | 'kept'): readonly Target[] {
  const subjects = subjectsOf(words)
  const condition = conditionOf(subjects[0]?.lead.trim() ?? '')
  const list = /^([\s\S]*?):/.exec(words.slice(0, subjects[0]?.reference.start ?? 0))?.[1] ?? ''
  const common = IMPLEMENTING.test(list) || DERIVED.test(list) ? list : undefined
  let before: Meaning = []
  return subjects.flatMap(({ reference, lead, earlier, joined, amendedBy }, i) => {
    const next = subjects[i + 1]
    const tail = words.slice(reference.end, next && next.reference.start - next.lead.length)
    const goesOn = joined && bare(lead) === '' && !isWhole(before)
    const own = goesOn ? before : meaningOf(common ?? lead, kind)
    const listed = own.some(({ pasal }) => pasal !== undefined)
      ? earlier.filter((entry) => PLACED.test(entry))
      : []
    before = [...listed.flatMap((entry) => meaningOf(entry, kind)), ...own]
    const others = isWhole(before) ? amendedBy.map(({ id }) => ({ regulation: id })) : []
    const all = [...before.map((part) => ({ regulation: reference.id, ...part })), ...others]
    return all.map((on) => limited(on, condition, `${tail} ; ${limit}`))
  })
}

function meaningOf(lead: string, kind: 'revoked' | 'kept'): Meaning {
  const words = bare(lead.trim().slice(conditionOf(lead.trim()).length))
  if (words === '') return [{}]
  if (IMPLEMENTING.test(words)) return [{ part: 'peraturan pelaksanaan' }]
  if (DERIVED.test(words)) return []
  if (PLACED.test(words)) {
    const topic = TOPIC.exec(words)?.[0]
    const places = readPlaces(words.replace(ABOUT, ' '))
    return places.map((place) => ({ ...place, ...(topic && !place.part && { part: topic }) }))
  }
  if (PARTIAL.test(words)) return [{ part: shortened(words) }]
  // Garbled words before a law's name are no reason to think it is not meant; what stays in force may be anything.
  return kind === 'revoked' ? [{}] : []
}

function isWhole(meaning: Meaning): boolean {
  return meaning.length === 1 && meaning.every(({ pasal, part }) => pasal === undefined && part === undefined)
}

/** Without the words that single nothing out: "maka seluruh ketentuan". */
function bare(lead: string): string {
  return lead
    .replace(/\s+/g, ' ')
    .replace(/^(?:[ ,.;:)\]]|(?:dan|serta|maka|jo|semua|seluruh|segala)(?!\p{L})|ketentuan(?= ?$))+/iu, '')
    .trim()
}

/** "Setelah Komisi menjalankan tugas, ": up to the comma before what is meant. */
function conditionOf(lead: string): string {
  if (!CONDITION.test(lead)) return ''
  return /^[\s\S]*,\s?(?=(?:maka|ketentuan|semua|seluruh|pasal)(?!\p{L})|$)/iu.exec(lead)?.[0] ?? lead
}

function limited(on: Target['on'], condition: string, after: string): Target {
  const said = LIMIT.exec(after.replace(PUBLISHED, ' '))?.[0].slice(0, 2 * LONGEST) ?? ''
  const limit = shortened(said.replace(/,?\s(?:dan|serta)\s(?=Undang|Peraturan|Keputusan)[\s\S]*$/, ''))
  if (/^(?:sepanjang\s(?!tidak|belum)|khususnya)/i.test(limit))
    return { on: { ...on, part: on.part ?? limit } }
  const exception = limit || shortened(condition)
  return { on, ...(exception && { exception }) }
}

function shortened(words: string): string {
  return words
    .replace(/\s+/g, ' ')
    .slice(0, LONGEST)
    .replace(/(?:[ ,;:.]|\s(?:dalam|pada|dari|dan|serta|maka|dinyatakan))+$/i, '')
    .trim()
}
