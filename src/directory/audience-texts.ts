import type { Audience, Lack } from './audience.ts'
import type { PlacedUnit } from './audience-units.ts'
import { showNip } from './nip.ts'

const MOST_LINES = 10
const MOST_NAMES = 5
const SUBUNITS = 'Unit di bawahnya selalu ikut.'

/** What the directory itself knows people may lack, with the column that is empty then. */
export const LACKING = [
  {
    name: 'atasan',
    column: 'supervisor',
    label: 'belum punya atasan',
    words: ['atasan', 'atasan langsung', 'pejabat penilai'],
  },
  {
    name: 'telepon',
    column: 'phone',
    label: 'belum punya nomor telepon',
    words: [
      'telepon',
      'nomor telepon',
      'telp',
      'hp',
      'nomor hp',
      'nomor',
      'no hp',
      'wa',
      'nomor wa',
      'whatsapp',
    ],
  },
  {
    name: 'email',
    column: 'email',
    label: 'belum punya email',
    words: ['email', 'e mail', 'surel', 'alamat email', 'alamat surel', 'imel'],
  },
] as const

/** What can be chosen, for somebody whose words said nothing of it. */
export function choosable(lacks: readonly Lack[]): string {
  const missing = lacks.map(({ label }) => `yang ${label}`).join('; ')
  return `Yang bisa dipilih: semua pegawai; unit, misalnya "Dinas Kesehatan" (unit di bawahnya ikut); PNS atau PPPK; atasan, atau petugas kepegawaian; ${missing}; atau daftar NIP. Boleh digabung, misalnya "PPPK di Dinas Kesehatan yang belum punya email".`
}

/** Nothing was written that says who is meant. */
export const nothingSaid = (lacks: readonly Lack[]): string =>
  `Sebutkan siapa yang dituju. ${choosable(lacks)}`

/** A part of the words that nobody understood. */
export function unknownPart(words: string, lacks: readonly Lack[], what?: 'position' | 'cpns'): string {
  const part = `"${words.length > 60 ? `${words.slice(0, 60)}…` : words}"`
  if (what === 'position')
    return `Jabatan (${part}) belum bisa dijadikan pilihan. ${choosable(lacks)} Untuk jabatan tertentu, kirim daftar NIP-nya.`
  if (what === 'cpns') return `CPNS belum bisa dipilih tersendiri. ${choosable(lacks)}`
  return `Saya belum mengerti bagian ${part}. ${choosable(lacks)}`
}

/** A unit that is not there, with those that may be meant. */
export function unknownUnit(words: string, near: readonly PlacedUnit[], lacks: readonly Lack[]): string {
  if (near.length === 0) return unknownPart(words, lacks)
  return `Saya tidak menemukan unit "${words}". Mungkin maksud Anda: ${namesOf(near)}. Tulis lagi dengan nama itu.`
}

/** The government as a whole was named as if it were a unit. */
export const wholeGovernment =
  'Kalau maksudnya seluruh pegawai pemerintah ini, tulis "semua pegawai". Kalau unit tertentu, tulis nama unitnya.'

/** Several units of one name, or several that words fit. */
export function severalUnits(words: string, units: readonly PlacedUnit[]): string {
  return `Ada beberapa unit yang cocok dengan "${words}": ${namesOf(units)}. Tulis lagi dengan nama lengkapnya seperti di sini.`
}

/** Somebody wants to leave out a part of those who are meant. */
export const noExceptions =
  'Pengecualian ("selain", "kecuali", "bukan") belum bisa, supaya tidak ada yang terlewat atau salah kirim. Sebutkan unit atau kelompok yang dituju saja, misalnya "Dinas Kesehatan, Dinas Sosial", atau kirim daftar NIP-nya.'

/** Somebody wants a unit without those below it. */
export const alwaysBelow = `${SUBUNITS} Memilih satu unit tanpa unit di bawahnya belum bisa; untuk itu kirim daftar NIP-nya. Kalau memang semuanya, tulis nama unitnya saja tanpa kata "saja", "hanya", atau "tanpa bawahan".`

/** Conditions joined so that either would do. */
export const oneGroup =
  'Satu kali hanya bisa satu kelompok: semua syarat berlaku bersama, misalnya "PPPK di Dinas Kesehatan". Untuk dua kelompok yang berbeda, buat dua kali.'

/** Several things people lack, or one they have. */
export const oneLack = (lacks: readonly Lack[]): string =>
  `Untuk kelengkapan hanya bisa dipilih satu, dan hanya yang belum: ${lacks.map(({ label }) => label).join('; ')}.`

/** More words than anybody needs to say who is meant. */
export const tooLong =
  'Tulisannya terlalu panjang untuk saya baca. Sebutkan siapa yang dituju dalam satu kalimat, atau kirim daftar NIP, satu NIP satu baris.'

/** A list of NIPs with conditions beside it. */
export const mixedList =
  'Daftar NIP tidak bisa digabung dengan syarat atau pengecualian. Kirim NIP yang dituju saja, satu NIP satu baris.'

/** What is wrong with lines of a list. */
export function wrongLines(wrong: readonly { readonly line: number; readonly problem: string }[]): string {
  return listed(
    'Ada baris yang belum bisa dibaca:',
    wrong.map(({ line, problem }) => `baris ${line}: ${problem}`),
  )
}

/** NIPs nobody who works here has. */
export function unknownNips(
  missing: readonly (readonly [nip: string, line: number])[],
  found: ReadonlyMap<string, unknown>,
): string {
  return listed(
    'Ada NIP yang tidak bisa dituju:',
    missing.map(([nip, line]) => {
      const why = found.has(nip) ? 'sudah tidak bekerja di sini' : 'tidak ada di data pegawai'
      return `baris ${line}: ${showNip(nip)} ${why}`
    }),
  )
}

/** An audience in words; `units` are the names of those it has. */
export function whichAudience(
  { kind, role, list, lacks: lack }: Audience,
  units: readonly string[] | undefined,
  lacks: readonly Lack[],
): string {
  const who =
    role === undefined ? (kind ?? 'pegawai') : `${ROLE_NAMES[role]}${kind === undefined ? '' : ` ${kind}`}`
  const whole = role === undefined && kind === undefined && list === undefined && units === undefined
  const label =
    lacks.find(({ name }) => name === lack)?.label ?? 'kelengkapannya tidak dikenal lagi (tidak ada)'
  return [
    whole ? 'semua pegawai' : list === undefined ? who : `${list.length} orang dari daftar NIP`,
    ...(list === undefined || who === 'pegawai' ? [] : [`(${who})`]),
    ...(units === undefined ? [] : [unitsIn(units)]),
    ...(lack === undefined ? [] : [`yang ${label}`]),
  ].join(' ')
}

const ROLE_NAMES = { supervisor: 'atasan', hr: 'petugas kepegawaian' } as const

function unitsIn(units: readonly string[]): string {
  if (units.length === 0) return 'di unit yang sudah tidak ada'
  const names = units.length > MOST_NAMES ? [...units.slice(0, MOST_NAMES - 1)] : units
  const more = units.length - names.length
  const shown = more > 0 ? `${names.join(', ')}, ${more} unit lain` : joined(names)
  return `di ${shown}${units.length === 1 ? ' dan unit di bawahnya' : ', dengan unit di bawahnya'}`
}

function joined(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} dan ${names.at(-1)}`
}

function namesOf(units: readonly PlacedUnit[]): string {
  const shown = units.slice(0, MOST_NAMES).map(({ path }) => path)
  const more = units.length - shown.length
  return `${shown.join('; ')}${more > 0 ? `; dan ${more} lainnya` : ''}`
}

function listed(head: string, lines: readonly string[]): string {
  const more = lines.length - MOST_LINES
  const shown = lines.slice(0, MOST_LINES).map((line) => `- ${line}`)
  return [head, ...shown, ...(more > 0 ? [`- dan ${more} baris lain`] : [])].join('\n')
}
