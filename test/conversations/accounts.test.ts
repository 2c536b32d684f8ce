import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { ConversationId } from '../../src/chat/message.ts'
import { NOW, plays, type TestBot, type TestOptions, testBot } from '../support/bot.ts'
import { freshDatabase } from '../support/database.ts'

const CODES = vi.hoisted(() => ({
  all: ['ABCD-EFGH', 'BCDE-FGHJ', 'CDEF-GHJK', 'DEFG-HJKM', 'EFGH-JKMN'],
  made: 0,
}))
vi.mock('../../src/features/people/code.ts', async (original) => ({
  ...(await original<typeof import('../../src/features/people/code.ts')>()),
  newCode: () => CODES.all[CODES.made++] ?? '',
}))
// every play begins with the first code again
vi.mock('../support/database.ts', async (original) => {
  const { freshDatabase } = await original<typeof import('../support/database.ts')>()
  return {
    freshDatabase: async () => {
      CODES.made = 0
      return freshDatabase()
    },
  }
})
beforeAll(async () => void (await freshDatabase()))

/** Wati makes a code on Telegram and types it in Slack. */
const LINKED = `
  Wati_telegram> /hubungkan
  Wati_telegram< Kalau akun-akun Anda terhubung, …Kode Anda: ABCD-EFGH…hubungkan ABCD-EFGH…10 menit…
  Wati_slack> /hubungkan abcd efgh
  Wati_slack< Hubungkan akun Telegram Wati dengan Slack Wati? Sesudah itu semuanya dianggap milik satu orang…
  Wati_slack> [Ya]
  Wati_slack< Selesai. Akun Telegram Wati kini terhubung dengan akun ini.…
  Wati_telegram< Akun Slack Wati kini terhubung. Kalau bukan Anda, ketik /lepaskan
`

describe('linking two accounts', () => {
  test('is explained, asked about by name, and told on both sides', () =>
    plays(`
      ${LINKED}
      Wati_telegram> /akun
      Wati_telegram< Akun-akun ini saya kenali sebagai milik Anda: • Slack Wati • Telegram Wati (akun ini)
      Wati_slack> /akun
      Wati_slack< Akun-akun ini saya kenali sebagai milik Anda: • Slack Wati (akun ini) • Telegram Wati
    `))

  test('also works by the form that asks for the code, and in words', () =>
    plays(`
      Wati_telegram> /hubungkan
      Wati_telegram< …Kode Anda: ABCD-EFGH…
      Wati_web> /akun
      Wati_web< Akun ini belum terhubung dengan akun lain. • Web Wati (akun ini)
      Wati_web> [Hubungkan akun lain]
      Wati_web< …Kode Anda: BCDE-FGHJ…
      Wati_web> [Masukkan kode]
      Wati_web< Tulis kode yang tampil di akun Anda yang lain, misalnya ABCD-EFGH.
      Wati_web> abcd-efgh
      Wati_web< Hubungkan akun Telegram Wati dengan Web Wati?…
      Wati_web> gimana ya
      Wati_web< Pilih salah satu, boleh dengan nomornya:…Hubungkan akun Telegram Wati dengan Web Wati?…
      Wati_web> iya
      Wati_web< Selesai. Akun Telegram Wati kini terhubung dengan akun ini.…
      Wati_telegram< Akun Web Wati kini terhubung. Kalau bukan Anda, ketik /lepaskan
    `))

  test('is not done where the answer is no, and the code is spent', () =>
    plays(`
      Wati_telegram> /hubungkan
      Wati_telegram< …Kode Anda: ABCD-EFGH…
      Budi_slack> /hubungkan ABCD-EFGH
      Budi_slack< Hubungkan akun Telegram Wati dengan Slack Budi?…
      Budi_slack> [Tidak]
      Budi_slack< Baik, tidak ada yang dihubungkan.…
      Budi_slack> /hubungkan ABCD-EFGH
      Budi_slack< Kodenya tidak cocok, sudah terpakai, atau sudah lewat 10 menit.…
      Budi_slack> /akun
      Budi_slack< Akun ini belum terhubung dengan akun lain.…
    `))

  test('refuses kindly a code of the same account, words that are no code, and what is linked already', () =>
    plays(`
      Wati_telegram> /hubungkan
      Wati_telegram< …Kode Anda: ABCD-EFGH…
      Wati_telegram> /hubungkan ABCD-EFGH
      Wati_telegram< Itu kode dari akun ini sendiri.…
      Wati_telegram> /hubungkan akun slack saya
      Wati_telegram< Itu belum berupa kode.…
      Wati_slack> /hubungkan ABCD-EFGH
      Wati_slack< Hubungkan akun Telegram Wati dengan Slack Wati?…
      Wati_slack> ya
      Wati_slack< Selesai.…
      Wati_telegram< Akun Slack Wati kini terhubung.…
      Wati_slack> /hubungkan
      Wati_slack< …Kode Anda: BCDE-FGHJ…
      Wati_telegram> /hubungkan BCDE-FGHJ
      Wati_telegram< Kedua akun itu memang sudah terhubung.…
    `))

  test('joins two persons who both have several accounts, names all of them, and tells all', () =>
    plays(`
      ${LINKED}
      Wati_web> /hubungkan
      Wati_web< …Kode Anda: BCDE-FGHJ…
      Wati_test> /hubungkan BCDE-FGHJ
      Wati_test< Hubungkan akun Web Wati dengan Test Wati?…
      Wati_test> ya
      Wati_test< Selesai.…
      Wati_web< Akun Test Wati kini terhubung.…
      Wati_web> /hubungkan
      Wati_web< …Kode Anda: CDEF-GHJK…
      Wati_slack> /hubungkan CDEF-GHJK
      Wati_slack< Hubungkan akun Test Wati dan Web Wati dengan Slack Wati dan Telegram Wati?…
      Wati_slack> ya
      Wati_slack< Selesai. Akun Web Wati kini terhubung…
      Wati_web< Akun Slack Wati kini terhubung.…
      Wati_test< Akun Web Wati dan Slack Wati kini terhubung.…
      Wati_telegram< Akun Web Wati dan Slack Wati kini terhubung.…
      Wati_telegram> /akun
      Wati_telegram< …Slack Wati…Telegram Wati (akun ini)…Test Wati…Web Wati
    `))

  test('asks again where somebody else has been linked meanwhile', () =>
    plays(`
      Wati_telegram> /hubungkan
      Wati_telegram< …Kode Anda: ABCD-EFGH…
      Wati_slack> /hubungkan ABCD-EFGH
      Wati_slack< Hubungkan akun Telegram Wati dengan Slack Wati?…
      Budi_web> /hubungkan
      Budi_web< …Kode Anda: BCDE-FGHJ…
      Wati_telegram> /hubungkan BCDE-FGHJ
      Wati_telegram< Hubungkan akun Web Budi dengan Telegram Wati?…
      Wati_telegram> ya
      Wati_telegram< Selesai.…
      Budi_web< Akun Telegram Wati kini terhubung.…
      Wati_slack> ya
      Wati_slack< Sementara itu akun yang terhubung berubah, jadi saya tanyakan sekali lagi.
      Wati_slack< Hubungkan akun Telegram Wati dan Web Budi dengan Slack Wati?…
      Wati_slack> tidak
      Wati_slack< Baik, tidak ada yang dihubungkan.…
    `))

  test('is nothing for a place where others read along, and a code typed there is good no longer', () =>
    plays(`
      Wati_telegram> /hubungkan
      Wati_telegram< …Kode Anda: ABCD-EFGH…
      Wati_slack_utas> /hubungkan ABCD-EFGH
      Wati_slack_utas< Orang lain ikut membaca di sini, jadi kode itu saya batalkan.…
      Budi_slack> /hubungkan ABCD-EFGH
      Budi_slack< …tidak cocok…
      Wati_slack_utas> /hubungkan
      Wati_slack_utas< Itu urusan pribadi.…
      Wati_slack_utas> /akun
      Wati_slack_utas< Itu urusan pribadi.…
      Wati_slack_utas> /lepaskan
      Wati_slack_utas< Itu urusan pribadi.…
    `))
})

describe('unlinking', () => {
  test('takes away one account or the one it is typed in, and tells the others', () =>
    plays(`
      ${LINKED}
      Wati_slack> /lepaskan
      Wati_slack< Akun mana yang mau dilepaskan?…
      Wati_slack> [Telegram Wati]
      Wati_slack< Akun Telegram Wati sudah dilepaskan.
      Wati_telegram< Akun ini sudah dilepaskan dari akun lain yang tadinya terhubung.…
      Wati_telegram> /lepaskan
      Wati_telegram< Akun ini tidak terhubung dengan akun lain.…
      Wati_slack> [Telegram Wati]
      Wati_slack< Akun itu sudah tidak terhubung dengan akun ini, jadi tidak ada yang berubah.
    `))

  test('can be undone only with a new code', () =>
    plays(`
      ${LINKED}
      Wati_telegram> /lepaskan
      Wati_telegram< Akun mana yang mau dilepaskan?…
      Wati_telegram> [Akun ini]
      Wati_telegram< Akun ini sudah dilepaskan.…
      Wati_slack< Akun Telegram Wati sudah dilepaskan dari akun Anda.…
      Wati_slack> /hubungkan ABCD-EFGH
      Wati_slack< Kodenya tidak cocok, sudah terpakai, …
      Wati_slack> /hubungkan
      Wati_slack< …Kode Anda: BCDE-FGHJ…
      Wati_telegram> /hubungkan BCDE-FGHJ
      Wati_telegram< Hubungkan akun Slack Wati dengan Telegram Wati?…
      Wati_telegram> ya
      Wati_telegram< Selesai.…
      Wati_slack< Akun Telegram Wati kini terhubung.…
    `))
})

describe('a message that is answered again, as after a crash,', () => {
  /** Lets the last message of a conversation be answered once more, as if that could not be noted. */
  async function again({ bot, database, heard }: TestBot, conversation: ConversationId, state: unknown) {
    const before = heard(conversation).length
    await database.query(`delete from message where conversation = $1 and answers is not null`, [
      conversation,
    ])
    await database.query(
      `update message set done_at = null where id = (select max(id) from message where conversation = $1 and direction = 'in')`,
      [conversation],
    )
    await database.query('update conversation set state = $2::jsonb where id = $1', [
      conversation,
      JSON.stringify(state),
    ])
    await bot.advance(conversation)
    return heard(conversation).slice(before)
  }

  test('links and unlinks once, says the same, and tells the others once', async () => {
    const stage = await testBot()
    const [telegram, slack] = [stage.person('Wati_telegram'), stage.person('Wati_slack')]
    await telegram.says('/hubungkan')
    await slack.says('/hubungkan ABCD-EFGH')
    const asked = await stage.bot.mailbox.state('slack:wati')
    const done = await slack.says('ya')
    expect(await again(stage, 'slack:wati', asked)).toEqual(done)
    await slack.says('/lepaskan')
    const listed = await stage.bot.mailbox.state('slack:wati')
    const parted = await slack.presses('Telegram Wati')
    expect(parted[0]?.text).toBe('Akun Telegram Wati sudah dilepaskan.')
    expect(await again(stage, 'slack:wati', listed)).toEqual(parted)
    await stage.bot.advance('telegram:wati')
    expect(stage.heard('telegram:wati').map(({ text }) => text.slice(0, 20))).toEqual([
      'Kalau akun-akun Anda',
      'Akun Slack Wati kini',
      'Akun ini sudah dilep',
    ])
    expect(await stage.database.query('select kind from account_event order by id')).toEqual([
      { kind: 'linked' },
      { kind: 'unlinked' },
    ])
    await stage.bot.stop()
  })
})

describe('what a person may do', () => {
  test('is what the highest of their accounts may, until it is taken away from it', () =>
    plays(`
      Wati_telegram> /klaim UJI-COBA-1234
      Wati_telegram< Selamat, Anda sekarang administrator pertama Abdi.…
      Wati_slack> /pertanyaan
      Wati_slack< Maaf, perintah itu hanya untuk petugas kepegawaian.
      ${LINKED}
      Wati_slack> /pertanyaan
      Wati_slack< Tidak ada pertanyaan yang menunggu…
      Wati_slack> /lepaskan
      Wati_slack< Akun mana…
      Wati_slack> [Akun ini]
      Wati_slack< Akun ini sudah dilepaskan.…
      Wati_telegram< Akun Slack Wati sudah dilepaskan dari akun Anda.…
      Wati_slack> /pertanyaan
      Wati_slack< Maaf, perintah itu hanya untuk petugas kepegawaian.
      Wati_telegram> /pertanyaan
      Wati_telegram< Tidak ada pertanyaan yang menunggu…
    `))

  test('ends at once in all of them', async () => {
    const { bot, database, person } = await linked()
    await database.query(`update account set role = 'hr' where id = 'telegram:wati'`)
    const slack = person('Wati_slack')
    expect((await slack.says('/pertanyaan'))[0]?.text).toMatch(/^Tidak ada/)
    await database.query(`update account set role = 'citizen' where id = 'telegram:wati'`)
    expect((await slack.says('/pertanyaan'))[0]?.text).toMatch(/^Maaf, perintah itu hanya untuk/)
    await bot.stop()
  })
})

describe('what was asked', () => {
  test('in one account can be followed up in another', () =>
    plays(`
      ${LINKED}
      Wati_telegram> cuti tahunan PNS berapa hari?
      Wati_telegram< …12 hari kerja…PP 11/2017…
      Wati_slack> kalau PPPK?
      Wati_slack< PPPK…berhak cuti tahunan…PP 49/2018…
    `))

  test('in one account is nothing to the other before they are linked, nor after', () =>
    plays(`
      Wati_telegram> cuti tahunan PNS berapa hari?
      Wati_telegram< …PP 11/2017…
      ${ASKED_FOR_NOTHING('Wati_slack')}
      ${LINKED}
      Wati_telegram> cuti tahunan PNS berapa hari?
      Wati_telegram< …PP 11/2017…
      Wati_slack> /lepaskan
      Wati_slack< Akun mana…
      Wati_slack> [Akun ini]
      Wati_slack< Akun ini sudah dilepaskan.…
      Wati_telegram< Akun Slack Wati sudah dilepaskan…
      ${ASKED_FOR_NOTHING('Wati_slack')}
      ${ASKED_FOR_NOTHING('Wati_telegram')}
    `))

  test('in a thread can be followed up there by anybody, and nowhere else', () =>
    plays(`
      Wati_slack_utas> cuti tahunan PNS berapa hari?
      Wati_slack_utas< …PP 11/2017…
      Budi_slack_utas> kalau PPPK?
      Budi_slack_utas< PPPK…berhak cuti tahunan…PP 49/2018…
      ${ASKED_FOR_NOTHING('Wati_slack')}
      ${ASKED_FOR_NOTHING('Budi_slack_lain')}
    `))

  test('in a thread is followed up by each on their own questions, where they have some there', () =>
    plays(`
      Wati_slack_utas> cuti tahunan PNS berapa hari?
      Wati_slack_utas< …PP 11/2017…
      Budi_slack_utas> bolos 5 hari kena sanksi apa?
      Budi_slack_utas< …PP 94/2021…
      Wati_slack_utas> kalau PPPK?
      Wati_slack_utas< PPPK…berhak cuti tahunan…PP 49/2018…
    `))

  test('in private is never known in a thread, linked or not', () =>
    plays(`
      ${LINKED}
      Wati_telegram> cuti tahunan PNS berapa hari?
      Wati_telegram< …PP 11/2017…
      Wati_slack> bolos 5 hari kena sanksi apa?
      Wati_slack< …PP 94/2021…
      ${ASKED_FOR_NOTHING('Wati_slack_utas')}
    `))
})

describe('what a platform vouches for', () => {
  const profiles = { 'slack:wati': { email: 'wati@serangkota.go.id' } }

  test('is kept when accounts are linked, and shown masked', () =>
    plays(
      `
      ${LINKED}
      Wati_telegram> /akun
      Wati_telegram< … • Slack Wati, terverifikasi w•••@serangkota.go.id • Telegram Wati (akun ini)
    `,
      { profiles },
    ))

  test('tells two people apart: those whose office addresses differ are not linked', () =>
    plays(
      `
      ${LINKED}
      Wati_telegram> /hubungkan
      Wati_telegram< …Kode Anda: BCDE-FGHJ…
      Budi_slack> /hubungkan BCDE-FGHJ
      Budi_slack< Hubungkan akun Slack Wati dan Telegram Wati dengan Slack Budi?…
      Budi_slack> ya
      Budi_slack< Kedua akun itu tidak bisa dihubungkan: alamat e-mail dari kantornya berbeda…
      Budi_slack> /akun
      Budi_slack< Akun ini belum terhubung dengan akun lain.…
    `,
      { profiles: { ...profiles, 'slack:budi': { email: 'budi@serangkota.go.id' } } },
    ))

  test('is done without where the platform cannot be asked, and nothing of the person is logged', async () => {
    const profiles = new Proxy({}, { get: () => failing() })
    const { bot, log, person } = await linked({ profiles })
    expect((await person('Wati_slack').says('/akun'))[0]?.text).toContain('- Telegram Wati')
    expect(log.join('\n')).toContain('a profile could not be read')
    expect(log.join('\n')).not.toMatch(/Wati|ABCD/)
    await bot.stop()
  })

  test('is a phone number where the platform has a button for it, and only one’s own', async () => {
    const { bot, person } = await linked()
    const [telegram, slack] = [person('Wati_telegram'), person('Wati_slack')]
    const labels = async (who: typeof slack) =>
      (await who.says('/akun'))[0]?.choices?.map(({ label }) => label)
    expect(await labels(slack)).toEqual(['Hubungkan akun lain', 'Lepaskan akun'])
    expect(await labels(telegram)).toEqual(['Hubungkan akun lain', 'Lepaskan akun', 'Bagikan nomor'])
    expect(await telegram.presses('Bagikan nomor')).toMatchObject([{ request: 'contact' }])
    const [refused] = await telegram.sends({ kind: 'contact', phone: '6281234567890', own: false })
    expect(refused).toMatchObject({ text: expect.stringContaining('orang lain'), request: 'contact' })
    const [kept] = await telegram.sends({ kind: 'contact', phone: '6281234567890', own: true })
    expect(kept?.text).toBe('Terima kasih, nomor \\+62•••890 sudah tercatat untuk akun ini.')
    expect((await slack.says('/akun'))[0]?.text).toContain('- Telegram Wati, terverifikasi \\+62•••890')
    await bot.stop()
  })
})

describe('codes', () => {
  let now = NOW
  const clock = () => now
  beforeEach(() => {
    now = NOW
  })
  afterEach(() => vi.restoreAllMocks())

  test('are good for ten minutes, and so is the question whether to link', async () => {
    const { bot, person } = await testBot({ clock })
    const [telegram, slack] = [person('Wati_telegram'), person('Wati_slack')]
    await telegram.says('/hubungkan')
    now = new Date(NOW.getTime() + 10 * 60_000)
    expect((await slack.says('/hubungkan ABCD-EFGH'))[0]?.text).toMatch(/^Kodenya tidak cocok/)
    await telegram.says('/hubungkan')
    expect((await slack.says('/hubungkan BCDE-FGHJ'))[0]?.text).toMatch(/^Hubungkan akun/)
    now = new Date(now.getTime() + 10 * 60_000)
    expect((await slack.says('ya'))[0]?.text).toMatch(/^Permintaan itu sudah tidak berlaku/)
    expect((await slack.says('/akun'))[0]?.text).toMatch(/^Akun ini belum terhubung/)
    await bot.stop()
  })

  test('are kept as a hash alone, and the one before ends with the next', async () => {
    const { bot, database, person } = await testBot()
    const telegram = person('Wati_telegram')
    await telegram.says('/hubungkan')
    await telegram.says('/hubungkan')
    const rows = await database.query<{ digest: string }>('select digest from link_code')
    expect(rows).toEqual([{ digest: expect.stringMatching(/^[0-9a-f]{64}$/) }])
    expect((await person('Wati_slack').says('/hubungkan ABCD-EFGH'))[0]?.text).toMatch(/^Kodenya tidak cocok/)
    expect((await person('Wati_slack').says('/hubungkan BCDE-FGHJ'))[0]?.text).toMatch(/^Hubungkan akun/)
    await bot.stop()
  })

  test('cannot be guessed: after five wrong ones none is looked at for ten minutes, for this account', async () => {
    const { bot, person } = await testBot({ clock })
    const [telegram, slack, web] = [person('Wati_telegram'), person('Budi_slack'), person('Wati_web')]
    await telegram.says('/hubungkan')
    for (let i = 0; i < 5; i++)
      expect((await slack.says(`/hubungkan AAAA-AAA${i + 2}`))[0]?.text).toMatch(/^Kodenya tidak cocok/)
    expect((await slack.says('/hubungkan ABCD-EFGH'))[0]?.text).toMatch(/^Terlalu banyak kode yang keliru/)
    expect((await web.says('/hubungkan ABCD-EFGH'))[0]?.text).toMatch(/^Hubungkan akun/)
    now = new Date(NOW.getTime() + 10 * 60_000 + 1)
    expect((await slack.says('/hubungkan ABCD-EFGH'))[0]?.text).toMatch(/^Kodenya tidak cocok/)
    await bot.stop()
  })
})

/** A bot on which Wati has linked Telegram and Slack. */
async function linked(options: TestOptions = {}) {
  const stage = await testBot(options)
  await stage.person('Wati_telegram').says('/hubungkan')
  await stage.person('Wati_slack').says('/hubungkan ABCD-EFGH')
  expect((await stage.person('Wati_slack').says('ya'))[0]?.text).toMatch(/^Selesai/)
  return stage
}

/** A follow-up of somebody who has asked nothing, as far as the bot may know. */
function ASKED_FOR_NOTHING(who: string): string {
  return `
      ${who}> kalau PPPK?
      ${who}< Saya tidak yakin ini jawabannya.…
  `
}

function failing(): never {
  throw new Error('account_inactive')
}
