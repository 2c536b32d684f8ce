import { beforeAll, test, vi } from 'vitest'
import { playsBroadcast } from '../broadcasts/stage.ts'
import { freshDatabase } from '../support/database.ts'

// many messages each, on a machine that may be busy
vi.setConfig({ testTimeout: 120_000 })
beforeAll(async () => void (await freshDatabase()))

test('written, looked at, tried, sent at once, watched, read, over', () =>
  playsBroadcast(`
    Dewi> /siaran
    Dewi< Belum ada siaran.
    Dewi> [Tulis siaran baru]
    Dewi< Apa isi siarannya?…
    Dewi> Yth. {nama}, besok apel pukul 07.00 di halaman {unit}.
    Dewi< Untuk siapa?…
    Dewi> Dinas Kesehatan
    Dewi< Yth. Dewi, besok apel pukul 07.00 di halaman Dinas Kesehatan.
    Dewi< Begitulah penerima melihatnya, dengan nama dan unit masing-masing. Kepada: …Dinas Kesehatan… Penerima: 5 orang Bisa dihubungi: 5 orang (Telegram 5) Di semua aplikasi tampil sebagai satu pesan, seperti di atas.
    Dewi> [Uji ke saya]
    Dewi< Yth. Dewi, besok apel pukul 07.00 di halaman Dinas Kesehatan.
    Dewi< Itu contohnya, hanya kepada Anda. Belum ada yang dikirim kepada penerima.
    Dewi> [✅ Sudah dibaca]
    Dewi< Ini baru contoh.…
    Dewi> [Kirim sekarang]
    Dewi< Langkah terakhir: kirim siaran ini kepada 5 orang, sekarang juga? Yth. {nama}, besok apel pukul 07.00 di halaman {unit}.
    Dewi> [Ya, kirim ke 5 orang]
    Dewi< Siaran 1 segera dikirim. Perkembangannya saya tampilkan di sini.
    * send
    Dewi< Siaran 1 sedang dikirim ▱▱▱▱▱▱▱▱▱▱ 0 % Terkirim 0 Sudah dibaca 0 · pertanyaan 0 Surat-suratnya sedang disiapkan.
    * progress
    ~ Siaran 1 sedang dikirim ▱▱▱▱▱▱▱▱▱▱ 0 % Terkirim 0 · menunggu 5 Sudah dibaca 0 · pertanyaan 0 Kecepatannya belum bisa dihitung.
    * antar 3
    Dewi< Yth. Dewi, …
    * progress
    ~ Siaran 1 sedang dikirim ▰▰▰▰▰▰▱▱▱▱ 60 % Terkirim 3 · menunggu 2 Sudah dibaca 0 · pertanyaan 0 3 per menit, perkiraan selesai pukul 09.01 WIB
    Wati< Yth. Wati, besok apel pukul 07.00 di halaman Dinas Kesehatan.
    Wati> [✅ Sudah dibaca]
    Wati< Terima kasih, tercatat sudah dibaca.
    Wati> [✅ Sudah dibaca]
    * antar
    Sri< Yth. Sri, besok apel pukul 07.00 di halaman Puskesmas Ciracas.
    * progress
    ~ Siaran 1 selesai Terkirim 5 Sudah dibaca 1 · pertanyaan 0
    Dewi< Siaran 1 selesai Terkirim 5 Sudah dibaca 1 · pertanyaan 0
    * send
    * progress
    Dewi> [Segarkan]
    Dewi< Siaran 1 selesai Terkirim 5 Sudah dibaca 1 · pertanyaan 0
    Dewi> /siaran
    Dewi< Siaran terakhir • 1, selesai (Senin, 2 Maret 2026 pukul 09.00 WIB): Yth. {nama}, besok apel pukul 07.00 di halaman {unit}.
  `))

test('plain words with the recipients; a name is put in as it is, an unknown placeholder is told at once', () =>
  playsBroadcast(`
    Dewi> kirim pengumuman ke PPPK Dinas Kesehatan: Halo {nama}, gaji Anda {gaji} dan {Tunjangan}
    Dewi< Saya tidak punya isi untuk {gaji}, {Tunjangan}. Yang bisa dipakai hanya {nama} dan {unit}. Tolong tulis lagi tanpa itu.
    Dewi< Apa isi siarannya?…
    Dewi> Halo {Nama} dan {bos}
    Dewi< Saya tidak punya isi untuk {bos}.…Apa isi siarannya?…
    Dewi> **Halo** {Nama}
    Dewi< Halo Dewi
    Dewi< …Penerima: 2 orang…
    Dewi> [Ubah penerima]
    Dewi< Untuk siapa?…
    Dewi> dinas pertahanan
    Dewi< …
    Dewi< Untuk siapa?…
    Dewi> PNS di Dinas Sosial
    Dewi< Halo Dewi
    Dewi< …Penerima: 3 orang Bisa dihubungi: 2 orang (Telegram 2) Tidak terjangkau: 1 orang (1 belum menghubungkan akun)…
    Dewi> [Ubah teks]
    Dewi< Tulis isi yang baru; yang lama saya ganti seluruhnya.…
    Dewi> Selamat pagi
    Dewi< Selamat pagi
    Dewi< …
    Dewi> [Buang rancangan]
    Dewi< Rancangan siarannya saya buang. Tidak ada yang dikirim.
    Dewi> /siaran
    Dewi< Belum ada siaran.
    Wati> kirim pengumuman ke semua: halo
    Wati< Itu pertanyaan.
    Wati> /siaran
    Wati< Maaf, perintah itu hanya untuk petugas kepegawaian.
    Dewi> bagaimana cara buat siaran?
    Dewi< Itu pertanyaan.
  `))

test('everybody needs a press of its own, nobody is refused, and so are those whom nothing reaches', () =>
  playsBroadcast(`
    Dewi> buat siaran
    Dewi< Apa isi siarannya?…
    Dewi> Halo
    Dewi< Untuk siapa?…
    Dewi> [Semua pegawai]
    Dewi< Itu semua pegawai, 8 orang. Betul, siaran ini memang untuk semuanya?
    Dewi> [Pilih penerima lain]
    Dewi< Untuk siapa?…
    Dewi> PPPK di Dinas Sosial
    Dewi< Tidak ada pegawai yang cocok dengan itu, jadi tidak ada yang akan menerima. Coba penerima lain, ya.
    Dewi< Untuk siapa?…
    Dewi> 198501012011001006
    Dewi< …
    Dewi< Untuk siapa?…
    Dewi> semua
    Dewi< Itu semua pegawai, 8 orang.…
    Dewi> [Ya, semua 8 orang]
    Dewi< Halo
    Dewi< …Kepada: …semua… Penerima: 8 orang Bisa dihubungi: 7 orang …
    Dewi> [Kirim sekarang]
    Dewi< Langkah terakhir: kirim siaran ini kepada 7 orang, sekarang juga? Halo 1 orang lain tidak terjangkau; daftarnya bisa dilihat sesudah dikirim.
    Dewi> [Kembali]
    Dewi< Halo
    Dewi< …
  `))

test('a day and a time in words; past ones are asked again, nights need one press more', () =>
  playsBroadcast(`
    Dewi> /siaran Dinas Kesehatan: Besok libur.
    Dewi< Besok libur.
    Dewi< …
    Dewi> [Jadwalkan]
    Dewi< Kapan dikirim?…
    Dewi> kemarin jam 8
    Dewi< Waktu itu sudah lewat.…Kapan dikirim?…
    Dewi> besok
    Dewi< Pukul berapa?…Kapan dikirim?…
    Dewi> kapan-kapan
    Dewi< Waktunya belum terbaca.…Kapan dikirim?…
    Dewi> 30 februari jam 8
    Dewi< Waktunya belum terbaca.…Kapan dikirim?…
    Dewi> besok jam 9 malam
    Dewi< Itu antara pukul 21.00 dan 06.00, …
    Dewi> [Tetap malam hari]
    Dewi< Langkah terakhir: kirim siaran ini kepada 5 orang, Selasa, 3 Maret 2026 pukul 21.00 WIB? Besok libur.
    Dewi> [Kembali]
    Dewi< Besok libur.
    Dewi< …
    Dewi> [Jadwalkan]
    Dewi< Kapan dikirim?…
    Dewi> besok jam 8
    Dewi< Langkah terakhir: kirim siaran ini kepada 5 orang, Selasa, 3 Maret 2026 pukul 08.00 WIB? Besok libur.
    Dewi> [Ya, kirim ke 5 orang]
    Dewi< Siaran 1 dijadwalkan: Selasa, 3 Maret 2026 pukul 08.00 WIB. Sampai saat itu masih bisa diubah atau dibatalkan.
    * send
    * 2026-03-03T08:00
    * send
    Dewi< Siaran 1 sedang dikirim …
    * progress
    * antar
    Dewi< Besok libur.
    Wati< Besok libur.
    * progress
    Dewi< Siaran 1 selesai Terkirim 5 Sudah dibaca 0 · pertanyaan 0
    Hana> /siaran 1
    Hana< Siaran 1 selesai Terkirim 5 Sudah dibaca 0 · pertanyaan 0
  `))

test('what was scheduled is changed, or called back before it goes', () =>
  playsBroadcast(`
    Dewi> /siaran Dinas Kesehatan: Halo
    Dewi< Halo
    Dewi< …
    Dewi> [Jadwalkan]
    Dewi< …
    Dewi> [Besok jam 8 pagi]
    Dewi< Langkah terakhir: kirim siaran ini kepada 5 orang, Selasa, 3 Maret 2026 pukul 08.00 WIB? Halo
    Dewi> [Ya, kirim ke 5 orang]
    Dewi< Siaran 1 dijadwalkan…
    Hana> /siaran 1
    Hana< Siaran 1 dijadwalkan: Selasa, 3 Maret 2026 pukul 08.00 WIB.
    Dewi> [Lihat siaran]
    Dewi< Siaran 1 dijadwalkan: Selasa, 3 Maret 2026 pukul 08.00 WIB.
    Dewi> [Ubah dulu]
    Dewi< Halo
    Dewi< …
    Dewi> [Lihat siaran]
    Dewi< Halo
    Dewi< …
    Dewi> [Uji ke saya]
    Dewi< Halo
    Dewi< Itu contohnya, hanya kepada Anda. …
    Hana> [Batalkan siaran]
    Hana< Itu rancangan petugas lain. Yang bisa mengubahnya hanya yang membuatnya.
    Dewi> [Jadwalkan]
    Dewi< …
    Dewi> senin 07.30
    Dewi< …Senin, 9 Maret 2026 pukul 07.30 WIB? Halo
    Dewi> [Ya, kirim ke 5 orang]
    Dewi< Siaran 1 dijadwalkan…
    Hana> /siaran 1
    Hana< Siaran 1 dijadwalkan…
    Hana> [Batalkan siaran]
    Hana< Batalkan siaran 1? Belum ada yang menerimanya.
    Hana> [Ya, batalkan]
    Hana< Siaran 1 dibatalkan sebelum dikirim. Tidak ada yang menerimanya.
    * 2026-03-09T07:30
    * send
    * progress
    Wati> halo
    Wati< Itu pertanyaan.
  `))
