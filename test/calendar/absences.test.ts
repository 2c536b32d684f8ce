import { describe, it, vi } from 'vitest'
import { plays } from '../support/bot.ts'

vi.mock(import('../support/database.ts'), async (original) => {
  const { withCalendar } = await import('./stage.ts')
  return withCalendar(await original())
})
vi.mock(import('../../src/features/index.ts'), async (original) => {
  const { wired } = await import('./stage.ts')
  return wired(await original(), {})
})
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 })

describe('being away', () => {
  it('is noted with two days and a kind, and says that it is no application', async () => {
    await plays(`
      > /tidak_masuk
      < Belum ada cuti atau dinas luar Anda yang tercatat. Catatan ini hanya supaya pengingat menunggu selama Anda tidak di tempat. Ini bukan permohonan cuti: cuti dan dinas luar tetap diajukan seperti biasa kepada atasan dan kepegawaian.
      > [Catat cuti atau dinas luar]
      < Cuti atau dinas luar? Catatan ini hanya menahan pengingat, bukan permohonan cuti.
      > DL
      < Mulai tanggal berapa?
      > besok
      < Sampai tanggal berapa (hari terakhir tidak masuk)?
      > 6 maret
      < Jenis: Dinas luar Mulai: Selasa, 3 Maret 2026 Sampai: Jumat, 6 Maret 2026…
      > [Kirim]
      < Tercatat: dinas luar Selasa, 3 Maret 2026 sampai Jumat, 6 Maret 2026. Pengingat menunggu sampai Anda kembali. Ini bukan permohonan cuti; yang itu tetap diajukan seperti biasa.
      > /tidak_masuk
      < Yang tercatat untuk Anda: • dinas luar Selasa, 3 Maret 2026 sampai Jumat, 6 Maret 2026…
      > [Batalkan 3 Maret–6 Maret]
      < Baik, catatan dinas luar Selasa, 3 Maret 2026 sampai Jumat, 6 Maret 2026 sudah dihapus. Pengingat berjalan seperti biasa.
      > [Batalkan 3 Maret–6 Maret]
      < Catatan itu tidak ada lagi.
      > /tidak_masuk
      < Belum ada…`)
  })

  it('ends yesterday for somebody who is back early', async () => {
    await plays(`
      > /tidak_masuk
      < Belum ada…
      > [Catat cuti atau dinas luar]
      < Cuti atau dinas luar?…
      > Cuti
      < Mulai tanggal berapa?
      > 23 februari 2026
      < Sampai tanggal berapa…
      > 6 maret
      < Jenis: Cuti…
      > [Kirim]
      < Tercatat: cuti Senin, 23 Februari 2026 sampai Jumat, 6 Maret 2026…
      > /tidak_masuk
      < Yang tercatat untuk Anda: • cuti Senin, 23 Februari 2026 sampai Jumat, 6 Maret 2026 (sedang berlangsung)…
      > [Sudah masuk lagi (s.d. 6 Maret)]
      < Baik, cuti dianggap selesai kemarin. Pengingat berjalan lagi mulai hari ini.
      > /tidak_masuk
      < Belum ada…`)
  })

  it('asks again for what cannot be: 30 February, an end before its beginning, days long over', async () => {
    await plays(`
      > /tidak_masuk
      < …
      > [Catat cuti atau dinas luar]
      < …
      > [Cuti]
      < Mulai tanggal berapa?
      > 30 februari 2026
      < Tanggalnya belum terbaca. Contoh yang bisa: besok, 31 Maret, 31/3/2026. Mulai tanggal berapa?
      > 10 maret
      < Sampai tanggal berapa…
      > 9 maret
      < Jenis: Cuti Mulai: Selasa, 10 Maret 2026 Sampai: Senin, 9 Maret 2026…
      > [Kirim]
      < Hari terakhirnya sebelum hari pertama (Selasa, 10 Maret 2026). Tulis lengkap dengan bulan dan tahunnya. Sampai tanggal berapa…
      > 12 maret 2028
      < Jenis…
      > [Kirim]
      < Paling lama 184 hari sekali catat. Periksa tanggal dan tahunnya…Sampai tanggal berapa…
      > 12 maret 2026
      < Jenis…
      > [Kirim]
      < Tercatat: cuti Selasa, 10 Maret 2026 sampai Kamis, 12 Maret 2026…
      > /tidak_masuk
      < …
      > [Catat cuti atau dinas luar]
      < …
      > [Cuti]
      < …
      > 1 januari 2026
      < …
      > 5 januari 2026
      < …
      > [Kirim]
      < Senin, 5 Januari 2026 sudah lewat, jadi tidak ada pengingat yang perlu menunggu…
      < Mulai tanggal berapa?`)
  })

  it('may be said in one sentence, which is shown before it holds; questions about rules are left', async () => {
    await plays(`
      > saya cuti 3 sampai 7 april
      < Jenis: Cuti Mulai: Jumat, 3 April 2026 Sampai: Selasa, 7 April 2026…
      > [Kirim]
      < Tercatat: cuti Jumat, 3 April 2026 sampai Selasa, 7 April 2026…
      > dinas luar besok s/d 5 maret
      < Jenis: Dinas luar Mulai: Selasa, 3 Maret 2026 Sampai: Kamis, 5 Maret 2026…
      > [Batal]
      < Baik, dibatalkan…
      > saya cuti 3 sampai 7 april
      < Jenis: Cuti…
      > [Kirim]
      < Itu sudah tercatat: cuti Jumat, 3 April 2026 sampai Selasa, 7 April 2026.
      > cuti besar dari siapa sampai kapan
      < …Pasal…`)
  })

  it('an officer notes it for somebody by NIP, who hears of it and may take it back', async () => {
    await plays(`
      Hana> /tidak_masuk
      Hana< …
      Hana> [Catatkan untuk pegawai lain]
      Hana< Untuk pegawai siapa? Tulis NIP-nya (18 angka).
      Hana> 123
      Hana< Itu belum NIP yang lengkap: NIP terdiri dari 3 angka, seharusnya 18. Untuk pegawai siapa?…
      Hana> 198501012010011009
      Hana< Cuti atau dinas luar?…
      Hana> [Cuti]
      Hana< …
      Hana> 4 maret
      Hana< …
      Hana> 5 maret
      Hana< NIP: 19850101 201001 1 009 Jenis: Cuti…
      Hana> [Kirim]
      Hana< NIP itu tidak ada di daftar pegawai. Periksa angkanya, lalu tulis lagi.
      Hana< Untuk pegawai siapa?…
      Hana> 198501012010011002
      Hana< NIP: 19850101 201001 1 002…
      Hana> [Kirim]
      Hana< Tercatat untuk Wati: cuti Rabu, 4 Maret 2026 sampai Kamis, 5 Maret 2026. Pengingatnya menunggu. Orangnya saya kabari kalau akunnya terhubung.
      < Petugas kepegawaian mencatat: cuti Rabu, 4 Maret 2026 sampai Kamis, 5 Maret 2026. Selama itu pengingat untuk Anda menunggu. Kalau keliru, batalkan lewat /tidak_masuk.
      Hana> /tidak_masuk 198501012010011002
      Hana< Yang tercatat untuk Wati: • cuti Rabu, 4 Maret 2026 sampai Kamis, 5 Maret 2026
      > /tidak_masuk
      < Yang tercatat untuk Anda: • cuti Rabu, 4 Maret 2026 sampai Kamis, 5 Maret 2026…
      > [Batalkan 4 Maret–5 Maret]
      < Baik, catatan cuti…sudah dihapus…
      Hana> [Batalkan 4 Maret–5 Maret]
      Hana< Catatan itu tidak ada lagi.`)
  })

  it('of others only officers note anything; somebody without an entry is asked to register', async () => {
    await plays(`
      > /tidak_masuk 198501012010011003
      < Belum ada cuti atau dinas luar Anda yang tercatat…
      Tono> /tidak_masuk
      Tono< …`)
  })
})
