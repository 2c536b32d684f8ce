import type { Day } from '../indonesian/dates.ts'
import { fold } from '../indonesian/words.ts'
import type { Kind } from './employee.ts'
import { birthdayOf } from './nip.ts'

/**
 * The age at which a civil servant with a position retires, in years; undefined where the words of the position do not
 * settle it. UU 20/2023 Pasal 55 (pejabat manajerial dan pelaksana), PP 11/2017 Pasal 239 ayat (2) (fungsional), UU
 * 14/2005 Pasal 30 ayat (4) and Pasal 67 ayat (4) (guru, dosen), which PP 11/2017 Pasal 240 leaves in force.
 */
export function retirementAge(position: string): number | undefined {
  const words = fold(position)
  if (UNSETTLED.test(words)) return undefined
  return RULES.find(([pattern]) => pattern.test(words))?.[1]
}

/**
 * The day from which somebody no longer works because of their age: the first of the month after the birthday on which
 * they reach it (PP 11/2017 Pasal 239 with UU 11/1969 Pasal 13). Null of a PPPK, who leaves when the contract ends,
 * and where the age is not known.
 */
export function retirementDay(nip: string, kind: Kind, age: number | undefined): Day | null {
  if (kind === 'PPPK' || age === undefined) return null
  const [year = 0, month = 0] = birthdayOf(nip).split('-').map(Number)
  const [reached, after] = month === 12 ? [year + age + 1, 1] : [year + age, month + 1]
  return `${reached}-${String(after).padStart(2, '0')}-01`
}

/** An acting post says nothing of the one held; some functional positions have ages in laws of their own. */
const UNSETTLED =
  /^(plt|plh|pj|pjs|pelaksana tugas|pelaksana harian|penjabat)\b|\b(peneliti|perekayasa|hakim|jaksa|panitera|guru besar|profesor|pendidik klinis)\b/

const ASSISTANT = String.raw`asisten (pemerintahan|perekonomian|ekonomi|administrasi umum|sekretaris daerah|sekda|daerah|bidang|i|ii|iii|[123])\b`
const CLERKS = [
  'staf',
  'pelaksana',
  'pengadministrasi',
  'pengemudi',
  'operator layanan operasional',
  'penelaah teknis kebijakan',
  'pengolah data dan informasi',
  'penata layanan operasional',
  'pengelola layanan operasional',
  'pengelola umum operasional',
].join('|')

/** The first that fits counts: what somebody heads comes before the level that may stand behind it. */
const RULES: readonly (readonly [pattern: RegExp, age: number])[] = [
  [/^dosen\b/, 65],
  [/^(ahli (pertama|muda|madya|utama) )?guru\b/, 60],
  [/\bpimpinan tinggi\b/, 60],
  [/^kepala (dinas|badan)\b|^(sekretaris daerah|sekda|inspektur daerah|staf ahli)\b|^inspektur$/, 60],
  [/^sekretaris (dprd|dewan)\b/, 60],
  [new RegExp(`^${ASSISTANT}`), 60],
  [
    /^(pejabat )?(administrator|pengawas)$|^camat\b|^lurah\b|^sekretaris (camat|kecamatan|lurah|kelurahan)\b/,
    58,
  ],
  [/^kepala (bidang|bagian|seksi|subbag|subbagian|sub bagian|subbidang|sub bidang|subseksi)\b/, 58],
  [/^(kabid|kabag|kasi|kasubbag|kasubag|kasubbid)\b|^sekretaris (dinas|badan)\b/, 58],
  [/\bahli utama\b/, 65],
  [/\bahli madya\b|\bmadya$/, 60],
  [/\b(ahli muda|ahli pertama|penyelia|mahir|terampil|pemula)\b/, 58],
  [new RegExp(`^(${CLERKS})\\b(?! khusus| ahli)`), 58],
]
