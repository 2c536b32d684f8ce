import { beforeAll, expect, test, vi } from 'vitest'
import { playsBroadcast } from '../broadcasts/stage.ts'
import { NOW } from '../support/bot.ts'
import { freshDatabase } from '../support/database.ts'

vi.setConfig({ testTimeout: 120_000 })
beforeAll(async () => void (await freshDatabase()))

const PDF = new TextEncoder().encode(
  '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
)

test('above the limit a second officer agrees; whoever made it cannot', async () => {
  const { database } = await playsBroadcast(`
    Dewi> /siaran batas
    Dewi< Siaran untuk lebih dari 500 orang harus disetujui petugas lain sebelum dikirim.
    Dewi> /siaran batas 3
    Dewi< … Yang bisa mengubah batas itu hanya administrator.
    Agus> /siaran batas banyak
    Agus< Tulis jumlah orangnya dengan angka bulat, misalnya: /siaran batas 200
    Agus> /siaran batas 3
    Agus< Tersimpan. Siaran untuk lebih dari 3 orang harus disetujui petugas lain sebelum dikirim.
    Dewi> /siaran Dinas Kesehatan: Halo {nama}
    Dewi< Halo Dewi
    Dewi< …
    Dewi> [Kirim sekarang]
    Dewi< Langkah terakhir…
    Dewi> [Ya, kirim ke 5 orang]
    Dewi< Siaran 1 menunggu persetujuan. …Sudah saya tanyakan kepada 2 petugas; satu saja cukup, dan Anda saya kabari.
    Hana< Halo Dewi
    Hana< Dewi meminta persetujuan Anda untuk siaran di atas. …Penerima: 5 orang… Waktu kirim: begitu disetujui
    Agus< Halo Dewi
    Agus< Dewi meminta persetujuan …
    * send
    Dewi> /siaran 1
    Dewi< Siaran 1 menunggu persetujuan petugas lain. Dikirim begitu disetujui.
    Hana> [Tolak]
    Hana< Apa alasannya?…
    Hana> Sapaannya kurang resmi
    Hana< Baik, siarannya tidak dikirim. Alasannya sudah saya sampaikan.
    Dewi< Siaran 1 belum disetujui Hana: Sapaannya kurang resmi Siarannya kembali menjadi rancangan; silakan diperbaiki.
    Agus> [Setujui]
    Agus< Siaran itu sudah berubah sejak tombol tadi ditampilkan. Ini keadaannya sekarang:
    Agus< Itu rancangan petugas lain. …
    Dewi> [Lihat siaran]
    Dewi< Halo Dewi
    Dewi< …
    Dewi> [Ubah teks]
    Dewi< …
    Dewi> Yth. {nama}
    Dewi< Yth. Dewi
    Dewi< …
    Dewi> [Kirim sekarang]
    Dewi< Langkah terakhir…
    Dewi> [Ya, kirim ke 5 orang]
    Dewi< Siaran 1 menunggu persetujuan. …
    Hana< Yth. Dewi
    Hana< Dewi meminta persetujuan …
    Agus< Yth. Dewi
    Agus< …
    Agus> [Setujui]
    Agus< Siaran 1 Anda setujui. Yang membuatnya sudah saya kabari.
    Dewi< Siaran 1 disetujui Agus. Sekarang dikirim.
    Hana> [Setujui]
    Hana< Siaran itu sudah berubah …
    Hana< Siaran 1 dijadwalkan: Senin, 2 Maret 2026 pukul 09.00 WIB.
    * send
    Dewi< Siaran 1 sedang dikirim …
    * antar
    Dewi< Yth. Dewi
    Agus< Yth. Agus
    Wati< Yth. Wati
    * progress
    Dewi< Siaran 1 selesai Terkirim 5…
  `)
  const deeds = await database.query<{ action: string }>(
    `select action from audit where action like 'broadcast.%' order by id`,
  )
  expect(deeds.map(({ action }) => action.slice('broadcast.'.length))).toEqual(
    'limit made timed confirmed refused rewritten timed confirmed approved sent'.split(' '),
  )
  const details = await database.query<{ detail: object }>(
    `select detail from audit where action like 'broadcast.%'`,
  )
  expect(JSON.stringify(details)).not.toMatch(/Halo|Yth|Sapaan/)
})

test('nobody can agree to their own, and where there is nobody else that is said', async () => {
  const stage = await playsBroadcast(`
    Agus> /siaran batas 3
    Agus< …
    Dewi> /siaran Dinas Kesehatan: Halo
    Dewi< …
    Dewi< …
    Dewi> [Kirim sekarang]
    Dewi< …
    Dewi> [Ya, kirim ke 5 orang]
    Dewi< Siaran 1 menunggu persetujuan.…
    Hana< …
    Hana< …
    Agus< …
    Agus< …
  `)
  const approve = stage.button('Hana', 'Setujui')
  const [own] = await stage.sends('Dewi', { kind: 'choice', value: approve })
  expect(own?.text).toContain('Siaran sendiri tidak bisa disetujui sendiri')
  const [wati] = await stage.sends('Wati', { kind: 'choice', value: approve })
  expect(wati?.text).toContain('hanya untuk petugas kepegawaian')

  await stage.database.query(`update employee set role = 'employee' where name in ('Hana', 'Agus')`)
  await stage.presses('Dewi', 'Ubah dulu').catch(() => undefined)
  await stage.says('Dewi', '/siaran Dinas Kesehatan: Halo lagi')
  await stage.presses('Dewi', 'Kirim sekarang')
  const [told] = await stage.presses('Dewi', 'Ya, kirim ke 5 orang')
  expect(told?.text).toContain('tidak ada petugas lain yang bisa dihubungi')
  expect(told?.text).toContain('/siaran batas')
})

test('paused, gone on with, called back: who has it is said, who has not gets nothing', () =>
  playsBroadcast(`
    Dewi> /siaran Dinas Kesehatan: Halo {nama}
    Dewi< …
    Dewi< …
    Dewi> [Kirim sekarang]
    Dewi< …
    Dewi> [Ya, kirim ke 5 orang]
    Dewi< …
    * send
    Dewi< Siaran 1 sedang dikirim …
    * antar 1
    Dewi< Halo Dewi
    * progress
    Dewi> [Jeda]
    Dewi< Siaran 1 dijeda ▰▰▱▱▱▱▱▱▱▱ 20 % Terkirim 1 · menunggu 4 Sudah dibaca 0 · pertanyaan 0
    * antar
    * progress
    ~ Siaran 1 dijeda ▰▰▱▱▱▱▱▱▱▱ 20 % …
    Hana> /siaran
    Hana< Siaran terakhir • 1, dijeda …
    Hana> [Buka siaran 1]
    Hana< Siaran 1 dijeda …
    Hana> siaran batas
    Hana< Siaran untuk lebih dari 500 orang …
    Hana> [Lanjutkan]
    Hana< Siaran 1 sedang dikirim …
    * antar 1
    Agus< Halo Agus
    * progress
    ~ Siaran 1 sedang dikirim ▰▰▰▰▱▱▱▱▱▱ 40 % …
    Dewi> [Batalkan siaran]
    Dewi< Batalkan siaran 1? 2 orang sudah menerimanya dan itu tidak bisa ditarik; 3 orang yang masih menunggu tidak akan menerimanya.
    Dewi> [Tidak jadi]
    Dewi< Siaran 1 sedang dikirim …
    Dewi> [Batalkan siaran]
    Dewi< Batalkan siaran 1? …
    Dewi> [Ya, batalkan]
    Dewi< Siaran 1 dibatalkan Terkirim 2 · dibatalkan 3 Sudah dibaca 0 · pertanyaan 0
    * progress
    Dewi< Siaran 1 dibatalkan Terkirim 2 · dibatalkan 3 …
    * antar
    * send
    * progress
    ~ Siaran 1 dibatalkan Terkirim 2 · dibatalkan 3 …
    Dewi> [Jeda]
    Dewi< Siaran itu sudah berubah …
    Dewi< Siaran 1 dibatalkan …
    Wati> halo
    Wati< Itu pertanyaan.
  `))

test('a file that was forwarded goes along; a long text goes after it, which is said', async () => {
  const { database, files, heard } = await playsBroadcast(
    `
    Dewi> /siaran baru
    Dewi< Apa isi siarannya?…
    Dewi> {surat.pdf} Surat edaran untuk {unit}.
    Dewi< Untuk siapa?…
    Dewi> Dinas Kesehatan
    Dewi< Surat edaran untuk Dinas Kesehatan. {surat.pdf}
    Dewi< …Lampiran: surat.pdf Di semua aplikasi tampil sebagai satu pesan, seperti di atas.
    Dewi> [Ubah lampiran]
    Dewi< Kirim lampiran yang baru, atau lewati supaya siarannya tanpa lampiran.
    Dewi> {jahat.exe}
    Dewi< Maaf, program dan skrip tidak bisa saya terima.…
    Dewi> {surat.pdf}
    Dewi< … {surat.pdf}
    Dewi< …
    Dewi> [Ubah teks]
    Dewi< …
    Dewi> ${'Panjang sekali. '.repeat(80)}
    Dewi< Panjang sekali.… {surat.pdf}
    Dewi< …Tampil sebagai beberapa pesan: Telegram 2 pesan. Di Telegram teks di bawah berkas paling panjang 1.024 huruf, jadi berkas dan teksnya terpisah.
    Dewi> [Ubah teks]
    Dewi< …
    Dewi> ${'x'.repeat(3_600)}
    Dewi< Teksnya 3.600 huruf, sedangkan siaran paling panjang 3.500 huruf.…
    Dewi> Baca, ya.
    Dewi< Baca, ya. {surat.pdf}
    Dewi< …
    Dewi> [Kirim sekarang]
    Dewi< …
    Dewi> [Ya, kirim ke 5 orang]
    Dewi< …
    * send
    Dewi< …
    * antar
    Dewi< Baca, ya. {surat.pdf}
    Wati< Baca, ya. {surat.pdf}
  `,
    { files: { 'surat.pdf': PDF, 'jahat.exe': PDF } },
  )
  const file = heard('Wati')[0]?.file
  const uses = await database.query(`select distinct purpose from file_use`)
  expect(uses).toEqual([{ purpose: 'broadcast' }])
  expect(await files.mayRead(file?.hash ?? '', { account: 'web:wati', role: 'employee' })).toBe(true)
  expect(await files.mayRead(file?.hash ?? '', { account: 'web:joko', role: 'citizen' })).toBe(false)
})

test('questions come back together, and an answer goes to whoever asked, once', () =>
  playsBroadcast(`
    Dewi> /siaran Dinas Kesehatan: Besok apel
    Dewi< …
    Dewi< …
    Dewi> [Kirim sekarang]
    Dewi< …
    Dewi> [Ya, kirim ke 5 orang]
    Dewi< …
    * send
    Dewi< …
    * antar
    Dewi< Besok apel
    Wati< Besok apel
    Sri< Besok apel
    * progress
    Dewi< Siaran 1 selesai …
    Wati> [💬 Tanya]
    Wati< Apa yang ingin Anda tanyakan tentang siaran ini? Saya teruskan kepada petugas yang mengirimnya.
    Wati> Pakai seragam *apa*?
    Wati< Pertanyaannya saya teruskan kepada petugas. Jawabannya saya kirim ke sini.
    Sri> [💬 Tanya]
    Sri< …
    Sri> Yang piket ikut?
    Sri< …
    * questions
    Dewi< 2 pertanyaan tentang siaran 1 • Wati: Pakai seragam *apa*? • Sri: Yang piket ikut?
    Sri> [💬 Tanya]
    Sri< …
    Sri> Jam berapa?
    Sri< …
    * questions
    Dewi> [Segarkan]
    Dewi< Siaran 1 selesai Terkirim 5 Sudah dibaca 0 · pertanyaan 3
    Dewi> [Pertanyaan (3)]
    Dewi< Siaran 1: 3 pertanyaan menunggu jawaban • Wati: … • Sri: Yang piket ikut? • Sri: Jam berapa?
    Dewi> [Jawab Wati]
    Dewi< Apa jawaban Anda untuk pertanyaan ini? Wati: Pakai seragam *apa*?
    Dewi> KORPRI
    Dewi< Jawabannya terkirim kepada yang bertanya.
    Wati< Jawaban petugas untuk pertanyaan Anda: Pakai seragam *apa*? KORPRI
    Dewi> [Jawab Wati]
    Dewi< Pertanyaan itu sudah Anda jawab.
    * 2026-03-02T22:00
    * questions
    * 2026-03-03T07:00
    * questions
    Dewi< 1 pertanyaan tentang siaran 1 • Sri: Jam berapa?
    Joko> halo
    Joko< Itu pertanyaan.
  `))

test('who did not get it is listed with reasons, as a table, and gets it again once they can', async () => {
  const { heard, files } = await playsBroadcast(
    `
    Dewi> /siaran PNS di Dinas Sosial: Halo {nama}
    Dewi< …
    Dewi< …
    Dewi> [Kirim sekarang]
    Dewi< …
    Dewi> [Ya, kirim ke 2 orang]
    Dewi< …
    * send
    Dewi< …
    * blokir Rini
    * antar
    Hana< Halo Hana
    * progress
    Dewi< Siaran 1 selesai Terkirim 1 · tidak terjangkau 2 Sudah dibaca 0 · pertanyaan 0
    Dewi> [Siapa yang belum]
    Dewi< Siaran 1: 2 orang belum menerimanya • Tono, Dinas Sosial: belum menghubungkan akun • Rini, Dinas Sosial: memblokir bot
    Dewi> [Unduh tabel (CSV)]
    Dewi< Siaran 1: 2 orang yang belum menerimanya. {siaran-1-belum-menerima.csv}
    Dewi> [Kirim ulang ke yang belum]
    Dewi< Dari 2 orang itu belum satu pun bisa dihubungi, …
    * datang Tono
    Dewi> [Kirim ulang ke yang belum]
    Dewi< Halo Dewi
    Dewi< Rancangan kirim ulang siaran 1, hanya untuk yang belum menerimanya. …Penerima: 2 orang Bisa dihubungi: 1 orang…
    Dewi> [Kirim sekarang]
    Dewi< …
    Dewi> [Ya, kirim ke 1 orang]
    Dewi< Siaran 2 segera dikirim. …
    * send
    Dewi< Siaran 2 sedang dikirim …
    * antar
    Tono< Halo Tono
    * progress
    Dewi< Siaran 2 selesai Terkirim 1 · tidak terjangkau 1 …
    Hana> halo
    Hana< Itu pertanyaan.
  `,
    { files: {} },
  )
  const table = heard('Dewi').find(({ file }) => file !== undefined)?.file
  expect(new TextDecoder().decode(await files.read(table?.hash ?? ''))).toBe(
    'NIP;Nama;Unit;Alasan\r\n19850101 201001 1 006;Tono;Dinas Sosial;belum menghubungkan akun\r\n' +
      '19850101 201001 1 007;Rini;Dinas Sosial;memblokir bot\r\n',
  )
})

test('officers find on their own page what waits for them; nobody else finds anything there', async () => {
  const stage = await playsBroadcast(`
    Dewi> /siaran Dinas Kesehatan: Halo semua
    Dewi< …
    Dewi< …
    Dewi> [Kirim sekarang]
    Dewi< …
    Dewi> [Ya, kirim ke 5 orang]
    Dewi< …
    * send
    Dewi< …
  `)
  const person = { account: 'telegram:hana', name: 'Hana', language: 'id' } as const
  const home = async (role: 'hr' | 'employee') => stage.feature.home?.({ ...person, role }, NOW)
  expect(await home('employee')).toEqual([])
  expect(await home('hr')).toMatchObject([
    { title: 'Siaran', text: '- **1**, sedang dikirim: Halo semua', choices: [{ label: 'Buka siaran 1' }] },
  ])
})
