import type { Field } from './headings.ts'

/** What other programs and offices call the columns (SIASN, SIMPEG, e-Kinerja, lists by hand), folded. */
export const CALLED: Readonly<Record<Field, readonly string[]>> = {
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

function combined(before: readonly string[], after: readonly string[]): readonly string[] {
  return before.flatMap((first) => after.map((second) => `${first} ${second}`))
}
