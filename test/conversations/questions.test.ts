import { describe, test } from 'vitest'
import { plays } from '../support/bot.ts'

describe('a question about a rule', () => {
  test('is answered with the sentence that answers and the pasal it stands in', () =>
    plays(`
      > bolos 5 hari kena sanksi apa?
      < PNS yang tidak masuk kerja tanpa alasan yang sah 4 sampai 6 hari kerja…teguran tertulis.…Pasal 9 ayat (2)…PP 94/2021 tentang Disiplin Pegawai Negeri Sipil, masih berlaku.…bukan bunyi resmi…
      > [Lihat pasal lengkap]
      < Pasal 9 PP 94/2021…teguran lisan…teguran tertulis…bukan bunyi resmi.
      > [👍]
      < Terima kasih, senang bisa membantu.
    `))

  test('leads from its pasal to those it refers to', () =>
    plays(`
      > pns wajib patuh sama aturan disiplin dasarnya mana
      < …Pasal 2 PP 94/2021…
      > [Lihat pasal lengkap]
      < Pasal 2 PP 94/2021…lihat Pasal 5…
      > [Pasal 4]
      < Pasal 4 PP 94/2021…
    `))

  test('that nothing answers is refused honestly and can go to an officer, whose answer comes back', () =>
    plays(`
      Kepala> /klaim UJI-COBA-1234
      Kepala< Selamat, Anda sekarang administrator pertama Abdi.…
      > taplak meja ruang tamu warnanya apa
      < Maaf, …
      > [Tanya HR]
      < Ada keterangan yang perlu diketahui petugas…
      > lewati
      < Pertanyaan: taplak meja ruang tamu warnanya apa Keterangan: (dilewati) Sudah benar?
      > [Kirim]
      < Sudah saya teruskan ke petugas dengan nomor 1.…
      Kepala< Pertanyaan 1 dari Wati: taplak meja ruang tamu warnanya apa…
      Kepala> [Jawab]
      Kepala< Tulis jawabannya.…
      Kepala> Silakan lihat papan di ruang tamu, Bu.
      Kepala< Untuk pertanyaan: 1, dari … Jawaban: Silakan lihat papan di ruang tamu, Bu. Sudah benar?
      Kepala> [Kirim]
      Kepala< Jawaban sudah dikirim ke penanya. Terima kasih.
      < Jawaban petugas untuk pertanyaan Anda: taplak meja ruang tamu warnanya apa Silakan lihat papan di ruang tamu, Bu.
    `))

  test('can be followed up in a few words', () =>
    plays(`
      > cuti tahunan PNS berapa hari?
      < …12 hari kerja…Pasal 311…PP 11/2017…
      > kalau PPPK?
      < …PP 49/2018…
    `))
})
