import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { seen } from '../staff/composed.ts'
import { plays, testBot } from '../support/bot.ts'
import { freshDatabase } from '../support/database.ts'

const files = vi.hoisted(() => ({ possible: true }))
vi.mock('../../src/features/index.ts', async (original) => {
  const real = await original<typeof import('../../src/features/index.ts')>()
  const { composed } = await import('../staff/composed.ts')
  const createFeatures: typeof real.createFeatures = (context) =>
    composed(real.createFeatures(context), context, files.possible)
  return { ...real, createFeatures }
})
vi.mock('../support/database.ts', async (original) => {
  const { freshDatabase } = await original<typeof import('../support/database.ts')>()
  const { emptyDirectory, employ, seat } = await import('../staff/people.ts')
  return {
    freshDatabase: async () => {
      const database = await freshDatabase()
      await emptyDirectory(database)
      await database.query('truncate erasure')
      const ids = await employ(database, [
        { name: 'Hendra Gunawan', unit: 'Puskesmas Ciracas', position: 'Kepala Puskesmas' },
        { name: 'Rina Aminah', unit: 'Puskesmas Ciracas', supervisor: 'Hendra Gunawan' },
      ])
      await seat(database, 'test:rina', 'employee', ids['Rina Aminah'])
      await seat(database, 'test:sari', 'hr')
      return database
    },
  }
})

beforeAll(async () => void (await freshDatabase()))
beforeEach(() => {
  files.possible = true
  seen.files.length = 0
})

describe('a citizen', () => {
  test('sees what is kept, why and how long', () =>
    plays(`
      > cuti tahunan berapa hari?
      < …
      > /data_saya
      < Data Anda di Abdi • Percakapan dengan Abdi (3): …365 hari. • Yang diingat dari obrolan (1): … • Pertanyaan (1): … Anda berhak melihat dan menerima salinannya… (UU 27/2022 Pasal 6, 7, 8, dan 13).
      > [Perbaiki]
      < …UU 27/2022 Pasal 6…3 x 24 jam (Pasal 30)…Akun dan sambungannya: ketik /akun…
    `))

  test('takes it along as files', async () => {
    await plays(`
      > cuti tahunan berapa hari?
      < …
      > /data_saya
      < Data Anda di Abdi…
      > [Kirim berkasnya]
      < Ini semua data Anda: satu berkas untuk dibaca, satu berkas JSON untuk sistem lain.… {data-saya.txt}
      < data-saya-json.txt {data-saya-json.txt}
    `)
    expect(seen.files[0]).toMatch(/^DATA ANDA DI ABDI\n\nDibuat Senin, 0?2 Maret 2026/)
    expect(seen.files[0]).toContain('isi: cuti tahunan berapa hari?')
    const json = JSON.parse(seen.files[1] ?? '') as { data: { title: string; rows: object[] }[] }
    expect(json.data.map(({ title }) => title)).toEqual([
      'Percakapan dengan Abdi',
      'Yang diingat dari obrolan',
      'Pertanyaan',
    ])
  })

  test('has it written out where no files can be had', async () => {
    files.possible = false
    await plays(`
      > /data_saya
      < Data Anda di Abdi…
      > [Kirim berkasnya]
      < Berkas tidak bisa dikirim di sini, jadi isinya saya tuliskan.
      < DATA ANDA DI ABDI…== Percakapan dengan Abdi (3) ==…isi: /data_saya…
    `)
  })

  test('has it erased, after being told what goes, and only by the word', () =>
    plays(`
      > cuti tahunan berapa hari?
      < …
      > /data_saya
      < …
      > [Hapus data saya]
      < Yang akan saya hapus, sekarang juga: …Yang tetap: …UU 27/2022 Pasal 15…
      < Yang sudah dihapus tidak bisa dikembalikan. Kalau yakin, ketik HAPUS. Kalau tidak, ketik batal.
      > iya
      < Untuk menghapus, ketik satu kata saja: HAPUS.…
      > HAPUS
      < Sudah saya hapus: • Percakapan dengan Abdi (…) • Pertanyaan (1) Yang tetap disimpan: • Yang saya ingat dari obrolan ini: hilang sendiri dalam satu menit…• Pesan Anda barusan…(UU 27/2022 Pasal 45), paling lama 365 hari.
      > /data_saya
      < Data Anda di Abdi • Percakapan dengan Abdi (3): …
    `))

  test('may think better of it', () =>
    plays(`
      > /data_saya
      < …
      > [Hapus data saya]
      < …
      < …
      > batal
      < Baik, dibatalkan. Tidak ada yang dikirim.
    `))
})

test('an employee keeps their entry and their account, and hears why', () =>
  plays(`
    Rina> /data_saya
    Rina< …Akun (1)…Data kepegawaian (1)…
    Rina> [Perbaiki]
    Rina< …Data kepegawaian (nama, NIP, unit, jabatan…
    Rina> /data_saya
    Rina< …
    Rina> [Hapus data saya]
    Rina< …Karena Anda pegawai: data kepegawaian, target, laporan kinerja…
    Rina< …ketik HAPUS…
    Rina> hapus
    Rina< Sudah saya hapus: …Yang tetap disimpan: • Data kepegawaian dengan riwayat perubahan…(UU 27/2022 Pasal 15)…(Pasal 31). • Akun Anda beserta haknya…
    Rina> siapa atasan saya
    Rina< …Hendra Gunawan…
  `))

test('a question handed to an officer goes too, and whoever would answer hears so', () =>
  plays(`
    > sambungkan ke petugas dong
    < …
    > gaji saya kok belum masuk
    < …
    > lewati
    < …
    > Kirim
    < Sudah saya teruskan ke petugas dengan nomor 1.…
    Sari< Pertanyaan 1 dari Wati: …
    > /data_saya
    < …Pertanyaan kepada petugas (1)…
    > [Hapus data saya]
    < …
    < …
    > HAPUS
    < …Pertanyaan kepada petugas (1)…Salinan pertanyaan yang sudah sampai di percakapan petugas…
    Sari> [Jawab]
    Sari< …
  `))

test('is asked for in plain words too; how the law has it stays a question', () =>
  plays(`
    > saya mau lihat data saya
    < Data Anda di Abdi…
    > hapus data saya dong
    < Yang akan saya hapus, sekarang juga: …
    < …ketik HAPUS…
    > batal
    < …
    > bisa minta data saya dihapus dari sistem ga
    < …UU 27/2022…
  `))

test('whoever looked at others keeps that record, and a report about a supervisor stays till it is decided', async () => {
  const stage = await testBot()
  const rina = stage.person('Rina')
  await rina.sends({ kind: 'choice', value: 'atasan_salah' })
  await rina.says('Bu Kartika')
  await rina.says('sejak *Januari*')
  await rina.says('/data_saya')
  await rina.presses('Kirim berkasnya')
  expect(seen.files[0]).toMatch(/yang Anda tulis: Bu Kartika\nketerangan: sejak \*Januari\*/)
  await rina.says('hapus data saya')
  expect((await rina.says('HAPUS'))[0]?.text).toContain('Laporan Anda soal atasan, sampai 365 hari')
  await stage.database.query(
    `insert into audit (key, at, account, role, action) values ('a', now(), 'test:sari', 'hr', 'staff.file'),
       ('b', now(), 'test:sari', 'hr', 'staff.file')`,
  )
  const sari = stage.person('Sari')
  expect((await sari.says('data saya'))[0]?.text).toContain('Yang Anda lakukan atas data pegawai** (1)')
  await sari.says('hapus data saya')
  expect((await sari.says('HAPUS'))[0]?.text).toContain('Catatan yang Anda lakukan atas data pegawai')
  await stage.bot.stop()
})

test('nobody is shown their data where others read along', () =>
  plays(`
    Wati_slack_ruang> data saya
    Wati_slack_ruang< Itu urusan pribadi.…
    Wati_slack_ruang> /data_saya
    Wati_slack_ruang< Itu urusan pribadi.…
  `))

test('an answer that was on its way still arrives, and the next question is answered as ever', async () => {
  const stage = await testBot()
  const wati = stage.person('Wati')
  await wati.says('cuti tahunan berapa hari?')
  await wati.says('/data_saya')
  await wati.presses('Hapus data saya')
  const [erased] = await wati.says('HAPUS')
  expect(erased?.text).toContain('Sudah saya hapus')
  const open = await stage.database.query('select 1 from message where done_at is null')
  expect(open).toEqual([])
  const [next] = await wati.says('cuti besar berapa bulan?')
  expect(next?.text).toMatch(/bulan/)
  await stage.bot.stop()
})
