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

test('a supervisor sees what waits by person, approves one by one, asks back, and is answered', () =>
  plays(`
    > /kinerja 10 berkas pensiun lengkap
    < …
    > [Simpan]
    < Tersimpan. …
    > /kinerja kemarin 20 berkas pensiun 2 salah
    < …
    > [Simpan]
    < Tersimpan. …
    Dewi> /kinerja 5 pasien gigi lancar
    Dewi< …
    Dewi> [Simpan]
    Dewi< Tersimpan. …
    Sari> /tinjauan
    Sari< 3 laporan menunggu ditinjau • Wati: 2 • Dewi: 1
    Sari> [Wati (2)]
    Sari< Wati, laporan 1 dari 2 10 berkas, semuanya benar, hari ini, RHK 2. 10 berkas pensiun lengkap Menunggu ditinjau atasan.
    Sari> [Setujui]
    Sari< Disetujui: 10 berkas, semuanya benar, hari ini, RHK 2. Wati, laporan 1 dari 1 20 berkas, 18 benar, 2 tidak, …
    < Atasan menyetujui laporan Anda: 10 berkas, semuanya benar, hari ini, RHK 2.
    Sari> [Tanya balik]
    Sari< Apa yang ingin Anda tanyakan?…
    Sari> Yang 2 salah kenapa?
    Sari< Pertanyaan terkirim kepada Wati. 1 laporan menunggu…• Dewi: 1
    < Sari bertanya tentang laporan 20 berkas, 18 benar, 2 tidak, kemarin (Minggu, 1 Maret 2026), RHK 2: Yang 2 salah kenapa?
    > [Jawab]
    < Apa jawaban Anda?
    > NIP-nya tertukar, sudah diperbaiki.
    < Jawaban terkirim kepada atasan Anda.
    Sari< Wati menjawab soal laporan 20 berkas, …: NIP-nya tertukar, sudah diperbaiki.
    Sari> [Buka laporan]
    Sari< Wati, laporan 1 dari 1 20 berkas…• Senin, 2 Maret 2026, Sari bertanya: Yang 2 salah kenapa? • Senin, 2 Maret 2026, Wati menulis: NIP-nya tertukar, sudah diperbaiki.
    Sari> [Komentar]
    Sari< Apa komentar Anda?
    Sari> Terima kasih.
    Sari< Komentar terkirim kepada Wati. Wati, laporan 1 dari 1…
    < Komentar Sari untuk laporan 20 berkas, …: Terima kasih.
    Sari> [Setujui]
    Sari< Disetujui: 20 berkas, … 1 laporan menunggu ditinjau • Dewi: 1
    < Atasan menyetujui laporan Anda: 20 berkas…
  `))

test('all reports of one person are approved at once, and they hear of it once', () =>
  plays(`
    > /kinerja 10 berkas pensiun lengkap
    < …
    > [Simpan]
    < …
    > /kinerja 11 berkas pensiun lengkap
    < …
    > [Simpan]
    < …
    Sari> /tinjauan
    Sari< 2 laporan menunggu ditinjau • Wati: 2
    Sari> 1
    Sari< Wati, laporan 1 dari 2 10 berkas…
    Sari> [Berikutnya]
    Sari< Wati, laporan 2 dari 2 11 berkas…
    Sari> [Setujui semua (2)]
    Sari< 2 laporan Wati disetujui. Tidak ada laporan yang menunggu ditinjau.
    < Atasan menyetujui 2 laporan Anda: • 10 berkas, semuanya benar, hari ini, RHK 2 • 11 berkas, semuanya benar, hari ini, RHK 2
  `))

test('what changed since it was shown is not approved unseen; what is changed after approval waits again', () =>
  plays(`
    > /kinerja 10 berkas pensiun lengkap
    < …
    > [Simpan]
    < …
    Sari> /tinjauan
    Sari< 1 laporan…
    Sari> [Wati (1)]
    Sari< Wati, laporan 1 dari 1 10 berkas…
    > kinerja saya
    < …
    > [Laporan saya]
    < …
    > [1]
    < …
    > [Ubah]
    < …
    > [Jumlah]
    < …
    > 30 berkas
    < Laporannya menjadi: 30 berkas, semuanya benar, …
    > [Simpan]
    < Perubahan tersimpan.…
    Sari> [Setujui]
    Sari< Laporan ini baru saja diubah, jadi belum disetujui. Ini yang terbaru: Wati, laporan 1 dari 1 30 berkas…
    Sari> [Setujui]
    Sari< Disetujui: 30 berkas, … Tidak ada laporan yang menunggu ditinjau.
    < Atasan menyetujui laporan Anda: 30 berkas…
    > kinerja saya
    < …disetujui 30…
    > [Laporan saya]
    < …
    > [1]
    < …Sudah disetujui atasan.…
    > [Ubah]
    < …
    > [Jumlah]
    < …
    > 31 berkas
    < Laporannya menjadi: 31 berkas…
    > [Simpan]
    < Perubahan tersimpan. Laporannya menunggu ditinjau lagi.
    Sari< Wati mengubah laporan yang sudah Anda setujui, jadi menunggu ditinjau lagi. Sebelumnya: 30 berkas, … Sekarang: 31 berkas, …
    Sari> [Buka laporan]
    Sari< Wati, laporan 1 dari 1 31 berkas…
  `))

test('whose supervisor has left is seen and answered by the next one above; the one who left hears nothing', async () => {
  const stage = await testBot()
  const [wati, sari, kepala] = [stage.person('Wati'), stage.person('Sari'), stage.person('Kepala')]
  await wati.says('/kinerja 10 berkas pensiun lengkap')
  await wati.presses('Simpan')
  await stage.database.query(`update employee set left_on = '2026-03-01' where name = 'Sari'`)
  await stage.database.query(
    `update employee set supervisor = (select id from employee where name = 'Kepala') where name = 'Rini'`,
  )
  const [shown] = await kepala.sends({ kind: 'choice', value: 'tinjauan:lihat:1' })
  expect(shown?.text).toMatch(/10 berkas[\s\S]*Bukan staf langsung Anda/)
  await kepala.presses('Tanya balik')
  expect((await kepala.says('Mana buktinya?'))[0]?.text).toMatch(/Pertanyaan terkirim/)
  await stage.bot.advance(wati.conversation)
  await wati.presses('Jawab')
  await wati.says('Menyusul besok.')
  await stage.bot.advance(kepala.conversation)
  await stage.bot.advance(sari.conversation)
  expect(stage.heard(kepala.conversation).at(-1)?.text).toMatch(/Wati menjawab[\s\S]*Menyusul besok/)
  expect(stage.heard(sari.conversation)).toEqual([])
  expect((await sari.sends({ kind: 'choice', value: 'tinjauan:lihat:1' }))[0]?.text).toMatch(
    /^Maaf|tidak bekerja/,
  )
  const [card] = await wati.says('/kinerja 3 berkas pensiun lengkap')
  expect(card?.text).not.toMatch(/Belum ada atasan/)
  await stage.database.query(`update employee set left_on = '2026-03-01' where name = 'Kepala'`)
  const [alone] = await wati.says('/kinerja 3 berkas pensiun lengkap')
  expect(alone?.text).toMatch(/Belum ada atasan yang bisa meninjaunya/)
  await stage.bot.stop()
})

test('nobody approves their own report, nor that of somebody who is not directly below them', async () => {
  const stage = await testBot()
  const { database } = stage
  const sari = stage.person('Sari')
  await sari.says('/kinerja 3 surat keputusan, semua benar')
  await sari.presses('Simpan')
  const press = async (who: string, value: string) =>
    (await stage.person(who).sends({ kind: 'choice', value })).map(({ text }) => text).join(' ')
  expect(await press('Sari', 'tinjauan:setuju:1:0')).toMatch(/tidak bisa disetujui sendiri/)
  const [kepala] = await database.query<{ id: string }>(`select id from employee where name = 'Kepala'`)
  await stage.person('Wati').says('/kinerja 3 berkas pensiun, semua benar')
  await stage.person('Wati').presses('Simpan')
  expect(await press('Kepala', 'tinjauan:setuju:2:0')).toMatch(/bukan bagian Anda/)
  expect(await press('Kepala', 'tinjauan:bukti:2')).toMatch(/bukan bagian Anda/)
  expect(await press('Kepala', `tinjauan:semua:3:${Date.now()}`)).not.toMatch(/disetujui\./)
  expect(await press('Dewi', 'kerja:lihat:2')).toMatch(/tidak ada/)
  expect(await press('Dewi', 'kerja:ya:2')).toMatch(/tidak ada/)
  expect(await press('Hana', 'tinjauan:setuju:2:0')).toMatch(/bukan bagian Anda/)
  expect(await press('Kepala', 'tinjauan:setuju:1:0')).toMatch(/^Disetujui/)
  expect(await database.query('select id, status from work_update order by id')).toEqual([
    { id: '1', status: 'approved' },
    { id: '2', status: 'sent' },
  ])
  expect(kepala?.id).toBe('1')
  await stage.bot.stop()
})
