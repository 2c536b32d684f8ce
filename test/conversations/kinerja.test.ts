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

test('an update takes one message and one press: two moves of the person, two messages of the bot', async () => {
  const stage = await testBot()
  const wati = stage.person('Wati')
  const moves = [
    () => wati.says('/kinerja input 40 berkas pensiun, semua lengkap, RHK 2'),
    () => wati.presses('Simpan'),
  ]
  const said = []
  for (const move of moves) said.push(...(await move()))
  expect([moves.length, said.length]).toEqual([2, 2])
  const rows = await stage.database.query(
    'select quantity, unit, good, done_on::text, status from work_update',
  )
  expect(rows).toEqual([
    { quantity: '40', unit: 'berkas', good: '40', done_on: '2026-03-02', status: 'sent' },
  ])
  await stage.bot.stop()
})

test('what is said in one message is read, shown once, and stored with a press', () =>
  plays(`
    > /kinerja input 40 berkas pensiun, semua lengkap, RHK 2
    < Saya catat: 40 berkas pensiun, semuanya benar, hari ini, RHK 2 (Terselesaikannya berkas usul pensiun).
    > [Simpan]
    < Tersimpan. RHK 2 tahun ini: 40 dari 120 berkas (33%), mutu 100% dari 40 yang dihitung.
    > /kinerja kemarin melayani 15 pasien poli gigi 2 komplain rhk1
    < Saya catat: 15 pasien poli gigi, 13 benar, 2 tidak, kemarin (Minggu, 1 Maret 2026), RHK 1 (Terlayaninya pasien poli gigi).
    > [Simpan]
    < Tersimpan. RHK 1 tahun ini: 15 dari 600 pasien (3%), mutu 87% dari 15 yang dihitung.
    > /kinerja
    < Kinerja Anda 2026, sekarang triwulan 1 RHK 1. Terlayaninya pasien poli gigi Jumlah ▰▱▱▱▱▱▱▱▱▱ 15 dari 600 pasien (3%) · triwulan ini 15 Mutu ▰▰▰▰▰▰▰▰▰▱ 87% benar dari 15 yang dihitung Terakhir Minggu, 1 Maret 2026 · disetujui 0 Masih kurang 585 pasien sampai Kamis, 31 Desember 2026 RHK 2. … 40 dari 120 berkas (33%)…Melapor cukup satu pesan…
  `))

test('the RHK that fits is found by its words, and asked for where two fit; choosing it stores', () =>
  plays(`
    > /kinerja tadi periksa 12 berkas usul pensiun, 1 dikembalikan
    < Saya catat: 12 berkas usul pensiun, 11 benar, 1 tidak, hari ini, RHK 2 (Terselesaikannya berkas usul pensiun).
    > [Batal]
    < Baik, tidak ada yang disimpan.
    > /kinerja bikin 3 laporan bulanan tepat waktu
    < Saya catat: 3 laporan bulanan, tepat waktu, hari ini. Untuk RHK yang mana? Begitu dipilih, langsung saya simpan.
    > 2
    < Tersimpan. 3 laporan untuk RHK 2. Targetnya dihitung dalam berkas, jadi ini tercatat di sampingnya.
    > /kinerja bikin 3 laporan bulanan tepat waktu
    < Saya catat: …Untuk RHK yang mana?…
    > [Di luar RHK]
    < Tersimpan. 3 laporan. Dicatat di luar RHK.
  `))

test('only what is missing is asked', () =>
  plays(`
    > /kinerja bikin laporan bulanan rhk 2
    < Apa yang dikerjakan, dan berapa banyak?…
    > 3
    < 3 apa? Tulis dengan satuannya…Apa yang dikerjakan, dan berapa banyak?…
    > tiga laporan
    < Saya catat: 3 laporan, hari ini, RHK 2 (Terselesaikannya berkas usul pensiun). Mutunya belum disebut. Bagaimana hasilnya?
    > [Ada yang salah]
    < Berapa yang sudah benar?…
    > 5
    < Yang benar tidak mungkin lebih dari 3 laporan.…
    > 1 salah
    < Saya catat: 3 laporan, 2 benar, 1 tidak, hari ini, RHK 2 (Terselesaikannya berkas usul pensiun).
    > ya
    < Tersimpan. …
    > /kinerja 40 berkas pensiun sebagian belum lengkap
    < Berapa yang sudah benar?…
    > lewati
    < Saya catat: 40 berkas pensiun, mutu tidak disebut, hari ini, RHK 2 (…).
    > [Simpan]
    < Tersimpan. …
  `))

test('each part of what is shown can be another before it is stored', () =>
  plays(`
    > /kinerja kemarin 20 berkas pensiun
    < Saya catat: 20 berkas pensiun, kemarin…Mutunya belum disebut.…
    > [Ubah]
    < Apa yang mau diubah?
    > [Jumlah]
    < Apa yang dikerjakan, dan berapa banyak?…
    > 22 berkas
    < Saya catat: 22 berkas, kemarin…
    > [Ubah]
    < Apa yang mau diubah?
    > [Tanggal]
    < Kapan dikerjakan?…
    > 27 februari
    < Saya catat: 22 berkas, Jumat, 27 Februari 2026, RHK 2 (…). Mutunya belum disebut. Bagaimana hasilnya?
    > [Ubah]
    < Apa yang mau diubah?
    > [RHK]
    < Saya catat: 22 berkas, Jumat, 27 Februari 2026. Untuk RHK yang mana?
    > 1
    < Saya catat: 22 berkas, Jumat, 27 Februari 2026, RHK 1 (Terlayaninya pasien poli gigi). Mutunya belum disebut.…
    > [Simpan, semuanya benar]
    < Tersimpan. 22 berkas untuk RHK 1. Targetnya dihitung dalam pasien, jadi ini tercatat di sampingnya.
  `))

test('plain words without the command do as well: what was done, when, how well', () =>
  plays(`
    > hari ini input 40 berkas pensiun, semua lengkap
    < Saya catat: 40 berkas pensiun, semuanya benar, hari ini, RHK 2 (Terselesaikannya berkas usul pensiun). Kalau maksudnya bertanya, tulis lagi dengan tanda tanya.
    > ya
    < Tersimpan. RHK 2 tahun ini: 40 dari 120 berkas (33%), mutu 100% dari 40 yang dihitung.
    Wati_test_kantor> hari ini input 40 berkas pensiun, semua lengkap
    Wati_test_kantor< Kinerja itu urusan pribadi.…
    Wati_test_kantor> kinerja saya
    Wati_test_kantor< Kinerja itu urusan pribadi.…
    Wati_test_kantor> /kinerja
    Wati_test_kantor< …pribadi…
    Tono> hari ini input 40 berkas pensiun, semua lengkap
    Tono< …
  `))

test('a number alone is asked for what it counts, and a day that there is not for another', () =>
  plays(`
    > /kinerja 40, 2 salah
    < 40 apa? Misalnya: berkas, orang, atau laporan.
    > 5
    < 5 apa? Tulis dengan satuannya…40 apa?…
    > berkas pensiun
    < Saya catat: 40 berkas pensiun, 38 benar, 2 tidak, hari ini, RHK 2 (Terselesaikannya berkas usul pensiun).
    > [Batal]
    < Baik, tidak ada yang disimpan.
    > /kinerja 40
    < 40 apa?…
    > 41 berkas, 1 salah
    < Saya catat: 41 berkas, 40 benar, 1 tidak, hari ini, RHK 2 (…).
    > [Batal]
    < …
    > /kinerja 5 berkas pensiun lengkap tgl 31 februari
    < Tanggal itu tidak ada di kalender.
    < Kapan dikerjakan?…
    > 28 februari
    < Saya catat: 5 berkas pensiun, semuanya benar, Sabtu, 28 Februari 2026, RHK 2 (…).
    > [Simpan]
    < Tersimpan. …
  `))

test('what is counted in another unit than the target is said to stand beside it; alike reports are told apart', () =>
  plays(`
    > /kinerja 3 laporan pensiun, tepat waktu, rhk 2
    < Saya catat: 3 laporan pensiun, tepat waktu, hari ini, RHK 2 (…).
    > gak jadi
    < Baik, tidak ada yang disimpan.
    > /kinerja 3 laporan pensiun, tepat waktu, rhk 2
    < …
    > [Simpan]
    < Tersimpan. 3 laporan untuk RHK 2. Targetnya dihitung dalam berkas, jadi ini tercatat di sampingnya.
    > /kinerja 5 berkas pensiun Budi, lengkap
    < …
    > [Simpan]
    < Tersimpan. …
    > /kinerja 5 berkas pensiun Ani, lengkap
    < …
    > [Simpan]
    < Tersimpan. …
    > kinerja
    < …Satuan lain: 3 laporan…
    > [Laporan saya]
    < …1. 5 berkas, semuanya benar, hari ini, RHK 2 (5 berkas pensiun Ani, lengkap) 2. 5 berkas, semuanya benar, hari ini, RHK 2 (5 berkas pensiun Budi, lengkap) 3. 3 laporan, mutu tidak disebut, tepat waktu, hari ini, RHK 2 Pilih…
    > target saya
    < Target Anda 2026…
  `))

test('a day of a year without targets does not take the target away from the right one', () =>
  plays(`
    > /kinerja tgl 20 desember 5 berkas pensiun lengkap
    < Sabtu, 20 Desember 2025 termasuk triwulan yang sudah ditutup…
    < Kapan dikerjakan?…
    > 27 februari
    < Saya catat: 5 berkas pensiun, semuanya benar, Jumat, 27 Februari 2026, RHK 2 (…).
    > [Simpan]
    < Tersimpan. RHK 2 tahun ini: 5 dari 120 berkas (4%)…
  `))

test('where several things were counted one is chosen, and the other is not forgotten', () =>
  plays(`
    > /kinerja periksa 12 berkas pensiun dan 30 pasien gigi
    < Saya membaca lebih dari satu hasil. Yang mana dicatat lebih dulu?
    > [12 berkas pensiun]
    < Saya catat: 12 berkas pensiun, hari ini…
    > [Simpan, semuanya benar]
    < Tersimpan. …
    > [Catat juga 30 pasien gigi]
    < Saya catat: 30 pasien gigi, hari ini…
    > [Simpan, semuanya benar]
    < Tersimpan. …
  `))

test('a stored report is changed and taken back while its quarter is open', () =>
  plays(`
    > /kinerja 10 berkas pensiun lengkap
    < Saya catat: …
    > [Simpan]
    < Tersimpan. …
    > /kinerja
    < Kinerja Anda 2026…
    > [Laporan saya]
    < Laporan yang masih bisa diubah 1. 10 berkas, semuanya benar, hari ini, RHK 2 Pilih nomornya…
    > 1
    < 10 berkas, semuanya benar, hari ini, RHK 2. 10 berkas pensiun lengkap Menunggu ditinjau atasan.
    > [Ubah]
    < Apa yang mau diubah?
    > [Mutu]
    < Berapa yang sudah benar?…
    > 9
    < Laporannya menjadi: 10 berkas, 9 benar, 1 tidak, hari ini, RHK 2 (…).
    > [Simpan]
    < Perubahan tersimpan. Laporannya menunggu ditinjau lagi.
    > [Kinerja saya]
    < …90% benar dari 10 yang dihitung…
    > [Laporan saya]
    < … 1. 10 berkas, 9 benar, 1 tidak, …
    > [1]
    < 10 berkas, 9 benar, 1 tidak, …• Senin, 2 Maret 2026, Wati mengubah; sebelumnya: 10 berkas, semuanya benar, Senin, 2 Maret 2026, RHK 2
    > [Tarik]
    < Tarik laporan 10 berkas, …? Laporannya tidak dihitung lagi.
    > [Tidak jadi]
    < 10 berkas, 9 benar, 1 tidak, …
    > [Tarik]
    < Tarik laporan…
    > [Ya, tarik]
    < Laporan 10 berkas, … sudah ditarik.
    > kinerja saya
    < Kinerja Anda 2026…0 dari 120 berkas (0%)…
  `))

test('plain words are a report only where that cannot be mistaken', () =>
  plays(`
    > lapor kinerja: 40 berkas pensiun lengkap
    < Saya catat: 40 berkas pensiun, semuanya benar, hari ini, RHK 2 (…).
    > [Simpan]
    < Tersimpan. …
    > [Simpan]
    < Laporan itu sudah tersimpan.
    > kinerja pns dinilai dari apa saja?
    < …PP 30/2019…
    > update kinerja di e-kinerja wajib tiap bulan atau triwulan?
    < …
    Tono> lapor kinerja: 40 berkas pensiun lengkap
    Tono< …
    Tono> /kinerja 40 berkas
    Tono< Maaf, perintah itu hanya untuk pegawai yang sudah terdaftar.
    > /kinerja bagaimana cara menilai kinerja?
    < Itu seperti pertanyaan.…
    Wati_slack_kantor> /kinerja 40 berkas
    Wati_slack_kantor< …
  `))
