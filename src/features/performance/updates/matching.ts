import { stem } from '../../../indonesian/stem.ts'
import { wordsOf } from '../../../indonesian/words.ts'
import type { Target } from '../targets/target.ts'
import { inFull } from './reading/words.ts'

/** The target that words about a piece of work fit best; undefined where none does, or two do as well. */
export function bestTarget(
  text: string,
  unit: string | undefined,
  targets: readonly Target[],
): Target | undefined {
  const said = stemsOf(text)
  const titles = targets.map(({ title, quality }) => stemsOf(`${title} ${quality ?? ''}`))
  const rarity = (word: string): number =>
    Math.log(1 + targets.length / Math.max(1, titles.filter((title) => title.has(word)).length))
  const scored = targets.map((target, i) => {
    const counted = unit !== undefined && target.unit !== null && isSameUnit(unit, target.unit)
    // the word that is counted counts once
    const shared = [...(titles[i] ?? [])].filter(
      (word) => said.has(word) && !(counted && word === stem(unit)),
    )
    const rivals = targets.filter((other) => other.unit !== null && unit && isSameUnit(unit, other.unit))
    const byUnit = counted ? Math.log(1 + targets.length / Math.max(1, rivals.length)) : 0
    return { target, score: shared.reduce((sum, word) => sum + rarity(word), 0) + byUnit }
  })
  const [best, second] = scored.toSorted((a, b) => b.score - a.score)
  if (best === undefined || best.score <= 0) return undefined
  return second === undefined || best.score >= second.score * CLEARLY ? best.target : undefined
}

/** True for two ways to write one unit: "brks" and "berkas", "laporannya" and "laporan". */
export function isSameUnit(one: string, other: string): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()]
  return a === b || stem(a) === stem(b) || shortens(a, b) || shortens(b, a)
}

/** The unit a report counts in: that of its target where it is the same or says no more than "orang" or "buah". */
export function unitFor(unit: string, target: Pick<Target, 'unit'> | undefined): string {
  if (target?.unit == null) return unit
  return isSameUnit(unit, target.unit) || ANY.has(unit.toLowerCase()) ? target.unit : unit
}

const CLEARLY = 1.3
const ANY = new Set(['orang', 'org', 'buah', 'bh', 'item', 'unit'])

/** Words that say how work is spoken of, not which work it is. */
const COMMON = new Set(
  `yang dan atau di ke dari untuk pada dengan oleh dalam secara hari ini kemarin tadi semua sudah belum tidak tanpa ada
  rhk laksana selesai susun buat kerja giat sedia tingkat laku proses jumlah tepat waktu lengkap benar sesuai baik
  layan input orang buah tahun bulan salah revisi`.split(/\s+/),
)

function stemsOf(text: string): ReadonlySet<string> {
  const words = wordsOf(text)
    .map(inFull)
    .filter((word) => word.length > 1 && !/^\d/.test(word))
  return new Set(words.map(stem).filter((word) => !COMMON.has(word)))
}

/** True for a word that is another without its vowels ("brks", "lprn"). */
function shortens(short: string, long: string): boolean {
  return short.length >= 3 && short.length < long.length && short === long.replace(/(?<=.)[aiueo]/g, '')
}
