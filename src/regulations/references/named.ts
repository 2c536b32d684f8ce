import { fold } from '../../indonesian/words.ts'
import { slug } from '../identity/kinds.ts'
import { kindOf, NUMBERED, parseReference } from './parse.ts'

/** What must be known of a regulation for it to be recognised by a name. */
export interface Named {
  readonly id: string
  readonly number: string
  readonly year: number
  /** What people call it, separated by semicolons. */
  readonly abbreviation: string
}

/** A number without its year; what counts something is none. */
const LOOSE = new RegExp(
  `${NUMBERED}(?![\\d%.,]*\\d)(?!\\s*(?:hari|bulan|tahun|thn|minggu|jam|menit|orang|kali|persen|ribu|juta)(?!\\p{L}))(?:\\s+(?:tahun|thn?)?\\s*(?<year>(?:19|20)\\d\\d)(?!\\d))?`,
  'giu',
)
/** Kinds as people write them, so that "Undang-Undang tentang ASN" is "UU ASN". */
const SHORT: readonly (readonly [RegExp, string])[] = [
  [/ undang (?:undang|2)(?= )| undang2(?= )/g, ' uu'],
  [/ peraturan pemerintah(?= )/g, ' pp'],
  [/ peraturan presiden(?= )/g, ' perpres'],
  [/ (?:per|peraturan )men(?:teri)? ?pan(?: ?(?:dan )?rb)?(?= )/g, ' permenpan'],
  [/ peraturan (?:menteri dalam negeri|mendagri)(?= )/g, ' permendagri'],
  [/( (?:uu|pp|perpres|permenpan|permendagri|perwal)) (?:tentang|ttg|soal|mengenai)(?= )/g, '$1'],
]

/**
 * The ids of the known regulations a question names, the surest first: by number and year; by what people call
 * them ("UU ASN", "PP Disiplin 2010"); by kind and number alone ("pp 94"), then all that fit.
 */
export function namedRegulations(question: string, regulations: readonly Named[]): readonly string[] {
  const text = withWholeYears(question, regulations)
  const references = parseReference(text)
  const full = references.map(({ id }) => id).filter((id) => regulations.some((known) => known.id === id))
  const rest = references.reduceRight((kept, r) => `${kept.slice(0, r.start)} . ${kept.slice(r.end)}`, text)
  const called = calledBy(shortened(rest), regulations)
  return [...new Set([...full, ...called.ids, ...numbered(called.rest, regulations)])]
}

/** "PP 94/21" with the year of the regulation that is known by it. */
function withWholeYears(question: string, regulations: readonly Named[]): string {
  return question.replace(
    /(?<!\d)(\d{1,3})\s?\/\s?(\d\d)(?![\d/])/g,
    (written, number: string, digits: string) => {
      const known = regulations.find((r) => r.number === number && r.year % 100 === Number(digits))
      return known ? `${number}/${known.year}` : written
    },
  )
}

/** Folded, between spaces, with the kinds in their short form. */
function shortened(text: string): string {
  return SHORT.reduce((short, [long, kind]) => short.replace(long, kind), ` ${fold(text)} `)
}

/** Those that go by a name in the text, and the text without the names; a longer name goes before a shorter. */
function calledBy(text: string, regulations: readonly Named[]): { ids: readonly string[]; rest: string } {
  const names = namesOf(regulations)
  const ids: string[] = []
  let rest = text
  for (const [name, bearers] of names) {
    const at = rest.indexOf(name)
    if (at < 0) continue
    const year = /^(?:tahun |thn? )?((?:19|20)\d\d) /.exec(rest.slice(at + name.length))
    // "UU ASN 2014" is not the law that bears the name now but the one of that year, "UU ASN lama".
    const kin = names.filter(([other]) => other.startsWith(name)).flatMap(([, others]) => others)
    const dated = kin.filter((r) => r.year === Number(year?.[1]))
    ids.push(...(dated.length > 0 ? dated : bearers).map(({ id }) => id))
    const end = at + name.length + (dated.length > 0 ? (year?.[0].length ?? 0) : 0)
    rest = `${rest.slice(0, at)} . ${rest.slice(end)}`
  }
  return { ids, rest }
}

type Names = readonly (readonly [string, readonly Named[]])[]

/** The same list is asked about over and over: its names are worked out once. */
const remembered = new WeakMap<readonly Named[], Names>()

function namesOf(regulations: readonly Named[]): Names {
  const names = remembered.get(regulations) ?? readNames(regulations)
  remembered.set(regulations, names)
  return names
}

/** What regulations are called, the longest name first; a single word counts if it is an acronym of one alone. */
function readNames(regulations: readonly Named[]): Names {
  const names = new Map<string, Named[]>()
  for (const regulation of regulations)
    for (const name of regulation.abbreviation.split(';')) {
      const key = shortened(name)
      if (key.trim().includes(' ') || /\p{Lu}{3}/u.test(name))
        names.set(key, [...(names.get(key) ?? []), regulation])
    }
  return [...names]
    .filter(([name, bearers]) => name.trim().includes(' ') || bearers.length === 1)
    .sort(([a], [b]) => b.length - a.length)
}

/** Those that a kind and a number fit; of ministries and regions that are not said, all. */
function numbered(text: string, regulations: readonly Named[]): readonly string[] {
  const search = new RegExp(LOOSE)
  const ids: string[] = []
  for (let match = search.exec(text); match !== null; match = search.exec(text)) {
    const { of = '', number = '', year } = match.groups ?? {}
    const { kind, whole } = kindOf(match) ?? {}
    const said = kind?.of === undefined ? /^\s*(?:ri|republik indonesia)?\s*$/.test(of) : of.length < 60
    const fits = regulations.filter(
      (r) =>
        said &&
        r.number.toLowerCase() === number &&
        (year === undefined || r.year === Number(year)) &&
        (whole
          ? r.id === `${whole.prefix}-${slug(r.number)}-${r.year}`
          : kind !== undefined && r.id.startsWith(kind.id)),
    )
    ids.push(...fits.map(({ id }) => id))
    if (fits.length === 0) search.lastIndex = match.index + 2
  }
  return ids
}
