import { Unreadable } from '../../errors.ts'
import { fold } from '../../indonesian/words.ts'

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

/** What other programs and offices call the columns (SIASN, SIMPEG, e-Kinerja, lists by hand), folded. */
const CALLED: Readonly<Record<Field, readonly string[]>> = {
  nip: ['nip baru', 'nip pegawai', 'nip pns', 'nip asn', 'nip pppk', 'ni pppk', 'nomor induk pegawai'],
  nama: ['nama pegawai', 'nama pns', 'nama asn', 'nama pppk', 'nama lengkap', 'nama dan gelar', 'nama gelar'],
  email: ['e mail', 'alamat email', 'surel', 'email pribadi', 'email pegawai', 'email gov', 'email dinas'],
  telepon: [
    ...combined(
      ['nomor', 'no', 'nmr'],
      ['hp', 'telepon', 'telp', 'tlp', 'handphone', 'ponsel', 'wa', 'whatsapp'],
    ),
    ...['hp', 'telp', 'handphone', 'ponsel', 'wa', 'whatsapp', 'no hp wa', 'no telp hp', 'telepon seluler'],
  ],
  unit: [
    ...[
      'unor nama',
      'nama unor',
      'unor',
      'unor nama unor',
      'unit kerja',
      'nama unit kerja',
      'unit kerja nama',
    ],
    ...['nama unit', 'unit organisasi', 'nama unit organisasi', 'satuan kerja', 'satker'],
  ],
  jabatan: ['jabatan nama', 'nama jabatan', 'jabatan terakhir', 'jabatan sekarang', 'nama jabatan terakhir'],
  golongan: [
    ...[
      'gol akhir nama',
      'golongan akhir',
      'golongan akhir nama',
      'golongan nama',
      'gol',
      'gol ruang',
      'gol akhir',
    ],
    ...['golongan ruang', ...combined(['pangkat'], ['gol', 'golongan', 'gol ruang', 'golongan ruang'])],
  ],
  jenis: [
    ...[
      'jenis pegawai',
      'jenis asn',
      'jenis kepegawaian',
      'status pegawai',
      'status kepegawaian',
      'status asn',
    ],
    ...['status cpns pns', 'jenis pegawai nama'],
  ],
  atasan_nip: [
    ...['nip atasan', 'nip atasan langsung', 'atasan langsung nip', 'nip penilai', 'nip pejabat penilai'],
    ...['pejabat penilai nip', 'nip pejabat penilai kinerja'],
  ],
  peran: ['peran abdi'],
  unit_induk: [
    ...['unor induk nama', 'unor induk', 'nama unor induk', 'unor induk nama unor', 'unit kerja induk'],
    ...['opd', 'skpd', 'perangkat daerah', 'nama opd', 'nama skpd', 'nama perangkat daerah'],
  ],
  gelar_depan: ['glr depan', 'glr dpn'],
  gelar_belakang: ['glr belakang', 'glr blk'],
  pendidikan: [
    ...['pendidikan nama', 'pendidikan terakhir', 'pendidikan terakhir nama', 'nama pendidikan'],
    ...['tingkat pendidikan nama', 'tingkat pendidikan'],
  ],
  kualifikasi_jabatan: ['kualifikasi pendidikan jabatan', 'syarat pendidikan', 'syarat pendidikan jabatan'],
  kompetensi: ['kompetensi pegawai', 'kompetensi dimiliki'],
  kompetensi_jabatan: ['syarat kompetensi', 'standar kompetensi jabatan'],
  bup: ['batas usia pensiun', 'usia pensiun'],
  berhenti: ['tanggal berhenti', 'tmt berhenti', 'tmt pemberhentian', 'tanggal keluar'],
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

function combined(before: readonly string[], after: readonly string[]): readonly string[] {
  return before.flatMap((first) => after.map((second) => `${first} ${second}`))
}
