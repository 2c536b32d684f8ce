import { beforeAll, expect, test, vi } from 'vitest'
import { plays, testBot } from '../support/bot.ts'
import { freshDatabase } from '../support/database.ts'

vi.mock('../support/database.ts', async (original) =>
  (await import('../performance/stage.ts')).withOffice(await original()),
)

// many messages each, twice over, on a machine that may be busy
vi.setConfig({ testTimeout: 90_000 })
// opening the database takes a while where much runs at once; the dialogues are timed without it
beforeAll(async () => void (await freshDatabase()))

test('a target is set with quantity, quality and time, and the supervisor hears of it', () =>
  plays(`
    Rini> /target
    Rini< Belum ada RHK untuk 2026.…
    Rini> [Tambah RHK]
    Rini< Apa hasil kerja yang mau dicapai pada 2026?…
    Rini> Tersusunnya laporan bulanan kegiatan
    Rini< Berapa banyak selama setahun?…
    Rini> dua belas laporan
    Rini< Mutunya seperti apa?…
    Rini> lengkap dan benar 95%
    Rini< Kapan harus selesai?…
    Rini> 15 januari
    Rini< Tahun: 2026 Turunan dari: tidak ada (RHK sendiri) RHK: Tersusunnya laporan bulanan kegiatan Jumlah: 12 laporan Mutu: lengkap dan benar 95% Tenggat: Jumat, 15 Januari 2027 Sudah benar?
    Rini> [Kirim]
    Rini< Tenggatnya harus dalam 2026, misalnya 30 Juni 2026. Kapan harus selesai?…
    Rini> lewati
    Rini< Tahun: 2026…Tenggat: (dilewati) Sudah benar?
    Rini> ya
    Rini< RHK 1 tersimpan: Tersusunnya laporan bulanan kegiatan. 12 laporan · mutu: lengkap dan benar 95% · sampai Kamis, 31 Desember 2026.…
    Rini> /target
    Rini< Target Anda 2026 1. Tersusunnya laporan bulanan kegiatan 12 laporan · mutu: lengkap dan benar 95% · sampai Kamis, 31 Desember 2026.
    Rini> /target 1
    Rini< RHK 1. Tersusunnya laporan bulanan kegiatan…Jumlah ▱▱▱▱▱▱▱▱▱▱ 0 dari 12 laporan (0%) Mutu: belum disebut · target 95% Belum ada laporan Masih kurang 12 laporan sampai Kamis, 31 Desember 2026
    Rini> /target 7
    Rini< RHK 7 tidak ada di target Anda tahun ini.
  `))

test('a target may be part of one of the supervisor, is changed and given up, and keeps its reports', () =>
  plays(`
    Sari> /target
    Sari< Belum ada RHK…
    Sari> [Tambah RHK]
    Sari< Apa hasil kerja…
    Sari> Meningkatnya layanan kesehatan
    Sari< Berapa banyak…
    Sari> lewati
    Sari< Mutunya…
    Sari> lewati
    Sari< Kapan…
    Sari> lewati
    Sari< Tahun: 2026…Sudah benar?
    Sari> ya
    Sari< RHK 1 tersimpan:…
    Kepala< Sari menambah RHK 1: Meningkatnya layanan kesehatan. sampai Kamis, 31 Desember 2026.
    > /target
    < Target Anda 2026 1. Terlayaninya pasien poli gigi …2. Terselesaikannya berkas usul pensiun…
    > [Tambah RHK]
    < RHK baru untuk 2026. Apakah turunan dari RHK atasan Anda, Sari?
    > [1. Meningkatnya layanan kesehatan]
    < Apa hasil kerja…
    > Terlaksananya imunisasi balita
    < Berapa banyak…
    > 300 balita
    < Mutunya…
    > lewati
    < Kapan…
    > 30 juni
    < Tahun: 2026 Turunan dari: RHK 1 atasan: Meningkatnya layanan kesehatan RHK: Terlaksananya imunisasi balita Jumlah: 300 balita…
    > ya
    < RHK 3 tersimpan:…
    Sari< Wati menambah RHK 3: Terlaksananya imunisasi balita. 300 balita · sampai Selasa, 30 Juni 2026.
    > /target 3
    < RHK 3. Terlaksananya imunisasi balita 300 balita · sampai Selasa, 30 Juni 2026. Turunan dari RHK 1 atasan: Meningkatnya layanan kesehatan…
    > [Ubah]
    < RHK nomor: 3 Tahun: 2026 RHK: Terlaksananya imunisasi balita Jumlah: 300 balita…Sudah benar?
    > [Ubah]
    < Bagian mana yang mau diubah?
    > [Jumlah]
    < Berapa banyak…
    > 250 balita
    < …Jumlah: 250 balita…
    > ya
    < RHK 3 sudah diubah: Terlaksananya imunisasi balita. 250 balita · sampai Selasa, 30 Juni 2026.
    Sari< Wati mengubah RHK 3. Sebelumnya: Terlaksananya imunisasi balita. 300 balita · … Sekarang: Terlaksananya imunisasi balita. 250 balita · …
    > /kinerja 32 balita imunisasi lengkap
    < Saya catat: 32 balita imunisasi, semuanya benar, hari ini, RHK 3 (Terlaksananya imunisasi balita).
    > [Simpan]
    < Tersimpan. RHK 3 tahun ini: 32 dari 250 balita (13%)…
    > /target rhk 3
    < …32 dari 250 balita…
    > [Tidak dipakai lagi]
    < RHK 3 (Terlaksananya imunisasi balita) tidak dipakai lagi?…
    > [Ya, tidak dipakai lagi]
    < RHK 3 tidak dipakai lagi. Laporan yang sudah masuk tetap tersimpan.
    Sari< Wati tidak memakai lagi RHK 3: Terlaksananya imunisasi balita.
    > kinerja saya
    < …
    > [Laporan saya]
    < …1. 32 balita, semuanya benar, hari ini, RHK 3…
  `))

test('a supervisor sees the targets of direct staff with how far they are, nobody else does', () =>
  plays(`
    Sari> /target wati
    Sari< Kinerja Wati 2026, sekarang triwulan 1 RHK 1. Terlayaninya pasien poli gigi …0 dari 600 pasien…
    Sari> /target rini
    Sari< rini tidak ada di antara staf langsung Anda.…
    Sari> /target 198501012010011004
    Sari< 198501012010011004 tidak ada di antara staf langsung Anda.…
    > /target sari
    < Yang bisa dilihat hanya target sendiri…
    Hana> /target 198501012010011002
    Hana< Kinerja Wati 2026…
  `))

test('looking at the targets of others is written down', async () => {
  const stage = await testBot()
  await stage.person('Sari').says('/target wati')
  const rows = await stage.database.query(
    `select audit.account, audit.action, employee.name from audit join employee on employee.id = audit.subject`,
  )
  expect(rows).toEqual([{ account: 'test:sari', action: 'targets.seen', name: 'Wati' }])
  await stage.bot.stop()
})
