import { describe, expect, test } from 'vitest'
import { Misconfigured, type RetryLater, Unreachable, Unreadable } from '../../src/errors.ts'
import { createTelegramServer, type Person } from '../support/telegram-server.ts'
import { promisesOfAChannel } from './contract.ts'
import { telegramUnderTest } from './telegram-platform.ts'
import { type StageOptions, type TelegramStage, telegramStage, there } from './telegram-stage.ts'

promisesOfAChannel(telegramUnderTest('polling'))

async function open(options: StageOptions = {}): Promise<TelegramStage & { readonly sari: Person }> {
  const stage = await telegramStage(options)
  await stage.start()
  return Object.assign(stage, { sari: stage.server.user({ id: 11, name: 'Sari', lastName: 'Dewi' }) })
}

describe('when the bot starts', () => {
  test('the menu shows what people can do', async () => {
    const { server } = await open()
    const { params } = await server.called('setMyCommands')
    expect(params.commands).toContainEqual({ command: 'bantuan', description: 'Yang bisa saya bantu' })
    expect(server.violations).toEqual([])
  })

  test('a webhook of former days does not keep it from hearing people', async () => {
    const stage = await telegramStage()
    await fetch(`${stage.server.url}/bot${stage.server.token}/setWebhook?url=http://127.0.0.1:9/lama`)
    await stage.start()
    const sari = stage.server.user({ id: 11 })
    sari.says('halo')
    expect((await sari.waitFor(1)).text).toMatch(/^Halo! Saya Abdi/)
  })

  test('a token that Telegram refuses is named together with what to do', async () => {
    const stage = await telegramStage({ token: '123456789:AAsalah-salah-salah-salah' })
    const refusal = await stage.start().catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(Misconfigured)
    expect(refusal).toMatchObject({
      key: 'TELEGRAM_BOT_TOKEN',
      message: expect.stringMatching(/^TELEGRAM_BOT_TOKEN: ditolak Telegram.*@BotFather/),
    })
  })

  test('the bot starts although Telegram is away, and hears people once it is there', async () => {
    const stage = await telegramStage()
    stage.server.drop('getMe', { times: 2 })
    await stage.start()
    expect(stage.log.join('\n')).toMatch(/trying on in the background/)
    const sari = stage.server.user({ id: 11 })
    sari.says('halo')
    expect((await sari.waitFor(1)).text).toMatch(/^Halo/)
  })

  test('the bot can be stopped while Telegram is away', async () => {
    const gone = await createTelegramServer()
    await gone.close()
    const stage = await telegramStage({ apiRoot: gone.url })
    await stage.start()
    const before = performance.now()
    await stage.stop()
    expect(performance.now() - before).toBeLessThan(1_000)
  })

  test('where another process asks for the same updates it keeps trying', async () => {
    const stage = await telegramStage()
    const conflict =
      'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running'
    stage.server.fail('getUpdates', { error_code: 409, description: conflict })
    await stage.start()
    const sari = stage.server.user({ id: 11 })
    sari.says('halo')
    expect((await sari.waitFor(1)).text).toMatch(/^Halo/)
    expect(stage.log.join('\n')).toMatch(/another process asks for the same updates/)
  })
})

describe('in a private chat', () => {
  test.each([
    ['/bantuan', /^Tulis pertanyaan langsung/],
    ['/BANTUAN', /^Tulis pertanyaan langsung/],
    ['/bantuan@abdi_uji_bot', /^Tulis pertanyaan langsung/],
    ['/bantuan@Abdi_Uji_Bot  🙏 dong', /^Tulis pertanyaan langsung/],
    ['/tanya bolos 5 hari kena sanksi apa?', /Pasal 9/],
    ['/tanya@abdi_uji_bot\nbolos 5 hari kena sanksi apa?', /Pasal 9/],
    ['/tanya', /^Silakan tulis pertanyaannya/],
    ['/start cuti_dari-tautan', /^Halo! Saya Abdi, asisten Pemerintah Kota Serang/],
    ['/start tanya_bolos_5_hari_kena_sanksi_apa', /Pasal 9/],
    ['/start@abdi_uji_bot tanya_bolos_5_hari_kena_sanksi_apa', /Pasal 9/],
    ['/start tanya', /^Silakan tulis pertanyaannya/],
    ['/start klaim_UJI-COBA-1234', /^Halo! Saya Abdi/],
    [`/start tanya_${'a'.repeat(60)}`, /^Halo! Saya Abdi/],
    ['/start tanya_<b>', /^Halo! Saya Abdi/],
    ['/tidak_ada', /^Perintah \/tidak_ada tidak saya kenal/],
    [`/${'a'.repeat(64)}`, /^Perintah \/a{32} tidak saya kenal/],
    ['/batal', /^Tidak ada isian/],
    ['/', /^Saya belum menangkap/],
    ['//', /^Saya belum menangkap/],
    ['/1', /^(?:Perintah \/1 tidak saya kenal|Saya belum menangkap)/],
  ])('the command %j is understood', async (text, answer) => {
    const { server, sari } = await open()
    sari.says(text)
    expect((await sari.waitFor(1)).text).toMatch(answer)
    expect(server.violations).toEqual([])
  })

  test('whoever presses a button is freed of its spinner, also when pressing twice', async () => {
    const { server, sari } = await open()
    sari.says('bolos 5 hari kena sanksi apa?')
    await sari.waitFor(1)
    const presses = [sari.presses('👍'), sari.presses('👍'), sari.presses('Lihat pasal lengkap')]
    await sari.waitFor(4)
    await expect.poll(() => server.unanswered(), { interval: 5 }).toEqual([])
    expect(presses.map(({ callback_query }) => server.answers.has(there(callback_query).id))).toEqual([
      true,
      true,
      true,
    ])
    expect(server.violations).toEqual([])
  })

  test('a button that was meant for something long over says so', async () => {
    const { server, sari } = await open()
    sari.presses({ data: 'dulu:ada:tombol', messageId: 1 })
    expect((await sari.waitFor(1)).text).toMatch(/^Tombol itu dari pesan lama/)
    await server.called('answerCallbackQuery')
    expect([...server.answers.values()]).toEqual([
      { text: expect.stringMatching(/^Tombol itu dari pesan lama/), alert: true },
    ])
  })

  test('a press that comes too late to be acknowledged is answered in words all the same', async () => {
    let now = 0
    const stage = await telegramStage({ server: { now: () => now } })
    const sari = stage.server.user({ id: 11 })
    sari.presses({ data: 'contoh:1', messageId: 1 })
    now = 3_600_000
    await stage.start()
    expect((await sari.waitFor(1)).text).toMatch(/12 hari kerja/)
    const { description } = await stage.server.called('answerCallbackQuery')
    expect(description).toMatch(/query is too old/)
  })

  test('a press on a message of a game or of another chat is freed of its spinner too', async () => {
    const { server, sari } = await open()
    const query = {
      id: '4444',
      from: sari.user,
      chat_instance: '1',
      inline_message_id: 'lain',
      data: 'contoh:1',
    }
    await server.delivered(server.push({ callback_query: query }))
    expect((await server.called('answerCallbackQuery')).params.callback_query_id).toBe('4444')
    expect(sari.received()).toEqual([])
  })

  test.each([
    'voice',
    'audio',
    'video',
    'video_note',
    'sticker',
    'animation',
    'poll',
    'dice',
    'story',
    'paid_media',
    'checklist',
    'rich_message',
  ])('somebody who sends a %s is asked kindly for words', async (kind) => {
    const { server, sari } = await open()
    const chat = { id: 11, type: 'private' as const, first_name: 'Sari' }
    const message = { message_id: 500, date: 1_800_000_000, chat, from: sari.user, [kind]: { file_id: 'x' } }
    server.push({ message: message as never }) // of the kinds, only that they are there matters
    expect((await sari.waitFor(1)).text).toBe(
      'Jenis pesan itu belum bisa saya baca. Tolong tulis dengan kata-kata, ya.',
    )
  })

  test('a photo, a contact and a place are taken in for what they are', async () => {
    const { server, database, sari } = await open()
    sari.sendsPhoto({ caption: 'halo' })
    sari.sendsPhoto()
    sari.sharesContact({ phone: '+628111' })
    sari.sharesContact({ own: false, phone: '+628222' })
    sari.sharesLocation({ latitude: -6.1, longitude: 106.2 })
    await sari.waitFor(5)
    const rows = await database.query<{ content: unknown }>(
      `select content from message where direction = 'in' order by id`,
    )
    expect(rows.map(({ content }) => content)).toEqual([
      {
        kind: 'file',
        name: 'foto.jpg',
        mime: 'image/jpeg',
        ref: 'loopback-photo-1',
        size: 10,
        caption: 'halo',
      },
      { kind: 'file', name: 'foto.jpg', mime: 'image/jpeg', ref: 'loopback-photo-2', size: 10 },
      { kind: 'contact', phone: '+628111', own: true },
      { kind: 'contact', phone: '+628222', own: false },
      { kind: 'location', latitude: -6.1, longitude: 106.2 },
    ])
    expect(sari.received()[0]?.text).toMatch(/^Halo/)
    expect(server.violations).toEqual([])
  })

  test('somebody asked for their number or place gets a button that shares it', async () => {
    const { bot, channel, sari, database } = await open()
    await bot.mailbox.say(
      'telegram:11',
      channel.split({ text: 'Nomornya?', request: 'contact', choices: [{ label: 'Lewati', value: 'x' }] }),
      'nomor',
    )
    await bot.advance('telegram:11')
    expect((await sari.waitFor(1)).keyboard).toEqual([
      [{ label: '📱 Bagikan nomor saya', request: 'contact' }],
      [{ label: 'Lewati' }],
    ])
    sari.presses('📱 Bagikan nomor saya')
    await sari.waitFor(2)
    const rows = await database.query(`select content from message where direction = 'in'`)
    expect(rows).toEqual([{ content: { kind: 'contact', phone: '+6281200000000', own: true } }])
  })

  test('an edited question is answered anew', async () => {
    const { sari } = await open()
    const said = sari.says('halo')
    await sari.waitFor(1)
    sari.edits(there(said.message).message_id, 'bolos 5 hari kena sanksi apa?')
    expect((await sari.waitFor(2)).text).toMatch(/Pasal 9/)
  })

  test('bots, channels, service messages and updates of the future are passed over in silence', async () => {
    const { server, sari } = await open()
    server.user({ id: 13, isBot: true }).says('saya bot')
    server.channel({ id: -1_009_999_999_999 }).posts('pengumuman')
    const chat = { id: 11, type: 'private' as const, first_name: 'Sari' }
    const common = { message_id: 600, date: 1_800_000_000, chat, from: sari.user }
    server.push({ message: { ...common, pinned_message: common } as never })
    server.push({ message: { ...common, yang_belum_ada: true } as never })
    server.push({ message: common as never })
    server.push({ yang_belum_ada: { id: 1 } } as never)
    sari.says('halo')
    await sari.waitFor(1)
    expect(server.calls.filter(({ method }) => method === 'sendMessage')).toHaveLength(1)
    expect(server.violations).toEqual([])
  })
})

describe('a file', () => {
  test('that is gone, too large or out of reach is said to be unreadable', async () => {
    const { server, channel, sari } = await open()
    const openFile = there(channel.open)
    await expect(openFile('tidak-ada')).rejects.toThrow(Unreadable)
    const { message } = sari.sendsDocument({ bytes: new Uint8Array(20_971_521) })
    await expect(openFile(there(message?.document).file_id)).rejects.toThrow(/too big/)
    server.drop('getFile')
    await expect(openFile('loopback-document-1')).rejects.toThrow('Telegram cannot be reached')
  })
})

describe('in a group', () => {
  const GROUP = -1_001_234_567_890

  test('only who speaks to the bot is answered, and its name is no part of the question', async () => {
    const { server, sari } = await open({ server: { bot: { can_read_all_group_messages: true } } })
    const group = server.group({ id: GROUP, title: 'BKPSDM' })
    const budi = server.user({ id: 12, name: 'Budi' })
    group.says(budi, 'bolos 5 hari kena sanksi apa?')
    group.says(budi, '/lapor@bot_lain')
    group.says(budi, 'tanya @abdi_uji_bot_lain saja')
    group.says(sari, 'bolos 5 hari kena sanksi apa?', { mention: true })
    const answer = await group.waitFor(1)
    expect(answer.text).toMatch(/Pasal 9/)
    group.says(budi, 'cuti tahunan PNS berapa hari?', { replyTo: answer.id })
    expect((await group.waitFor(2)).text).toMatch(/12 hari kerja/)
    group.says(budi, '/bantuan')
    expect((await group.waitFor(3)).text).toMatch(/^Tulis pertanyaan langsung/)
    group.says(budi, '/bantuan', { mention: true })
    expect((await group.waitFor(4)).text).toMatch(/^Tulis pertanyaan langsung/)
    group.presses(budi, '👍')
    await group.waitFor(5)
    expect(group.received()).toHaveLength(5)
    expect(server.violations).toEqual([])
  })

  test('a topic is a conversation of its own, answered where it was asked', async () => {
    const { server, database, sari } = await open()
    const group = server.group({ id: GROUP, forum: true })
    const [leave, pension] = [group.topic('Cuti'), group.topic('Pensiun')]
    group.says(sari, 'cuti tahunan PNS berapa hari?', { mention: true, topic: leave })
    await group.waitFor(1)
    group.says(sari, '/umum')
    await group.waitFor(2)
    group.says(sari, '/pensiun', { topic: pension })
    await group.waitFor(3)
    expect(group.received().map(({ thread }) => thread)).toEqual([leave, undefined, pension])
    const rows = await database.query(`select id from conversation order by id`)
    expect(rows).toEqual(
      [`telegram:${GROUP}`, `telegram:${GROUP}/${leave}`, `telegram:${GROUP}/${pension}`].map((id) => ({
        id,
      })),
    )
    const typing = server.calls.filter(({ method }) => method === 'sendChatAction')
    expect(typing.map(({ params }) => params.message_thread_id)).toEqual([leave, undefined, pension])
  })

  test('a topic that was deleted is marked instead of being written to for ever', async () => {
    const { bot, server, unreachable } = await open()
    server.group({ id: GROUP, forum: true })
    await bot.mailbox.say(`telegram:${GROUP}/77`, [{ text: 'Halo' }], 'topik')
    await bot.advance(`telegram:${GROUP}/77`)
    expect(await unreachable(`telegram:${GROUP}/77`)).toMatch(/thread not found/)
  })

  test('what is personal is sent to the private chat', async () => {
    const { server, sari } = await open()
    const group = server.group({ id: GROUP })
    group.says(sari, '/klaim UJI-COBA-1234')
    expect((await group.waitFor(1)).text).toMatch(/^Kode administrator jangan ditulis/)
  })

  test('an answer under way finds the group under its new number', async () => {
    const { server, sari, postponed, timePasses } = await open()
    const group = server.group({ id: -555 })
    server.fail('sendMessage', {
      error_code: 429,
      description: 'Too Many Requests: retry after 60',
      parameters: { retry_after: 60 },
    })
    group.says(sari, '/bantuan')
    await postponed('telegram:-555')
    const upgraded = group.upgrades(GROUP)
    await timePasses('telegram:-555')
    expect((await upgraded.waitFor(1)).text).toMatch(/^Tulis pertanyaan langsung/)
    upgraded.says(sari, '/bantuan')
    await upgraded.waitFor(2)
  })

  test('that puts the bot out is marked, and no longer written to', async () => {
    const { server, sari, unreachable, bot } = await open()
    const group = server.group({ id: GROUP })
    group.says(sari, '/bantuan')
    await group.waitFor(1)
    await server.delivered(group.kicks(sari))
    expect(await unreachable(`telegram:${GROUP}`)).toBe('blocked or removed')
    expect(await bot.mailbox.backlog()).toEqual({ unanswered: 0, unsent: 0, letters: 0 })
    expect(server.violations).toEqual([])
  })
})

describe('somebody who blocks the bot', () => {
  test('is marked at once, and what was on its way to them is closed', async () => {
    const { server, sari, unreachable, postponed, bot } = await open()
    server.fail('sendMessage', {
      error_code: 429,
      description: 'Too Many Requests: retry after 60',
      parameters: { retry_after: 60 },
    })
    sari.says('halo')
    await postponed('telegram:11')
    await server.delivered(sari.blocks())
    expect(await unreachable('telegram:11')).toBe('blocked or removed')
    expect(await bot.mailbox.backlog()).toEqual({ unanswered: 0, unsent: 0, letters: 0 })
    sari.unblocks()
    sari.says('halo')
    expect((await sari.waitFor(1)).text).toMatch(/^Halo/)
    expect(await unreachable('telegram:11')).toBeNull()
  })

  test.each(['blocks', 'deactivates'] as const)('%s: a message to them is refused as such', async (act) => {
    const { channel, sari } = await open()
    sari[act]()
    await expect(channel.send('telegram:11', { text: 'Halo' })).rejects.toThrow(Unreachable)
    await channel.showTyping('telegram:11')
  })
})

describe('sending', () => {
  test('while Telegram is away messages wait a second each, however many fail at once', async () => {
    const { server, channel } = await open()
    const seconds: number[] = []
    const send = async (): Promise<void> => {
      await channel
        .send('telegram:11', { text: 'Halo' })
        .catch((error: RetryLater) => seconds.push(error.seconds))
    }
    server.fail('sendMessage', { error_code: 502, description: 'Bad Gateway' }, 8)
    for (let i = 0; i < 9; i++) await send()
    server.drop('sendMessage')
    await send()
    expect(seconds).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1])
  })

  test('words that change are put in the place of the old ones; what is gone or the same is no trouble', async () => {
    const { channel, sari } = await open()
    const id = await channel.send('telegram:11', { text: '1 dari *3*' })
    const choices = [{ label: 'Jeda', value: 'siaran:jeda' }]
    for (let i = 0; i < 2; i++) await channel.edit?.('telegram:11', id, { text: '2 dari *3*', choices })
    await channel.edit?.('telegram:11', '999999', { text: 'apa saja' })
    expect(
      sari.received().map(({ text, buttons }) => [text, buttons.flat().map(({ label }) => label)]),
    ).toEqual([['2 dari 3', ['Jeda']]])
  })

  test('buttons that Telegram refuses do not keep the words from arriving', async () => {
    const { channel, sari } = await open()
    await channel.send('telegram:11', {
      text: '**Pilih**',
      choices: [{ label: 'Ini', value: 'x'.repeat(65) }],
    })
    expect(sari.received()).toMatchObject([{ text: 'Pilih', buttons: [] }])
  })

  test('plain words too long with the addresses of their links arrive without them', async () => {
    const { server, channel, sari } = await open()
    server.fail('sendMessage', { error_code: 400, description: "Bad Request: can't parse entities" })
    const [piece] = channel.split({
      text: Array.from(
        { length: 200 },
        (_, i) => `[pasal ${i}](https://contoh.go.id/aturan/yang/panjang)`,
      ).join(' '),
    })
    await channel.send('telegram:11', there(piece))
    expect(sari.received()[0]?.text).toMatch(/^pasal 0 pasal 1 .* pasal 199$/)
  })

  test.each(['#', '>', '**', '```\n```', '&', '<b>', '\u0000x', '![]()', '[](https://a.go.id)'])(
    '%j alone reaches people somehow',
    async (text) => {
      const { server, channel, sari } = await open()
      for (const piece of channel.split({ text })) await channel.send('telegram:11', piece)
      expect(sari.received()).toHaveLength(1)
      expect(server.violations).toEqual([])
    },
  )

  test('short buttons stand side by side and long ones alone', async () => {
    const { channel, sari } = await open()
    const labels = ['1', '2', '3', '4', '5', '6', 'Lihat pasal lengkap', 'Tanya HR']
    await channel.send('telegram:11', {
      text: 'x',
      choices: labels.map((label) => ({ label, value: label })),
    })
    const rows = sari.received()[0]?.buttons.map((row) => row.map(({ label }) => label))
    expect(rows).toEqual([['1', '2', '3', '4', '5'], ['6', 'Lihat pasal lengkap'], ['Tanya HR']])
  })
})

describe('an answer that grows', () => {
  test('is shown in a private chat, at most once in 1.2 seconds, as words without marks', async () => {
    let now = 10_000
    const { server, channel, sari } = await open({ clock: () => now })
    const show = there(channel.preview)
    for (const [at, text] of [
      [0, '**Cuti'],
      [100, 'Cuti tah'],
      [1_199, 'Cuti tahu'],
      [1_200, '**Cuti** tahunan'],
      [2_500, `${'x'.repeat(4_095)}😀`],
    ] as const) {
      now = 10_000 + at
      await show('telegram:11', text)
    }
    expect(sari.drafts()).toEqual(['**Cuti', 'Cuti tahunan', 'x'.repeat(4_095)])
    const ids = server.calls
      .filter(({ method }) => method === 'sendMessageDraft')
      .map(({ params }) => params.draft_id)
    expect(new Set(ids).size).toBe(1)
    await channel.send('telegram:11', { text: 'Cuti tahunan 12 hari.' })
    now += 2_000
    await show('telegram:11', 'Yang lain')
    expect(
      there(server.calls.findLast(({ method }) => method === 'sendMessageDraft')).params.draft_id,
    ).not.toBe(ids[0])
    expect(server.violations).toEqual([])
  })

  test('is not shown in groups, nor while it is blank', async () => {
    const { server, channel } = await open()
    server.group({ id: -555 })
    const show = there(channel.preview)
    for (const [to, text] of [
      ['telegram:-555', 'Cuti'],
      ['telegram:-555/3', 'Cuti'],
      ['telegram:11', ' \n'],
    ] as const)
      await show(to, text)
    expect(server.calls.filter(({ method }) => method === 'sendMessageDraft')).toEqual([])
  })

  test('falls silent for everybody as long as Telegram asks, and never fails', async () => {
    let now = 10_000
    const { server, channel, sari } = await open({ clock: () => now })
    const budi = server.user({ id: 12 })
    const show = there(channel.preview)
    server.fail('sendMessageDraft', {
      error_code: 429,
      description: 'Too Many Requests: retry after 7',
      parameters: { retry_after: 7 },
    })
    await show('telegram:11', 'a')
    now += 6_999
    await show('telegram:11', 'b')
    await show('telegram:12', 'b')
    now += 1
    await show('telegram:12', 'c')
    server.drop('sendMessageDraft')
    await show('telegram:11', 'd')
    expect([sari.drafts(), budi.drafts()]).toEqual([[], ['c']])
  })

  test('grows while the model writes, and the whole answer follows', async () => {
    const chat = {
      name: 'uji',
      async *stream() {
        const proven = 'PNS berhak atas cuti tahunan selama 12 hari kerja. '
        const proof = '[1: "berhak atas cuti tahunan selama 12 hari kerja"]\n'
        for (const piece of [proven, proof, 'Selebihnya']) yield piece
      },
    }
    const { sari, server } = await open({ chat })
    sari.says('cuti tahunan PNS berapa hari?')
    expect((await sari.waitFor(1)).text).toMatch(/12 hari kerja/)
    expect(sari.drafts()).toEqual([expect.stringMatching(/^PNS berhak/)])
    expect(server.violations).toEqual([])
  })
})
