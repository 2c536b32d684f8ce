import type { Day } from '../../indonesian/dates.ts'
import type { EntryRole, Kind } from '../employee.ts'
import { kindOfNip, readNip } from '../nip.ts'
import { textOf } from './cells.ts'
import { contactsFrom, gradeFrom, kindFrom, leftFrom, roleFrom, supervisorFrom } from './facts.ts'
import { type Columns, FIELDS, type Field } from './headings.ts'
import type { NoteKind } from './report.ts'
import type { Cell, TableRow } from './table.ts'
import { createWording } from './wording.ts'

/** What a row says of somebody. What is left out it does not say; an empty text (or list) asks for nothing to be there. */
export interface Arrival {
  readonly nip: string
  readonly name?: string
  readonly kind?: Kind
  /** What the NIP tells, for whom nobody says it. */
  readonly nip_kind?: Kind
  /** The names of the unit and those above it, the highest first. */
  readonly unit?: readonly string[]
  readonly position?: string
  readonly grade?: string
  readonly email?: string
  readonly phone?: string
  readonly supervisor?: string
  readonly role?: EntryRole
  readonly qualification?: string
  readonly wanted_qualification?: string
  readonly competencies?: readonly string[]
  readonly wanted_competencies?: readonly string[]
  /** Years, as the office states them. */
  readonly retirement_age?: number
  /** From that age, else from the position. */
  readonly retires_on?: Day | null
  readonly left_on?: Day | ''
}

/** A row as it was understood: whom it is about, why it cannot be taken, what was noticed; `empty` speaks of nobody. */
export type RowReading =
  | { readonly empty: true }
  | { readonly problem: string; readonly nip?: string }
  | { readonly arrival: Arrival; readonly notes: readonly NoteKind[] }

/** What stands in the cell of a field, in order; empty where nothing does. */
export type Said = Readonly<Record<Field, string>>

/** What hears of what is noticed about a row. */
export type Noting = (kind: NoteKind) => void

/** Reads the rows of a table by its columns; `today` is for days written with two digits of their year. */
export function createRowReader(columns: Columns['of'], today: Day): (row: TableRow) => RowReading {
  const { wordsFrom, retirementFrom } = createWording()
  return (row) => {
    if (row.torn) return { problem: TORN }
    const said = saidIn(row, columns)
    const nip = readNip(cellOf(row, columns.nip))
    if ('problem' in nip) return said.nip === '' ? nameless(said) : nip
    const words = wordsFrom(said)
    const kind = kindFrom(said.jenis)
    const problem = 'problem' in kind ? kind.problem : words.problem
    if (problem !== undefined) return { problem, ...nip }
    const notes: NoteKind[] = []
    const note: Noting = (one) => void notes.push(one)
    const arrival = arrivalFrom(said, nip.nip, { ...kind, ...words.words }, note)
    const facts = {
      ...arrival,
      ...supervisorFrom(cellOf(row, columns.atasan_nip), nip.nip, note),
      ...leftFrom(said.berhenti, today, note),
      ...retirementFrom(said, arrival, note),
    }
    return { arrival: facts, notes }
  }
}

const TORN =
  'selnya lebih banyak daripada judulnya, mungkin karena ada koma di dalam nama atau gelar. Tulis isi seperti itu di antara tanda kutip: "Budi, S.E.".'

function arrivalFrom(said: Said, nip: string, known: Omit<Arrival, 'nip'>, note: Noting): Arrival {
  const told = kindOfNip(nip)
  if (said.jenis !== '' && known.kind === undefined) note('kind')
  if (known.kind !== undefined && told !== undefined && told !== known.kind) note('otherKind')
  return {
    nip,
    ...known,
    ...(told && { nip_kind: told }),
    ...gradeFrom(said.golongan, known.kind ?? told ?? 'PNS', note),
    ...contactsFrom(said, note),
    ...roleFrom(said.peran, note),
  }
}

/** Without a NIP a row may be a person whose NIP is missing, or a line below the list. */
function nameless({ nama, jabatan, unit }: Said): RowReading {
  return nama === '' || jabatan + unit === '' ? { empty: true } : { problem: 'NIP kosong.' }
}

function saidIn(row: TableRow, columns: Columns['of']): Said {
  const said = Object.fromEntries(FIELDS.map((field) => [field, textOf(cellOf(row, columns[field]))]))
  return said as Said // all fields are there
}

/** The first of a field's cells in which something stands. */
function cellOf({ cells }: TableRow, columns: readonly number[] = []): Cell {
  const filled = columns.find((column) => textOf(cells[column]) !== '')
  return filled === undefined ? '' : (cells[filled] ?? '')
}
