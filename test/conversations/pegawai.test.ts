import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { seen } from '../staff/composed.ts'
import type { Someone } from '../staff/people.ts'
import { plays, testBot } from '../support/bot.ts'
import { freshDatabase } from '../support/database.ts'

const office = vi.hoisted(() => ({ people: [] as readonly unknown[] }))
vi.mock('../../src/features/index.ts', async (original) => {
  const real = await original<typeof import('../../src/features/index.ts')>()
  const { composed } = await import('../staff/composed.ts')
  const createFeatures: typeof real.createFeatures = (context) =>
    composed(real.createFeatures(context), context)
  return { ...real, createFeatures }
})
vi.mock('../support/database.ts', async (original) => {
  const { freshDatabase } = await original<typeof import('../support/database.ts')>()
  const { emptyDirectory, employ, seat } = await import('../staff/people.ts')
  return {
    freshDatabase: async () => {
      const database = await freshDatabase()
      await emptyDirectory(database)
      const ids = await employ(database, office.people as readonly Someone[])
      await seat(database, 'test:wati', 'employee', ids['Wati Lestari'])
      await seat(database, 'test:hendra', 'supervisor', ids['Hendra Gunawan'])
      await seat(database, 'test:sari', 'hr', ids['Sari Petugas'])
      await seat(database, 'test:admin', 'admin')
      return database
    },
  }
})

const CIRACAS = 'Puskesmas Ciracas'
const perawat = (name: string, more: Partial<Someone> = {}): Someone => ({
  name,
  unit: CIRACAS,
  position: 'Perawat Ahli Pertama',
  sex: 'P',
  supervisor: 'Hendra Gunawan',
  ...more,
})
office.people = [
  {
    name: 'Kartika Dewi',
    unit: 'Dinas Kesehatan',
    position: 'Kepala Dinas',
    grade: 'IV/c',
    phone: '+628111000111',
  },
  {
    name: 'Hendra Gunawan',
    unit: CIRACAS,
    position: 'Kepala Puskesmas',
    grade: 'IV/a',
    supervisor: 'Kartika Dewi',
  },
  perawat('Wati Lestari', { born: '1990-05-01', retires: '2048-06-01', email: 'wati@contoh.go.id' }),
  perawat('Rina Aminah', { kind: 'PPPK', grade: 'IX' }),
  perawat('Dewi Sartika', { kind: 'PPPK', grade: 'IX' }),
  perawat('Ratna Sari', { grade: 'III/b' }),
  perawat('Yuni Astuti', { grade: 'III/b', retires: '2027-04-01' }),
  perawat('Budi Santoso', { sex: 'L' }),
  perawat('Ani Rahma'),
  ...Array.from(
    { length: 11 },
    (_, i): Someone => ({
      name: `Guru ${String.fromCharCode(65 + i)}`,
      unit: 'SD Negeri 1 Serang',
      position: 'Guru Kelas',
      kind: i % 2 === 0 ? 'PPPK' : 'PNS',
      grade: i % 2 === 0 ? 'IX' : 'III/c',
      sex: 'P',
      retires: i < 3 ? '2027-02-01' : '2040-02-01',
    }),
  ),
  { name: 'Sari Petugas', unit: 'Badan Kepegawaian dan Pengembangan Sumber Daya Manusia' },
  {
    name: 'Siti Aminah',
    unit: 'Badan Kepegawaian dan Pengembangan Sumber Daya Manusia',
    phone: '+6281234567890',
    supervisor: 'Sari Petugas',
  },
]

beforeAll(async () => void (await freshDatabase()))
beforeEach(() => {
  seen.looks.length = 0
  seen.files.length = 0
})

describe('an officer', () => {
  test('has numbers at once, and hears what was understood', () =>
    plays(`
      Sari> berapa perawat di Dinas Kesehatan?
      Sari< 7 orang Saya hitung: jabatan mengandung "perawat", Dinas Kesehatan.
      Sari> berapa jumlah PPPK guru di Serang?
      Sari< 6 orang Saya hitung: PPPK, jabatan mengandung "guru", seluruh unit.
      Sari> rata-rata umur guru
      Sari< Rata-rata umurnya 41 tahun, dari 11 orang. Saya hitung: jabatan mengandung "guru", seluruh unit.
      Sari> berapa tenaga kesehatan
      Sari< 7 orang Saya hitung: tenaga kesehatan (dokter, perawat, bidan, dan lainnya), seluruh unit.
      Sari> berapa apoteker?
      Sari< 0 orang Saya hitung: jabatan mengandung "apoteker", seluruh unit.
    `))

  test('has tables', () =>
    plays(`
      Sari> yang pensiun 2027 per OPD
      Sari< Saya hitung: pensiun tahun 2027, seluruh unit, per unit.…Dinas Pendidikan dan Kebudayaan…3…Dinas Kesehatan…1…Seluruhnya 4 orang.
      Sari> komposisi pegawai menurut jenis kelamin di dinkes
      Sari< Saya hitung: semua pegawai, Dinas Kesehatan, per jenis kelamin.…Perempuan…6…Laki-laki…3…
    `))

  test('turns the pages of a list, and has it as a file', async () => {
    await plays(`
      Sari> sebutkan guru di SDN 1
      Sari< 11 orang Saya cari: jabatan mengandung "guru", SD Negeri 1 Serang. Nomor 1 sampai 10 dari 11: …1. Guru A, Guru Kelas, SD Negeri 1 Serang…10. Guru J…
      Sari> [Berikutnya]
      Sari< 11 orang…Nomor 11 sampai 11 dari 11: …11. Guru K, Guru Kelas, SD Negeri 1 Serang
      Sari> [Kirim berkasnya]
      Sari< Ini daftarnya, 11 orang.…simpan di tempat yang aman… {daftar-pegawai.csv}
    `)
    expect(seen.files[0]).toMatch(/^\uFEFFNIP;Nama;Jenis/)
    expect(seen.files[0]?.split('\r\n')).toHaveLength(13)
    expect(seen.looks.filter(({ action }) => action === 'staff.listed')).toHaveLength(22)
    expect(seen.looks.find(({ action }) => action === 'staff.file')?.detail).toEqual({
      query: 'list; position=guru; unit=SD Negeri 1 Serang',
      people: 11,
    })
  })

  test('finds one person with what was asked, and that look is written down', async () => {
    await plays(`
      Sari> nomor hp bu Siti di BKPSDM
      Sari< Siti Aminah, Pengadministrasi Umum, Badan Kepegawaian… Nomor telepon: +6281234567890
      Sari> kepala dinas kesehatan siapa
      Sari< Dinas Kesehatan: Kartika Dewi, Kepala Dinas.
      Sari> siapa atasan bu Wati?
      Sari< Atasan Wati Lestari: Hendra Gunawan, Kepala Puskesmas, Puskesmas Ciracas.
      Sari> siapa camat curug
      Sari< Kepala Kecamatan Curug belum tercatat di data pegawai.
      Sari> nip bu Zubaedah berapa
      Sari< Tidak ada pegawai bernama zubaedah di data saya.
    `)
    expect(seen.looks.every(({ subject }) => subject !== null)).toBe(true)
    expect(JSON.stringify(seen.looks)).not.toMatch(/siti|wati|zubaedah/i)
  })

  test('is asked which one where several fit', () =>
    plays(`
      Sari> berapa guru di SMP Negeri?
      Sari< Maksudnya unit yang mana?
      Sari> [SMP Negeri 7 Kota Serang]
      Sari< 0 orang Saya hitung: jabatan mengandung "guru", SMP Negeri 7 Kota Serang.
      Sari> email bu Dewi apa
      Sari< Ada 2 orang dengan nama itu. Pilih orangnya: 1. Dewi Sartika, …2. Kartika Dewi, …
      Sari> [Kartika Dewi, Dinas Kesehatan]
      Sari< Kartika Dewi, Kepala Dinas, Dinas Kesehatan E-mail: belum tercatat
      Sari> siapa bawahan bu Dewi
      Sari< Ada 2 orang dengan nama itu. Sebut nama lengkapnya: 1. …
      Sari> berapa perawat di puskesmas antah berantah
      Sari< Unit puskesmas antah berantah tidak saya temukan.…
    `))

  test('asks on about the same people, also in halves of a sentence', () =>
    plays(`
      Sari> berapa perawat di Dinas Kesehatan?
      Sari< 7 orang…
      Sari> kalau yang PPPK?
      Sari< 2 orang Saya hitung: PPPK, jabatan mengandung "perawat", Dinas Kesehatan.
      Sari> siapa saja?
      Sari< 2 orang Saya cari: PPPK, jabatan mengandung "perawat", Dinas Kesehatan.…Dewi Sartika…Rina Aminah…
      Sari> yang PNS
      Sari< 5 orang Saya cari: PNS, …
      Sari> berapa yang laki-laki?
      Sari< 1 orang Saya hitung: PNS, laki-laki, jabatan mengandung "perawat", Dinas Kesehatan.
      Sari> terus di dinas pendidikan?
      Sari< 0 orang…Dinas Pendidikan dan Kebudayaan.
      Sari> kalau di dinas antariksa?
      Sari< Unit dinas antariksa tidak saya temukan.…
      Sari> siapa kepala dinas kesehatan
      Sari< Dinas Kesehatan: Kartika Dewi, Kepala Dinas.
      Sari> kalau puskesmas ciracas?
      Sari< Puskesmas Ciracas: Hendra Gunawan, Kepala Puskesmas.
      Sari> yang pensiun 2027 per OPD
      Sari< Saya hitung: pensiun tahun 2027, seluruh unit, per unit.…
      Sari> pegawai umur 50 ke atas
      Sari< Tidak ada yang cocok. Saya cari: umur paling rendah 50 tahun, seluruh unit.
    `))

  test('who asked about a rule in between asks on about the rule', () =>
    plays(`
      Sari> berapa perawat di Dinas Kesehatan?
      Sari< 7 orang…
      Sari> cuti tahunan PNS berapa hari?
      Sari< …12 hari kerja…
      Sari> kalau PPPK?
      Sari< …PP 49/2018…
      Sari> berapa perawat di Dinas Kesehatan?
      Sari< 7 orang…
      Sari> kalau PPPK sakit, gajinya dipotong?
      Sari< …
    `))

  test('slips in a letter, and writes names as they come', () =>
    plays(`
      Sari> brp perwat di dinas kesehtan
      Sari< 7 orang Saya hitung: jabatan mengandung "perawat", Dinas Kesehatan.
      Sari> siapa atasan wati lestari
      Sari< Atasan Wati Lestari: Hendra Gunawan, …
      Sari> nomor hp siti aminah
      Sari< Siti Aminah, …Nomor telepon: +6281234567890
      Sari> cari siti aminah
      Sari< Siti Aminah, Pengadministrasi Umum, …
      Sari> /pegawai Siti Aminah
      Sari< Siti Aminah, Pengadministrasi Umum, …
      Sari> cari 19850101 201001 1 001
      Sari< Kartika Dewi, Kepala Dinas, Dinas Kesehatan
      Sari> /pegawai 198501012010011999
      Sari< NIP itu tidak ada di data pegawai…
      Sari> siapa saja kepala dinas?
      Sari< 1 orang…Kartika Dewi…
      Sari> kesenjangan dinkes
      Sari< Belum ada pegawai yang syarat jabatannya tercatat…
      Sari> /pegawai siti zubaedah
      Sari< Yang belum saya pahami: siti zubaedah.…
      Wati> nomor hp siti aminah
      Wati< …Nomor HP, alamat, NIP, gaji, atau data pegawai lain tidak saya punya…
    `))

  test('learns who lacks something', () =>
    plays(`
      Sari> siapa yang belum punya atasan
      Sari< 13 orang Saya cari: belum punya atasan, seluruh unit. Nomor 1 sampai 10 dari 13: …
      Sari> siapa belum daftar ke Abdi di puskesmas ciracas
      Sari< 6 orang Saya cari: belum terdaftar di Abdi, Puskesmas Ciracas.…
    `))

  test('without an entry of their own has everything but what is theirs', () =>
    plays(`
      Admin> berapa pegawai perempuan
      Admin< 17 orang Saya hitung: perempuan, seluruh unit.
      Admin> jabatan saya apa
      Admin< Akun ini belum tersambung dengan data pegawai…
      Admin> berapa pegawai di unit saya
      Admin< Akun ini tidak punya unit sendiri.…
    `))
})

describe('an employee', () => {
  test('hears about themselves and their supervisor', () =>
    plays(`
      > jabatan saya apa
      < Jabatan: Perawat Ahli Pertama
      > bos saya siapa sih
      < Atasan Anda Hendra Gunawan, Kepala Puskesmas, Puskesmas Ciracas.
      > kapan saya pensiun
      < Pensiun: Senin, …1 Juni 2048
    `))

  test('has numbers of their own unit, none of them small', () =>
    plays(`
      > berapa pegawai di unit saya
      < 8 orang Saya hitung: semua pegawai, unit Anda (Puskesmas Ciracas).
      > berapa PPPK di unit saya
      < Kurang dari 5 orang, atau angkanya disamarkan… Saya hitung: PPPK, unit Anda (Puskesmas Ciracas).
      > berapa PNS di unit saya
      < Kurang dari 5 orang, atau angkanya disamarkan…
      > perbandingan PNS dan PPPK di unit saya
      < …PNS…< 5*…PPPK…< 5*…Seluruhnya 8 orang.…
    `))

  test('is refused kindly what is not theirs to know', () =>
    plays(`
      > nomor hp bu Siti di BKPSDM
      < Maaf, nomor telepon, e-mail, dan NIP orang lain tidak saya berikan.…
      > siapa kepala dinas kesehatan
      < Maaf, nama pegawai lain hanya saya berikan kepada petugas kepegawaian.…
      > daftar guru di SDN 1 Serang
      < Maaf, nama pegawai lain hanya saya berikan kepada petugas kepegawaian.…
      > berapa perawat di Dinas Kesehatan
      < Maaf, yang bisa saya hitungkan untuk Anda hanya unit Anda sendiri, Puskesmas Ciracas.…
      > rata-rata umur perawat
      < Maaf, umur pegawai hanya saya hitungkan untuk petugas kepegawaian.
      > berapa yang pensiun tahun depan di unit saya
      < Maaf, rincian itu hanya untuk petugas kepegawaian.…
      > siapa saja bawahan saya
      < Tidak ada yang cocok. Saya cari: bawahan langsung Anda.
      > /kesenjangan
      < Maaf, perintah itu hanya untuk petugas kepegawaian.
    `))

  test('is shown what can be asked', () =>
    plays(`
      > /pegawai
      < Tanyakan siapa atau berapa pegawainya dengan kata-kata biasa, misalnya:…siapa atasan saya…
      > [siapa atasan saya]
      < Atasan Anda Hendra Gunawan…
      > /pegawai berapa naga di unit saya
      < Yang belum saya pahami: naga.…Tanyakan siapa atau berapa…
    `))

  test('is told beside others to come alone', () =>
    plays(`
      Wati_test_ruang> berapa pegawai di unit saya
      Wati_test_ruang< Itu urusan pribadi.…
      Warga_slack_ruang> berapa pegawai di dinkes
      Warga_slack_ruang< Maaf, soal siapa dan berapa pegawai hanya saya jawab untuk pegawai…
    `))
})

test('a supervisor sees the names of those who report to them, and no others', () =>
  plays(`
    Hendra> siapa saja bawahan saya
    Hendra< 7 orang Saya cari: bawahan langsung Anda. 1. Ani Rahma, Perawat Ahli Pertama 2. Budi Santoso, …7. Yuni Astuti, Perawat Ahli Pertama
    Hendra> berapa bawahan saya yang PPPK
    Hendra< 2 orang Saya hitung: PPPK, bawahan langsung Anda.
    Hendra> siapa bawahan saya yang pensiun tahun depan
    Hendra< 1 orang Saya cari: pensiun tahun 2027, bawahan langsung Anda. 1. Yuni Astuti, Perawat Ahli Pertama
    Hendra> nip bu Rina berapa
    Hendra< Maaf, nomor telepon, e-mail, dan NIP orang lain tidak saya berikan.…
    Hendra> siapa bawahan pak Kartika
    Hendra< Maaf, nama pegawai lain hanya saya berikan kepada petugas kepegawaian.…
  `))

test('a citizen learns nothing, and is told so', () =>
  plays(`
    Budi> siapa kepala dinas kesehatan?
    Budi< Maaf, soal siapa dan berapa pegawai hanya saya jawab untuk pegawai yang sudah terdaftar.…
    Budi> berapa perawat di puskesmas entah di mana
    Budi< …
    Budi> /pegawai
    Budi< Maaf, perintah itu hanya untuk pegawai yang sudah terdaftar.
  `))

test('questions about rules go their way', async () => {
  const stage = await testBot()
  const [answer] = await stage.person('Sari').says('berapa lama cuti tahunan PNS?')
  expect(answer?.text).toMatch(/12 hari/)
  await stage.bot.stop()
})
