import { jobs, units } from '../../test/staff/vocabulary.ts'

const FIRST =
  'Agus Budi Citra Dewi Eko Fitri Gilang Hana Indra Joko Kartika Lestari Maya Nanda Oki Putri Rizki Sari Tono Umi Vina Wahyu Yanti Zaki'.split(
    ' ',
  )
const MIDDLE =
  'Aminah Fauzi Wati Surya Ratna Hendra Dedi Kurniawan Puspita Adi Bayu Cahya Intan Mega Nur Rahmat Sri Tri Yoga Zahra'.split(
    ' ',
  )
const LAST =
  'Santoso Wijaya Pratama Nugroho Hidayat Kusuma Saputra Lestari Maulana Permana Setiawan Utami Rahayu Siregar Nasution Harahap'.split(
    ' ',
  )
const GRADES = ['II/c', 'III/a', 'III/b', 'III/d', 'IV/a']
const DEGREES = ['SMA', 'D-III Keperawatan', 'S-1 Administrasi', 'S-2 Manajemen']
/** Offices as the questions of the tests name them, with what is below them; those after them are invented. */
const OFFICES = units.filter(({ parent }) => parent === null)
const LEADERS: readonly (readonly [office: RegExp, leader: string])[] = [
  [/^Kecamatan/, 'Camat'],
  [/^RSUD/, 'Direktur'],
  [/^Inspektorat/, 'Inspektur'],
  [/^Badan/, 'Kepala Badan'],
]
/** So many work in one unit, one of them at its head; so many units are below one office. */
const IN_UNIT = 25
const IN_OFFICE = 20

/** The lines of a list of so many invented people as CSV, the same ones each time: offices, units below them, heads. */
export function* madePeople(count: number): Generator<string> {
  yield 'nip,nama,email,telepon,unit,unit_induk,jabatan,golongan,jenis,atasan_nip,peran,pendidikan,kompetensi\n'
  for (let i = 0; i < count; i++) {
    const unit = Math.floor(i / IN_UNIT)
    const office = Math.floor(unit / IN_OFFICE)
    const heads = i % IN_UNIT === 0
    const leads = heads && unit % IN_OFFICE === 0
    const above = leads ? undefined : heads ? office * IN_OFFICE * IN_UNIT : unit * IN_UNIT
    const named = OFFICES[office]
    const officeName = named?.name ?? `Dinas ${pick(LAST, office)} ${office + 1}`
    const inner = named && units.filter(({ parent }) => parent === named.id)[(unit % IN_OFFICE) - 1]
    const contract = isContract(i)
    const leader = LEADERS.find(([pattern]) => pattern.test(officeName))?.[1] ?? 'Kepala Dinas'
    const cells = [
      nipOf(i),
      `"${pick(FIRST, i)} ${pick(MIDDLE, Math.floor(i / 11))} ${pick(LAST, Math.floor(i / 7))}, S.Sos., M.Si"`,
      i % 4 === 3 ? '' : `pegawai${i}@contoh.go.id`,
      i % 5 === 3 ? '' : `08${String(1_100_000_000 + i)}`,
      leads ? officeName : (inner?.name ?? `Unit ${unit + 1}`),
      leads ? '' : officeName,
      leads ? leader : heads ? 'Kepala Bidang' : pick(jobs, i),
      contract ? 'IX' : pick(GRADES, i),
      contract ? 'PPPK' : 'PNS',
      above === undefined ? '' : nipOf(above),
      leads ? 'hr' : 'pegawai',
      pick(DEGREES, i),
      'Komunikasi; Pelayanan publik',
    ]
    yield `${cells.join(',')}\n`
  }
}

/** The NIP of the i-th of them: no two the same below a million. */
export function nipOf(i: number): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  const birthday = `${1970 + (i % 30)}${two(1 + (Math.floor(i / 30) % 12))}${two(1 + (Math.floor(i / 360) % 28))}`
  const begun = isContract(i) ? '202221' : '201503'
  return `${birthday}${begun}${1 + (i % 2)}${String(1 + Math.floor(i / 10_080)).padStart(3, '0')}`
}

/** Heads are never under contract. */
function isContract(i: number): boolean {
  return i % IN_UNIT !== 0 && i % 5 === 1
}

function pick(list: readonly string[], at: number): string {
  return list[at % list.length] ?? ''
}
