import { beforeAll, describe, expect, test, vi } from 'vitest'
import type { Database } from '../../src/database/database.ts'
import { NIP, PROFILES, seat } from '../people/staff.ts'
import { NOW, plays, type TestBot, testBot } from '../support/bot.ts'
import { freshDatabase } from '../support/database.ts'

const CODES = vi.hoisted(() => ({ all: ['ABCD-EFGH', 'BCDE-FGHJ', 'CDEF-GHJK'], made: 0 }))
vi.mock('../../src/features/people/code.ts', async (original) => ({
  ...(await original<typeof import('../../src/features/people/code.ts')>()),
  newCode: () => CODES.all[CODES.made++] ?? '',
}))
// every play begins with the first code, and with the same people in office
vi.mock('../support/database.ts', async (original) => {
  const { freshDatabase } = await original<typeof import('../support/database.ts')>()
  const { employ, NIP, seat } = await import('../people/staff.ts')
  return {
    freshDatabase: async () => {
      CODES.made = 0
      const database = await freshDatabase()
      await employ(database)
      await seat(database, NIP.dewi, 'slack:dewi')
      await seat(database, NIP.agus, 'slack:agus')
      return database
    },
  }
})
beforeAll(async () => void (await freshDatabase()))

const options = { profiles: PROFILES }
const UNSURE = 'Saya belum bisa memastikan bahwa NIP itu milik Anda. Periksa dulu angkanya.…'
const SRI = 'Sri Wahyuni, Perawat di Puskesmas Ciracas'

describe('registering from Slack', () => {
  test('takes the NIP and the office address, shows who that is, and asks', () =>
    plays(
      `
      Sri_slack> /profil
      Sri_slack< Maaf, perintah itu hanya untuk pegawai yang sudah terdaftar.
      Sri_slack> /daftar
      Sri_slack< Supaya saya mengenali Anda sebagai pegawai, tulis NIP Anda: 18 angka…kartu pegawai, SK, atau MyASN.
      Sri_slack> 19850315 201001 2 001
      Sri_slack< Anda ${SRI}?
      Sri_slack> [Ya, itu saya]
      Sri_slack< Selesai. Anda terdaftar sebagai ${SRI}. Ketik /bantuan…
      Sri_slack> /daftar
      Sri_slack< Anda sudah terdaftar sebagai ${SRI}.…
      Sri_slack> [Lihat profil saya]
      Sri_slack< Data Anda di kepegawaian: • Nama: Sri Wahyuni • NIP: 19850315 201001 2 001 • Jabatan: Perawat • Golongan: III/a • Unit kerja: Dinas Kesehatan › Puskesmas Ciracas • Atasan langsung: Budi Santoso, S.Kep.
    `,
      options,
    ))

  test('says how many digits are wrong, whatever is typed, and takes the NIP in one line too', () =>
    plays(
      `
      Budi_slack> /daftar 1975 0505 2000 0310 0
      Budi_slack< NIP terdiri dari 18 angka, yang Anda tulis 17.
      Budi_slack< Supaya saya mengenali Anda…kartu pegawai, SK, atau MyASN.
      Budi_slack> 3674010101800001
      Budi_slack< NIP terdiri dari 18 angka, yang Anda tulis 16. Mungkin itu NIK.…Supaya saya mengenali Anda…
      Budi_slack> saya lupa
      Budi_slack< Itu belum berupa NIP.…Supaya saya mengenali Anda…
      Budi_slack> batal
      Budi_slack< …
      Budi_slack> daftar 197505052000031002
      Budi_slack< Anda Budi Santoso, S.Kep., Kepala Puskesmas di Puskesmas Ciracas?
      Budi_slack> iya betul
      Budi_slack< Pilih salah satu…Anda Budi Santoso…
      Budi_slack> iya
      Budi_slack< Selesai. Anda terdaftar sebagai Budi Santoso…atasan langsung 1 orang.…
    `,
      options,
    ))

  test('tells nobody whether a NIP exists: the same words for one that does not and for somebody else’s', () =>
    plays(
      `
      Sri_slack> /daftar 199912312025011009
      Sri_slack< ${UNSURE}
      Sri_slack> /daftar ${NIP.budi}
      Sri_slack< ${UNSURE}
      Sri_slack> /daftar ${NIP.rina}
      Sri_slack< ${UNSURE}
      Rina_slack> /daftar ${NIP.rina}
      Rina_slack< ${UNSURE}
    `,
      options,
    ))

  test('ends with nothing where somebody says that it is not them', () =>
    plays(
      `
      Sri_slack> /daftar ${NIP.sri}
      Sri_slack< Anda ${SRI}?
      Sri_slack> bukan
      Sri_slack< Baik, tidak ada yang dihubungkan.…
      Sri_slack> /profil
      Sri_slack< Maaf, perintah itu hanya untuk pegawai…
    `,
      options,
    ))

  test('of an officer or an administrator takes a code: an address alone would let whoever edits it become one', () =>
    plays(
      `
      Agus_slack> /lepas_pegawai ${NIP.dewi}
      Agus_slack< …
      Agus_slack> [Ya, lepaskan]
      Agus_slack< …
      Dewi_slack< Data kepegawaian yang tadinya terhubung…
      Dewi_slack> /daftar ${NIP.dewi}
      Dewi_slack< Data itu punya hak mengelola kepegawaian di Abdi, jadi nomor telepon atau e-mail saja belum cukup. Minta kode kepada administrator Abdi…
      Agus_slack> kode_pegawai ${NIP.dewi}
      Agus_slack< …ABCD-EFGH…
      Dewi_slack> [Masukkan kode]
      Dewi_slack< Tulis kode…
      Dewi_slack> abcd efgh
      Dewi_slack< Anda Dewi Lestari, Analis SDM di Dinas Kesehatan?
      Dewi_slack> ya
      Dewi_slack< Selesai. Anda terdaftar sebagai Dewi Lestari…
    `,
      options,
    ))

  test('and all that officers do with a NIP is understood without a slash, and is nobody else’s', () =>
    plays(
      `
      Dewi_slack> kode_pegawai 19850315 201001 2 001
      Dewi_slack< …ABCD-EFGH…
      Dewi_slack> lepas_pegawai ${NIP.agus}
      Dewi_slack< Itu data administrator…
      Agus_slack> peran ${NIP.sri} hr
      Agus_slack< Sri Wahyuni, … sekarang petugas kepegawaian.…
      Agus_slack> jejak ${NIP.sri}
      Agus_slack< Jejak terakhir…
      Wati_slack> kode_pegawai ${NIP.sri}
      Wati_slack< Maaf, perintah itu hanya untuk petugas kepegawaian.
      Wati_slack> peran atasan dalam penilaian kinerja apa?
      Wati_slack< …
    `,
      options,
    ))

  test('is a private affair', () =>
    plays(
      `
      Sri_slack_utas> /daftar
      Sri_slack_utas< Itu urusan pribadi.…
      Sri_slack_utas> daftar ${NIP.sri}
      Sri_slack_utas< Itu urusan pribadi.…
      Dewi_slack_utas> /kode_pegawai ${NIP.sri}
      Dewi_slack_utas< Itu urusan pribadi.…
    `,
      options,
    ))

  test('is done with the address of today: one that moved vouches for nobody', async () => {
    const profiles: Record<string, { email: string }> = { 'slack:sri': { email: 'sri.w@kota.go.id' } }
    const { bot, database, person } = await testBot({ profiles })
    const sri = person('Sri_slack')
    expect((await sri.says(`/daftar ${NIP.sri}`))[0]?.text).toMatch(/^Saya belum bisa memastikan/)
    profiles['slack:sri'] = { email: 'sri@kota.go.id' }
    expect((await sri.says(`/daftar ${NIP.sri}`))[0]?.text).toMatch(/^Anda \*\*Sri Wahyuni/)
    await database.query(`update employee set email = 'sri.baru@kota.go.id' where nip = $1`, [NIP.sri])
    expect((await sri.presses('Ya, itu saya'))[0]?.text).toMatch(/^Pendaftaran itu sudah tidak berlaku/)
    await bot.stop()
  })
})

describe('registering from Telegram', () => {
  const stage = async (rebuilds: boolean) => {
    const bot = await testBot(options)
    const who = bot.person('Sri_telegram')
    const then = async <T>(said: () => Promise<T>): Promise<T> => {
      if (rebuilds) await bot.rebuild()
      return said()
    }
    const text = async (said: Promise<readonly { text: string }[]>) => (await said).at(-1)?.text
    return {
      bot,
      says: (words: string) => then(() => text(who.says(words))),
      presses: (label: string) => then(() => text(who.presses(label))),
      shares: (phone: string, own = true) => then(() => text(who.sends({ kind: 'contact', phone, own }))),
    }
  }

  test.each([false, true])(
    'takes the NIP and one’s own number, nobody else’s (rebuilt: %s)',
    async (rebuilds) => {
      const { bot, says, presses, shares } = await stage(rebuilds)
      expect(await says('/daftar')).toMatch(/^Supaya saya mengenali Anda/)
      expect(await shares('6281234567890')).toMatch(/^Itu belum berupa NIP/)
      expect(await says(NIP.sri)).toMatch(/^Sekarang tekan tombol/)
      expect(await shares('6281234567890', false)).toMatch(/^Itu kontak orang lain/)
      expect(await says('081234567890')).toMatch(/^Tolong tekan tombol/)
      expect(await shares('6281234567890')).toBe('Anda **Sri Wahyuni, Perawat di Puskesmas Ciracas**?')
      expect(await presses('Ya, itu saya')).toMatch(/^Selesai/)
      expect(await says('/profil')).toMatch(/^Data Anda di kepegawaian/)
      await bot.bot.stop()
    },
  )

  test('with another number ends in the ways that are left, and so it does without one', async () => {
    const { bot, says, presses, shares } = await stage(false)
    await says('/daftar')
    await says(NIP.sri)
    expect(await shares('628999')).toMatch(
      /^Saya belum bisa memastikan[\s\S]*harus sama dengan nomor akun ini[\s\S]*Minta kode/,
    )
    expect(await presses('Masukkan kode')).toMatch(/^Tulis kode dari petugas/)
    expect(await says('halo')).toMatch(/^Itu belum berupa kode/)
    await bot.database.query('delete from verified_fact')
    await says(`/daftar ${NIP.sri}`)
    expect(await presses('Lewati')).toMatch(/^Saya belum bisa memastikan[\s\S]*Ulangi \/daftar/)
    await bot.bot.stop()
  })

  test('is not believed a number that stands in two entries', async () => {
    const { bot, says, shares } = await stage(false)
    await says(`/daftar ${NIP.tono}`)
    expect(await shares('628777')).toMatch(/^Saya belum bisa memastikan/)
    await bot.database.query(`update employee set left_on = '2026-02-28' where nip = $1`, [NIP.tini])
    expect(await says(`/daftar ${NIP.tono}`)).toMatch(/^Anda \*\*Tono/)
    await bot.bot.stop()
  })

  test('asks for the number anew after a day: numbers find new owners', async () => {
    let now = NOW
    const bot = await testBot({ clock: () => now })
    const sri = bot.person('Sri_telegram')
    await sri.says(`/daftar ${NIP.sri}`)
    await sri.sends({ kind: 'contact', phone: '6281234567890', own: true })
    await sri.says('bukan')
    expect((await sri.says(`/daftar ${NIP.sri}`))[0]?.text).toMatch(/^Anda \*\*Sri/)
    now = new Date(NOW.getTime() + 24 * 60 * 60_000)
    expect((await sri.says('ya')).at(-1)?.text).toMatch(/Anda \*\*Sri/) // a form left for so long is asked again
    expect((await sri.says('ya')).at(-1)?.text).toMatch(/^Pendaftaran itu sudah tidak berlaku/)
    expect((await sri.says(`/daftar ${NIP.sri}`))[0]?.text).toMatch(/^Sekarang tekan tombol/)
    await bot.bot.stop()
  })
})

describe('a code from an officer', () => {
  test('is enough where no platform vouches for anything, and works once', () =>
    plays(
      `
      Wati_web> /kode_pegawai ${NIP.sri}
      Wati_web< Maaf, perintah itu hanya untuk petugas kepegawaian.
      Dewi_slack> /kode_pegawai 1985
      Dewi_slack< Ketik /kode_pegawai diikuti NIP-nya, …
      Dewi_slack> /kode_pegawai 199912312025011009
      Dewi_slack< NIP itu tidak ada di data pegawai.…
      Dewi_slack> /kode_pegawai ${NIP.rina}
      Dewi_slack< Rina Marlina, … tercatat sudah tidak bekerja di sini.
      Dewi_slack> /kode_pegawai 19850315 201001 2 001
      Dewi_slack< Kode untuk ${SRI}: ABCD-EFGH Berlaku 24 jam untuk satu kali pakai.…daftar ABCD-EFGH
      Sri_web> daftar abcd efg2
      Sri_web< Kodenya tidak cocok, sudah terpakai, atau sudah lewat 24 jam.…
      Sri_web> daftar abcd-efgh
      Sri_web< Anda ${SRI}?
      Wati_web> /daftar ABCD-EFGH
      Wati_web< Kodenya tidak cocok, sudah terpakai, …
      Sri_web> ya
      Sri_web< Selesai. Anda terdaftar sebagai ${SRI}.…
      Wati_web> /daftar ABCD-EFGH
      Wati_web< Kodenya tidak cocok, sudah terpakai, …
    `,
      options,
    ))

  test('is spent by whoever says that it is not theirs, and ended by the next', () =>
    plays(
      `
      Dewi_slack> /kode_pegawai ${NIP.sri}
      Dewi_slack< Kode untuk … ABCD-EFGH…
      Wati_web> /daftar ABCD-EFGH
      Wati_web< Anda ${SRI}?
      Wati_web> [Bukan saya]
      Wati_web< Baik, tidak ada yang dihubungkan.…
      Wati_web> /daftar ABCD-EFGH
      Wati_web< Kodenya tidak cocok, …
      Dewi_slack> /kode_pegawai ${NIP.sri}
      Dewi_slack< Kode untuk … BCDE-FGHJ…
      Dewi_slack> /kode_pegawai ${NIP.sri}
      Dewi_slack< Kode untuk … CDEF-GHJK…
      Wati_web> /daftar BCDE-FGHJ
      Wati_web< Kodenya tidak cocok, …
    `,
      options,
    ))

  test('is good no longer once it was typed where others read along', () =>
    plays(
      `
      Dewi_slack> /kode_pegawai ${NIP.sri}
      Dewi_slack< Kode untuk … ABCD-EFGH…
      Wati_slack_utas> /daftar ABCD-EFGH
      Wati_slack_utas< Orang lain ikut membaca di sini, jadi kode itu saya batalkan.…
      Wati_slack_utas> /daftar ${NIP.sri}
      Wati_slack_utas< Itu urusan pribadi.…
      Wati_web> /daftar ABCD-EFGH
      Wati_web< Kodenya tidak cocok, …
    `,
      options,
    ))

  test('moves an entry to a new account; the old ones lose it and are told', () =>
    plays(
      `
      Sri_slack> /daftar ${NIP.sri}
      Sri_slack< Anda ${SRI}?
      Sri_slack> ya
      Sri_slack< Selesai.…
      Dewi_slack> /kode_pegawai ${NIP.sri}
      Dewi_slack< Kode untuk …ABCD-EFGH…Data ini sekarang terhubung ke akun lain.…
      Sri_slack< Petugas kepegawaian baru saja membuat kode untuk memindahkan data kepegawaian Anda…
      Sri_telegram> /daftar ABCD-EFGH
      Sri_telegram< Data ini sekarang terhubung ke akun lain. Kalau Anda lanjutkan, …
      Sri_telegram< Anda ${SRI}?
      Sri_telegram> ya
      Sri_telegram< Selesai.…
      Sri_slack< Data kepegawaian yang tadinya terhubung dengan akun ini sudah dilepaskan…
      Sri_slack> /profil
      Sri_slack< Maaf, perintah itu hanya untuk pegawai yang sudah terdaftar.
      Sri_slack> /daftar ${NIP.sri}
      Sri_slack< Data Anda sudah terhubung ke akun lain.…
      Sri_telegram> /profil
      Sri_telegram< Data Anda di kepegawaian:…
    `,
      options,
    ))

  test('ends after a day, and is no way to an administrator’s entry', async () => {
    let now = NOW
    const { bot, person, database } = await testBot({ ...options, clock: () => now })
    const [dewi, sri] = [person('Dewi_slack'), person('Sri_web')]
    expect((await dewi.says(`/kode_pegawai ${NIP.agus}`))[0]?.text).toMatch(/^Itu data administrator/)
    expect((await dewi.says(`/lepas_pegawai ${NIP.agus}`))[0]?.text).toMatch(/^Itu data administrator/)
    await dewi.says(`/kode_pegawai ${NIP.sri}`)
    now = new Date(NOW.getTime() + 24 * 60 * 60_000)
    expect((await sri.says('/daftar ABCD-EFGH'))[0]?.text).toMatch(/^Kodenya tidak cocok/)
    await person('Agus_slack').says(`/kode_pegawai ${NIP.agus}`)
    now = new Date(now.getTime() + 24 * 60 * 60_000 - 1)
    expect((await sri.says('/daftar BCDE-FGHJ')).at(-1)?.text).toMatch(/^Anda \*\*Agus Salim/)
    now = new Date(now.getTime() + 1)
    expect((await sri.says('ya'))[0]?.text).toMatch(/^Pendaftaran itu sudah tidak berlaku/)
    expect(JSON.stringify(await database.query('select * from entry_code'))).not.toMatch(/ABCD|BCDE/)
    await bot.stop()
  })

  test('cannot be guessed, and neither can a NIP: after five wrong ones nothing is looked at for ten minutes', async () => {
    let now = NOW
    const { bot, log, person } = await testBot({ ...options, clock: () => now })
    const [dewi, wati] = [person('Dewi_slack'), person('Wati_web')]
    await dewi.says(`/kode_pegawai ${NIP.sri}`)
    for (let i = 0; i < 3; i++)
      expect((await wati.says('/daftar ZZZZ-ZZZ2'))[0]?.text).toMatch(/^Kodenya tidak cocok/)
    for (let i = 0; i < 2; i++)
      expect((await wati.says(`/daftar ${NIP.sri}`))[0]?.text).toMatch(/^Saya belum bisa/)
    expect((await wati.says('/daftar ABCD-EFGH'))[0]?.text).toMatch(/^Terlalu banyak percobaan/)
    expect((await wati.says(`/daftar ${NIP.sri}`))[0]?.text).toMatch(/^Terlalu banyak percobaan/)
    now = new Date(NOW.getTime() + 10 * 60_000)
    expect((await wati.says('/daftar ABCD-EFGH'))[0]?.text).toMatch(/^Anda \*\*Sri/)
    expect(log.join('\n')).not.toMatch(/ABCD|1985|Sri/)
    await bot.stop()
  })
})

describe('an entry', () => {
  test('is one person’s: whoever else proves to be them hears what to do, and an officer can free it', () =>
    plays(
      `
      Sri_slack> /daftar ${NIP.sri}
      Sri_slack< Anda ${SRI}?
      Sri_slack> ya
      Sri_slack< Selesai.…
      Dewi_slack> /lepas_pegawai
      Dewi_slack< Ketik /lepas_pegawai diikuti NIP-nya…
      Dewi_slack> /lepas_pegawai ${NIP.sri}
      Dewi_slack< Lepaskan data ${SRI} dari Slack Sri?…
      Dewi_slack> [Ya, lepaskan]
      Dewi_slack< Data ${SRI} sudah dilepaskan.…
      Sri_slack< Data kepegawaian yang tadinya terhubung dengan akun ini sudah dilepaskan…
      Dewi_slack> [Ya, lepaskan]
      Dewi_slack< Data ${SRI} tidak terhubung ke akun mana pun.
      Sri_slack> /profil
      Sri_slack< Maaf, perintah itu hanya untuk pegawai yang sudah terdaftar.
      Sri_slack> /daftar ${NIP.sri}
      Sri_slack< Anda ${SRI}?
      Sri_slack> ya
      Sri_slack< Selesai.…
    `,
      options,
    ))

  test('is shared by linked accounts, until one is taken away', () =>
    plays(
      `
      Sri_slack> /daftar ${NIP.sri}
      Sri_slack< Anda ${SRI}?
      Sri_slack> ya
      Sri_slack< Selesai.…
      Sri_web> /hubungkan
      Sri_web< …ABCD-EFGH…
      Sri_slack> /hubungkan ABCD-EFGH
      Sri_slack< Hubungkan akun Web Sri dengan Slack Sri?…
      Sri_slack> ya
      Sri_slack< Selesai.…
      Sri_web< Akun Slack Sri kini terhubung.…
      Sri_web> /profil
      Sri_web< Data Anda di kepegawaian:…
      Sri_slack> /lepaskan
      Sri_slack< Akun mana…
      Sri_slack> [Web Sri]
      Sri_slack< Akun Web Sri sudah dilepaskan.
      Sri_web< Akun ini sudah dilepaskan…
      Sri_web> /profil
      Sri_web< Maaf, perintah itu hanya untuk pegawai yang sudah terdaftar.
      Sri_slack> /profil
      Sri_slack< Data Anda di kepegawaian:…
    `,
      options,
    ))

  test('keeps two people apart: those who have different ones are not linked', () =>
    plays(
      `
      Dewi_slack> /kode_pegawai ${NIP.sri}
      Dewi_slack< …ABCD-EFGH…
      Dewi_slack> /kode_pegawai ${NIP.tono}
      Dewi_slack< …BCDE-FGHJ…
      Sri_web> /daftar ABCD-EFGH
      Sri_web< Anda ${SRI}?
      Sri_web> ya
      Sri_web< Selesai.…
      Tono_web> /daftar BCDE-FGHJ
      Tono_web< Anda Tono, …
      Tono_web> ya
      Tono_web< Selesai.…
      Tono_web> /hubungkan
      Tono_web< …CDEF-GHJK…
      Sri_web> /hubungkan CDEF-GHJK
      Sri_web< Hubungkan akun Web Tono dengan Web Sri?…
      Sri_web> ya
      Sri_web< Kedua akun itu tidak bisa dihubungkan: masing-masing terhubung dengan data pegawai yang berbeda…
    `,
      options,
    ))
})

describe('a message that is answered again, as after a crash,', () => {
  /** Lets the last message of a conversation be answered once more, as if that could not be noted. */
  async function again(
    { bot, database, heard }: TestBot,
    conversation: `${string}:${string}`,
    state: unknown,
  ) {
    const before = heard(conversation).length
    await database.query('delete from message where conversation = $1 and answers is not null', [
      conversation,
    ])
    await database.query(
      `update message set done_at = null
       where id = (select max(id) from message where conversation = $1 and direction = 'in')`,
      [conversation],
    )
    await database.query('update conversation set state = $2::jsonb where id = $1', [
      conversation,
      JSON.stringify(state),
    ])
    await bot.advance(conversation)
    return heard(conversation).slice(before)
  }

  test('moves and frees an entry once, says the same, and tells the old accounts once', async () => {
    const stage = await testBot(options)
    await seat(stage.database, NIP.sri, 'slack:sri')
    const [dewi, sri] = [stage.person('Dewi_slack'), stage.person('Sri_web')]
    await dewi.says(`/kode_pegawai ${NIP.sri}`)
    await sri.says('/daftar ABCD-EFGH')
    const asked = await stage.bot.mailbox.state('web:sri')
    const done = await sri.says('ya')
    expect(done[0]?.text).toMatch(/^Selesai/)
    expect(await again(stage, 'web:sri', asked)).toEqual(done)
    await dewi.says(`/lepas_pegawai ${NIP.sri}`)
    const listed = await stage.bot.mailbox.state('slack:dewi')
    const freed = await dewi.presses('Ya, lepaskan')
    expect(await again(stage, 'slack:dewi', listed)).toEqual(freed)
    for (const conversation of ['slack:sri', 'web:sri'] as const) await stage.bot.advance(conversation)
    expect(stage.heard('slack:sri').map(({ text }) => text.slice(0, 30))).toEqual([
      'Petugas kepegawaian baru saja ',
      'Data kepegawaian yang tadinya ',
    ])
    expect(stage.heard('web:sri').filter(({ text }) => text.startsWith('Data kepegawaian'))).toHaveLength(1)
    expect(await deeds(stage.database)).toEqual(['code.issued', 'entry.moved', 'entry.freed'])
    await stage.bot.stop()
  })
})

async function deeds(database: Database): Promise<readonly string[]> {
  const rows = await database.query<{ action: string }>('select action from audit order by id')
  return rows.map(({ action }) => action)
}
