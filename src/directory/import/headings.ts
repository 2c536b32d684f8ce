import { Unreadable } from '../../errors.ts'
import { fold } from '../../indonesian/words.ts'
import { CALLED } from './synonyms.ts'

/** What a column can hold, by the names the template gives them. */
export const FIELDS = [
  'nip',
  'nama',
  'email',
  'telepon',
  'unit',
  'jabatan',
  'golongan',
  'jenis',
  'atasan_nip',
  'peran',
  'unit_induk',
  'gelar_depan',
  'gelar_belakang',
  'pendidikan',
  'kualifikasi_jabatan',
  'kompetensi',
  'kompetensi_jabatan',
  'bup',
  'berhenti',
] as const
export type Field = (typeof FIELDS)[number]

/** The columns of each field, the one to be asked first before the others; and the headings nothing is known about. */
export interface Columns {
  readonly of: Readonly<Partial<Record<Field, readonly number[]>>>
  readonly headings: readonly string[]
  readonly unused: readonly string[]
}

const FIELD_OF = new Map<string, readonly [field: Field, rank: number]>(
  FIELDS.flatMap((field) =>
    [field, ...CALLED[field]].map((name, rank) => [fold(name), [field, rank]] as const),
  ),
)

/**
 * Which column holds what, from the headings of a file and what the operator says of them (heading → field). Undefined
 * where the row is no row of headings: none of them is a NIP. Throws `Unreadable` for a heading of `said` that is not there.
 */
export function columnsOf(
  row: readonly string[],
  said: Readonly<Record<string, Field>> = {},
): Columns | undefined {
  const own = new Map(Object.entries(said).map(([heading, field]) => [fold(heading), field]))
  const settled = new Set(own.values())
  const found = row.flatMap((heading, column) => {
    const field = own.get(fold(heading))
    if (field !== undefined) return [{ column, field, rank: 0 }]
    const [known, rank] = FIELD_OF.get(fold(heading)) ?? []
    return known === undefined || rank === undefined || settled.has(known)
      ? []
      : [{ column, field: known, rank }]
  })
  const columns = Object.groupBy(
    found.toSorted((a, b) => a.rank - b.rank),
    ({ field }) => field,
  )
  if (columns.nip === undefined) return undefined
  mustBeThere(Object.keys(said), row)
  const of = Object.fromEntries(
    Object.entries(columns).map(([field, all]) => [field, all.map(({ column }) => column)]),
  )
  const used = new Set(found.map(({ column }) => column))
  return {
    of: of.unit === undefined ? alone(of) : of,
    headings: row,
    unused: row.filter((heading, column) => heading.trim() !== '' && !used.has(column)),
  }
}

/** Where only the office above is named, it is the unit itself. */
function alone({ unit_induk, ...rest }: Columns['of']): Columns['of'] {
  return unit_induk === undefined ? rest : { ...rest, unit: unit_induk }
}

function mustBeThere(headings: readonly string[], row: readonly string[]): void {
  const there = new Set(row.map(fold))
  for (const heading of headings)
    if (!there.has(fold(heading)))
      throw new Unreadable(
        `kolom "${heading}" tidak ada di berkas ini. Yang ada: ${row.filter((name) => name.trim() !== '').join(', ')}.`,
      )
}
