import { beforeAll, describe, expect, test, vi } from 'vitest'
import { NIP, PROFILES } from '../people/staff.ts'
import { plays, testBot } from '../support/bot.ts'
import { freshDatabase } from '../support/database.ts'

// every play begins with the same people in office
vi.mock('../support/database.ts', async (original) => {
  const { freshDatabase } = await original<typeof import('../support/database.ts')>()
  const { employ, NIP, seat } = await import('../people/staff.ts')
  return {
    freshDatabase: async () => {
      const database = await freshDatabase()
      await employ(database)
      for (const who of ['hendra', 'budi', 'sri', 'dewi', 'agus'] as const)
        await seat(database, NIP[who], `slack:${who}`)
      return database
    },
  }
})
beforeAll(async () => void (await freshDatabase()))

const options = { profiles: PROFILES }
/** Sri says that Hendra, and nobody else of that name, is her supervisor. */
const REPORTED = `
  Sri_slack> /profil
  Sri_slack< …Atasan langsung: Budi Santoso, S.Kep.
  Sri_slack> [Atasan saya salah]
  Sri_slack< Siapa atasan langsung Anda yang benar?…
  Sri_slack> Pak Hendra
  Sri_slack< Ada keterangan untuk petugas kepegawaian?…
  Sri_slack> sejak Januari
  Sri_slack< Terima kasih. Laporan Anda sudah saya teruskan…
  Dewi_slack< Laporan atasan nomor 1, Senin, …2 Maret 2026 • Dari: Sri Wahyuni, NIP 19850315 201001 2 001, Dinas Kesehatan › Puskesmas Ciracas • Atasan di data: Budi Santoso, S.Kep. • Menurutnya: “Pak Hendra”, yaitu dr. Hendra Gunawan, M.Kes., Kepala Dinas di Dinas Kesehatan • Keterangan: sejak Januari
  Agus_slack< Laporan atasan nomor 1…
`

describe('a wrong supervisor', () => {
  test('is reported in two answers, decided with one press, and told to all whom it concerns', () =>
    plays(
      `
      ${REPORTED}
      Dewi_slack> [Benar, ganti]
      Dewi_slack< Atasan langsung Sri Wahyuni sekarang: dr. Hendra Gunawan, M.Kes. Keduanya…
      Sri_slack< Laporan Anda soal atasan diterima. Atasan langsung Anda di data sekarang: dr. Hendra Gunawan, M.Kes.
      Hendra_slack< Sri Wahyuni sekarang tercatat sebagai bawahan langsung Anda.
      Agus_slack> [Benar, ganti]
      Agus_slack< Laporan itu sudah diputuskan.
      Agus_slack> [Tidak]
      Agus_slack< Laporan itu sudah diputuskan.
      Sri_slack> /profil
      Sri_slack< …Atasan langsung: dr. Hendra Gunawan, M.Kes.
      Dewi_slack> /laporan_atasan
      Dewi_slack< Tidak ada laporan atasan yang menunggu.
    `,
      options,
    ))

  test('is refused with a reason, and may be reported again then', () =>
    plays(
      `
      ${REPORTED}
      Sri_slack> [Atasan saya salah]
      Sri_slack< Laporan Anda (“Pak Hendra”, Senin, …2 Maret 2026) masih menunggu petugas kepegawaian.…
      Dewi_slack> /laporan_atasan
      Dewi_slack< 1 laporan atasan menunggu:
      Dewi_slack< Laporan atasan nomor 1…
      Dewi_slack> [Tidak]
      Dewi_slack< Apa alasannya? Alasan ini saya sampaikan kepada pelapornya.
      Dewi_slack> SK-nya belum *terbit*
      Dewi_slack< Baik, datanya tidak diubah.…
      Sri_slack< …datanya tidak diubah. Alasannya: SK-nya belum *terbit*
      Sri_slack> [Atasan saya salah]
      Sri_slack< Siapa atasan langsung Anda yang benar?…
      Sri_slack> batal
      Sri_slack< …
    `,
      options,
    ))

  test('that fits several people, or nobody, is found out by the officer', () =>
    plays(
      `
      Hendra_slack> /profil
      Hendra_slack< …Atasan langsung: belum tercatat • Bawahan langsung: 3 orang
      Hendra_slack> [Atasan saya salah]
      Hendra_slack< Siapa atasan…
      Hendra_slack> budi
      Hendra_slack< Ada keterangan…
      Hendra_slack> lewati
      Hendra_slack< Terima kasih.…
      Dewi_slack< …Menurutnya: “budi”
      Agus_slack< …
      Dewi_slack> [Benar, ganti]
      Dewi_slack< Siapa atasan dr. Hendra Gunawan, M.Kes. yang benar? • Budi Hartono, Kepala Seksi, Dinas Sosial • Budi Santoso, S.Kep., Kepala Puskesmas, Puskesmas Ciracas
      Dewi_slack> [Budi Santoso, S.Kep., Kepala Puskesmas,…]
      Dewi_slack< Budi Santoso, S.Kep. sendiri bekerja di bawah dr. Hendra Gunawan, M.Kes., langsung atau tidak, …
      Dewi_slack> [Orang lain]
      Dewi_slack< Siapa atasan yang benar?…
      Dewi_slack> Slamet
      Dewi_slack< Saya tidak menemukan pegawai dengan nama atau NIP itu.…
      Dewi_slack< Siapa atasan yang benar?…
      Dewi_slack> ${NIP.rina}
      Dewi_slack< Saya tidak menemukan pegawai…
      Dewi_slack< Siapa atasan yang benar?…
      Dewi_slack> ${NIP.hartono}
      Dewi_slack< Siapa atasan dr. Hendra Gunawan, M.Kes. yang benar? • Budi Hartono, …
      Dewi_slack> [Budi Hartono, Kepala Seksi, Dinas Sosial]
      Dewi_slack< Atasan langsung dr. Hendra Gunawan, M.Kes. sekarang: Budi Hartono Keduanya…
      Hendra_slack< Laporan Anda soal atasan diterima…
    `,
      options,
    ))

  test('is looked at before it is sent: oneself, the one that stands there, half a NIP', () =>
    plays(
      `
      Sri_slack> /profil
      Sri_slack< …
      Sri_slack> [Atasan saya salah]
      Sri_slack< Siapa atasan…
      Sri_slack> 1975050520000310
      Sri_slack< NIP terdiri dari 18 angka, yang Anda tulis 16.…Siapa atasan…
      Sri_slack> ${NIP.sri}
      Sri_slack< Ada keterangan…
      Sri_slack> lewati
      Sri_slack< Itu NIP Anda sendiri.
      Sri_slack< Siapa atasan langsung Anda yang benar?…
      Sri_slack> Budi Santoso
      Sri_slack< Menurut data, Budi Santoso, S.Kep. memang sudah tercatat sebagai atasan langsung Anda.
    `,
      options,
    ))

  test('of an officer is for another officer to decide', () =>
    plays(
      `
      Dewi_slack> /profil
      Dewi_slack< …
      Dewi_slack> [Atasan saya salah]
      Dewi_slack< Siapa atasan…
      Dewi_slack> Agus Salim
      Dewi_slack< Ada keterangan…
      Dewi_slack> lewati
      Dewi_slack< Terima kasih.…
      Agus_slack< …Menurutnya: “Agus Salim”, yaitu Agus Salim, Pranata Komputer…
      Dewi_slack> /laporan_atasan
      Dewi_slack< 1 laporan atasan menunggu:
      Dewi_slack< Laporan atasan nomor 1…
      Dewi_slack> [Benar, ganti]
      Dewi_slack< Itu laporan Anda sendiri. Mintalah petugas lain memutuskannya.
      Dewi_slack> [Tidak]
      Dewi_slack< Itu laporan Anda sendiri.…
      Agus_slack> [Benar, ganti]
      Agus_slack< Atasan langsung Dewi Lestari sekarang: Agus Salim Keduanya…
      Dewi_slack< Laporan Anda soal atasan diterima…
    `,
      options,
    ))

  test('is told of, and so is the rest, in plain words too; a rule that is asked about stays a question', () =>
    plays(
      `
      Sri_slack> Siapa atasan saya?
      Sri_slack< Data Anda di kepegawaian:…
      Sri_slack> nip saya berapa ya
      Sri_slack< Data Anda di kepegawaian:…
      Sri_slack> atasan saya salah
      Sri_slack< Siapa atasan langsung Anda yang benar?…
      Sri_slack> batal
      Sri_slack< …
      Sri_slack> cuti tahunan PNS berapa hari?
      Sri_slack< …12 hari kerja…
      Sri_slack_utas> siapa atasan saya?
      Sri_slack_utas< Itu urusan pribadi. …
    `,
      options,
    ))

  test('is no affair of whoever has no entry, though they may administer', () =>
    plays(`
      Wati_telegram> /profil
      Wati_telegram< Maaf, perintah itu hanya untuk pegawai yang sudah terdaftar.
      Wati_telegram> /laporan_atasan
      Wati_telegram< Maaf, perintah itu hanya untuk petugas kepegawaian.
    `))

  test('changes nothing for buttons that nobody was offered', async () => {
    const { bot, database, person } = await testBot(options)
    const dewi = person('Dewi_slack')
    await database.query(`update account set role = 'admin' where id = 'slack:dewi'`)
    for (const value of [
      'atasan_ganti:',
      'atasan_ganti:9',
      'atasan_ganti:x:1',
      'atasan_tolak:1 or 1',
      'atasan_lain:9',
    ])
      expect((await dewi.sends({ kind: 'choice', value }))[0]?.text, value).toBe(
        'Laporan itu tidak ada lagi.',
      )
    await person('Sri_slack').sends({ kind: 'choice', value: 'atasan_salah' })
    await person('Sri_slack').says('Pak Hendra')
    await person('Sri_slack').says('lewati')
    for (const value of ['atasan_ganti:1:99', "atasan_ganti:1:1'"])
      expect((await dewi.sends({ kind: 'choice', value }))[0]?.text, value).toBe(
        'Laporan itu tidak ada lagi.',
      )
    expect((await dewi.sends({ kind: 'choice', value: 'atasan_ganti:1:7' }))[0]?.text).toMatch(
      /tidak bekerja/,
    )
    expect((await dewi.sends({ kind: 'choice', value: 'atasan_ganti:1:3' }))[0]?.text).toMatch(
      /tidak bisa menjadi/,
    )
    expect(await database.query('select * from employee_change')).toEqual([])
    expect(await database.query('select action from audit')).toEqual([])
    await bot.stop()
  })
})
