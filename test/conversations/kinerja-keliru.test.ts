import { beforeAll, test, vi } from 'vitest'
import { NOW, plays } from '../support/bot.ts'
import { freshDatabase } from '../support/database.ts'

vi.mock('../support/database.ts', async (original) =>
  (await import('../performance/stage.ts')).withOffice(await original()),
)

// many messages each, twice over, on a machine that may be busy
vi.setConfig({ testTimeout: 90_000 })
// opening the database takes a while where much runs at once; the dialogues are timed without it
beforeAll(async () => void (await freshDatabase()))

test('a day that is to come or of a closed quarter is asked for again, with the reason', () =>
  plays(`
    > /kinerja besok 5 berkas pensiun lengkap
    < Selasa, 3 Maret 2026 belum terjadi, jadi belum bisa dilaporkan.
    < Kapan dikerjakan?…
    > 12 nov
    < Rabu, 12 November 2025 termasuk triwulan yang sudah ditutup (laporannya diterima sampai Sabtu, 10 Januari 2026).…
    < Kapan dikerjakan?…
    > kemarin
    < Saya catat: 5 berkas pensiun, semuanya benar, kemarin (Minggu, 1 Maret 2026), RHK 2 (…).
    > [Simpan]
    < Tersimpan. …
  `))

test('until the tenth of the month after it a quarter still takes reports', () =>
  plays(
    `
    > /kinerja 31 maret 5 berkas pensiun lengkap
    < Saya catat: 5 berkas pensiun, semuanya benar, Selasa, 31 Maret 2026, RHK 2 (…).
    > [Simpan]
    < Tersimpan. …
  `,
    { clock: () => new Date('2026-04-10T23:00:00+07:00') },
  ))

test('nothing, less than nothing and far too much are no quantity', () =>
  plays(`
    > /kinerja input 0 berkas pensiun
    < Jumlahnya harus lebih dari nol.
    < Apa yang dikerjakan, dan berapa banyak?…
    > -5 berkas
    < Jumlahnya harus lebih dari nol. Apa yang dikerjakan…
    > 9000000000000 berkas
    < Angka itu terlalu besar…
    > 5 berkas semua lengkap
    < Saya catat: 5 berkas, semuanya benar, hari ini, RHK 2 (…).
    > [Batal]
    < Baik, tidak ada yang disimpan.
    > [Simpan]
    < Catatan itu sudah tidak menunggu lagi.…
  `))

test('a quantity far above the goal or the usual is asked about, and taken where it is confirmed', () =>
  plays(`
    > /kinerja input 4000 berkas pensiun lengkap semua
    < 4.000 berkas jauh di atas biasanya (target setahun 120 berkas). Benar 4.000 berkas?
    > [Ubah jumlah]
    < Apa yang dikerjakan…
    > 400 berkas
    < 400 berkas jauh di atas biasanya (target setahun 120 berkas). Benar 400 berkas?
    > [Ya, benar]
    < Saya catat: 400 berkas, semuanya benar, hari ini, RHK 2 (…).
    > [Simpan]
    < Tersimpan. RHK 2 tahun ini: 400 dari 120 berkas (333%), mutu 100% dari 400 yang dihitung.
    > /kinerja 1 pasien gigi lancar
    < Saya catat: …
    > [Simpan]
    < …
    > /kinerja 1 pasien gigi lancar
    < Saya catat: …
    > [Simpan]
    < …
    > /kinerja 2 pasien gigi lancar
    < Saya catat: …
    > [Simpan]
    < …
    > /kinerja 150 pasien gigi lancar
    < 150 pasien jauh di atas biasanya (biasanya sekitar 1 pasien sekali lapor). Benar 150 pasien?
    > [Batal]
    < Baik, tidak ada yang disimpan.
  `))

test('without a target, without a supervisor, and with a number that is none of theirs, work is still taken down', () =>
  plays(`
    Rini> /kinerja 40 berkas pensiun lengkap
    Rini< Saya catat: 40 berkas pensiun, semuanya benar, hari ini. Belum ada RHK untuk tahun itu, tetap saya catat. Menambahkannya: /target Belum ada atasan yang bisa meninjaunya.…
    Rini> [Simpan]
    Rini< Tersimpan. 40 berkas. Dicatat di luar RHK.
    Rini> /kinerja
    Rini< …Belum ada RHK untuk tahun ini.…Di luar RHK: 1 laporan.…
    > /kinerja 3 laporan bulanan tepat waktu rhk 9
    < Saya catat: 3 laporan bulanan, tepat waktu, hari ini. RHK 9 tidak ada di target Anda. Untuk RHK yang mana?…
    > batal
    < Baik, tidak ada yang disimpan.
  `))

test('whoever has left, and whoever is in no list, reports nothing', () =>
  plays(`
    Budi> /kinerja 40 berkas
    Budi< Maaf, perintah itu hanya untuk pegawai yang sudah terdaftar.
    Tono> /target
    Tono< Maaf, perintah itu hanya untuk pegawai yang sudah terdaftar.
    > /tinjauan
    < Maaf, perintah itu hanya untuk atasan.
  `))

test('the buttons of another draft do nothing to the one that waits', () =>
  plays(
    `
    > /kinerja 7 berkas pensiun
    < Saya catat: 7 berkas pensiun…
    > /kinerja laporan bulanan
    < Apa yang dikerjakan, dan berapa banyak?…
    > [Simpan, semuanya benar]
    < Catatan itu sudah tidak menunggu lagi.…
    < Kita lanjutkan isian yang tadi. Apa yang dikerjakan, dan berapa banyak?…
    > 2 laporan lengkap
    < Saya catat: 2 laporan, semuanya benar, hari ini. Untuk RHK yang mana?…
    > [1. Terlayaninya pasien poli gigi]
    < Tersimpan. …
  `,
    { clock: () => NOW },
  ))
