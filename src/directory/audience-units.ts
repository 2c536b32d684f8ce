import { fold } from '../indonesian/words.ts'
import { least, SMALL, shortened } from './audience-short-names.ts'

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
