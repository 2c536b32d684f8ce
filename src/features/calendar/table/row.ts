import type { Holiday, HolidayKind } from '../../../calendar.ts'
import { type Day, readDay } from '../../../indonesian/dates.ts'
import { fold } from '../../../indonesian/words.ts'
import { texts } from './texts.ts'

/** The columns of a table of days off, in the order they have where no headings say another. */
export const COLUMNS = ['tanggal', 'jenis', 'nama', 'dasar'] as const
export type Column = (typeof COLUMNS)[number]

/** One row by column. */
export type Cells = Readonly<Record<Column, string>>

const KINDS: Readonly<Record<string, HolidayKind>> = {
  nasional: 'nasional',
  libur: 'nasional',
  'libur nasional': 'nasional',
  'hari libur nasional': 'nasional',
  bersama: 'bersama',
  cuti: 'bersama',
  'cuti bersama': 'bersama',
  daerah: 'daerah',
  lokal: 'daerah',
  'libur daerah': 'daerah',
  'libur lokal': 'daerah',
  kerja: 'kerja',
  masuk: 'kerja',
  'hari kerja': 'kerja',
  'tetap hari kerja': 'kerja',
}

const YEARS_AHEAD = 3
const [NAME, DECREE] = [120, 250] as const

/** Reads a row, or says why it cannot be taken; what it rests on may be left out where `above` says it. */
export function readRow(cells: Cells, today: Day, above: string): Holiday | { readonly problem: string } {
  const t = texts.id.problems
  const day = dayIn(cells.tanggal, today)
  if ('problem' in day) return day
  const kind = Object.hasOwn(KINDS, fold(cells.jenis)) ? KINDS[fold(cells.jenis)] : undefined
  if (kind === undefined) return { problem: t.kind(cells.jenis) }
  const name = plain(cells.nama)
  if (name.length < 3 || name.length > NAME) return { problem: t.name(NAME) }
  const decree = plain(cells.dasar) || above
  if (decree.length < 5 || decree.length > DECREE) return { problem: t.decree(DECREE) }
  return { day: day.day, kind, name, decree }
}

function dayIn(written: string, today: Day): { readonly day: Day } | { readonly problem: string } {
  const t = texts.id.problems
  if (written.trim() === '') return { problem: t.noDay }
  if (!/(?<!\d)(?:19|20|21)\d\d(?!\d)/.test(written)) return { problem: t.noYear(written) }
  const day = readDay(written, today)
  if (day === undefined) return { problem: t.noSuchDay(written) }
  const [year, first] = [Number(day.slice(0, 4)), Number(today.slice(0, 4)) - 1]
  const last = first + 1 + YEARS_AHEAD
  return year < first || year > last ? { problem: t.otherYear(first, last) } : { day }
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
