import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, test } from 'vitest'
import { readWish } from '../../src/features/reminders/deadlines/wish.ts'
import { heardIn } from '../../src/features/reminders/own/hearing.ts'
import { staff } from '../performance/stage.ts'
import { reminding } from '../reminders/stage.ts'
import { talking } from '../reminders/talking.ts'
import { freshDatabase } from '../support/database.ts'

let stage: Awaited<ReturnType<typeof reminding>>
let talk: ReturnType<typeof talking>
beforeEach(async () => {
  const database = await freshDatabase()
  await staff(database)
  stage = await reminding(database)
  talk = talking(stage, { publicUrl: 'https://abdi.example.go.id/' })
})

describe('an officer makes a deadline', () => {
  test('in plain words, sees what it would do, and names how many before it holds for everybody', async () => {
    await talk.plays(`
      Hana> buat pengingat laporan kinerja tiap tanggal 5
      Hana< Siapa yang diingatkan?…
      Hana> semua pegawai
      Hana< Begini pengingatnya nanti. Belum ada yang disimpan.…Judul: Laporan kinerja…setiap tanggal 5…mulai 08.00 WIB…Kamis, 5 Maret 2026 (Februari 2026)…Senin, 2 Maret 2026…6 orang akan diingatkan, 6 di antaranya bisa dihubungi (test 6)…Dinas Kesehatan: 6…Contoh pesannya…Laporan kinerja…
      Hana> [Simpan]
      Hana< Ini untuk semua pegawai: 6 orang.…
      Hana> [Ya, ingatkan 6 orang]
      Hana< Tersimpan: Laporan kinerja. Tenggat berikutnya Kamis, 5 Maret 2026.…
      Hana> [Ya, ingatkan 6 orang]
      Hana< Rancangan itu sudah disimpan…
    `)
    expect(await stage.deadlines.active()).toHaveLength(1)
    const trail = await stage.database.query<{ action: string }>('select action from audit')
    expect(trail.map(({ action }) => action)).toEqual(['deadline.made'])
  })

  test('all in one sentence', () =>
    talk.plays(`
      Hana> Ingatkan semua pegawai lapor SPT setiap 31 Maret.
      Hana< Begini pengingatnya nanti.…Judul: Lapor SPT…31 Maret…Selasa, 31 Maret 2026…
      Hana> [Batal]
      Hana< Baik, tidak ada yang disimpan.
      Hana> [Simpan]
      Hana< Rancangan itu sudah disimpan atau dibatalkan.…
    `))

  test('with a time there is not is told why, and asked again', () =>
    talk.plays(`
      Hana> buat pengingat rapat dengan wali kota 30 Februari untuk Wati
      Hana< Tanggal 30 Februari tidak ada…
      Hana< Kapan tenggatnya?…
      Hana> batal
      Hana< …
      Hana> buat pengingat lapor SPT 5 Januari 2026 untuk semua
      Hana< Senin, 5 Januari 2026 sudah lewat.…
      Hana< Kapan tenggatnya?…
    `))

  test('sees how it first reads, and what is late in one line', async () => {
    const [said] = await talk.says('Hana', 'buat pengingat LHKPN 31 Maret tiap tahun untuk semua')
    expect(said?.text).toContain('14 hari lagi')
    expect(said?.text).toContain('terlambat: Kamis, 2 April 2026 sampai')
    expect(said?.text.match(/- terlambat:/g)).toHaveLength(1)
  })

  test('by a template, with what obliges to it where that is sure', () =>
    talk.plays(`
      Hana> /pengingat
      Hana< Tidak ada tenggat untuk Anda…
      Hana> [Buat pengingat]
      Hana< Pengingat apa yang mau dibuat?…
      Hana> [SKP tahunan]
      Hana< Siapa yang diingatkan?…
      Hana> Wati dan kawan-kawan
      Hana< …
      Hana< Siapa yang diingatkan?…
      Hana> 198501012010011002
      Hana< Begini pengingatnya nanti.…Penetapan SKP tahunan…Dasar: PP 30/2019 Pasal 24 ayat (2)…1 orang akan diingatkan…
      Hana> [Simpan]
      Hana< Tersimpan: Penetapan SKP tahunan.…
    `))

  test('and changes what they like before it is saved; what cannot be is told', () =>
    talk.plays(`
      Hana> buat pengingat laporan aset untuk Dinas Kesehatan tiap tanggal 31
      Hana< Begini pengingatnya nanti.…Judul: Laporan aset…
      Hana> [Ubah]
      Hana< Bagian mana yang mau diubah?
      Hana> [Jam]
      Hana< Mulai jam berapa…Sekarang: mulai 08.00 WIB
      Hana> jam 22
      Hana< Jamnya dari 6 sampai 17…
      Hana< Mulai jam berapa…
      Hana> 10
      Hana< Begini pengingatnya nanti.…mulai 10.00 WIB…
      Hana> [Ubah]
      Hana< Bagian mana…
      Hana> [Tambahan teks]
      Hana< Teks apa…
      Hana> Halo {nama}, ingat {judl}
      Hana< Saya tidak mengenal {judl}. Yang bisa dipakai: {nama}, {judul}, {tenggat}, {periode}, {sisa}.
      Hana< Teks apa…
      Hana> Halo {nama}, {judul} {sisa}
      Hana< Begini…Halo Nama Pegawai, Laporan aset …
      Hana> [Ubah]
      Hana< Bagian mana…
      Hana> [Diingatkan]
      Hana< Berapa hari sebelumnya…
      Hana> 99
      Hana< Tulis angka dari 0 sampai 60…
      Hana< Berapa hari…
      Hana> H-5, H-1 dan hari H
      Hana< Begini…Diingatkan: H-5, H-1, hari H…
      Hana> [Ubah]
      Hana< Bagian mana…
      Hana> [Kalau hari libur]
      Hana< Kalau tenggatnya jatuh pada hari libur?…
      Hana> [Mundur ke hari kerja sesudahnya]
      Hana< Begini…mundur ke hari kerja sesudahnya…
      Hana> [Ubah]
      Hana< Bagian mana…
      Hana> [Sampai]
      Hana< Sampai kapan?…
      Hana> 1 Januari 2026
      Hana< Kamis, 1 Januari 2026 sudah lewat.
      Hana< Sampai kapan?…
      Hana> 31 Desember 2026
      Hana< Begini…Sampai: Kamis, 31 Desember 2026…
      Hana> [Simpan]
      Hana< Tersimpan: Laporan aset.…
    `))

  test('a day that is no day, or is over, is asked for again; nobody at all is not saved', async () => {
    await stage.database.query(`insert into unit (name, key) values ('Dinas Sosial', 'dinas sosial')`)
    await talk.plays(`
      Hana> /pengingat
      Hana< …
      Hana> [Buat pengingat]
      Hana< …
      Hana> [Tulis sendiri]
      Hana< Apa yang harus dilaporkan…
      Hana> Laporan gratifikasi
      Hana< Kapan tenggatnya?…
      Hana> 30 Februari tiap tahun
      Hana< …Kapan tenggatnya?…
      Hana> 1 Maret 2026
      Hana< …Kapan tenggatnya?…
      Hana> 5 Desember 2026
      Hana< Siapa yang diingatkan?…
      Hana> Dinas Sosial
      Hana< …Tidak ada seorang pun di sasaran itu…
    `)
    await expect(talk.presses('Hana', 'Simpan')).rejects.toThrow('among')
  })

  test('two at once: the second is told who changed what, and sees it', async () => {
    await stage.deadline({ audience: { list: [await stage.id('Wati')] } })
    await stage.database.query(`update employee set role = 'hr' where name = 'Rini'`)
    await talk.plays(`
      Hana> /pengingat
      Hana< …
      Hana> [Kelola pengingat]
      Hana< Ada 1 pengingat:…Laporan kinerja, setiap tanggal 20: tenggat berikutnya Jumat, 20 Maret 2026
      Hana> [Laporan kinerja]
      Hana< Laporan kinerja: berjalan…
      Hana> [Ubah]
      Hana< Bagian mana…
      Rini> /pengingat
      Rini< …
      Rini> [Kelola pengingat]
      Rini< …
      Rini> [Laporan kinerja]
      Rini< …
      Rini> [Ubah]
      Rini< Bagian mana…
      Rini> [Judul]
      Rini< Apa judul barunya?…
      Rini> Laporan e-Kinerja
      Rini< Begini pengingatnya sesudah diubah.…
      Rini> [Simpan]
      Rini< Tersimpan: Laporan e-Kinerja.…
      Hana> [Jam]
      Hana< Mulai jam berapa…
      Hana> 9
      Hana< …
      Hana> [Simpan]
      Hana< Belum disimpan: sementara Anda mengubah Laporan e-Kinerja, orang lain lebih dulu menyimpannya. • Rini mengubah Judul (Senin, 2 Maret 2026)…
      Hana< Begini pengingatnya sesudah diubah.…Laporan e-Kinerja…08.00…
    `)
  })

  test('pauses, goes on, and ends it', async () => {
    await stage.deadline({ audience: { list: [await stage.id('Wati')] } })
    await talk.plays(`
      Hana> /pengingat
      Hana< …
      Hana> [Kelola pengingat]
      Hana< …
      Hana> [Laporan kinerja]
      Hana< …
      Hana> [Jeda]
      Hana< Laporan kinerja dijeda…
      Hana> [Jeda]
      Hana< Itu tidak bisa dilakukan sekarang…
      Hana< Laporan kinerja: dijeda…
      Hana> [Kelola pengingat]
      Hana< …: dijeda
      Hana> [Laporan kinerja]
      Hana< …
      Hana> [Lanjutkan]
      Hana< Laporan kinerja berjalan lagi.…
      Hana> [Kelola pengingat]
      Hana< …
      Hana> [Laporan kinerja]
      Hana< …
      Hana> [Akhiri]
      Hana< Akhiri Laporan kinerja?…
      Hana> [Ya, akhiri]
      Hana< Laporan kinerja diakhiri.
    `)
  })

  test('sees that evidence was sent in, and opens it; who looked is written down', async () => {
    await stage.deadline()
    await stage.days('2026-03-13', '2026-03-13')
    await talk.plays(`
      Wati> [✅ Sudah lapor]
      Wati< …
      Wati> [Lampirkan bukti]
      Wati< Kirim buktinya…
      Wati> {tanda-terima.pdf}
      Wati< Bukti tanda-terima.pdf tersimpan…
      Hana> /pengingat
      Hana< …
      Hana> [Kelola pengingat]
      Hana< …
      Hana> [Laporan kinerja]
      Hana< …
      Hana> [Siapa yang belum]
      Hana< Laporan kinerja (Maret 2026…1 sudah.…
      Hana> [Lihat bukti (1)]
      Hana< Bukti dari Wati, Dinas Kesehatan {tanda-terima.pdf}
    `)
    const [trace] = await stage.database.query<{ detail: object }>(
      `select detail from audit where action = 'deadline.evidence'`,
    )
    expect(trace?.detail).toMatchObject({ employees: [await stage.id('Wati')] })
    stage.list.gone = true
    await talk.plays(`
      Hana> [Lihat bukti (1)]
      Hana< Bukti dari Wati, Dinas Kesehatan tidak bisa dibuka lagi.…
    `)
  })

  test('sees who is missing, and puts down a list of those who are not', async () => {
    await stage.deadline()
    await stage.days('2026-03-13', '2026-03-13')
    await stage.complete('Dewi', '2026-03-20')
    stage.list.text = '198501012010011001\n19850101 201001 1 003\n199912312020121999\n'
    await talk.plays(`
      Hana> /pengingat
      Hana< …
      Hana> [Kelola pengingat]
      Hana< …
      Hana> [Laporan kinerja]
      Hana< …
      Hana> [Siapa yang belum]
      Hana< Laporan kinerja (Maret 2026, tenggat Jumat, 20 Maret 2026): 5 dari 6 orang belum, 1 sudah. • Dinas Kesehatan: 5 dari 6 belum {belum_laporan-kinerja_2026-03-20.csv}
      Hana> [Unggah daftar yang sudah]
      Hana< Siapa yang sudah menyelesaikan Laporan kinerja…
      Hana> belum ada
      Hana< Tidak ada NIP…
      Hana< Siapa yang sudah…
      Hana> {sudah.txt}
      Hana< 1 orang dicatat sudah menyelesaikan Laporan kinerja; 1 sudah tercatat sebelumnya. Tidak termasuk yang diingatkan, jadi tidak dicatat: 199912312020121999.
    `)
    const [file] = talk.kept
    const table = new TextDecoder().decode(file?.bytes)
    expect(table.split('\r\n')).toHaveLength(7)
    expect(table).toContain('"19850101 201001 1 002";Wati;Dinas Kesehatan'.replaceAll('"', ''))
  })

  test('is the only one who may', () =>
    talk.plays(`
      Wati> buat pengingat laporan kinerja tiap tanggal 5
      Wati< (pertanyaan)
      Tono> /pengingat
      Tono< Maaf, perintah itu hanya untuk pegawai yang sudah terdaftar.
    `))
})

describe('whoever is reminded', () => {
  beforeEach(async () => {
    await stage.deadline({ audience: { list: [await stage.id('Wati'), await stage.id('Dewi')] } })
    await stage.days('2026-03-13', '2026-03-13')
  })

  test('says it is done with a button, proves it, and takes it back', async () => {
    await talk.plays(`
      Wati> [✅ Sudah lapor]
      Wati< Tercatat: Laporan kinerja (Maret 2026) sudah Anda lapor. Terima kasih…
      Wati> [Lampirkan bukti]
      Wati< Kirim buktinya…
      Wati> {bukti.pdf}
      Wati< Bukti bukti.pdf tersimpan untuk Laporan kinerja.…
      Wati> [✅ Sudah lapor]
      Wati< Laporan kinerja (Maret 2026) memang sudah tercatat selesai.…
      Wati> /pengingat
      Wati< Tenggat Anda: • Laporan kinerja (Maret 2026): Jumat, 20 Maret 2026, ✅ sudah…
    `)
    const [proof] = talk.kept
    const [row] = await stage.database.query<{ key: string }>('select key from completion')
    expect(proof).toMatchObject({ purpose: 'completion', reference: row?.key })
    expect(await stage.days('2026-03-17', '2026-03-17')).toEqual(['2026-03-17 dewi'])
    await talk.plays(`
      Wati> [Belum, salah tekan]
      Wati< Baik, Laporan kinerja saya anggap belum…
    `)
    expect(await stage.days('2026-03-19', '2026-03-19')).toHaveLength(2)
  })

  test('says so in plain words, as long as something is open; all else stays a question', () =>
    talk.plays(`
      Wati> apa sanksi kalau belum lapor LHKPN?
      Wati< (pertanyaan)
      Wati> saya sudah lapor belum?
      Wati< Tenggat Anda: • Laporan kinerja (Maret 2026): Jumat, 20 Maret 2026…
      Wati> sudah lapor LHKPN
      Wati< (pertanyaan)
      Hana> sudah lapor
      Hana< (pertanyaan)
      Wati> saya sudah lapor ekinerja
      Wati< Tercatat: Laporan kinerja…
      Dewi> Sudah lapor kinerja Maret ya
      Dewi< Tercatat: Laporan kinerja…
      Wati> sudah lapor
      Wati< (pertanyaan)
    `))

  test('is reminded again the next working day, once', async () => {
    await talk.plays(`
      Wati> ingatkan besok
      Wati< Baik, saya ingatkan lagi Senin, 16 Maret 2026: Laporan kinerja.
      Dewi> [Ingatkan besok]
      Dewi< Baik, saya ingatkan lagi Senin, 16 Maret 2026…
    `)
    await stage.complete('Dewi', '2026-03-20')
    expect(await stage.days('2026-03-14', '2026-03-17')).toEqual(['2026-03-16 wati', '2026-03-17 wati'])
  })

  test('chooses hour and platform, and is told why it cannot be switched off', async () => {
    await talk.plays(`
      Wati> [Atur pengingat]
      Wati< Cara Anda diingatkan • Jam: mengikuti tiap pengingat, biasanya pagi • Lewat: yang paling mudah saya jangkau …tidak bisa dimatikan…
      Wati> [14.00]
      Wati< Baik, mulai sekarang Anda saya ingatkan dari pukul 14.00 WIB.
      Wati> [Lewat obrolan web]
      Wati< Baik, mulai sekarang lewat obrolan web.…
    `)
    expect(await stage.days('2026-03-17', '2026-03-17', '13:55')).toEqual(['2026-03-17 dewi'])
    await stage.days('2026-03-17', '2026-03-17', '14:00')
    expect(stage.posted.at(-1)).toMatchObject({ to: 'web:wati', batch: 'reminder:2026-03-17' })
  })

  test('gets a calendar of their own, and a new address ends the old one', async () => {
    const [said] = await talk.says('Wati', '/pengingat')
    expect(said?.choices?.map(({ label }) => label)).toContain('Kalender')
    const link = async (button: string) =>
      /https:\S+/.exec((await talk.presses('Wati', button))[0]?.text ?? '')?.[0] ?? ''
    const address = await link('Kalender')
    expect(address).toMatch(/^https:\/\/abdi\.example\.go\.id\/kalender\/[\w-]{32}\.ics$/)
    const [page] = talk.feature.pages ?? []
    const reads = (url: string) => page?.respond(new Request(url)) ?? Promise.reject(new Error('no page'))
    const answer = await reads(address)
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    const body = await answer.text()
    expect(body).toContain('DTSTART;VALUE=DATE:20260320')
    expect(body).toContain('SUMMARY:Tenggat: Laporan kinerja (Maret 2026)')
    expect(body.match(/BEGIN:VEVENT/g)).toHaveLength(12)
    expect(body.match(/BEGIN:VALARM/g)).toHaveLength(12)
    expect(body.match(/TRANSP:TRANSPARENT/g)).toHaveLength(12)
    expect(body.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(body.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(body.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
    expect(new Set(body.match(/^UID:.*/gm)).size).toBe(12)
    await stage.complete('Wati', '2026-03-20')
    expect(await (await reads(address)).text()).not.toContain('20260320')
    expect(await link('Kalender')).toBe('')
    const second = await link('Buat alamat baru')
    expect((await reads(address)).status).toBe(404)
    expect((await reads(second)).status).toBe(200)
    expect((await reads('https://abdi.example.go.id/kalender/x.ics')).status).toBe(404)
    await stage.database.query(`update employee set left_on = '2026-03-01' where name = 'Wati'`)
    expect((await reads(second)).status).toBe(404)
  })

  test('is told where no calendar can be offered', async () => {
    talk = talking(stage)
    await talk.plays(`
      Wati> /pengingat
      Wati< …
      Wati> [Kalender]
      Wati< Kalender belum bisa saya tawarkan…
    `)
  })

  test('sees and erases what is kept; what officers put down stays', async () => {
    await talk.presses('Wati', '✅ Sudah lapor')
    const person = {
      account: 'test:wati',
      name: 'Wati',
      language: 'id',
      role: 'employee',
      employee: await stage.id('Wati'),
    } as const
    const { ownData, home } = talk.feature
    expect((await ownData?.collect(person))?.map(({ title }) => title)).toEqual([
      'Tenggat yang sudah Anda selesaikan',
      'Pengingat untuk Anda',
    ])
    expect(await ownData?.erase(person)).toEqual([expect.stringContaining('tiap pengingat hanya sekali')])
    expect((await ownData?.collect(person))?.map(({ title }) => title)).toEqual(['Pengingat untuk Anda'])
    expect(await home?.(person, stage.clock())).toMatchObject([{ title: 'Tenggat saya' }])
  })
})

describe('plain words', () => {
  const digests = join(import.meta.dirname, '../../knowledge/digests')
  const questions = readdirSync(digests)
    .flatMap((file) => readFileSync(join(digests, file), 'utf8').split('\n'))
    .filter((line) => line.startsWith('? '))
    .map((line) => line.slice(2))

  it('that ask about rules are never taken', () => {
    expect(questions.length).toBeGreaterThan(1_000)
    const taken = questions.filter((text) => heardIn(text) ?? readWish(text, '2026-03-02'))
    expect(taken).toEqual([])
  })

  it.each([
    [
      'buat pengingat laporan kinerja tiap tanggal 5',
      { title: 'Laporan kinerja', audience: undefined, kind: 'monthly' },
    ],
    [
      'ingatkan semua pegawai lapor SPT setiap 31 Maret',
      { title: 'Lapor SPT', audience: 'semua pegawai', kind: 'yearly' },
    ],
    [
      'Buatkan pengingat evaluasi SKP untuk PPPK di Dinas Kesehatan setiap triwulan tanggal 10',
      { title: 'Evaluasi SKP', audience: 'PPPK di Dinas Kesehatan', kind: 'quarterly' },
    ],
    [
      'tolong buat pengingat LHKPN pada 31 Maret 2027 untuk atasan',
      { title: 'LHKPN', audience: 'atasan', kind: 'once' },
    ],
    [
      'buat pengingat kumpulkan formulir besok untuk PPPK di Dinas Kesehatan',
      { title: 'Kumpulkan formulir', audience: 'PPPK di Dinas Kesehatan', kind: 'once' },
    ],
    [
      'buat pengingat laporan 45 pegawai untuk semua',
      { title: 'Laporan 45 pegawai', audience: 'semua', kind: undefined },
    ],
    ['buat pengingat', { title: undefined, audience: undefined, kind: undefined }],
    [
      'ingatkan Dinas Kesehatan untuk mengisi e-kinerja setiap akhir bulan',
      { title: 'Mengisi e-kinerja', audience: 'Dinas Kesehatan', kind: 'monthly' },
    ],
  ])('"%s"', (text, wanted) => {
    const wish = readWish(text, '2026-03-02')
    expect({ title: wish?.title, audience: wish?.audience, kind: wish?.recurrence?.kind }).toEqual(wanted)
  })

  it.each([
    'ingatkan saya besok',
    'ingatkan besok',
    'kapan pengingat laporan dibuat',
    'siapa yang buat pengingat?',
    'laporan kinerja tiap tanggal 5',
  ])('"%s" is no wish for a deadline', (text) => expect(readWish(text, '2026-03-02')).toBeUndefined())

  it.each([
    ['sudah lapor', ''],
    ['Saya sudah lapor ekinerja', 'ekinerja'],
    ['sdh lapor pak', ''],
    ['udah selesai lapor SPT', 'lapor spt'],
  ])('"%s" says that it is done', (text, what) => expect(heardIn(text)).toEqual({ kind: 'done', what }))

  it.each([
    'tenggat saya apa saja?',
    'apa saja deadline saya',
    'sudah lapor apa belum?',
    'saya sudah lapor belum ya',
    'Apakah saya sudah lapor?',
    'laporan apa yang belum saya kirim?',
  ])('"%s" asks how they stand', (text) => expect(heardIn(text)).toEqual({ kind: 'show' }))

  it.each([
    'apa sanksi kalau belum lapor LHKPN?',
    'saya belum lapor',
    'kapan tenggat lapor LHKPN?',
    'apa sanksi kalau laporan saya terlambat?',
    'kalau sudah lapor bagaimana',
    'sudah lapor tapi ditolak, harus apa',
  ])('"%s" does not', (text) => expect(heardIn(text)).toBeUndefined())
})
