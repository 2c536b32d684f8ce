import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { plays, testBot } from '../support/bot.ts'
import { freshDatabase } from '../support/database.ts'

const office = vi.hoisted(() => ({ staff: [] as readonly string[], questions: [] as readonly Asked[] }))
interface Asked {
  readonly text: string
  readonly times?: number
  readonly verdict?: 'down'
  readonly daysAgo?: number
  readonly turnedAway?: string
}
vi.mock('../support/database.ts', async (original) => {
  const { freshDatabase } = await original<typeof import('../support/database.ts')>()
  const { appoint } = await import('../support/officers.ts')
  return {
    freshDatabase: async () => {
      const database = await freshDatabase()
      await appoint(database, office.staff)
      for (const { text, times = 1, verdict, daysAgo = 1, turnedAway } of office.questions)
        await database.query(
          `insert into question (message, conversation, text, outcome, verdict, asked_at, turned_away)
           select 'uji:' || $1 || n, 'test:wati', $1, $2, $3, $4::timestamptz - make_interval(days => $5), $6
           from generate_series(1, $7) as n`,
          [
            text,
            verdict ? 'quoted' : 'refused',
            verdict ?? null,
            new Date('2026-03-02T09:00:00+07:00'),
            daysAgo,
            turnedAway ?? null,
            times,
          ],
        )
      return database
    },
  }
})
// opening the database takes a while where much runs at once; the dialogues are timed without it
beforeAll(async () => void (await freshDatabase()))

afterEach(() => {
  office.staff = []
  office.questions = []
})

test('officers see what was asked in vain in groups, answer one for all and set another aside', async () => {
  office.staff = ['Sari', 'Dodi']
  office.questions = [
    { text: 'tpp kalau sakit dipotong berapa', times: 3 },
    { text: 'kalau sakit tpp dipotong berapa ya', times: 2 },
    { text: 'tpp dipotong berapa kalau sakit', verdict: 'down' },
    { text: 'seragam hari kamis apa', times: 2, verdict: 'down' },
    { text: 'parkir tamu sebelah mana' },
    { text: 'parkir motor lama', daysAgo: 40 },
    { text: 'cuaca besok', times: 9, turnedAway: 'outside' },
  ]
  await plays(`
    Sari> /tinjau
    Sari< 9 pertanyaan dalam 3 kelompok perlu ditinjau (30 hari terakhir): 1. 6× “tpp kalau sakit dipotong berapa” (5 tak terjawab, 1 dinilai 👎) 2. 2× “seragam hari kamis apa” (dinilai 👎) 3. 1× “parkir tamu sebelah mana” (tak terjawab)
    Sari> [Kelompok 1]
    Sari< Yang ditanyakan: …3× tpp kalau sakit dipotong berapa…2× kalau sakit tpp dipotong berapa ya…tpp dipotong berapa kalau sakit
    Sari> [Jawab & terbitkan]
    Sari< Jawaban yang terbit dibaca semua orang.…
    Sari< Tulis jawabannya, berlaku untuk siapa saja yang bertanya begitu.
    Sari> Sakit dengan surat dokter tidak mengurangi TPP.
    Sari< Apa dasarnya?…
    Sari> lewati
    Sari< Sampai kapan…
    Sari> lewati
    Sari< …Pertanyaan: tpp kalau sakit dipotong berapa Jawaban: Sakit dengan surat dokter tidak mengurangi TPP.…
    Sari> [Kirim]
    Sari< Usulan 1 sudah saya kirim ke 1 petugas lain.…
    Dodi< Usulan pengetahuan 1 dari Sari: …
    Sari> /tinjau
    Sari< 3 pertanyaan dalam 2 kelompok perlu ditinjau…1. 2× “seragam hari kamis apa”…
    Sari> [Kelompok 1]
    Sari< Yang ditanyakan: …2× seragam hari kamis apa
    Sari> [Abaikan]
    Sari< Baik, 2 pertanyaan itu tidak ditampilkan lagi.
    Sari> /tinjau
    Sari< 1 pertanyaan dalam 1 kelompok perlu ditinjau…
    Dodi> [Tolak]
    Dodi< Apa yang perlu diperbaiki?…
    Dodi> Belum ada dasarnya.
    Dodi< Usulan 1 ditolak.…
    Sari< Usulan 1 ditolak Dodi: …
    Sari> /tinjau
    Sari< 7 pertanyaan dalam 2 kelompok perlu ditinjau…6×…
    Sari> [Perbaiki dan ajukan lagi]
    Sari< Jawaban yang terbit dibaca semua orang.…
    Sari< Apa dasarnya?…
    Sari> Pasal 4 PP 94/2021
    Sari< Sampai kapan…
    Sari> lewati
    Sari< …Asal: revisi 1…
    Sari> [Kirim]
    Sari< Usulan 2 sudah saya kirim ke 1 petugas lain.…
    Dodi< Usulan pengetahuan 2 dari Sari: …
    Dodi> [Setujui]
    Dodi< Jawaban 2 sudah terbit.…
    Sari< Usulan 2 disetujui Dodi…
    Dodi> /tinjau
    Dodi< 1 pertanyaan dalam 1 kelompok perlu ditinjau…
    Dodi> [Kelompok 1]
    Dodi< Yang ditanyakan: …parkir tamu sebelah mana
    Sari> [Kelompok 1]
    Sari< …
    Dodi> [Abaikan]
    Dodi< Baik, 1 pertanyaan itu tidak ditampilkan lagi.
    Dodi> /tinjau
    Dodi< Tidak ada pertanyaan yang perlu ditinjau dalam 30 hari terakhir.
  `)
})

test('nobody is named in the list, and a question without an answer comes into it', async () => {
  office.staff = ['Sari']
  const stage = await testBot()
  await stage.person('Wati').says('qwrtz plonk vierzig 198703052010012001')
  const [reply] = await stage.person('Sari').says('/tinjau')
  expect(reply?.text).toContain('1×')
  expect(reply?.text).not.toMatch(/Wati|1987/)
  await stage.bot.stop()
})
