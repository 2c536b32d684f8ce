import { stem } from '../../../indonesian/stem.ts'
import { spoken } from '../reading/words.ts'

/** What two reports share and what sets them apart, before anybody compares them. */
export interface Gist {
  readonly stems: ReadonlySet<string>
}

/** From here on two reports seem to be about the same. */
export const ALIKE = 0.5
/** With fewer words in common nothing is alike: "pelayanan buruk" is said of everything. */
const FEWEST_SHARED = 3

/** What a report is about: its words in everyday Indonesian without endings, those left out that stand in every report. */
export function gistOf(words: string): Gist {
  const stems = spoken(words)
    .said.map(({ word }) => stem(word))
    .filter((word) => word.length > 2 && !EVERYWHERE.has(word))
  return { stems: new Set(stems) }
}

/**
 * How much two reports are alike, from 0 to 1: the words both have against the words of the shorter one, since a long
 * report of the same thing only tells more.
 */
export function likenessOf(one: Gist, other: Gist): number {
  const shared = [...one.stems].filter((word) => other.stems.has(word)).length
  if (shared < FEWEST_SHARED) return 0
  return shared / Math.min(one.stems.size, other.stems.size)
}

const EVERYWHERE: ReadonlySet<string> = new Set(
  `yang dan dengan untuk dari pada ini itu ada tidak belum sudah juga saya kami kita anda mereka nya sangat sekali lagi
  bisa harus akan oleh karena kalau jadi sama saja atau tapi tetapi namun seperti agar supaya lebih kurang mohon tolong
  harap terima kasih pak ibu bapak min admin selamat pagi siang sore malam warga masyarakat lapor layan kantor petugas
  baik buruk cepat lambat ramah dalam sejak hari minggu bulan tahun kali orang banyak semua masih terus pernah`.split(
    /\s+/,
  ),
)
