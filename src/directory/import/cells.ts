import { type Day, readDay } from '../../indonesian/dates.ts'
import { fold } from '../../indonesian/words.ts'
import { dayOfSerial } from './serial.ts'
import type { Cell } from './table.ts'

/** What empties a field of an entry; an empty cell says nothing. */
export const EMPTIES = 'kosongkan'
/** What programs write where they know nothing. */
const NOTHING = /^(?:[-–—.]+|null|nan|n\/a|#(?:n\/a|ref!|value!|name\?|div\/0!|null!|num!))$/i
/** Nearly every cell: it need not be put in order. */
const PLAIN = /^(?:[!-~]+(?: [!-~]+)*)?$/
const YEAR = /\d{4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2}$/
const TIME = /[T ]\d{1,2}[:.]\d{2}([:.]\d{2}([.,]\d+)?)?\s*(Z|[AP]M)?$/i

/** The words of a cell on one line, in what PostgreSQL takes for text; empty where it says nothing. */
export function textOf(cell: Cell | undefined): string {
  const raw = String(cell ?? '')
  if (PLAIN.test(raw)) return NOTHING.test(raw) ? '' : raw
  const text = raw
    .toWellFormed()
    .replace(/[\s\p{Cc}\u200B-\u200D\u2060\uFEFF]+/gu, ' ')
    .trim()
  return NOTHING.test(text) ? '' : text
}

/** True where a cell asks for the field to be emptied. */
export function empties(text: string): boolean {
  return text.toLowerCase() === EMPTIES
}

/** The parts of a list, each once. */
export function listOf(text: string): readonly string[] {
  const parts = text.split(/[;\n]/).map((part) => part.trim())
  return [...new Map(parts.map((part) => [fold(part), part] as const)).entries()].flatMap(([key, part]) =>
    key === '' ? [] : [part],
  )
}

/** The names of a path of units, "Dinas Kesehatan > Puskesmas Ciracas", the highest first. */
export function pathOf(text: string): readonly string[] {
  return text
    .split(/[>›»]/)
    .map((name) => name.trim())
    .filter((name) => fold(name) !== '')
}

/** A day with its year, in words, digits, or as a spreadsheet counts it; undefined where it is none. */
export function dayOf(text: string, today: Day): Day | undefined {
  if (/^\d{5}(\.\d+)?$/.test(text)) return dayOfSerial(Number(text))
  const day = text.replace(TIME, '').trim()
  return YEAR.test(day) ? readDay(day, today) : undefined
}
