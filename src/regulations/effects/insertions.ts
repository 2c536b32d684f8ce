import type { Change } from './effect.ts'
import { PLACE, type Place, readPlaces } from './places.ts'

const BOUNDS = /antara|setelah|sesudah|sebelum/i
const NAMING = /^[^;]*?(?:yakni|yaitu|dijadikan|menjadi|ialah)(?= (?:pasal|ayat|huruf|angka))/i
const COUNT = /(\d{1,2})\s?(?:\([^)]{0,20}\)\s?)?(?:pasal|ayat|huruf|angka)/gi

/**
 * "Di antara Pasal 5 dan Pasal 6 disisipkan 2 (dua) pasal, yakni Pasal 5A dan Pasal 5B": what is inserted, and how
 * many letters of what follows the verb say so. `untilVerb` is where the next verb stands there, `spokenOf` the
 * pasal that is meant where only an ayat is named.
 */
export function readInsertion(
  before: string,
  after: string,
  untilVerb: number,
  spokenOf: string | undefined,
): { readonly changes: readonly Change[]; readonly length: number } {
  const [subject = '', bounds = ''] = before.split(BOUNDS)
  const around = readPlaces(bounds, readPlaces(subject)[0]?.pasal ?? spokenOf)
  const withinPasal = /ayat|huruf|angka/i.test(bounds)
  const unbound = bounds === '' ? readPlaces(before)[0]?.pasal : undefined
  const host = withinPasal ? around.at(-1)?.pasal : unbound
  const { places, length } = namedIn(after, untilVerb, host ?? spokenOf)
  const changes = places
    .filter((place) => withinPasal || fits(place, around))
    .map(
      (place): Change => ({
        ...place,
        kind: place.pasal === host && isWhole(place) ? 'amended' : 'inserted',
      }),
    )
  return { changes: host && changes.length === 0 ? [{ pasal: host, kind: 'amended' }] : changes, length }
}

/** As many places as the words say there are; where they do not say it, those before the next verb. */
function namedIn(
  after: string,
  untilVerb: number,
  host: string | undefined,
): { places: readonly Place[]; length: number } {
  const head = NAMING.exec(after)?.[0] ?? ''
  const count = Number([...head.matchAll(COUNT)].at(-1)?.[1] ?? 0)
  let places: readonly Place[] = []
  let length = 0
  for (const match of after.slice(head.length).matchAll(new RegExp(PLACE, 'gu'))) {
    const end = head.length + match.index + match[0].length
    if (count > 0 ? places.length >= count : end > Math.max(untilVerb, head.length + 12)) break
    places = readPlaces(after.slice(head.length, end), host)
    length = end
  }
  return { places, length }
}

/** A pasal that is inserted bears the number of one it stands between, and a letter; after the last, a number of its own. */
function fits(place: Place, around: readonly Place[]): boolean {
  if (!isWhole(place) || around.length === 0) return true
  if (around.length === 1 && !/[A-Z]$/.test(place.pasal)) return true
  const number = Number.parseInt(place.pasal, 10)
  return (
    around.every(({ pasal }) => pasal !== place.pasal) &&
    around.some(({ pasal }) => Number.parseInt(pasal, 10) === number)
  )
}

function isWhole({ ayat, part }: Place): boolean {
  return ayat === undefined && part === undefined
}
