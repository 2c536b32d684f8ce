import { beforeAll, expect, test, vi } from 'vitest'
import { REFUSED, TAKEN } from '../files/samples.ts'
import { plays, testBot } from '../support/bot.ts'
import { freshDatabase } from '../support/database.ts'

vi.mock('../support/database.ts', async (original) =>
  (await import('../performance/stage.ts')).withOffice(await original()),
)

// many messages each, twice over, on a machine that may be busy
vi.setConfig({ testTimeout: 90_000 })
// opening the database takes a while where much runs at once; the dialogues are timed without it
beforeAll(async () => void (await freshDatabase()))

const files = {
  'foto.jpg': TAKEN['foto.jpg'] ?? new Uint8Array(),
  'daftar.pdf': TAKEN['SK.pdf'] ?? new Uint8Array(),
  'foto-palsu.jpg': TAKEN['SK.pdf'] ?? new Uint8Array(),
  'makro.docx': REFUSED['makro.docx'] ?? new Uint8Array(),
  'hasil.exe': new Uint8Array(10),
}

test('what is sent right after a report is its evidence at once, and can be taken away again; what is none is refused', () =>
  plays(
    `
    > /kinerja 10 berkas pensiun lengkap
    < …
    > [Simpan]
    < Tersimpan. …Ada foto atau dokumennya? Kirim saja sekarang…
    > {hasil.exe}
    < Maaf, program dan skrip tidak bisa saya terima.…
    > {foto.jpg}
    < foto.jpg sudah menjadi bukti untuk laporan 10 berkas.
    > {daftar.pdf}
    < daftar.pdf sudah menjadi bukti…
    > [Bukan bukti]
    < Baik, tidak saya pakai sebagai bukti.
    > [Bukan bukti]
    < Baik, tidak saya pakai sebagai bukti.
    > {makro.docx}
    < Maaf, dokumen yang berisi makro tidak bisa saya terima…
    > https://drive.example.go.id/foto/2
    < https://drive.example.go.id/foto/2 sudah menjadi bukti…
    > [Bukan bukti]
    < Baik, tidak saya pakai sebagai bukti.
    > https://drive.example.go.id/foto/1
    < https://drive.example.go.id/foto/1 sudah menjadi bukti…
    > http://drive.example.go.id/foto/1
    < Tautan bukti harus diawali https://…
    Sari> /tinjauan
    Sari< 1 laporan…
    Sari> [Wati (1)]
    Sari< …Bukti: foto.jpg, https://drive.example.go.id/foto/1…
    Sari> [Lihat bukti (2)]
    Sari< Bukti: foto.jpg {foto.jpg}
    Sari< Bukti: https://drive.example.go.id/foto/1
  `,
    { files },
  ))

test('a photo with the report under it, or sent while the report is shown, comes with it', async () => {
  const stage = await testBot({ files })
  const wati = stage.person('Wati')
  const photo = { kind: 'file', name: 'foto.jpg', mime: 'image/jpeg', ref: 'foto.jpg' } as const
  const [card] = await wati.sends({ ...photo, caption: '/kinerja 10 berkas pensiun lengkap' })
  expect(card?.text).toMatch(/Bukti: foto/)
  const [again] = await wati.sendsFile('daftar.pdf')
  expect(again?.text).toMatch(/foto\\\.jpg, daftar/)
  const [third] = await wati.sends({ ...photo, name: 'lagi.jpg', caption: 'ini fotonya ya' })
  expect(third?.text).toMatch(/lagi/)
  await wati.presses('Simpan')
  const kept = await stage.database.query('select name, owner, reference from file_use order by name')
  const [{ key } = { key: '' }] = await stage.database.query<{ key: string }>('select key from work_update')
  expect(kept).toEqual([
    { name: 'daftar.pdf', owner: 'test:wati', reference: key },
    { name: 'lagi.jpg', owner: 'test:wati', reference: key },
  ])
  const [shown] = await stage.database.query<{ hash: string }>(
    `select hash from file_use where name = 'lagi.jpg'`,
  )
  const may = (account: string, role: 'citizen' | 'supervisor' | 'hr') =>
    stage.files.mayRead(shown?.hash ?? '', { account, role })
  expect([await may('test:wati', 'citizen'), await may('test:hana', 'hr')]).toEqual([true, true])
  expect([await may('test:sari', 'supervisor'), await may('test:kepala', 'supervisor')]).toEqual([
    false,
    false,
  ])
  await stage.person('Sari').sends({ kind: 'choice', value: 'tinjauan:bukti:1' })
  expect([await may('test:sari', 'supervisor'), await may('test:kepala', 'supervisor')]).toEqual([
    true,
    false,
  ])
  await stage.bot.stop()
})

test('photos sent one after the other, and one with words that report something else, are told apart', () =>
  plays(
    `
    > hari ini input 10 berkas pensiun, semua lengkap
    < Saya catat: 10 berkas pensiun, semuanya benar, hari ini, RHK 2 (…). Kalau maksudnya bertanya, tulis lagi dengan tanda tanya.
    > [Simpan]
    < Tersimpan. …
    > {foto.jpg}
    < foto.jpg sudah menjadi bukti untuk laporan 10 berkas.
    > {daftar.pdf}
    < daftar.pdf sudah menjadi bukti untuk laporan 10 berkas.
    Sari> /tinjauan
    Sari< …
    Sari> [Wati (1)]
    Sari< …Bukti: foto.jpg, daftar.pdf • Senin, 2 Maret 2026, Wati menulis: Bukti ditambahkan: foto.jpg…
    Sari> [Setujui]
    Sari< Disetujui: …
    < Atasan menyetujui laporan Anda: …
    > [Bukan bukti]
    < Bukti itu sudah tidak bisa dilepas dari sini.…
  `,
    { files },
  ))

test('a photo with words that say what was done is a report of its own', async () => {
  const stage = await testBot({ files })
  const wati = stage.person('Wati')
  await wati.says('/kinerja 10 berkas pensiun lengkap')
  await wati.presses('Simpan')
  const photo = { kind: 'file', name: 'foto.jpg', mime: 'image/jpeg', ref: 'foto.jpg' } as const
  const [card] = await wati.sends({ ...photo, caption: '12 pasien gigi, lancar semua' })
  expect(card?.text).toMatch(/^Saya catat: \*\*12 pasien gigi\*\*[\s\S]*Bukti: foto/)
  const [asked] = await wati.sends({ ...photo, caption: 'ini kurang apa ya?' })
  expect(asked?.text).not.toMatch(/Saya catat|sudah menjadi bukti/)
  await stage.bot.stop()
})

test('evidence that is refused when it is kept does not cost the report', () =>
  plays(
    `
    > /kinerja 10 berkas pensiun lengkap
    < …
    > {foto-palsu.jpg}
    < Saya catat: 10 berkas pensiun, …Bukti: foto-palsu.jpg
    > [Simpan]
    < Tersimpan. …Buktinya belum tersimpan: Nama berkasnya berakhiran .jpg, tetapi isinya PDF.…
    > {foto.jpg}
    < foto.jpg sudah menjadi bukti…
    > kinerja saya
    < … {kinerja.png}
    > [Laporan saya]
    < …
    > [1]
    < …Bukti: foto.jpg…
    > [Tambah bukti]
    < Kirim foto, dokumen, atau tautannya (https) sekarang, ya.
    > {daftar.pdf}
    < daftar.pdf sudah menjadi bukti untuk laporan 10 berkas.
    > [Lihat bukti]
    < Bukti: foto.jpg {foto.jpg}
    < Bukti: daftar.pdf {daftar.pdf}
  `,
    { files },
  ))

test('progress comes with a picture where the platform takes one', async () => {
  const stage = await testBot({ files })
  const wati = stage.person('Wati')
  expect((await wati.says('/kinerja'))[0]?.file).toBeUndefined()
  await wati.says('/kinerja 10 berkas pensiun lengkap')
  await wati.presses('Simpan')
  const [said] = await wati.says('/kinerja')
  expect(said?.file).toMatchObject({ name: 'kinerja.png', mime: 'image/png' })
  expect(said?.text).toMatch(/10 dari 120/)
  const bytes = await stage.files.read(said?.file?.hash ?? '')
  expect(Buffer.from(bytes.subarray(1, 4)).toString()).toBe('PNG')
  expect(stage.log.filter((line) => line.startsWith('warn'))).toEqual([])
  await stage.bot.stop()
})
