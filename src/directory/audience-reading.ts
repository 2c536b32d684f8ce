import { fold } from '../indonesian/words.ts'
import type { Audience, Lack } from './audience.ts'
import { lacksIn } from './audience-lacking.ts'
import {
  alwaysBelow,
  noExceptions,
  nothingSaid,
  oneGroup,
  oneLack,
  severalUnits,
  tooLong,
  unknownPart,
  unknownUnit,
  wholeGovernment,
} from './audience-texts.ts'
import { HEADS, inFull, type PlacedUnit, unitsCalled, unitsNear } from './audience-units.ts'

/** What words meant; `unknown` is a part that may be something else than a unit. */
export type WordsReading =
  | { readonly ok: true; readonly audience: Audience; readonly everyone: boolean }
  | { readonly ok: false; readonly hint: string; readonly unknown?: string }

const LONGEST = 600

/**
 * Reads whom somebody means from everyday words. What is recognized is set in its place as a mark ("<pns>", "<unit:0>"),
 * small words go, and what is left must be units: a word that nobody understood is never passed over.
 */
export function readWords(text: string, units: readonly PlacedUnit[], lacks: readonly Lack[]): WordsReading {
  const no = (hint: string, unknown?: string): WordsReading => ({
    ok: false,
    hint,
    ...(unknown !== undefined && { unknown }),
  })
  if (text.length > LONGEST) return no(tooLong)
  const mentions: Mention[] = []
  const lacking = lacksIn(markUnits(plainly(text), units, mentions), lacks)
  if (
    / tanpa (?:\S+ ){0,3}(?:bawahan|bawahannya|di bawahnya) | tidak (?:termasuk|dengan|beserta|sampai) (?:\S+ ){0,3}(?:bawahan|bawahannya|di bawahnya|ke bawah) /.test(
      lacking.words,
    )
  )
    return no(alwaysBelow)
  if (EXCEPTS.test(lacking.words)) return no(noExceptions)
  if (/ cpns /.test(lacking.words)) return no(unknownPart('', lacks, 'cpns'))
  if (lacking.found.length > 1 || HAS.test(lacking.words)) return no(oneLack(lacks))

  const marked = markConditions(lacking.words)
  const onlyWords = / (?:saja|hanya|cuma|khusus) /.test(marked)
  const everyone = EVERYONE.test(marked)
  const tokens = marked
    .replace(GROUP, ' <group:$1>')
    .replace(GROUPS, ' $1 <group:$2>')
    .replace(ONLY, ' ')
    .replace(FILLER, ' ')
    .trim()
    .split(/ +/)
  const settled = settleUnits(tokens, units, mentions)
  if (settled.unknown !== undefined) {
    const { unknown } = settled
    if (/^(?:pemkot|pemkab|pemda|pemprov|pemerintah)\b/.test(unknown)) return no(wholeGovernment)
    return no(unknownUnit(unknown, unitsNear(inFull(unknown), units), lacks), unknown)
  }
  const joined = settled.tokens.join(' ')
  if (EITHER.test(joined)) return no(oneGroup)
  const kinds = new Set(joined.match(/<(?:pns|pppk)>/g))
  const roles = new Set(joined.match(/<(?:supervisor|hr)>/g))
  if (roles.size > 1 || (kinds.size > 1 && !BOTH.test(joined))) return no(oneGroup)
  const chosen = narrowed(settled.tokens, mentions)
  const several = chosen.find(({ units, all }) => units.length > 1 && !all)
  if (several !== undefined) return no(severalUnits(several.called, several.units))
  const meant = chosen.flatMap((mention) => mention.units)
  if (
    onlyWords &&
    meant.some((unit) => units.some(({ line }) => line.length > unit.line.length && line.includes(unit.id)))
  )
    return no(alwaysBelow)

  const [role] = roles
  const [kind] = kinds
  const [lack] = lacking.found
  const audience: Audience = {
    ...(meant.length > 0 && { units: [...new Set(meant.map(({ id }) => id))] }),
    ...(kinds.size === 1 && { kind: kind === '<pns>' ? 'PNS' : 'PPPK' }),
    ...(role !== undefined && { role: role === '<hr>' ? 'hr' : 'supervisor' }),
    ...(lack !== undefined && { lacks: lack.name }),
  }
  const open = Object.keys(audience).length === 0
  if (open && !everyone && kinds.size === 0) return no(nothingSaid(lacks))
  return {
    ok: true,
    audience,
    everyone: open || (Object.keys(audience).join() === 'units' && coversAll(meant, units)),
  }
}

/** A unit as it was named: those it may be; with `all` every one of them is meant. */
interface Mention {
  readonly called: string
  readonly units: readonly PlacedUnit[]
  readonly all?: boolean
}

/** Folded words with one space around each; a comma stands where one part ends. */
function plainly(text: string): string {
  const parts = text
    .replaceAll('&', ' dan ')
    .split(/[,;:\n\r\t/|+•]|(?:^|\s)[-*>](?=\s)/)
    .map((part) =>
      inFull(fold(part))
        .map((word) => PLAIN.get(word) ?? word)
        .join(' '),
    )
    .filter((part) => part !== '')
  return ` ${parts.join(' , ')} `
}

/** Marks units that are named in full, the longest names first. */
function markUnits(words: string, units: readonly PlacedUnit[], mentions: Mention[]): string {
  const byName = Map.groupBy(units, (unit) => unit.words.map((word) => PLAIN.get(word) ?? word).join(' '))
  const longest = Math.max(0, ...units.map((unit) => unit.words.length))
  const all = words.trim().split(' ')
  const marked: string[] = []
  for (let at = 0; at < all.length; ) {
    const size = lengths(Math.min(longest, all.length - at)).find((n) =>
      byName.has(all.slice(at, at + n).join(' ')),
    )
    const called = all.slice(at, at + (size ?? 1)).join(' ')
    const isGroup = HEADS.has(called) // "semua puskesmas", also where one unit has no other name
    const found = size === undefined || isGroup ? undefined : byName.get(called)
    marked.push(found === undefined ? called : `<unit:${mentions.push({ called, units: found }) - 1}>`)
    at += size ?? 1
  }
  return ` ${marked.join(' ')} `
}

function lengths(most: number): readonly number[] {
  return Array.from({ length: Math.max(0, most) }, (_, i) => most - i)
}

function markConditions(words: string): string {
  return words
    .replace(BELOW, ' ')
    .replace(
      / (?:petugas|pengelola|pejabat|admin|tim|operator) (?:hr|sdm|kepegawaian)(?= )| hr(?= )/g,
      ' <hr>',
    )
    .replace(/ (?:para )?(?:atasan langsung|pejabat penilai|atasan|supervisor)(?= )/g, ' <supervisor>')
    .replace(/ (?:pegawai negeri(?: sipil)?|pns)(?= )/g, ' <pns>')
    .replace(/ (?:pegawai pemerintah dengan perjanjian kerja|pppk|p3k)(?= )/g, ' <pppk>')
}

/** Puts units in the place of what is left, the longest joined by "dan" first; `unknown` is what none is called. */
function settleUnits(
  tokens: readonly string[],
  units: readonly PlacedUnit[],
  mentions: Mention[],
): { readonly tokens: readonly string[]; readonly unknown?: string } {
  const settled: string[] = []
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] ?? ''
    const group = /^<group:(.+)>$/.exec(token)?.[1]
    if (group !== undefined) {
      const members = units.filter(({ words }) => words[0] === group)
      if (members.length === 0) return { tokens: settled, unknown: group }
      settled.push(`<unit:${mentions.push({ called: group, units: members, all: true }) - 1}>`)
      at++
    } else if (isPlain(token)) {
      const found = longestUnit(tokens.slice(at), units)
      if (found.units.length === 0) return { tokens: settled, unknown: found.called }
      settled.push(`<unit:${mentions.push(found) - 1}>`)
      at += found.size
    } else {
      settled.push(token)
      at++
    }
  }
  return { tokens: settled }
}

/** The unit that the words from here on name: as many of them as fit one, in whole parts between "dan" and the like. */
function longestUnit(
  tokens: readonly string[],
  units: readonly PlacedUnit[],
): Mention & { readonly size: number } {
  const end = tokens.findIndex((token) => !isPlain(token) && token !== 'dan')
  const run = end < 0 ? tokens : tokens.slice(0, end)
  const ends = lengths(run.length).filter(
    (n) => run[n - 1] !== 'dan' && (n === run.length || run[n] === 'dan'),
  )
  for (const size of ends) {
    const words = run.slice(0, size)
    const found = unitsCalled(words, units)
    if (found.length > 0) return { called: words.join(' '), units: found, size }
  }
  const shortest = ends.at(-1) ?? 1
  return { called: run.slice(0, shortest).join(' '), units: [], size: shortest }
}

/** The units that were named, those "di" another one only as far as they are below it. */
function narrowed(tokens: readonly string[], mentions: readonly Mention[]): readonly Mention[] {
  const chosen: Mention[] = []
  let joint: 'di' | 'beside' | 'apart' = 'apart'
  for (const token of tokens) {
    const mention = mentions[Number(/^<unit:(\d+)>$/.exec(token)?.[1] ?? -1)]
    if (mention === undefined) {
      joint = token === 'di' && joint !== 'apart' ? 'di' : 'apart'
      continue
    }
    const last = joint === 'apart' ? undefined : chosen.pop()
    const one = last && (below(last, mention) ?? (joint === 'beside' ? below(mention, last) : undefined))
    chosen.push(...(one === undefined ? [...(last === undefined ? [] : [last]), mention] : [one]))
    joint = 'beside'
  }
  return chosen
}

/** Those of a mention that are below a unit of another; undefined where none is. */
function below(inner: Mention, outer: Mention): Mention | undefined {
  const units = inner.units.filter(({ id, line }) =>
    outer.units.some((above) => above.id !== id && line.includes(above.id)),
  )
  return units.length === 0 ? undefined : { ...inner, units }
}

function coversAll(chosen: readonly PlacedUnit[], units: readonly PlacedUnit[]): boolean {
  const ids = new Set(chosen.map(({ id }) => id))
  return chosen.length > 0 && units.every(({ id, line }) => line.length > 1 || ids.has(id))
}

function isPlain(token: string): boolean {
  return token !== '' && !token.startsWith('<') && !JOINTS.has(token)
}

const JOINTS: ReadonlySet<string> = new Set([',', 'dan', 'di'])
const PLAIN: ReadonlyMap<string, string> = new Map(
  Object.entries({
    yang: 'yg',
    belum: 'blm blom belom',
    tidak: 'tdk gak ga nggak ngga enggak tak',
    semua: 'semuanya smua seluruh seluruhnya segenap setiap tiap sekalian',
    pegawai: 'asn karyawan karyawati pgw aparatur',
    atasan: 'atasannya',
    bawahan: 'bawahannya',
    dan: 'serta beserta dn maupun atau ataupun plus',
    di: 'pada dari',
    saja: 'aja doang sj',
    kecuali: 'selain kecuali',
    dengan: 'dgn dg',
  }).flatMap(([whole, short]) => short.split(' ').map((word): [string, string] => [word, whole])),
)
const EXCEPTS =
  / (?:kecuali|selain|bukan|tanpa|minus|non|di luar|diluar|tidak termasuk|terkecuali|mengecualikan|dikurangi|tidak ikut) /
/** Words by which somebody means those who have done or have something. */
const HAS = / (?:sudah|telah|udah|sdh) /
const BELOW =
  / (?:(?:dan|termasuk|dengan) )*(?:(?:semua|para) )?(?:(?:sub )?unit(?: kerja| organisasi)?|upt|opd|satuan kerja)?(?: yang ada)? ?(?:di bawahnya|dibawahnya|di bawah nya)(?= )| (?:dan|dengan|termasuk) (?:semua )?(?:jajaran|jajarannya|bawahan|sub unit|sub unitnya)(?: di bawahnya)?(?= )/g
const EVERYONE = / (?:semua|pegawai|orang|staf) /
const HEAD = `(${[...HEADS].join('|')})(?= (?:,|dan|yang|di|<)| $)`
const GROUP = new RegExp(` semua (?:pegawai )?(?:(?:yang )?(?:ada )?di )?(?:unit )?${HEAD}`, 'g')
const GROUPS = new RegExp(`(?<= <group:\\w+>) (dan|,) ${HEAD}`, 'g')
const ONLY = / (?:saja|hanya|cuma|khusus|khususnya)(?= )/g
const FILLER =
  /(?: (?:semua|pegawai|orang|staf|para|yang|untuk|kepada|ke|bagi|buat|mereka|tolong|mohon|kirim|kirimkan|unit kerja|satuan kerja|opd|skpd|lingkungan|lingkup|bekerja|bertugas|berdinas|berada|ada|adalah|berstatus|status|jenis|menjabat|rekan|bapak|ibu|bapak ibu|sipil negara|ini|itu|ya|dong|deh|nih|dengan)(?= ))/g
/** Marks of different kinds of conditions with "dan" between them: those of one or of the other. */
const EITHER =
  /<(?:pns|pppk)> (?:di )?dan (?:di )?<(?:unit:\d+|supervisor|hr)>|<(?:supervisor|hr)> dan <(?:unit:\d+|pns|pppk)>|<unit:\d+> dan <(?:pns|pppk|supervisor|hr)>/
const BOTH = /^(?:(?!<(?:pns|pppk)>).)*<(?:pns|pppk)>(?: (?:dan|,))+ <(?:pns|pppk)>(?:(?!<(?:pns|pppk)>).)*$/
