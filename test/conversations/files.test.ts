import { beforeAll, expect, test, vi } from 'vitest'
import { forgetQuestions } from '../../src/features/questions/forget.job.ts'
import { createQuestionStore } from '../../src/features/questions/store.ts'
import { REFUSED, TAKEN } from '../files/samples.ts'
import { plays, testBot } from '../support/bot.ts'
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

const files = {
  'surat-dokter.pdf': TAKEN['SK.pdf'] ?? new Uint8Array(),
  'foto.jpg': TAKEN['foto.jpg'] ?? new Uint8Array(),
  'foto-palsu.jpg': TAKEN['SK.pdf'] ?? new Uint8Array(),
  'makro.docx': REFUSED['makro.docx'] ?? new Uint8Array(),
  'hasil.exe': new Uint8Array(10),
  'besar.pdf': new Uint8Array(21 * 1024 * 1024),
}

test('a document goes to the officer with the question, and is named in the list', () =>
  plays(
    `
    > tanya hr
    < Apa yang ingin Anda tanyakan kepada petugas kepegawaian?
    > Apakah surat dokter ini cukup untuk cuti sakit?
    < Ada keterangan yang perlu diketahui petugas…
    > lewati
    < Mau menyertakan foto atau dokumen?…Hanya Anda dan petugas yang bisa membukanya.…
    > nanti saja
    < Tolong kirim foto atau dokumennya, ya. Mau menyertakan foto atau dokumen?…
    > {surat-dokter.pdf}
    < Pertanyaan: Apakah surat dokter ini cukup untuk cuti sakit? Keterangan: (dilewati) Lampiran: surat-dokter.pdf Sudah benar?
    > [Kirim]
    < Sudah saya teruskan ke petugas dengan nomor 1.…
    Sari< Pertanyaan 1 dari Wati: Apakah surat dokter ini cukup untuk cuti sakit? Lampiran: surat-dokter.pdf … {surat-dokter.pdf}
    Sari> /pertanyaan
    Sari< 1 pertanyaan menunggu jawaban:
    Sari< Pertanyaan 1 dari Wati: Apakah surat dokter ini cukup untuk cuti sakit? Lampiran: surat-dokter.pdf …
    Sari> [Lihat lampiran]
    Sari< Lampiran: surat-dokter.pdf {surat-dokter.pdf}
  `,
    { files },
  ))

test('a file that is refused is asked for again with the reason, and nothing else is lost', () =>
  plays(
    `
    > tanya hr
    < Apa yang ingin Anda tanyakan kepada petugas kepegawaian?
    > Boleh saya kirim hasil rapat?
    < Ada keterangan yang perlu diketahui petugas…
    > saya di kecamatan
    < Mau menyertakan foto atau dokumen?…
    > {besar.pdf}
    < Berkasnya terlalu besar. Paling besar 20 MB…Mau menyertakan foto atau dokumen?…
    > {hasil.exe}
    < Maaf, program dan skrip tidak bisa saya terima.…Mau menyertakan foto atau dokumen?…
    > {makro.docx}
    < Pertanyaan: …Lampiran: makro.docx Sudah benar?
    > [Kirim]
    < Maaf, dokumen yang berisi makro tidak bisa saya terima demi keamanan.…
    < Mau menyertakan foto atau dokumen?…
    > {foto-palsu.jpg}
    < Pertanyaan: …Lampiran: foto-palsu.jpg Sudah benar?
    > ya
    < Nama berkasnya berakhiran .jpg, tetapi isinya PDF.…
    < Mau menyertakan foto atau dokumen?…
    > {hilang.pdf}
    < Pertanyaan: …Lampiran: hilang.pdf Sudah benar?
    > ya
    < Berkas itu tidak bisa saya ambil.…
    < Mau menyertakan foto atau dokumen?…
    > lewati
    < Pertanyaan: Boleh saya kirim hasil rapat? Keterangan: saya di kecamatan Lampiran: (dilewati) Sudah benar?
    > ya
    < Sudah saya teruskan ke petugas dengan nomor 1.…
    Sari< Pertanyaan 1 dari Wati: Boleh saya kirim hasil rapat? Keterangan: saya di kecamatan …
    Sari> /pertanyaan
    Sari< 1 pertanyaan menunggu jawaban:
    Sari< Pertanyaan 1 dari Wati: Boleh saya kirim hasil rapat? Keterangan: saya di kecamatan …
  `,
    { files },
  ))

test('only the asker and the officers may open it, and only as long as the question is kept', async () => {
  const stage = await testBot({ files })
  const wati = stage.person('Wati')
  for (const said of ['tanya hr', 'Apakah foto ini cukup sebagai bukti?', 'lewati']) await wati.says(said)
  await wati.sendsFile('foto.jpg')
  await wati.says('ya')
  const [notice] = stage.heard('test:sari')
  const { hash = '' } = notice?.file ?? {}
  expect(notice?.choices?.map(({ label }) => label)).toEqual(['Jawab'])
  expect(await stage.files.read(hash)).toHaveLength(files['foto.jpg'].length)
  const may = (account: string, role: 'citizen' | 'supervisor' | 'hr') =>
    stage.files.mayRead(hash, { account, role })
  expect([await may('test:wati', 'citizen'), await may('test:sari', 'hr')]).toEqual([true, true])
  expect([await may('test:budi', 'citizen'), await may('test:budi', 'supervisor')]).toEqual([false, false])

  const [refused] = await stage.person('Budi').sends({ kind: 'choice', value: 'lampiran:1' })
  expect(refused?.text).toMatch(/hanya untuk petugas kepegawaian/)
  expect(refused?.file).toBeUndefined()

  const night = forgetQuestions(createQuestionStore(stage.database))
  await stage.database.query(`update file_use set created_at = now() - interval '100 days'`)
  await night.run({})
  await stage.files.forget()
  expect(await stage.files.read(hash)).toHaveLength(files['foto.jpg'].length)
  await stage.database.query(`update handover set asked_at = now() - interval '181 days'`)
  for (const _ of [1, 2]) {
    await night.run({})
    await stage.files.forget()
    await expect(stage.files.read(hash)).rejects.toThrow('tidak ada lagi')
  }
  const [gone] = await stage.person('Sari').sends({ kind: 'choice', value: 'lampiran:1' })
  expect(gone?.text).toBe('Lampiran itu sudah tidak disimpan.')
  expect(stage.log.join('\n')).not.toMatch(/foto\.jpg/)
})

test('where no files can be sent in nobody is asked for one', () =>
  plays(`
    > tanya hr
    < Apa yang ingin Anda tanyakan kepada petugas kepegawaian?
    > Apakah surat dokter ini cukup untuk cuti sakit?
    < Ada keterangan yang perlu diketahui petugas…
    > lewati
    < Pertanyaan: …Keterangan: (dilewati) Sudah benar?
    > batal
    < Baik, dibatalkan.…
  `))
