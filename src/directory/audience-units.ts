import { fold } from '../indonesian/words.ts'

/** A unit by the words of its name, and where it is. */
export interface PlacedUnit {
  readonly id: string
  readonly name: string
  /** The name as it is looked for: folded, the usual short forms written out. */
  readonly words: readonly string[]
  /** The ids from the highest unit down to this one. */
  readonly line: readonly string[]
  /** "Bidang Umum di Dinas Kesehatan". */
  readonly path: string
}

/** Prepares units for being looked for. */
export function placed(
  units: readonly { readonly id: string; readonly name: string; readonly parent: string | null }[],
): readonly PlacedUnit[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  return units.map(({ id, name }) => {
    const line = [id]
    const names = [name]
    let above = byId.get(id)?.parent ?? null
    while (above !== null && !line.includes(above)) {
      line.unshift(above)
      names.push(byId.get(above)?.name ?? '')
      above = byId.get(above)?.parent ?? null
    }
    return { id, name, words: inFull(fold(name.replaceAll('&', ' dan '))), line, path: names.join(' di ') }
  })
}

/** Words with the short forms of offices written out: "sd negeri 1" of "sdn 1". */
export function inFull(folded: string): readonly string[] {
  const words = folded.split(' ').flatMap((word) => WRITTEN_OUT.get(word) ?? [word])
  return words.filter((word) => word !== '')
}

/**
 * The units that words can mean: those with all of the words in their names and the fewest besides, a letter's slip
 * forgiven; else those that are called so for short ("dinkes"). Several that fit alike are all given.
 */
export function unitsCalled(words: readonly string[], units: readonly PlacedUnit[]): readonly PlacedUnit[] {
  const asked = words.filter((word) => !SMALL.has(word))
  if (asked.length === 0) return []
  for (const alike of [isSame, isSlip]) {
    const fitting = units.filter(
      (unit) =>
        asked.every((word) => unit.words.some((own) => alike(word, own))) &&
        // "bidan" is no slip of "bidang"
        (alike === isSame ||
          asked.some((word) => unit.words.some((own) => !HEADS.has(own) && alike(word, own)))),
    )
    if (fitting.length > 0) return least(fitting, (unit) => besides(unit, asked, alike))
  }
  const whole = shortened(asked.join(''), units)
  if (whole.length > 0) return whole
  const [first = '', ...others] = asked
  return others.length === 0
    ? []
    : shortened(
        first,
        units.filter(({ words }) => others.every((word) => words.includes(word))),
      )
}

/** Those a short name fits best. */
function shortened(short: string, units: readonly PlacedUnit[]): readonly PlacedUnit[] {
  const costs = new Map(units.map((unit) => [unit, shortening(short, unit.words)]))
  return least(
    units.filter((unit) => costs.get(unit) !== undefined),
    (unit) => (costs.get(unit) ?? 0) * 100 + unit.words.length,
  )
}

/** Units whose names have something of words in them, the most first: what may have been meant. */
export function unitsNear(words: readonly string[], units: readonly PlacedUnit[]): readonly PlacedUnit[] {
  const asked = words.filter((word) => word.length > 2 && !SMALL.has(word) && !HEADS.has(word))
  const shared = (unit: PlacedUnit): number =>
    asked.filter((word) =>
      unit.words.some((own) => !HEADS.has(own) && (isSlip(word, own) || own.startsWith(word))),
    ).length
  return units
    .filter((unit) => shared(unit) > 0)
    .toSorted((a, b) => shared(b) - shared(a) || a.words.length - b.words.length)
}

/** Words the names of many units begin with. */
export const HEADS: ReadonlySet<string> = new Set(
  'dinas badan kecamatan kelurahan desa puskesmas rsud bidang bagian seksi subbagian subbidang sekretariat satuan balai uptd upt sd smp sma tk paud laboratorium'.split(
    ' ',
  ),
)

const SMALL: ReadonlySet<string> = new Set('dan kota kabupaten pemerintah'.split(' '))
const WRITTEN_OUT: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    kec: 'kecamatan',
    kel: 'kelurahan',
    pkm: 'puskesmas',
    kab: 'kabupaten',
    sdn: 'sd negeri',
    smpn: 'smp negeri',
    sman: 'sma negeri',
    subbag: 'subbagian',
    subag: 'subbagian',
    setda: 'sekretariat daerah',
    setwan: 'sekretariat dprd',
  }).map(([short, whole]) => [short, whole.split(' ')]),
)
/** What stands for the first word of an office in the middle of a short name: "dis" for "dinas". */
const OTHER_HEADS: readonly (readonly [RegExp, string])[] = [
  [/^dis/, 'din'],
  [/^set/, 'sek'],
]
/** What begins the names of those that have short names of their own. */
const OFFICES: ReadonlySet<string> = new Set(['dinas', 'badan', 'satuan', 'sekretariat', 'kantor'])
const SHORTEST = 3
const LONGEST = 16

/**
 * How far a short name is from a name, 0 for the nearest; undefined where it is none of it. It is made of two or more
 * pieces of the words, in their order: beginnings of any length ("bappeda"), or syllables from anywhere ("disdukcapil").
 */
function shortening(short: string, words: readonly string[]): number | undefined {
  if (short.length < SHORTEST || short.length > LONGEST || /\d/.test(short)) return undefined
  const name = words.filter((word) => !SMALL.has(word))
  const spellings = [short, ...OTHER_HEADS.map(([other, usual]) => short.replace(other, usual))]
  const costs = [...new Set(spellings)].flatMap((one) =>
    // it begins with the first word, or with the one after "dinas", "badan"
    (OFFICES.has(name[0] ?? '') ? [name, name.slice(1)] : [name]).flatMap((from, skipped) =>
      (OFFICES.has(name[0] ?? '') ? BOTH_WAYS : BOTH_WAYS.slice(0, 1)).flatMap((way) => {
        const cost = pieces({ text: one, pieces: 0, short: 0 }, from, way)
        return cost === undefined ? [] : [cost + skipped]
      }),
    ),
  )
  return costs.length === 0 ? undefined : Math.min(...costs)
}

/** What is left of a short name, how many pieces were taken, and how many of those have two letters only. */
interface Left {
  readonly text: string
  readonly pieces: number
  readonly short: number
}

const BOTH_WAYS = ['beginnings', 'syllables'] as const

/** What a text costs as pieces of words, each giving one or none: words that give none, and pieces from within. */
function pieces(
  left: Left,
  [word, ...others]: readonly string[],
  way: (typeof BOTH_WAYS)[number],
): number | undefined {
  const { text } = left
  if (text === '') return left.pieces < 2 ? undefined : others.length + (word === undefined ? 0 : 1)
  if (word === undefined) return undefined
  const skipped = left.pieces === 0 ? undefined : pieces(left, others, way)
  const costs = skipped === undefined ? [] : [skipped + 1]
  for (let length = way === 'beginnings' ? 1 : 2; length <= text.length; length++) {
    const within = !word.startsWith(text.slice(0, length))
    const short = left.short + (length === 2 ? 1 : 0)
    if (way === 'beginnings' ? within : !word.includes(text.slice(0, length))) break
    if (way === 'syllables' && short > 1) continue
    const rest = pieces({ text: text.slice(length), pieces: left.pieces + 1, short }, others, way)
    if (rest !== undefined) costs.push(rest + (within ? 2 : 0))
  }
  return costs.length === 0 ? undefined : Math.min(...costs)
}

function least<T>(some: readonly T[], size: (one: T) => number): readonly T[] {
  const smallest = Math.min(...some.map(size))
  return some.filter((one) => size(one) === smallest)
}

function besides(
  unit: PlacedUnit,
  asked: readonly string[],
  alike: (asked: string, own: string) => boolean,
): number {
  return unit.words.filter((own) => !SMALL.has(own) && !asked.some((word) => alike(word, own))).length
}

function isSame(asked: string, own: string): boolean {
  return asked === own
}

/** True for words that differ by no more than one letter: another, one too many, one missing, or two that changed places. */
function isSlip(asked: string, own: string): boolean {
  if (asked === own) return true
  if (asked.length < 5 || Math.abs(asked.length - own.length) > 1 || /\d/.test(asked + own)) return false
  let same = 0
  while (same < asked.length && asked[same] === own[same]) same++
  const [a, b] = [asked.slice(same), own.slice(same)]
  if (a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1)) return true
  return a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2)
}
