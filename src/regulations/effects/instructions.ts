import type { Change } from './effect.ts'
import { readInsertion } from './insertions.ts'
import { labelOf, PLACE, type Place, readPlaces } from './places.ts'

/** Where the new words begin. */
const STOP = /\bsehingga\b|berbunyi|sebagai\s?berikut|[:"“]|(?<!ayat )\(1\) /
const LONGEST = 1000
/** A verb stands after what it is about ("Pasal 8 diubah") or before it ("Mengubah ketentuan Pasal 8"). */
const VERB =
  /(?<deleted>dihapus(?:kan)?|dihilangkan|ditiadakan|dicabut)|(?<inserted>disisipkan|menyisipkan|ditambah(?:kan)?|menambah(?:kan)?|dipecah)|(?<amended>d\.?iu ?bah|cliubah|dirubah|diganti|disempurnakan|menjadi\s*$)|(?<unchanged>tetap)|(?<deletes>menghapus(?:kan)?)|(?<amends>mengubah|merubah|mengganti|perubahan)/giu
const PASAL = '[Pp]asa[l!1]\\s?([\\dIlOo]{1,4}(?:\\s?[A-Z](?![\\p{L}\\d]))?)'
const RENUMBERED = new RegExp(
  `${PASAL}(?:\\s+lama)?,?(?:\\s+(?:diubah|dan|selanjutnya)){0,3}\\s+(?:dijadikan|menjadi)\\s+(?:ketentuan\\s+)?${PASAL}`,
  'u',
)
/** Where the new words of an explanation are to be found. */
const ELSEWHERE = /(?:yakni )?sebagaimana (?:tercantum|ditetapkan|dimaksud) dalam [^,;]*/gi

/** What an entry orders: "Ketentuan ayat (1) Pasal 32 diubah dan ayat (2) dihapus, sehingga Pasal 32 berbunyi …". */
export function readInstruction(entry: string): readonly Change[] {
  const stop = entry.slice(0, LONGEST).search(STOP)
  const words = entry.slice(0, stop < 0 ? LONGEST : stop).replace(ELSEWHERE, ' ')
  const renumbered = RENUMBERED.exec(words)
  if (renumbered && !/disisip|tambah|dipecah/.test(words.slice(0, renumbered.index + renumbered[0].length))) {
    const [from, to] = [renumbered[1], renumbered[2]].map((n) => readPlaces(`Pasal ${n}`)[0]?.pasal)
    if (from && to && from !== to) return [{ pasal: from, kind: 'amended', becomes: to }]
  }
  return withWhole(changesIn(words, firstPasal(words) ?? firstPasal(entry.slice(stop).slice(0, 80))))
}

function changesIn(words: string, spokenOf: string | undefined): readonly Change[] {
  const verbs = [...words.matchAll(VERB)]
  const changes: Change[] = []
  let from = 0
  let pasal = spokenOf
  for (const [i, verb] of verbs.entries()) {
    if (verb.index < from) continue
    const end = verb.index + verb[0].length
    const before = words.slice(from, verb.index)
    const next = verbs[i + 1]?.index ?? words.length
    const { groups = {} } = verb
    if (groups.inserted !== undefined) {
      const insertion = readInsertion(before, words.slice(end), next - end, pasal)
      changes.push(...insertion.changes)
      from = end + insertion.length
    } else {
      const active = groups.deletes !== undefined || groups.amends !== undefined
      const places = placesIn(active ? words.slice(end, next) : before, pasal)
      const kind = (groups.deleted ?? groups.deletes) === undefined ? 'amended' : 'deleted'
      if (groups.unchanged === undefined)
        changes.push(...places.map((place) => ({ ...place, kind }) as const))
      pasal = places.at(-1)?.pasal ?? pasal
      from = active ? next : end
    }
  }
  return changes
}

/** The places named in words, of which those after "penjelasan" are of the explanation. */
function placesIn(words: string, pasal: string | undefined): readonly Place[] {
  const at = words.search(/penjelasan/i)
  if (at < 0) return readPlaces(words, pasal)
  const places = readPlaces(words.slice(at), pasal)
  const explained = (places.length > 0 || !pasal ? places : [{ pasal }]).map((place) => ({
    ...place,
    part: 'penjelasan',
  }))
  return [
    ...(/pasal|ayat/i.test(words.slice(0, at)) ? readPlaces(words.slice(0, at), pasal) : []),
    ...explained,
  ]
}

function firstPasal(words: string): string | undefined {
  for (const { groups } of words.matchAll(new RegExp(PLACE, 'gu'))) {
    const label = labelOf(groups)
    if (label !== undefined) return label
  }
  return undefined
}

/** A pasal of which something smaller is changed is amended. */
function withWhole(changes: readonly Change[]): readonly Change[] {
  const whole = new Set(changes.filter((c) => !c.ayat && !c.part).map(({ pasal }) => pasal))
  return changes.flatMap((change) => {
    if (whole.has(change.pasal) || change.part === 'penjelasan') return [change]
    whole.add(change.pasal)
    return [{ pasal: change.pasal, kind: 'amended' }, change]
  })
}
