import { beforeAll, expect, test, vi } from 'vitest'
import type { Database } from '../../src/database/database.ts'
import { audited, employ, evaluated, report } from '../performance/appraisal-stage.ts'
import { plays } from '../support/bot.ts'
import { freshDatabase } from '../support/database.ts'

const office = vi.hoisted(() => ({ database: undefined as unknown }))
vi.mock('../support/database.ts', async (original) => {
  const { freshDatabase } = await original<typeof import('../support/database.ts')>()
  return {
    freshDatabase: async () => {
      const database = await freshDatabase()
      await employ(database, [
        { name: 'Budi' },
        { name: 'Agus' },
        { name: 'Wati', supervisor: 'Budi' },
        { name: 'Sari', supervisor: 'Budi' },
        { name: 'Rina' },
        { name: 'Dewi', role: 'hr' },
      ])
      await report(database, [
        { by: 'Wati', on: '2026-01-12', quantity: 12, good: 11, late: false, plan: 1 },
        { by: 'Wati', on: '2026-02-03', quantity: 8, plan: 1, status: 'approved' },
        { by: 'Wati', on: '2026-02-04', quantity: 3, plan: 1, status: 'withdrawn' },
        { by: 'Wati', on: '2025-12-30', quantity: 99, plan: 1 },
      ])
      await evaluated(database, 'Sari')
      office.database = database
      return database
    },
  }
})

// opening the database takes a while where much runs at once; the dialogues are timed without it
beforeAll(async () => void (await freshDatabase()))

/** Seven behaviours, one after another, the same each time. */
const seven = (label: string, who = ''): string =>
  ['2/7', '3/7', '4/7', '5/7', '6/7', '7/7']
    .map((next) => `${who}> [${label}]\n    ${who}< …${next}…`)
    .join('\n    ')

test('an employee sees what was reported, evaluates the quarter, and hears the rating with its reason', async () => {
  await plays(`
    > /evaluasi
    < Evaluasi diri triwulan I 2026 Yang Anda laporkan dari 1 Januari 2026 sampai 31 Maret 2026: 2 laporan dihitung (1 disetujui atasan). 1 laporan yang ditarik tidak dihitung. …RHK 1 Melayani pemohon: 20 berkas (8 disetujui atasan) dari target setahun 400 berkas. Mutu: benar sejak awal 91,7% (dihitung dari 1 laporan), yaitu 11 dari 12 berkas. Tepat waktu 100% (dihitung dari 1 laporan).…Mau memakai ringkasan ini…
    > [Pakai ringkasan]
    < Dibandingkan dengan yang diharapkan, hasil kerja Anda triwulan ini:
    > [Di atas ekspektasi]
    < 1/7 Berorientasi Pelayanan …
    ${seven('Di atas ekspektasi')}
    > sesuai
    < Mau menambahkan contoh perilaku?…
    > saya rajin
    < Awali barisnya dengan nama perilaku…
    > Adaptif: memindahkan antrean ke daring
    < Nilai tengah dari tujuh perilaku itu di atas ekspektasi. Pakai itu… Pratinjau predikat: Sangat Baik. Ini hanya pratinjau dari kuadran hasil dan perilaku di PermenPANRB 6/2022, Lampiran …
    > [Pakai nilai tengah]
    < Triwulan: triwulan I 2026 Hasil kerja: RHK 1 Melayani pemohon: 20 berkas… Sudah benar?
    > [Kirim]
    < Evaluasi triwulan I 2026 terkirim. Budi sudah saya beri tahu. Penilaian sendiri: hasil kerja di atas ekspektasi, perilaku di atas ekspektasi. Pratinjau predikat: Sangat Baik. …
    Budi< Wati mengirim evaluasi triwulan I 2026. Evaluasinya menunggu nilai Anda.
    > /evaluasi
    < Evaluasi triwulan I 2026 sudah Anda kirim. Ini isinya: …Adaptif: di atas ekspektasi. memindahkan antrean ke daring…Belum dinilai.…
    Budi> [Lihat evaluasi]
    Budi< Wati Staf, Puskesmas Serang Evaluasi triwulan I 2026 Yang dilaporkan dari 1 Januari 2026 sampai 31 Maret 2026: …20 berkas…91,7% (dihitung dari 1 laporan)…Uraian hasil kerja Memakai ringkasan laporan di atas. Penilaian sendiri: hasil kerja di atas ekspektasi, perilaku di atas ekspektasi.…
    Budi> [Beri nilai]
    Budi< Dibandingkan dengan yang Anda harapkan, hasil kerjanya:
    Budi> [Sesuai ekspektasi]
    Budi< Perilaku kerjanya secara keseluruhan:
    Budi> [Di atas ekspektasi]
    Budi< Apa alasannya?…
    Budi> bagus
    Budi< Terlalu pendek: paling sedikit 10 huruf.…
    Budi> target belum tercapai
    Budi< Evaluasi: Wati, triwulan I 2026 Hasil kerja: Sesuai … Sudah benar?
    Budi> [Kirim]
    Budi< Alasannya perlu sedikit lebih lengkap, paling sedikit 6 kata, karena nilainya berbeda dari penilaian sendiri (hasil kerja di atas ekspektasi, perilaku di atas ekspektasi).
    Budi< Apa alasannya?…
    Budi> Mutunya rapi, tetapi jumlahnya masih jauh dari target setahun.
    Budi< …Alasan: Mutunya rapi,… Sudah benar?
    Budi> [Kirim]
    Budi< Nilai untuk Wati, triwulan I 2026, tersimpan: hasil kerja sesuai ekspektasi, perilaku di atas ekspektasi. Pegawainya sudah saya beri tahu. Pratinjau predikat: Baik.…
    < Budi menilai evaluasi triwulan I 2026 Anda. Nilai dari Budi (…): hasil kerja sesuai ekspektasi, perilaku di atas ekspektasi. Alasan: Mutunya rapi, tetapi jumlahnya masih jauh dari target setahun. Pratinjau predikat: Baik.… Anda boleh menanggapi sekali…
    > [Keberatan]
    < Apa yang menurut Anda kurang tepat?…
    > Target setahun baru berjalan dua bulan.
    < …Keberatan: Target setahun baru berjalan dua bulan. Sudah benar?
    > [Kirim]
    < Keberatan Anda tercatat dan saya sampaikan kepada Budi;…bukan pengajuan resmi. …paling lama 14 hari sejak hasil penilaian diterima (PP 30/2019, Pasal 59 ayat (1)).…
    Budi< Wati keberatan atas nilai evaluasi triwulan I 2026: Target setahun baru berjalan dua bulan. …
    > [Terima nilai]
    < Nilai itu sudah pernah Anda tanggapi, dan tanggapan hanya bisa sekali.
    Budi> [Tinjau nilai]
    Budi< Wati Staf, Puskesmas Serang …Pegawai keberatan atas nilai ini. Nilainya bisa Anda tinjau sekali lagi.
  `)
  const written = await audited(office.database as Database)
  expect(written.map(({ action }) => action)).toEqual([
    'evaluation.viewed',
    'evaluation.rated',
    'evaluation.viewed',
  ])
  expect(JSON.stringify(written)).not.toContain('target')
})

test('a supervisor asks back, the employee answers and amends, and nothing is rated that was not seen', () =>
  plays(`
    Budi> /penilaian
    Budi< 1 evaluasi menunggu nilai Anda. 1 bawahan belum mengirim evaluasi triwulan I 2026: • Wati
    Budi< Sari Staf,…
    Budi> [Tanya balik]
    Budi< Apa yang ingin Anda tanyakan?
    Budi> Berapa yang selesai hari itu juga?
    Budi< …
    Budi> [Kirim]
    Budi< Pertanyaan tersimpan dan disampaikan kepada Sari.
    Sari< Budi bertanya soal evaluasi triwulan I 2026 Anda: Berapa yang selesai hari itu juga?
    Budi> /penilaian
    Budi< 1 evaluasi menunggu jawaban pegawai atas pertanyaan Anda; tetap boleh dinilai. 1 bawahan belum mengirim evaluasi triwulan I 2026: • Wati
    Budi< Sari Staf,…Menunggu jawaban pegawai atas pertanyaan Anda.
    Budi> [Beri nilai]
    Budi< Dibandingkan dengan yang Anda harapkan, hasil kerjanya:
    Sari> [Jawab]
    Sari< Apa jawaban Anda?
    Sari> Semuanya kecuali dua.
    Sari< …Jawaban: Semuanya kecuali dua. Sudah benar?
    Sari> [Kirim]
    Sari< Jawaban sudah saya sampaikan kepada Budi.
    Budi< Sari menjawab pertanyaan Anda soal evaluasi triwulan I 2026: Semuanya kecuali dua.
    Sari> [Perbaiki isian]
    Sari< Triwulan: triwulan I 2026, perbaikan isian ke-1 Hasil kerja: Melayani pemohon setiap hari …Sudah benar?
    Sari> [Ubah]
    Sari< Bagian mana yang mau diubah?
    Sari> [Hasil kerja]
    Sari< Ceritakan hasil kerja Anda…
    Sari> Melayani pemohon setiap hari, delapan belas selesai hari itu
    Sari< …Sudah benar?
    Sari> [Kirim]
    Sari< Evaluasi triwulan I 2026 terkirim. Budi sudah saya beri tahu. Isian yang baru menggantikan yang sebelumnya;…
    Budi< Sari memperbaiki evaluasi triwulan I 2026.
    Budi> [Sesuai ekspektasi]
    Budi< Perilaku kerjanya secara keseluruhan:
    Budi> [Di bawah ekspektasi]
    Budi< Apa alasannya?…
    Budi> Sering terlambat masuk dan belum menepati janji.
    Budi< …
    Budi> [Kirim]
    Budi< Isinya diperbaiki pegawai sejak Anda membukanya, jadi nilainya belum saya simpan. Ini yang terbaru: Sari …delapan belas selesai hari itu…memperbaiki isian; sebelumnya tertulis: Melayani pemohon setiap hari
    Budi> [Komentar]
    Budi< Apa komentar Anda?…
    Budi> Terima kasih sudah diperbaiki
    Budi< …
    Budi> [Kirim]
    Budi< Komentar tersimpan dan disampaikan kepada Sari.
    Sari< Budi mengomentari evaluasi triwulan I 2026 Anda: Terima kasih sudah diperbaiki
  `))

test('a supervisor is told who has sent nothing, and reminds them once a day', () =>
  plays(`
    Budi> /penilaian
    Budi< 1 evaluasi menunggu nilai Anda. 1 bawahan belum mengirim evaluasi triwulan I 2026: • Wati
    Budi< Sari Staf,…
    Budi> [Ingatkan mereka]
    Budi< 1 orang saya ingatkan. …
    < Budi menunggu evaluasi triwulan I 2026 Anda, yang belum terkirim.
    Budi> [Ingatkan mereka]
    Budi< 1 orang saya ingatkan. …
    > [Isi evaluasi]
    < Evaluasi diri triwulan I 2026…
  `))

test('a quarter is evaluated once, from its last month until the end of the next', () =>
  plays(`
    > /evaluasi triwulan 2
    < …triwulan II 2025 sudah ditutup dan tidak bisa diisi lagi. Yang bisa diisi sekarang: triwulan I 2026, triwulan IV 2025.…
    > /evaluasi triwulan 2 2026
    < Evaluasi triwulan II 2026 belum dibuka. Bisa diisi mulai 1 Juni 2026, di bulan terakhir triwulannya.
    > /evaluasi entahlah
    < Triwulannya belum terbaca.…
    > /evaluasi tw4 2025
    < Evaluasi diri triwulan IV 2025 …99 berkas…
    > evaluasi diri
    < Evaluasi diri triwulan I 2026…
    > evaluasi saya
    < Evaluasi diri triwulan I 2026…
    > [Isi triwulan IV 2025]
    < Evaluasi diri triwulan IV 2025…
    > /batal
    < Tidak ada isian yang sedang berjalan.
  `))

test('whoever has no supervisor is told so, and the officers are', () =>
  plays(`
    Rina> /evaluasi
    Rina< Evaluasi diri triwulan I 2026 …Tidak ada laporan kerja di triwulan ini. Anda tetap bisa mengisi…
    Rina> [Isi evaluasi]
    Rina< Ceritakan hasil kerja…
    Rina> Menyusun laporan tahunan
    Rina< Dibandingkan…
    Rina> [Sesuai ekspektasi]
    Rina< 1/7…
    ${seven('Sesuai ekspektasi', 'Rina')}
    Rina> [Sesuai ekspektasi]
    Rina< Mau menambahkan…
    Rina> [Lewati]
    Rina< Nilai tengah…
    Rina> [Pakai nilai tengah]
    Rina< …Sudah benar?
    Rina> [Kirim]
    Rina< Evaluasi triwulan I 2026 tersimpan. Di data kepegawaian Anda belum punya atasan yang bisa menilai, jadi petugas kepegawaian yang saya beri tahu supaya dilengkapi.…
    Dewi< Rina mengirim evaluasi triwulan I 2026, tetapi belum punya atasan yang bisa menilainya.…
    Dewi> [Lihat evaluasi]
    Dewi< Rina (NIP 198001012005011005) Staf, Puskesmas Serang Evaluasi triwulan I 2026 Yang dilaporkan …Menyusun laporan tahunan…
    Dewi> /penilaian
    Dewi< 1 evaluasi tidak bisa dinilai siapa pun.
    Dewi< Tidak ada evaluasi yang menunggu nilai Anda.…
    Dewi> [Lihat yang tanpa penilai]
    Dewi< 1 evaluasi tidak bisa dinilai siapa pun: 1. Rina, Puskesmas Serang, triwulan I 2026: tidak punya atasan yang masih bertugas Lengkapi atasannya di data kepegawaian, lalu evaluasinya ada pada atasan itu.
    > /sebaran
    < Maaf, perintah itu hanya untuk petugas kepegawaian.
    > /penilaian
    < Maaf, perintah itu hanya untuk atasan.
    > /ekspor
    < Maaf, perintah itu hanya untuk atasan.
    Udin> /evaluasi
    Udin< Maaf, perintah itu hanya untuk pegawai yang sudah terdaftar.
  `))
