import type { Unit } from '../../src/features/staff/reading/units.ts'
import { fold } from '../../src/indonesian/words.ts'

/** A government's units for tests: OPD with what is below them. */
const TREE: Readonly<Record<string, readonly string[]>> = {
  'Dinas Kesehatan': [
    'Puskesmas Ciracas',
    'Puskesmas Serang Kota',
    'Puskesmas Kasemen',
    'Puskesmas Cipocok Jaya',
    'Bidang Pelayanan Kesehatan',
  ],
  'Dinas Pendidikan dan Kebudayaan': [
    'SD Negeri 1 Serang',
    'SD Negeri 2 Serang',
    'SMP Negeri 1 Kota Serang',
    'SMP Negeri 7 Kota Serang',
  ],
  'Badan Kepegawaian dan Pengembangan Sumber Daya Manusia': [
    'Bidang Mutasi',
    'Bidang Pengembangan Kompetensi',
  ],
  'Badan Pendapatan Daerah': [],
  'Badan Pengelolaan Keuangan dan Aset Daerah': [],
  'Badan Perencanaan Pembangunan Daerah': [],
  'Dinas Komunikasi dan Informatika': [],
  'Dinas Perhubungan': [],
  'Dinas Lingkungan Hidup': [],
  'Dinas Sosial': [],
  'Dinas Kependudukan dan Pencatatan Sipil': [],
  'Dinas Pekerjaan Umum dan Penataan Ruang': [],
  'Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu': [],
  'Satuan Polisi Pamong Praja': [],
  'Sekretariat Daerah': ['Bagian Umum', 'Bagian Hukum'],
  'Sekretariat DPRD': [],
  Inspektorat: [],
  'Kecamatan Serang': ['Kelurahan Sumur Pecung', 'Kelurahan Serang'],
  'Kecamatan Cipocok Jaya': ['Kelurahan Banjarsari', 'Kelurahan Cipocok Jaya'],
  'Kecamatan Kasemen': [],
  'Kecamatan Curug': [],
  'Kecamatan Walantaka': [],
  'Kecamatan Taktakan': [],
  'RSUD Kota Serang': [],
}

/** The units of the tree with ids in its order, from 1. */
export const units: readonly Unit[] = (() => {
  const found: Unit[] = []
  for (const [name, below] of Object.entries(TREE)) {
    const id = String(found.length + 1)
    found.push({ id, name, parent: null })
    for (const inner of below) found.push({ id: String(found.length + 1), name: inner, parent: id })
  }
  return found
})()

/** Positions people have there, as they are written. */
export const jobs: readonly string[] = [
  'Guru Ahli Pertama',
  'Guru Ahli Muda',
  'Guru Kelas',
  'Perawat Terampil',
  'Perawat Ahli Pertama',
  'Bidan Terampil',
  'Bidan Ahli Muda',
  'Dokter Ahli Pertama',
  'Dokter Gigi Ahli Muda',
  'Apoteker Ahli Pertama',
  'Kepala Dinas',
  'Kepala Badan',
  'Sekretaris',
  'Kepala Bidang Mutasi',
  'Kepala Bidang Pelayanan Kesehatan',
  'Kepala Subbagian Umum dan Kepegawaian',
  'Kepala Puskesmas',
  'Kepala Sekolah',
  'Camat',
  'Lurah',
  'Inspektur',
  'Direktur',
  'Analis SDM Aparatur Ahli Muda',
  'Pranata Komputer Ahli Pertama',
  'Arsiparis Terampil',
  'Pengelola Gaji',
  'Analis Hukuman Disiplin',
  'Pengelola Cuti',
  'Penyuluh Pertanian Terampil',
  'Pengadministrasi Umum',
  'Pengemudi',
  'Auditor Ahli Muda',
  'Polisi Pamong Praja Terampil',
]

/** The same, folded. */
export const positions: readonly string[] = jobs.map(fold)
