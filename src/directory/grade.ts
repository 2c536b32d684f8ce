import type { Kind } from './employee.ts'

const PPPK_GRADES = 17
/** The rooms of each golongan of a civil servant: four, and five in the fourth. */
const ROOMS: Readonly<Record<string, string>> = { I: 'abcd', II: 'abcd', III: 'abcd', IV: 'abcde' }
const ROMAN = [
  '',
  'I',
  'II',
  'III',
  'IV',
  'V',
  'VI',
  'VII',
  'VIII',
  'IX',
  'X',
  'XI',
  'XII',
  'XIII',
  'XIV',
  'XV',
  'XVI',
  'XVII',
]

/**
 * A golongan as it is shown here: "III/a" of a civil servant ("3A", "iii-a", "Penata Muda, III/a"), "IX" of a PPPK ("9",
 * "Gol. IX"). Undefined where it is none.
 */
export function readGrade(text: string, kind: Kind): string | undefined {
  const words = text.toUpperCase().replace(/\b(GOL(ONGAN)?|RUANG|PANGKAT)\b\.?/g, ' ')
  return kind === 'PNS' ? ofServant(words) : ofContract(words)
}

function ofServant(words: string): string | undefined {
  const match = /(?<![\p{L}\p{N}])(IV|I{1,3}|[1-4])\s*[/\-. ]?\s*([A-E])(?![\p{L}\p{N}])/u.exec(words)
  const [, number = '', letter = ''] = match ?? []
  const grade = /\d/.test(number) ? (ROMAN[Number(number)] ?? '') : number
  const room = letter.toLowerCase()
  return room !== '' && ROOMS[grade]?.includes(room) ? `${grade}/${room}` : undefined
}

function ofContract(words: string): string | undefined {
  const word = /(?<![\p{L}\p{N}])([IVX]+|\d{1,2})(?![\p{L}\p{N}])/u.exec(words)?.[1] ?? ''
  const grade = /\d/.test(word) ? ROMAN[Number(word)] : word
  return grade !== undefined && ROMAN.indexOf(grade) > 0 && ROMAN.indexOf(grade) <= PPPK_GRADES
    ? grade
    : undefined
}
