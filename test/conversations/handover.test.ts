import { beforeAll, test, vi } from 'vitest'
import { plays } from '../support/bot.ts'
import { freshDatabase } from '../support/database.ts'

const office = vi.hoisted(() => ({ staff: ['Sari'] as readonly string[] }))
vi.mock('../support/database.ts', async (original) => {
  const { freshDatabase } = await original<typeof import('../support/database.ts')>()
  const { appoint } = await import('../support/officers.ts')
  return {
    freshDatabase: async () => {
      const database = await freshDatabase()
      await appoint(database, office.staff)
      return database
    },
  }
})

// opening the database takes a while where much runs at once; the dialogues are timed without it
beforeAll(async () => void (await freshDatabase()))

test('an officer sees what came nearest, and the asker how the question stands', () =>
  plays(`
    > bolos 5 hari kena sanksi apa?
    < …94/2021…
    > [Tanya HR]
    < Ada keterangan yang perlu diketahui petugas…
    > saya di kelurahan
    < Pertanyaan: bolos 5 hari kena sanksi apa? Keterangan: saya di kelurahan Sudah benar?
    > [Kirim]
    < Sudah saya teruskan ke petugas dengan nomor 1.…
    Sari< Pertanyaan 1 dari Wati: bolos 5 hari kena sanksi apa? Keterangan: saya di kelurahan Yang paling dekat menurut Abdi: …Pasal 9 PP 94/2021….
    > /pertanyaan_saya
    < Pertanyaan Anda kepada petugas: …1 (…): bolos 5 hari kena sanksi apa? Menunggu jawaban…
    Sari> [Jawab]
    Sari< Tulis jawabannya.…
    Sari> Teguran tertulis.
    Sari< Untuk pertanyaan: 1, dari Wati: bolos 5 hari kena sanksi apa? Jawaban: Teguran tertulis. Sudah benar?
    Sari> [Kirim]
    Sari< Jawaban sudah dikirim ke penanya. Terima kasih.
    < Jawaban petugas untuk pertanyaan Anda: bolos 5 hari kena sanksi apa? Teguran tertulis.
    > pertanyaan saya sampai mana?
    < …1: bolos 5 hari kena sanksi apa? Dijawab …: Teguran tertulis.
  `))

test('whoever wants a person gets one at once, and who asked nothing hears so', () =>
  plays(`
    > pertanyaan saya sudah dijawab belum
    < Belum ada pertanyaan Anda yang diteruskan ke petugas.…
    > sambungkan ke petugas dong
    < Apa yang ingin Anda tanyakan kepada petugas kepegawaian?
    > batal
    < Baik, dibatalkan.…
    Budi> /pertanyaan
    Budi< Maaf, perintah itu hanya untuk petugas kepegawaian.
    Budi> /tinjau
    Budi< Maaf, perintah itu hanya untuk petugas kepegawaian.
  `))

test('a follow-up is handed over with what it left out', () =>
  plays(`
    > cuti besar berapa lama?
    < …3 bulan…
    > kalau PPPK?
    < …
    > [Tanya HR]
    < Ada keterangan yang perlu diketahui petugas…
    > lewati
    < Pertanyaan: cuti besar berapa lama pppk Keterangan: (dilewati) Sudah benar?
  `))

test('an officer sees whom an answer is for, cannot answer another question with it, and hears who answered', () =>
  plays(`
    > tanya hr
    < Apa yang ingin Anda tanyakan…
    > Kapan gaji ke-13 cair?
    < Ada keterangan…
    > lewati
    < Pertanyaan: …
    > [Kirim]
    < Sudah saya teruskan…
    Sari< Pertanyaan 1 dari Wati: Kapan gaji ke-13 cair?…
    Sari> [Jawab]
    Sari< Tulis jawabannya.…Untuk pertanyaan 1, dari Wati: Kapan gaji ke-13 cair?
    Sari> Bulan Juni.
    Sari< Untuk pertanyaan: 1, dari Wati: Kapan gaji ke-13 cair? Jawaban: Bulan Juni. Sudah benar?
    Sari> [Ubah]
    Sari< Tulis jawabannya.…Untuk pertanyaan 1, dari Wati: Kapan gaji ke-13 cair?
    Sari> Bulan Juni.
    Sari< Untuk pertanyaan: 1, dari Wati: Kapan gaji ke-13 cair? Jawaban: Bulan Juni. Sudah benar?
    Sari> [Kirim]
    Sari< Jawaban sudah dikirim ke penanya. Terima kasih.
    < Jawaban petugas untuk pertanyaan Anda: Kapan gaji ke-13 cair? Bulan Juni.
    Sari> [Jawab]
    Sari< Pertanyaan itu sudah Anda jawab.
  `))

test('one’s own questions are shown to whoever writes it with a space, or without a slash', () =>
  plays(`
    > pertanyaan saya
    < Belum ada pertanyaan Anda yang diteruskan ke petugas.…
    > /pertanyaan saya
    < Belum ada pertanyaan Anda yang diteruskan ke petugas.…
    > /pertanyaan
    < Maaf, perintah itu hanya untuk petugas kepegawaian.
  `))

test('where others read along an officer is asked in private', () =>
  plays(`
    Wati_slack_utas> bolos 5 hari kena sanksi apa?
    Wati_slack_utas< …94/2021…
    Wati_slack_utas> [Tanya HR]
    Wati_slack_utas< Supaya hanya Anda dan petugas yang membacanya, tanyakan lewat pesan langsung…
    Wati_slack_utas> sambungkan ke petugas
    Wati_slack_utas< Supaya hanya Anda dan petugas yang membacanya…
  `))
