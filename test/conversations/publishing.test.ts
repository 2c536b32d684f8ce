import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { createQuestionStore } from '../../src/features/questions/store.ts'
import { plays, testBot } from '../support/bot.ts'
import { freshDatabase } from '../support/database.ts'

const office = vi.hoisted(() => ({ staff: [] as readonly string[] }))
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

afterEach(() => {
  office.staff = []
})

/** Wati asks an officer, and Sari answers. */
const ANSWERED = `
  > tanya hr
  < Apa yang ingin Anda tanyakan kepada petugas kepegawaian?
  > TPP dipotong tidak kalau sakit 2 hari dengan surat dokter?
  < Ada keterangan yang perlu diketahui petugas…
  > lewati
  < Pertanyaan: TPP dipotong tidak kalau sakit 2 hari dengan surat dokter?…
  > [Kirim]
  < Sudah saya teruskan ke petugas dengan nomor 1.…
  Sari< Pertanyaan 1 dari Wati: TPP dipotong tidak kalau sakit 2 hari dengan surat dokter?…
`
const REPLIED = `
  Sari> [Jawab]
  Sari< Tulis jawabannya.…
  Sari> Tidak dipotong selama ada surat dokter.
  Sari< Untuk pertanyaan: 1, dari … Jawaban: Tidak dipotong selama ada surat dokter. Sudah benar?
  Sari> [Kirim]
  Sari< Jawaban sudah dikirim ke penanya. Terima kasih.
  < Jawaban petugas untuk pertanyaan Anda: TPP dipotong…Tidak dipotong selama ada surat dokter.
`
const PROPOSED = `
  Sari> [Terbitkan sebagai pengetahuan]
  Sari< Jawaban yang terbit dibaca semua orang.…
  Sari< Apa dasarnya? Tulis pasalnya, misalnya Pasal 9 ayat (2) PP 94/2021.
  Sari> pasal 4 pp 94 tahun 2021
  Sari< Sampai kapan jawaban ini berlaku? Lewati kalau tidak ada batasnya.
  Sari> 31 Desember 2027
  Sari< Asal: tiket 1 Pertanyaan: TPP dipotong tidak kalau sakit 2 hari dengan surat dokter? Jawaban: Tidak dipotong selama ada surat dokter. Dasar: pasal 4 pp 94 tahun 2021 Berlaku sampai: Jumat, 31 Desember 2027 Sudah benar?
  Sari> [Kirim]
`

test('an answer is published once another officer has approved it, and can be withdrawn', async () => {
  office.staff = ['Sari', 'Dodi']
  await plays(`
    ${ANSWERED}
    Dodi< Pertanyaan 1 dari Wati: …
    ${REPLIED}
    ${PROPOSED}
    Sari< Usulan 1 sudah saya kirim ke 1 petugas lain.…
    Dodi< Usulan pengetahuan 1 dari Sari: TPP dipotong…Tidak dipotong selama ada surat dokter. Dasar: Pasal 4 PP 94/2021. Berlaku sampai 31 Desember 2027.
    Dodi> [Setujui]
    Dodi< Jawaban 1 sudah terbit.…
    Sari< Usulan 1 disetujui Dodi dan sudah terbit: TPP dipotong…
    Wati> tpp saya dipotong tidak kalau sakit 2 hari ada surat dokter
    Wati< …Tidak dipotong selama ada surat dokter.…Sumber: Jawaban BKPSDM (ditinjau 2 Maret 2026), dasar: Pasal 4 PP 94/2021.…
    Dodi> [Setujui]
    Dodi< Jawaban 1 sudah terbit.…
    Sari> [Terbitkan sebagai pengetahuan]
    Sari< Jawaban ini sudah diusulkan atau sudah terbit. Lihat /terbitan.
    Sari> /terbitan
    Sari< 1 jawaban terbit:
    Sari< 1. TPP dipotong…Tidak dipotong selama ada surat dokter. Jawaban BKPSDM (ditinjau 2 Maret 2026), dasar: Pasal 4 PP 94/2021, berlaku sampai 31 Desember 2027
    Sari> [Cabut]
    Sari< Jawaban 1 dicabut dan tidak dipakai lagi.
    Sari> /terbitan
    Sari< Belum ada jawaban yang terbit atau menunggu ditinjau.
  `)
})

test('whoever wrote it cannot approve it where somebody else can, and hears why it was turned down', async () => {
  office.staff = ['Sari', 'Dodi']
  await plays(`
    ${ANSWERED}
    Dodi< Pertanyaan 1 dari Wati: …
    ${REPLIED}
    ${PROPOSED}
    Sari< Usulan 1 sudah saya kirim ke 1 petugas lain.…
    Dodi< Usulan pengetahuan 1 dari Sari: …
    Sari> /terbitan
    Sari< 1 usulan menunggu ditinjau:
    Sari< Usulan pengetahuan 1 dari Sari: …
    Sari> [Setujui]
    Sari< Usulan Anda sendiri harus ditinjau petugas lain.
    Dodi> [Tolak]
    Dodi< Apa yang perlu diperbaiki?…
    Dodi> Sebutkan batas harinya.
    Dodi< Usulan 1 ditolak. Alasannya sudah dikirim ke pengusul.
    Sari< Usulan 1 ditolak Dodi: TPP dipotong…Alasan: Sebutkan batas harinya.
    Dodi> [Setujui]
    Dodi< Usulan itu sudah diputuskan.
    Sari> [Perbaiki dan ajukan lagi]
    Sari< Jawaban yang terbit dibaca semua orang.…
    Sari< Apa dasarnya?…
    Sari> lewati
    Sari< Sampai kapan…
    Sari> lewati
    Sari< Asal: revisi 1…Sudah benar?
    Sari> jawaban
    Sari< Tulis jawabannya, berlaku untuk siapa saja yang bertanya begitu.
    Sari> Tidak dipotong sampai 14 hari, selama ada surat dokter.
    Sari< …Jawaban: Tidak dipotong sampai 14 hari, selama ada surat dokter.…Sudah benar?
    Sari> [Kirim]
    Sari< Usulan 2 sudah saya kirim ke 1 petugas lain.…
    Dodi< Usulan pengetahuan 2 dari Sari: …sampai 14 hari…Dasar: tidak disebutkan. Berlaku tanpa batas waktu.
  `)
})

test('the only officer may approve alone, and it is said', async () => {
  office.staff = ['Sari']
  await plays(`
    ${ANSWERED}
    ${REPLIED}
    ${PROPOSED}
    Sari< Usulan 1 tersimpan. Belum ada petugas lain yang bisa meninjaunya…ditinjau oleh penulisnya sendiri.
    Sari> [Setujui]
    Sari< Jawaban 1 sudah terbit, ditinjau oleh penulisnya sendiri.…
    Sari> /terbitan
    Sari< 1 jawaban terbit:
    Sari< 1. …Jawaban BKPSDM (ditinjau 2 Maret 2026, oleh penulisnya sendiri), dasar: Pasal 4 PP 94/2021…
  `)
})

test('what it rests on must be known and in force, and its end must be to come', async () => {
  office.staff = ['Sari']
  await plays(`
    ${ANSWERED}
    ${REPLIED}
    Sari> [Terbitkan sebagai pengetahuan]
    Sari< Jawaban yang terbit dibaca semua orang.…
    Sari< Apa dasarnya?…
    Sari> kata pak kabid
    Sari< Sampai kapan…
    Sari> 1 Januari 2020
    Sari< …Dasar: kata pak kabid Berlaku sampai: Rabu, 1 Januari 2020 Sudah benar?
    Sari> [Kirim]
    Sari< Dasarnya belum terbaca.…
    Sari< Apa dasarnya?…
    Sari> Pasal 900 PP 94/2021
    Sari< …Sudah benar?
    Sari> [Kirim]
    Sari< Pasal 900 PP 94/2021 tidak ada di pengetahuan saya.…
    Sari< Apa dasarnya?…
    Sari> Pasal 4 huruf f PP Nomor 94 Tahun 2021
    Sari< …Sudah benar?
    Sari> [Kirim]
    Sari< Tanggal itu sudah lewat.…
    Sari< Sampai kapan…
    Sari> lewati
    Sari< …Sudah benar?
    Sari> [Kirim]
    Sari< Usulan 1 tersimpan.…
  `)
})

test('numbers of a person are left out, and what looks like a name is pointed at', async () => {
  office.staff = ['Sari']
  await plays(`
    > tanya hr
    < Apa yang ingin Anda tanyakan…
    > NIP 198703052010012001, cuti Pak Budi ditolak, boleh?
    < Ada keterangan…
    > lewati
    < Pertanyaan: NIP 198703052010012001, cuti Pak Budi ditolak, boleh?…
    > [Kirim]
    < Sudah saya teruskan ke petugas dengan nomor 1.…
    Sari< Pertanyaan 1 dari Wati: …
    Sari> [Jawab]
    Sari< Tulis jawabannya.…
    Sari> Boleh ditangguhkan bila mendesak.
    Sari< …Sudah benar?
    Sari> [Kirim]
    Sari< Jawaban sudah dikirim ke penanya. Terima kasih.
    < Jawaban petugas untuk pertanyaan Anda: …
    Sari> [Terbitkan sebagai pengetahuan]
    Sari< Jawaban yang terbit…⚠️ Pertanyaan aslinya memuat nomor panjang…cuti Pak Budi ditolak, boleh?…⚠️ Sepertinya ada nama orang: Budi.…
    Sari< Tulis pertanyaannya seperti orang menanyakannya, tanpa nama dan nomor siapa pun.
    Sari> NIP 198703052010012001 cutinya ditolak, boleh?
    Sari< Masih ada nomor panjang atau alamat surel di situ.…
    Sari> Cuti tahunan PNS ditolak atasan, boleh?
    Sari< Apa dasarnya?…
  `)
})

test('what is published is known to whoever searches, with its reviewer and what it rests on', async () => {
  office.staff = ['Sari', 'Dodi']
  const { bot, database } = await testBot()
  const store = createQuestionStore(database)
  const entry = await store.propose({
    key: 'uji-1',
    origin: 'tiket 1',
    question: 'TPP dipotong kalau sakit?',
    answer: 'Tidak, selama ada surat dokter.',
    basis: { regulation: 'pp-94-2021', pasal: '4', ayat: null },
    until: null,
    author: 'test:sari',
    authorName: 'Sari',
    conversation: 'test:sari',
  })
  expect(await store.published()).toEqual([])
  const at = new Date('2026-03-02T10:00:00+07:00')
  await store.approve(entry.id, { account: 'test:dodi', name: 'Dodi' }, at)
  expect(await store.published()).toEqual([
    {
      id: entry.id,
      question: 'TPP dipotong kalau sakit?',
      answer: 'Tidak, selama ada surat dokter.',
      basis: { regulation: 'pp-94-2021', pasal: '4', ayat: null },
      until: null,
      reviewedBy: 'Dodi',
      reviewedAt: at,
      alone: false,
    },
  ])
  await store.withdraw(entry.id, at)
  expect(await store.published()).toEqual([])
  await bot.stop()
})
