import { fold } from '../../../indonesian/words.ts'
import { OFFICE_WORDS } from './abbreviations.ts'
import { isNear } from './units.ts'

/** Words for several kinds of positions at once, each with the words those have. */
const GENERAL: Readonly<Record<string, readonly string[]>> = {
  'tenaga kesehatan': [
    'dokter',
    'perawat',
    'bidan',
    'apoteker',
    'asisten apoteker',
    'nutrisionis',
    'sanitarian',
    'tenaga sanitasi',
    'fisioterapis',
    'radiografer',
    'perekam medis',
    'pranata laboratorium kesehatan',
    'terapis gigi',
    'epidemiolog',
    'administrator kesehatan',
    'penyuluh kesehatan',
    'promosi kesehatan',
    'teknisi elektromedis',
  ],
  guru: ['guru'],
  'ahli gizi': ['nutrisionis', 'gizi'],
  satpam: ['satpam', 'petugas keamanan', 'pengamanan'],
}
const CALLED: Readonly<Record<string, string>> = {
  nakes: 'tenaga kesehatan',
  'tenaga medis': 'tenaga kesehatan',
  'tenaga pendidik': 'guru',
  pendidik: 'guru',
  pengajar: 'guru',
  'guru guru': 'guru',
  dokternya: 'dokter',
}
/** Jobs that are known also where nobody has one. */
const USUAL: ReadonlySet<string> = new Set(
  'guru perawat bidan dokter apoteker arsiparis auditor pengemudi bendahara camat lurah pustakawan penyuluh pramu sanitarian nutrisionis'.split(
    ' ',
  ),
)

/** Words many positions begin with, which say nothing alone. */
const EMPTY = /^(?:kepala|ahli|staf|tenaga|petugas|ahli (?:pertama|muda|madya|utama)|plt|plh)$/
/** What may stand before the words that name the position. */
const LEVEL = /^(?:(?:plt|plh|pj|ahli (?:pertama|muda|madya|utama)|terampil|mahir|penyelia|pemula) )+/

/** The words by which positions are asked for, where the folded name of some begins with them; undefined for others. */
export function positionIn(words: string, positions: readonly string[]): string | undefined {
  const asked = Object.hasOwn(CALLED, words) ? (CALLED[words] ?? words) : words
  if (Object.hasOwn(GENERAL, asked) || USUAL.has(asked)) return asked
  if (EMPTY.test(asked)) return undefined
  const begins = (position: string): boolean => `${position} `.startsWith(`${asked} `)
  return positions.some((position) => begins(position) || begins(position.replace(LEVEL, '')))
    ? asked
    : slipped(asked, positions)
}

/** The words somebody meant who slipped in a letter of one: "perawat" of "perwat". */
function slipped(asked: string, positions: readonly string[]): string | undefined {
  const words = asked.split(' ')
  if (!words.some(maySlip)) return undefined
  for (const position of [...USUAL, ...positions]) {
    const own = position.replace(LEVEL, '').split(' ').slice(0, words.length)
    if (words.every((word, i) => word === own[i] || (maySlip(word) && isSlip(word, own[i] ?? ''))))
      return own.join(' ')
  }
  return undefined
}

/** "bidang" is no slip of "bidan". */
function maySlip(word: string): boolean {
  return word.length > 5 && !OFFICE_WORDS.has(word)
}

function isSlip(word: string, own: string): boolean {
  return word[0] === own[0] && isNear(word, own)
}

/** The word a position begins with, its level left out: "guru" of "Ahli Pertama Guru Kelas". */
export function familyOf(position: string): string {
  return fold(position).replace(LEVEL, '').split(' ')[0] ?? ''
}

/** Each kind of position that asked-for words stand for, by the words it has. */
export function positionsMeant(asked: string): readonly string[] {
  return GENERAL[asked] ?? [asked]
}

/** True where a position has the asked-for words one behind another, or is one of the kinds they stand for. */
export function isPosition(position: string, asked: string): boolean {
  const folded = ` ${fold(position)} `
  return positionsMeant(asked).some((words) => folded.includes(` ${words} `))
}
