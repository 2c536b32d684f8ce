import { beforeAll, describe, expect, it } from 'vitest'
import { createStaff } from '../../src/features/staff/feature.ts'
import { educationGap } from '../../src/features/staff/gaps/education.ts'
import { isHead } from '../../src/features/staff/heads.ts'
import { tableFile } from '../../src/features/staff/list-file.ts'
import { createStaffStore } from '../../src/features/staff/store.ts'
import { freshDatabase } from '../support/database.ts'
import { employ, emptyDirectory } from './people.ts'
import { commanded, pressed } from './turns.ts'

describe('schooling', () => {
  it.each([
    ['S1 Keperawatan', 'S1 Keperawatan', undefined],
    ['S-1 Ilmu Hukum', 'S1 Hukum', undefined],
    ['D3 Keperawatan', 'S1 Keperawatan', 'level'],
    ['S2 Manajemen', 'S1 Akuntansi', 'field'],
    [null, 'SMA', 'unrecorded'],
    ['SMA', 'D3 Kebidanan atau SMA', undefined],
    ['Profesi Ners', 'S1 Keperawatan', 'field'],
    ['Magister Hukum', 'Sarjana semua jurusan', undefined],
    ['SMK', 'SMA/SMK sederajat', undefined],
    ['D4 Kebidanan', 'S1 Kebidanan', undefined],
    ['S1 Hukum', null, undefined],
  ] as const)('%s where %s is wanted', (held, wanted, gap) => {
    expect(educationGap(held, wanted)).toBe(gap)
  })
})

describe('gaps', () => {
  const files: string[] = []
  const looks: unknown[] = []
  const hr = { role: 'hr' as const }
  let staff: ReturnType<typeof createStaff>
  beforeAll(async () => {
    const database = await freshDatabase()
    await emptyDirectory(database)
    staff = createStaff({
      store: createStaffStore(database),
      audit: async (several) => void looks.push(...several),
      make: async (bytes, { name, mime }) => {
        files.push(Buffer.from(bytes).toString('utf8'))
        return { hash: 'x', name, mime, size: bytes.length }
      },
    })
    expect((await commanded(staff, hr, 'kesenjangan', '')).say[0]?.text).toContain('Belum ada pegawai')
    const needs = ['Etika', 'Komputer']
    await employ(database, [
      {
        name: 'Ani',
        unit: 'Puskesmas Ciracas',
        position: 'Perawat',
        qualification: 'D3 Keperawatan',
        wanted: 'S1 Keperawatan',
        has: ['ETIKA'],
        needs,
      },
      {
        name: '=HYPERLINK("x")',
        unit: 'Puskesmas Kasemen',
        position: 'Perawat',
        qualification: 'S1 Keperawatan',
        wanted: 'S1 Keperawatan',
        has: ['Etika'],
        needs,
      },
      {
        name: 'Cici',
        unit: 'Inspektorat',
        position: 'Auditor',
        qualification: 'S1 Hukum',
        wanted: 'S1 Akuntansi',
        has: needs,
        needs,
      },
      {
        name: 'Dodi',
        unit: 'Inspektorat',
        position: 'Auditor',
        qualification: 'S1 Akuntansi',
        wanted: 'S1 Akuntansi',
        has: needs,
        needs,
      },
      { name: 'Euis', unit: 'Inspektorat', position: 'Pengemudi' },
    ])
  })

  it('are told in numbers, by unit and by position', async () => {
    const all = (await commanded(staff, hr, 'kesenjangan', '')).say[0]?.text
    expect(all).toContain(
      '**2** dari 4 orang belum sesuai (1 jenjangnya di bawah, 1 bidangnya lain, 0 belum tercatat)',
    )
    expect(all).toContain('**2** dari 4 orang belum punya semua')
    expect(all).toContain('| Komputer | 2 |')
    expect(all).not.toContain('| Etika |')
    expect(all).toContain('| Dinas Kesehatan | 1 | 2 |')
    expect(all).toContain('| Inspektorat | 1 | 0 |')
    const positions = (await pressed(staff, hr, 'kesenjangan:position:')).say[0]?.text
    expect(positions).toContain('| Perawat | 1 | 2 |')
    const below = (await commanded(staff, hr, 'kesenjangan', 'dinas kesehatan')).say[0]?.text
    expect(below).toContain('| Puskesmas Ciracas | 1 | 1 |')
    expect(below).not.toContain('Inspektorat')
  })

  it('are told by name in a file, and that look is written down', async () => {
    await pressed(staff, hr, 'kesenjangan:file:')
    const lines = files[0]?.split('\r\n') ?? []
    expect(lines).toHaveLength(5)
    expect(files[0]).toContain(
      ';Ani;Perawat;Puskesmas Ciracas;D3 Keperawatan;S1 Keperawatan;jenjang di bawah;Komputer',
    )
    expect(files[0]).toContain(`"'=HYPERLINK(""x"")"`)
    expect(files[0]).not.toContain('Dodi')
    expect(looks).toEqual([{ action: 'staff.gaps-file', subject: null, detail: { unit: null, people: 3 } }])
  })
})

it('no cell of a file is a formula', () => {
  const cells = ['=1', '+1', '-1', '@x', '\tx', '\rx']
  const text = Buffer.from(
    tableFile(
      ['a'],
      cells.map((cell) => [cell]),
    ),
  ).toString('utf8')
  expect(text.match(/(?:^|\n)"?'/g)).toHaveLength(cells.length)
})

it.each([
  ['Kepala Dinas', 'Dinas Kesehatan', true],
  ['Plt. Kepala Dinas Kesehatan', 'Dinas Kesehatan', true],
  ['Kepala Bidang Mutasi', 'Badan Kepegawaian', false],
  ['Kepala Dinas Pendidikan', 'Dinas Kesehatan', false],
  ['Camat', 'Kecamatan Curug', true],
  ['Sekretaris Camat', 'Kecamatan Curug', false],
  ['Kepala Sekolah', 'SD Negeri 1', true],
  ['Inspektur Pembantu I', 'Inspektorat', false],
  ['Inspektur', 'Inspektorat', true],
  ['Direktur', 'RSUD Kota Serang', true],
])('%s heads %s: %s', (position, unit, head) => {
  expect(isHead(position, unit)).toBe(head)
})
