import { type Day, readDay } from '../../../../indonesian/dates.ts'
import { readNumber } from '../../../../indonesian/numbers.ts'
import { MOST } from '../../updates/fields.ts'
import type { Goal } from '../target.ts'

/** The columns of a file with targets; the first four must be there. */
export const COLUMNS = [
  'nip',
  'tahun',
  'nomor',
  'rhk',
  'kuantitas',
  'satuan',
  'mutu',
  'mutu_persen',
  'tenggat',
  'induk_nomor',
] as const
export const REQUIRED = COLUMNS.slice(0, 4)
export type Column = (typeof COLUMNS)[number]

/** A row of such a file, by column; what is not there is empty. */
export type Cells = Readonly<Partial<Record<Column, string>>>

/** A target of a file: whose, of which year, and which of the supervisor's it is part of. */
export interface TargetRow {
  readonly nip: string
  readonly year: number
  readonly number: number
  readonly parent: number | null
  readonly goal: Goal
}

/** Reads a row, or says in Indonesian why it cannot be taken. */
export function readRow(cells: Cells): TargetRow | { readonly problem: string } {
  const cell = (column: Column): string => (cells[column] ?? '').trim()
  const nip = cell('nip').replace(/[\s.'’`-]+/g, '')
  if (/e\+?\d+$/i.test(cell('nip')) || /^\d{15}000$/.test(nip))
    return problem('NIP sudah menjadi bilangan di Excel; ubah kolomnya menjadi Teks, lalu isi lagi')
  if (!/^\d{18}$/.test(nip)) return problem('NIP harus 18 angka')
  const [year, number] = [whole(cell('tahun')), whole(cell('nomor'))]
  if (year === undefined || year < 2000 || year > 2199) return problem('tahun harus seperti 2026')
  if (number === undefined || number < 1 || number > MOST_NUMBER)
    return problem(`nomor harus 1 sampai ${MOST_NUMBER}`)
  const title = cell('rhk').replace(/\s+/g, ' ')
  if (title.length < 5 || title.length > 200) return problem('RHK harus 5 sampai 200 huruf')
  const goal = goalIn(cell, title, year)
  if ('problem' in goal) return goal
  const parent = cell('induk_nomor') === '' ? null : whole(cell('induk_nomor'))
  if (parent === undefined) return problem('induk_nomor harus nomor RHK atasan')
  return { nip, year, number, parent, goal }
}

const MOST_NUMBER = 99

function goalIn(
  cell: (column: Column) => string,
  title: string,
  year: number,
): Goal | { readonly problem: string } {
  const quantity = cell('kuantitas') === '' ? null : readNumber(cell('kuantitas'))
  if (quantity === undefined || (quantity !== null && (quantity <= 0 || quantity > MOST)))
    return problem('kuantitas harus angka lebih dari nol')
  const unit = cell('satuan')
  if (quantity !== null && (unit === '' || unit.length > 40))
    return problem('kuantitas perlu satuan, misalnya berkas')
  const share = cell('mutu_persen') === '' ? null : readNumber(cell('mutu_persen'))
  if (share === undefined || (share !== null && (share < 0 || share > 100)))
    return problem('mutu_persen harus 0 sampai 100')
  const quality = cell('mutu')
  if (quality.length > 300) return problem('mutu paling panjang 300 huruf')
  const due: Day | undefined =
    cell('tenggat') === '' ? `${year}-12-31` : readDay(cell('tenggat'), `${year}-01-01`)
  if (due === undefined || !due.startsWith(String(year)))
    return problem(`tenggat harus tanggal dalam tahun ${year}`)
  return {
    title,
    quantity,
    unit: quantity === null ? null : unit,
    quality: quality === '' ? null : quality,
    qualityGoal: share,
    due,
  }
}

function whole(text: string): number | undefined {
  return /^\d{1,6}$/.test(text) ? Number(text) : undefined
}

function problem(text: string): { readonly problem: string } {
  return { problem: text }
}
