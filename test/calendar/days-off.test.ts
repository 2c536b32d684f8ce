import { describe, it, vi } from 'vitest'
import { plays } from '../support/bot.ts'

vi.mock(import('../support/database.ts'), async (original) => {
  const { withCalendar } = await import('./stage.ts')
  return withCalendar(await original())
})
vi.mock(import('../../src/features/index.ts'), async (original) => {
  const { TABLE_2027, wired } = await import('./stage.ts')
  return wired(await original(), {
    'libur-2027.csv': new TextEncoder().encode(TABLE_2027),
    'libur.xlsx': new TextEncoder().encode('PK\u0003\u0004'),
    'kosong.csv': new Uint8Array(),
  })
})
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 })

const on = (day: string) => ({ clock: () => new Date(`${day}T09:00:00+07:00`) })

describe('the days off', () => {
  it('are shown to whoever works here, with what they rest on', async () => {
    await plays(`
      > /libur
      < Hari libur dan cuti bersama berikutnya Hari kerja: Senin sampai Jumat. • Rabu, 18 Maret 2026: Cuti bersama Hari Suci Nyepi (Tahun Baru Saka 1948) • Kamis, 19 Maret 2026: Hari Suci Nyepi…dan 9 hari lagi. Dasar: SKB Menteri Agama, Menteri Ketenagakerjaan, dan Menteri PANRB Nomor 1497 Tahun 2025…
      > [Semua tahun 2026]
      < Hari libur dan cuti bersama 2026…Kamis, 1 Januari 2026: Tahun Baru 2026 Masehi…Jumat, 25 Desember 2026…
      > libur 2027
      < Hari libur dan cuti bersama 2027…Tidak ada hari libur 2027 yang tercatat. Daftar libur 2027 belum ada di sini…
      > /libur besok
      < Tulis tahunnya dengan empat angka, misalnya /libur 2027…
      Tono> /libur
      Tono< …hanya untuk…`)
  })

  it('are heard of in plain words, and questions about the rules of leave are left', async () => {
    await plays(`
      > tanggal merah 2026
      < Hari libur dan cuti bersama 2026…
      > besok libur gak?
      < Selasa, 3 Maret 2026 hari kerja.
      > tanggal 18 maret libur?
      < Rabu, 18 Maret 2026 libur: Cuti bersama Hari Suci Nyepi…Dasar: SKB…
      > sabtu masuk kerja?
      < Sabtu, 7 Maret 2026 bukan hari kerja (akhir pekan).
      > cuti besar pasal berapa
      < …Pasal…
      > apakah cuti bersama mengurangi cuti tahunan
      < …Pasal…`)
  })

  it('an officer is told in October that the coming year is missing, others only that it is not known', async () => {
    await plays(
      `
      Hana> /libur
      Hana< …⚠️ Daftar libur 2027 belum ada atau belum lengkap…menganggap Idulfitri, Nyepi…sebagai hari kerja.
      > /libur
      < …Daftar libur 2027 belum ada di sini…`,
      on('2026-10-05'),
    )
  })
})

describe('an officer', () => {
  it('adds a local holiday, sees it, and takes it back', async () => {
    await plays(`
      Hana> /libur
      Hana< Hari libur dan cuti bersama berikutnya…
      Hana> [Tambah satu hari]
      Hana< Tanggal berapa? Misalnya 8 Oktober 2026.
      Hana> 30 februari 2026
      Hana< Tanggalnya belum terbaca…Tanggal berapa?…
      Hana> 4 maret
      Hana< Hari itu libur di daerah ini, atau justru tetap masuk kerja?
      Hana> [Libur daerah]
      Hana< Apa nama harinya?…
      Hana> Pilkada *ulang*
      Hana< Apa dasarnya?…
      Hana> SE Wali Kota Nomor 12 Tahun 2026
      Hana< Tanggal: Rabu, 4 Maret 2026 Jenis: Libur daerah Nama: Pilkada *ulang* Dasar: SE Wali Kota Nomor 12 Tahun 2026…
      Hana> [Kirim]
      Hana< Tercatat: Rabu, 4 Maret 2026, Pilkada *ulang*. Pengingat langsung mengikutinya.
      > /libur
      < …Rabu, 4 Maret 2026: Pilkada *ulang* (libur daerah) [1]…Dasar: • [1] SE Wali Kota Nomor 12 Tahun 2026 • [2] SKB…
      Hana> /libur
      Hana< …
      Hana> [Hapus hari yang ditambahkan]
      Hana< Hari mana yang dihapus? • Rabu, 4 Maret 2026: Pilkada *ulang*
      Hana> [Rabu, 4 Maret 2026]
      Hana< Hapus Rabu, 4 Maret 2026, Pilkada *ulang*?
      Hana> [Ya, hapus]
      Hana< Rabu, 4 Maret 2026, Pilkada *ulang*, sudah dihapus.
      Hana> [Ya, hapus]
      Hana< Hari itu tidak ada (lagi) di daftar yang ditambahkan petugas.
      Hana> [Hapus hari yang ditambahkan]
      Hana< Tidak ada hari mendatang yang ditambahkan petugas…`)
  })

  it('makes a day of the decree a working day after all, and it comes back when that is taken back', async () => {
    await plays(`
      Hana> /libur
      Hana< …
      Hana> [Tambah satu hari]
      Hana< Tanggal berapa?…
      Hana> 18 maret
      Hana< Hari itu libur…
      Hana> [Tetap hari kerja]
      Hana< Apa nama harinya?…
      Hana> Pelayanan mudik
      Hana< Apa dasarnya?…
      Hana> SE Wali Kota 3/2026
      Hana< Tanggal: Rabu, 18 Maret 2026…
      Hana> [Kirim]
      Hana< Tercatat: Rabu, 18 Maret 2026, Pelayanan mudik (tetap hari kerja). Menggantikan: Cuti bersama Hari Suci Nyepi…
      > tanggal 18 maret libur?
      < Rabu, 18 Maret 2026 hari kerja.
      Hana> /libur
      Hana< …
      Hana> [Hapus hari yang ditambahkan]
      Hana< Hari mana yang dihapus?…
      Hana> [Rabu, 18 Maret 2026]
      Hana< Hapus…
      Hana> [Ya, hapus]
      Hana< …sudah dihapus. Tanggal itu kembali menjadi: Cuti bersama Hari Suci Nyepi…
      > tanggal 18 maret libur?
      < Rabu, 18 Maret 2026 libur…`)
  })

  it('sends in a table of a year, sees what it would do, and says yes', async () => {
    await plays(
      `
      Hana> /libur
      Hana< …
      Hana> [Masukkan daftar setahun]
      Hana< Kirim berkas CSV…Belum ada yang disimpan sebelum Anda menyetujuinya.
      Hana> {libur-2027.csv}
      Hana< Belum disimpan. Ini yang akan berubah: Baru (13): • Jumat, 1 Januari 2027: Tahun Baru 2027 Masehi (libur nasional) • Selasa, 5 Januari 2027: Isra Mikraj (libur nasional) • Sabtu, 6 Februari 2027…Tidak terbaca dan tidak ikut (2): • baris 14: tanggal “30 Februari 2027” tidak ada, atau nama harinya tidak cocok • baris 16: jenis “pesta” tidak dikenal; pilih nasional, bersama, daerah, atau kerja
      > /libur 2027
      < …Tidak ada hari libur 2027 yang tercatat…
      Hana> [Simpan 13 hari]
      Hana< 13 hari sudah disimpan. Pengingat langsung mengikutinya.
      Hana> [Simpan 13 hari]
      Hana< 13 hari sudah disimpan…
      > /libur 2027
      < Hari libur dan cuti bersama 2027…Rabu, 10 Maret 2027: Idulfitri…Dasar: SKB 3 Menteri tentang Hari Libur 2027`,
      on('2026-11-02'),
    )
  })

  it('pastes one, changes a day of it, and may leave it', async () => {
    await plays(`
      Hana> /libur
      Hana< …
      Hana> [Masukkan daftar setahun]
      Hana< Kirim berkas CSV…
      Hana> 2026-10-08, daerah, Hari jadi Kota Serang, Keputusan Wali Kota, Nomor 1, Tahun 2026
      Hana< Belum disimpan. Ini yang akan berubah: Baru (1): • Kamis, 8 Oktober 2026: Hari jadi Kota Serang (libur daerah)
      Hana> [Simpan 1 hari]
      Hana< 1 hari sudah disimpan…
      Hana> /libur
      Hana< …
      Hana> [Masukkan daftar setahun]
      Hana< …
      Hana> 2026-10-08, kerja, Hari jadi Kota Serang, Keputusan Wali Kota, Nomor 1, Tahun 2026
      Hana< …Berubah (1): • Kamis, 8 Oktober 2026: Hari jadi Kota Serang (tetap hari kerja) sebelumnya: libur daerah, Hari jadi Kota Serang
      Hana> [Jangan simpan]
      Hana< Baik, tidak ada yang disimpan.
      Hana> [Simpan 1 hari]
      Hana< Daftar itu tidak ada lagi di sini…
      > tanggal 8 oktober libur?
      < Kamis, 8 Oktober 2026 libur: Hari jadi Kota Serang. Dasar: Keputusan Wali Kota, Nomor 1, Tahun 2026`)
  })

  it('hears in words why a file cannot be read, and may send another', async () => {
    await plays(`
      Hana> /libur
      Hana< …
      Hana> [Masukkan daftar setahun]
      Hana< Kirim berkas CSV…
      Hana> {libur.xlsx}
      Hana< Daftarnya tidak bisa dibaca: ini berkas Excel atau Word…Simpan Sebagai, lalu CSV UTF-8…
      Hana< Kirim berkas CSV…
      Hana> {kosong.csv}
      Hana< Daftarnya tidak bisa dibaca: tidak ada satu baris pun di dalamnya.
      Hana< Kirim berkas CSV…
      Hana> tanggal,nama
      Hana< Daftarnya tidak bisa dibaca: kolom jenis, dasar tidak ada…
      Hana< Kirim berkas CSV…
      Hana> halo
      Hana< Belum disimpan…Tidak terbaca dan tidak ikut (1): • baris 1: “halo” tanpa tahun; tulis seperti 2027-03-10 Tidak ada yang perlu disimpan.`)
  })

  it('is told where a table is not whole', async () => {
    await plays(`
      Hana> /libur
      Hana< …
      Hana> [Masukkan daftar setahun]
      Hana< …
      Hana> 2027-01-01,nasional,Tahun Baru 2027,SKB 3 Menteri
      Hana< …Baru (1)…⚠️ Dengan ini tahun 2027 baru punya 1 hari libur nasional; biasanya 15 sampai 17…`)
  })

  it('sets six working days, and that asks first', async () => {
    await plays(`
      Hana> /libur
      Hana< …
      Hana> [Ubah hari kerja seminggu]
      Hana< Ubah menjadi 6 hari kerja, Senin sampai Sabtu? Ini berlaku untuk semua pengingat dan batas waktu.
      Hana> [Batal]
      Hana< Baik, tidak ada yang berubah.
      > sabtu libur?
      < Sabtu, 7 Maret 2026 bukan hari kerja (akhir pekan).
      Hana> [Ya, ubah]
      Hana< Hari kerja sekarang Senin sampai Sabtu.
      > sabtu libur?
      < Sabtu, 7 Maret 2026 hari kerja.`)
  })

  it('and nobody else changes anything', async () => {
    await plays(`
      Hana> /libur
      Hana< …
      > /libur
      < Hari libur dan cuti bersama berikutnya…`)
  })
})
