import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Bot, GrammyError, HttpError, InlineKeyboard, InputFile, Keyboard, webhookCallback } from 'grammy'
import { afterEach, describe, expect, test } from 'vitest'
import { createTelegramServer, type TelegramServer, type TelegramServerOptions } from './telegram-server.ts'

const cleanups: (() => Promise<unknown> | unknown)[] = []

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

async function start(options?: TelegramServerOptions): Promise<TelegramServer> {
  const server = await createTelegramServer(options)
  cleanups.push(() => server.close())
  return server
}

function botFor(server: TelegramServer): Bot {
  return new Bot(server.token, { client: { apiRoot: server.url } })
}

/** Polls until the test ends. */
function polls(bot: Bot): void {
  const running = bot.start()
  cleanups.push(async () => {
    await bot.stop()
    await running
  })
}

function echoBot(server: TelegramServer): Bot {
  const bot = botFor(server)
  bot.command('start', (context) =>
    context.reply('Halo', { reply_markup: new InlineKeyboard().text('Lapor', 'lapor:1') }),
  )
  bot.callbackQuery('lapor:1', async (context) => {
    await context.answerCallbackQuery('Siap')
    await context.editMessageText('<b>Laporan</b> dibuka', { parse_mode: 'HTML' })
  })
  bot.on('message:text', (context) => context.reply(`gema: ${context.message.text}`))
  return bot
}

/** The error code and description a call is refused with. */
async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call
  } catch (error) {
    if (error instanceof GrammyError) return `${error.error_code} ${error.description}`
    throw error
  }
  return 'accepted'
}

describe('a grammY bot that polls', () => {
  test('hears a person, answers, and is pressed', async () => {
    const server = await start()
    const sari = server.user({ id: 11, name: 'Sari' })
    polls(echoBot(server))

    const update = sari.says('/start')
    expect(update.message?.entities).toEqual([{ type: 'bot_command', offset: 0, length: 6 }])
    const hello = await sari.waitFor(1)
    expect(hello.text).toBe('Halo')
    expect(hello.buttons).toEqual([[{ label: 'Lapor', data: 'lapor:1' }]])

    const press = sari.presses('Lapor')
    const edited = await sari.waitFor((message) => message.edits === 1)
    expect(edited).toMatchObject({ text: 'Laporan dibuka', html: '<b>Laporan</b> dibuka', buttons: [] })
    expect(server.answers.get(press.callback_query?.id ?? '')).toEqual({ text: 'Siap', alert: false })
    expect(() => sari.presses('Lapor')).toThrow('no button "Lapor"')

    sari.says('apa kabar')
    expect((await sari.waitFor(2)).text).toBe('gema: apa kabar')
    await server.delivered(press)
    expect(server.unanswered()).toEqual([])
    expect(server.violations).toEqual([])
    expect(server.calls.filter((call) => call.method === 'sendMessage').map((call) => call.outcome)).toEqual([
      'ok',
      'ok',
    ])
  })

  test('stops without a conflict and goes on where it stopped', async () => {
    const server = await start()
    const budi = server.user({ id: 12 })
    const first = echoBot(server)
    const running = first.start()
    const seen = budi.says('satu')
    await budi.waitFor(1)
    await first.stop()
    await running
    await server.delivered(seen)
    budi.says('dua')
    polls(echoBot(server))
    expect((await budi.waitFor(2)).text).toBe('gema: dua')
    expect(server.violations).toEqual([])
  })

  test('gets an update once more where its confirmation was lost', async () => {
    const server = await start()
    const budi = server.user({ id: 12 })
    polls(echoBot(server))
    const update = budi.says('sekali')
    await budi.waitFor(1)
    await server.delivered(update)
    server.redeliver(update)
    expect((await budi.waitFor(2)).text).toBe('gema: sekali')
  })

  test('gets files, contacts and locations as Telegram sends them', async () => {
    const server = await start()
    const sari = server.user({ id: 11, name: 'Sari' })
    const bot = botFor(server)
    bot.on('message:document', async (context) => {
      const { file_path } = await context.getFile()
      const file = await fetch(`${server.url}/file/bot${server.token}/${file_path}`)
      await context.reply(`${context.message.document.file_name}: ${await file.text()}`)
    })
    bot.on('message:photo', (context) =>
      context.reply(`foto ${context.message.photo.length} ${context.message.caption}`),
    )
    bot.on('message:contact', (context) =>
      context.reply(`kontak ${context.message.contact.user_id ?? 'orang lain'}`),
    )
    bot.on('message:location', (context) => context.reply(`lokasi ${context.message.location.latitude}`))
    bot.command('minta', (context) =>
      context.reply('Bagikan', {
        reply_markup: new Keyboard().requestContact('Nomor saya').requestLocation('Lokasi'),
      }),
    )
    bot.on('edited_message:text', (context) => context.reply(`jadi ${context.editedMessage.text}`))
    polls(bot)

    sari.sendsDocument({ name: 'sk.pdf', bytes: 'isi SK' })
    expect((await sari.waitFor(1)).text).toBe('sk.pdf: isi SK')
    sari.sendsPhoto({ caption: 'KTP' })
    expect((await sari.waitFor(2)).text).toBe('foto 3 KTP')
    sari.sharesContact({ own: false })
    expect((await sari.waitFor(3)).text).toBe('kontak orang lain')
    const asked = sari.says('/minta')
    await sari.waitFor(4)
    sari.presses('Nomor saya')
    expect((await sari.waitFor(5)).text).toBe('kontak 11')
    sari.presses('Lokasi')
    expect((await sari.waitFor(6)).text).toBe('lokasi -6.12')
    sari.edits(asked.message?.message_id ?? 0, 'ganti')
    expect((await sari.waitFor(7)).text).toBe('jadi ganti')
    expect(server.violations).toEqual([])
  })

  test('in a group hears what is meant for it, also in topics', async () => {
    const server = await start()
    const [sari, budi] = [server.user({ id: 11 }), server.user({ id: 12 })]
    const group = server.group({ id: -1_001_234_567_890, title: 'BKPSDM', forum: true })
    const topic = group.topic('Cuti')
    polls(echoBot(server))
    group.says(sari, 'makan siang di mana?')
    const said = group.says(budi, 'berapa hari cuti?', { mention: true, topic })
    expect(said.message?.entities).toEqual([{ type: 'mention', offset: 0, length: 13 }])
    const answer = await group.waitFor(1)
    expect(answer).toMatchObject({ text: 'gema: @abdi_uji_bot berapa hari cuti?' })
    group.says(budi, 'lalu?', { replyTo: answer.id })
    expect((await group.waitFor(2)).text).toBe('gema: lalu?')
    const command = group.says(budi, '/lapor@abdi_uji_bot 😀 /x')
    expect(command.message?.entities).toEqual([
      { type: 'bot_command', offset: 0, length: 19 },
      { type: 'bot_command', offset: 23, length: 2 },
    ])
    expect(group.says(budi, '/lapor@bot_lain').update_id).toBe(0)
  })

  test('is told of blocks, posts and anything pushed', async () => {
    const server = await start()
    const sari = server.user({ id: 11 })
    const heard: string[] = []
    const bot = botFor(server)
    bot.on('my_chat_member', (context) => {
      heard.push(context.myChatMember.new_chat_member.status)
    })
    bot.on('channel_post:text', (context) => {
      heard.push(context.channelPost.text)
    })
    bot.on('message', (context) => {
      heard.push(`bot: ${context.from.is_bot}`)
    })
    polls(bot)
    sari.blocks()
    expect(() => sari.says('halo')).toThrow('blocked')
    sari.unblocks()
    server.channel({ id: -1_009_999_999_999 }).posts('pengumuman')
    const last = server.user({ id: 13, isBot: true }).says('saya bot')
    await server.delivered(last)
    expect(heard).toEqual(['kicked', 'member', 'pengumuman', 'bot: true'])
  })
})

describe('getUpdates', () => {
  test('a second poll ends the first, a webhook refuses any', async () => {
    const server = await start()
    const { api } = botFor(server)
    const first = refusal(api.getUpdates({ timeout: 30 }))
    const second = api.getUpdates({ timeout: 30 })
    expect(await first).toBe(
      '409 Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    )
    server.user({ id: 11 }).says('satu')
    expect(await second).toHaveLength(1)
    await api.setWebhook('http://127.0.0.1:9/kosong')
    expect(await refusal(api.getUpdates())).toContain(
      "409 Conflict: can't use getUpdates method while webhook is active",
    )
    await api.deleteWebhook({ drop_pending_updates: true })
    expect(await api.getUpdates()).toEqual([])
  })

  test('confirms by offset, obeys limit and allowed_updates', async () => {
    const server = await start()
    const { api } = botFor(server)
    const sari = server.user({ id: 11 })
    const [one, two, three] = [sari.says('1'), sari.says('2'), sari.says('3')]
    expect(await api.getUpdates({ limit: 2 })).toMatchObject([one, two])
    expect(await api.getUpdates({ offset: two.update_id })).toMatchObject([two, three])
    expect(await api.getUpdates({ offset: -1 })).toMatchObject([three])
    await api.getUpdates({ offset: three.update_id + 1, allowed_updates: ['callback_query'] })
    sari.says('4')
    expect(await api.getUpdates()).toEqual([])
    expect(server.pending()).toEqual([])
  })
})

describe('a webhook', () => {
  test('gets the secret, one update of a chat after the other, again after an error', async () => {
    const server = await start({ webhookRetryMs: 1 })
    const [sari, budi] = [server.user({ id: 11 }), server.user({ id: 12 })]
    const bot = botFor(server)
    const heard: string[] = []
    let failures = 2
    bot.on('message:text', async (context) => {
      if (context.message.text === 'b' && failures-- > 0) throw new Error('belum')
      heard.push(`${context.from.id} ${context.message.text}`)
      await context.reply('ya')
    })
    const handle = webhookCallback(bot, 'http', { secretToken: 'rahasia-1' })
    const http = createServer((incoming, outgoing) => {
      handle(incoming, outgoing).catch(() => outgoing.writeHead(500).end())
    })
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
    cleanups.push(() => new Promise((resolve) => http.close(resolve)))
    const { port } = http.address() as AddressInfo // a TCP server's address is always one

    const waiting = sari.says('a')
    await bot.api.setWebhook(`http://127.0.0.1:${port}/telegram`, { secret_token: 'rahasia-1' })
    await server.delivered(waiting)
    sari.says('b')
    const last = sari.says('c')
    await server.delivered(budi.says('d'))
    await server.delivered(last)
    expect(sari.received()).toHaveLength(3)
    expect(heard.filter((line) => line.startsWith('11'))).toEqual(['11 a', '11 b', '11 c'])
    expect(heard).toContain('12 d')
    const info = await bot.api.getWebhookInfo()
    expect(info).toMatchObject({
      pending_update_count: 0,
      last_error_message: expect.stringContaining('500'),
    })
    expect(server.violations).toEqual([])
  })

  test('may answer with a call of its own', async () => {
    const server = await start()
    const sari = server.user({ id: 11 })
    const bodies: string[] = []
    const http = createServer(async (incoming, outgoing) => {
      for await (const chunk of incoming) bodies.push(String(chunk))
      const method = bodies.length === 1 ? 'sendMessage' : 'sendDice'
      outgoing.setHeader('content-type', 'application/json')
      outgoing.end(JSON.stringify({ method, chat_id: 11, text: 'langsung' }))
    })
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
    cleanups.push(() => new Promise((resolve) => http.close(resolve)))
    const { port } = http.address() as AddressInfo // a TCP server's address is always one
    await botFor(server).api.setWebhook(`http://127.0.0.1:${port}/x`)
    await server.delivered(sari.says('a'))
    await server.delivered(sari.says('b'))
    expect(sari.received().map(({ text }) => text)).toEqual(['langsung'])
    expect(server.violations).toMatchObject([{ method: 'sendDice', error_code: 404 }])
  })

  test('refuses a bad address and a bad secret', async () => {
    const { api } = botFor(await start())
    expect(await refusal(api.setWebhook('http://contoh.go.id/x'))).toBe(
      '400 Bad Request: bad webhook: An HTTPS URL must be provided for webhook',
    )
    expect(await refusal(api.setWebhook('http://127.0.0.1:9/x', { secret_token: 'a b' }))).toBe(
      '400 Bad Request: secret token contains unallowed characters',
    )
  })
})

describe('refusals', () => {
  test('of token, method and chat', async () => {
    const server = await start()
    const { api } = botFor(server)
    const stranger = new Bot('1:salah', { client: { apiRoot: server.url } })
    expect(await refusal(stranger.api.getMe())).toBe('401 Unauthorized')
    expect(await refusal(api.sendDice(1, '🎲'))).toBe('404 Not Found: method not found')
    expect(await refusal(api.sendMessage(404, 'halo'))).toBe('400 Bad Request: chat not found')
    server.user({ id: 11 }).blocks()
    server.user({ id: 12 }).deactivates()
    server.user({ id: 13, started: false })
    expect(await refusal(api.sendMessage(11, 'halo'))).toBe('403 Forbidden: bot was blocked by the user')
    expect(await refusal(api.sendMessage(12, 'halo'))).toBe('403 Forbidden: user is deactivated')
    expect(await refusal(api.sendMessage(13, 'halo'))).toBe(
      "403 Forbidden: bot can't initiate conversation with a user",
    )
    expect(server.violations.map((violation) => violation.error_code)).toEqual([401, 404, 400, 403, 403, 403])
  })

  test('of a group that became a supergroup, with its new id', async () => {
    const server = await start()
    const { api } = botFor(server)
    const group = server.group({ id: -500 })
    await api.sendMessage(group.id, 'dulu')
    const upgraded = group.upgrades(-1_000_000_000_500)
    const error = await api.sendMessage(-500, 'halo').catch((caught: unknown) => caught)
    expect(error).toMatchObject({
      error_code: 400,
      description: 'Bad Request: group chat was upgraded to a supergroup chat',
      parameters: { migrate_to_chat_id: -1_000_000_000_500 },
    })
    await api.sendMessage(-1_000_000_000_500, 'kini')
    expect(upgraded.received().map(({ text }) => text)).toEqual(['kini'])
    expect(await refusal(api.raw.sendMessageDraft({ chat_id: upgraded.id, draft_id: 1, text: 'x' }))).toBe(
      '400 Bad Request: TEXTDRAFT_PEER_INVALID',
    )
  })

  test.each([
    ['<x>a</x>', 'Unsupported start tag "x" at byte offset 0'],
    ['é<br/>', 'Unsupported start tag "br/" at byte offset 2'],
    ['a</b>', 'Unexpected end tag at byte offset 1'],
    ['<b>a', 'Can\'t find end tag corresponding to start tag "b"'],
    ['<b><i>test</b></i>', 'Unmatched end tag at byte offset 10, expected "</i>", found "</b>"'],
    ['1 < 2', 'Unsupported start tag "" at byte offset 2'],
    ['a <b', 'Unclosed start tag at byte offset 2'],
    ['<span>a</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
    ['<tg-emoji emoji-id="9999999999999999999">x</tg-emoji>', 'Invalid custom emoji identifier specified'],
  ])('of the HTML %s', async (html, problem) => {
    const server = await start()
    server.user({ id: 11 })
    const sent = refusal(botFor(server).api.sendMessage(11, html, { parse_mode: 'HTML' }))
    expect(await sent).toBe(`400 Bad Request: can't parse entities: ${problem}`)
  })

  test('of texts that are empty, long or no UTF-8', async () => {
    const server = await start()
    server.user({ id: 11 })
    const { api } = botFor(server)
    const html = { parse_mode: 'HTML' } as const
    expect(await refusal(api.sendMessage(11, ''))).toBe('400 Bad Request: message text is empty')
    expect(await refusal(api.sendMessage(11, ' \n'))).toBe('400 Bad Request: text must be non-empty')
    expect(await refusal(api.sendMessage(11, '<b></b>', html))).toBe(
      '400 Bad Request: text must be non-empty',
    )
    expect(await refusal(api.sendMessage(11, '😀'.repeat(2048)))).toBe('accepted')
    expect(await refusal(api.sendMessage(11, `${'😀'.repeat(2048)}a`))).toBe(
      '400 Bad Request: message is too long',
    )
    expect(await refusal(api.sendMessage(11, '<b>&amp;</b>'.repeat(4096), html))).toBe('accepted')
    expect(await refusal(api.sendMessage(11, 'a\ud83d'))).toBe(
      '400 Bad Request: strings must be encoded in UTF-8',
    )
    const photo = new InputFile(new TextEncoder().encode('x'), 'x.jpg')
    expect(await refusal(api.sendPhoto(11, photo, { caption: 'a'.repeat(1025) }))).toBe(
      '400 Bad Request: message caption is too long',
    )
  })

  test.each([
    [{ text: 'a', callback_data: 'x'.repeat(65) }, 'BUTTON_DATA_INVALID'],
    [{ text: 'a', callback_data: 'é'.repeat(33) }, 'BUTTON_DATA_INVALID'],
    [
      { text: 'a', callback_data: '' },
      "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ],
    [{ text: '', callback_data: 'x' }, 'inline keyboard button text must be non-empty'],
    [
      { text: 'a', url: 'http://localhost:3000/' },
      "inline keyboard button URL 'http://localhost:3000/' is invalid: Wrong HTTP URL",
    ],
    [
      { text: 'a', web_app: { url: 'http://a.id' } },
      "inline keyboard button Web App URL 'http://a.id' is invalid: Only HTTPS links are allowed",
    ],
  ])('of the button %j', async (button, problem) => {
    const server = await start()
    server.user({ id: 11 })
    const { api } = botFor(server)
    const sent = refusal(api.sendMessage(11, 'pilih', { reply_markup: { inline_keyboard: [[button]] } }))
    expect(await sent).toBe(`400 Bad Request: ${problem}`)
  })

  test('of more than 100 buttons and a contact key in a group', async () => {
    const server = await start()
    server.user({ id: 11 })
    server.group({ id: -5 })
    const { api } = botFor(server)
    const rows = Array.from({ length: 101 }, (_, index) => [{ text: `${index}`, callback_data: `${index}` }])
    expect(await refusal(api.sendMessage(11, 'pilih', { reply_markup: { inline_keyboard: rows } }))).toBe(
      '400 Bad Request: reply markup is too long',
    )
    expect(
      await refusal(api.sendMessage(-5, 'nomor', { reply_markup: new Keyboard().requestContact('Nomor') })),
    ).toBe('400 Bad Request: phone number can be requested in private chats only')
  })

  test('of edits that change nothing, unknown messages, threads and late answers', async () => {
    let now = 0
    const server = await start({ now: () => now })
    const sari = server.user({ id: 11 })
    const { api } = botFor(server)
    const keyboard = new InlineKeyboard().text('Ya', 'ya')
    const { message_id } = await api.sendMessage(11, '<b>satu</b>', {
      parse_mode: 'HTML',
      reply_markup: keyboard,
    })
    const again = api.editMessageText(11, message_id, '<b>satu</b>', {
      parse_mode: 'HTML',
      reply_markup: keyboard,
    })
    expect(await refusal(again)).toContain(
      '400 Bad Request: message is not modified: specified new message content',
    )
    await api.editMessageText(11, message_id, 'satu', { reply_markup: keyboard })
    expect(await refusal(api.editMessageText(11, 99, 'dua'))).toBe(
      '400 Bad Request: message to edit not found',
    )
    expect(await refusal(api.deleteMessage(11, 99))).toBe('400 Bad Request: message to delete not found')
    expect(await refusal(api.sendMessage(11, 'a', { message_thread_id: 7 }))).toBe(
      '400 Bad Request: message thread not found',
    )
    expect(await refusal(api.sendMessage(11, 'a', { reply_parameters: { message_id: 99 } }))).toBe(
      '400 Bad Request: message to be replied not found',
    )
    const query = sari.presses({ data: 'ya' }).callback_query?.id ?? ''
    now += 15_001
    const late = '400 Bad Request: query is too old and response timeout expired or query ID is invalid'
    expect(await refusal(api.answerCallbackQuery(query))).toBe(late)
    expect(await refusal(api.answerCallbackQuery('1'))).toBe(late)
    expect(server.unanswered()).toEqual([query])
    await api.deleteMessage(11, message_id)
    expect(sari.received()).toEqual([])
  })

  test('of commands that Telegram does not take', async () => {
    const { api } = botFor(await start())
    expect(await refusal(api.setMyCommands([{ command: 'Lapor', description: 'x' }]))).toBe(
      '400 Bad Request: BOT_COMMAND_INVALID',
    )
    const commands = [{ command: 'lapor', description: 'Sampaikan laporan' }]
    await api.setMyCommands(commands, { scope: { type: 'all_private_chats' } })
    expect(await api.getMyCommands({ scope: { type: 'all_private_chats' } })).toEqual(commands)
    expect(await api.getMyCommands()).toEqual([])
  })
})

describe('what people see', () => {
  test('is the text without its markup, with entities in UTF-16 units', async () => {
    const server = await start()
    const sari = server.user({ id: 11 })
    const { api } = botFor(server)
    const html =
      '😀 <b>tebal <i>miring</i></b> &lt;5 <a href="https://a.go.id/x?a=1&amp;b=2">tautan</a>\n<pre><code class="language-ts">x</code></pre><blockquote expandable>kutip</blockquote> &nbsp;\n'
    const message = await api.sendMessage(11, html, { parse_mode: 'HTML' })
    expect(message.text).toBe('😀 tebal miring <5 tautan\nxkutip &nbsp;')
    expect(message.entities).toEqual([
      { type: 'bold', offset: 3, length: 12 },
      { type: 'italic', offset: 9, length: 6 },
      { type: 'text_link', offset: 19, length: 6, url: 'https://a.go.id/x?a=1&b=2' },
      { type: 'pre', offset: 26, length: 1, language: 'ts' },
      { type: 'expandable_blockquote', offset: 27, length: 5 },
    ])
    expect(sari.received()[0]?.html).toBe(html)
    expect(server.violations).toMatchObject([
      { error_code: 0, description: 'people see &nbsp; as it is written' },
    ])
  })

  test('are files, drafts and rich messages', async () => {
    const server = await start()
    const sari = server.user({ id: 11 })
    const { api } = botFor(server)
    const bytes = new TextEncoder().encode('a,b\r\n1,2\r\n')
    const sent = await api.sendDocument(11, new InputFile(bytes, 'rekap bulan.csv'), {
      caption: '<i>Rekap</i>',
      parse_mode: 'HTML',
    })
    await api.sendDocument(11, sent.document.file_id)
    expect(sari.received()[0]).toMatchObject({ text: 'Rekap', file: { name: 'rekap bulan.csv', bytes } })
    expect(sari.received()[1]?.file?.bytes).toEqual(bytes)
    await api.raw.sendMessageDraft({ chat_id: 11, draft_id: 1, text: 'Menurut' })
    await api.raw.sendRichMessageDraft({
      chat_id: 11,
      draft_id: 1,
      rich_message: { markdown: 'Menurut **UU**' },
    })
    expect(sari.drafts()).toEqual(['Menurut', 'Menurut **UU**'])
    const rich = '<h1>Cuti</h1><table><tr><td>Tahunan</td><td>12</td></tr></table>'
    await api.raw.sendRichMessage({ chat_id: 11, rich_message: { html: rich } })
    expect((await sari.waitFor(3)).text).toContain('Cuti')
    const long = api.raw.sendRichMessage({ chat_id: 11, rich_message: { markdown: 'a'.repeat(32_769) } })
    expect(await refusal(long)).toBe('400 Bad Request: RICH_MESSAGE_TEXT_TOO_LONG')
  })

  test('a press from an outdated screen still arrives', async () => {
    const server = await start()
    const sari = server.user({ id: 11 })
    const update = sari.presses({ data: 'lama', messageId: 77 })
    expect(update.callback_query).toMatchObject({ data: 'lama', message: { message_id: 77, date: 0 } })
  })

  test('a wait that fails tells what was there', async () => {
    const server = await start()
    const sari = server.user({ id: 11 })
    const { api } = botFor(server)
    await api.sendMessage(11, 'satu')
    await refusal(api.sendMessage(11, ''))
    await expect(sari.waitFor(2, 1)).rejects.toThrow(
      /message 2 did not come[\s\S]*"satu"[\s\S]*message text is empty/,
    )
  })
})

describe('bodies', () => {
  test('may be urlencoded or a query, and must be UTF-8', async () => {
    const server = await start()
    const sari = server.user({ id: 11 })
    const method = `${server.url}/bot${server.token}/SENDMESSAGE`
    const reply_markup = JSON.stringify({ inline_keyboard: [[{ text: 'Ya', callback_data: 'y' }]] })
    await fetch(method, {
      method: 'POST',
      body: new URLSearchParams({ chat_id: '11', text: 'a', reply_markup }),
    })
    await fetch(`${method}?chat_id=11&text=b`)
    expect(sari.received()).toMatchObject([{ text: 'a', buttons: [[{ label: 'Ya' }]] }, { text: 'b' }])
    const body = Buffer.concat([
      Buffer.from('{"chat_id":11,"text":"'),
      Buffer.from([0xff]),
      Buffer.from('"}'),
    ])
    const answer = await fetch(method, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
    expect(answer.status).toBe(400)
    expect(await answer.json()).toEqual({
      ok: false,
      error_code: 400,
      description: 'Bad Request: strings must be encoded in UTF-8',
    })
  })
})

describe('limits', () => {
  test('answer 429 with the seconds to wait, per chat, group and overall', async () => {
    let now = 0
    const limits = {
      perChat: { perSecond: 1, burst: 2 },
      perGroup: { perMinute: 20, burst: 3 },
      overall: { perSecond: 30, burst: 8 },
    }
    const server = await start({ now: () => now, limits })
    const { api } = botFor(server)
    server.group({ id: -5 })
    for (const id of [11, 12, 13, 14]) server.user({ id })
    await api.sendMessage(11, '1')
    await api.sendMessage(11, '2')
    const error = await api.sendMessage(11, '3').catch((caught: unknown) => caught)
    expect(error).toMatchObject({
      error_code: 429,
      description: 'Too Many Requests: retry after 1',
      parameters: { retry_after: 1 },
    })
    now += 500
    expect(await refusal(api.sendMessage(11, '3'))).toContain('429')
    expect(server.violations.at(-2)?.description).toBe('sent again before retry_after was over')
    now += 1000
    await api.sendMessage(11, '3')
    await api.sendMessage(-5, '1')
    now += 1000
    await api.sendMessage(-5, '2')
    now += 1000
    await api.sendMessage(-5, '3')
    now += 1000
    expect(await refusal(api.sendMessage(-5, '4'))).toBe('accepted')
    expect(await refusal(api.sendMessage(-5, '5'))).toBe('429 Too Many Requests: retry after 3')
    now += 10_000
    for (const id of [12, 13, 14]) for (const text of ['1', '2']) await api.sendMessage(id, text)
    await api.sendMessage(11, '4')
    await api.sendMessage(11, '5')
    expect(await refusal(api.sendMessage(-5, '6'))).toBe('429 Too Many Requests: retry after 1')
    expect(server.tooManyRequests).toBe(4)
  })
})

describe('drafts', () => {
  test('are limited in each chat, and count as messages', async () => {
    let now = 0
    const limits = {
      perChat: { perSecond: 100, burst: 100 },
      perGroup: { perMinute: 20, burst: 20 },
      overall: { perSecond: 1, burst: 4 },
      drafts: [{ within: 5_000, most: 3 }],
    }
    const server = await start({ now: () => now, limits })
    for (const id of [11, 12]) server.user({ id })
    const { api } = botFor(server)
    for (const text of ['a', 'b', 'c']) await api.sendMessageDraft(11, 1, text)
    now += 1_000
    expect(await refusal(api.sendMessageDraft(11, 1, 'd'))).toBe('429 Too Many Requests: retry after 4')
    await api.sendMessage(11, 'penuh')
    await api.sendMessageDraft(12, 1, 'a')
    expect(await refusal(api.sendMessage(12, 'b'))).toBe('429 Too Many Requests: retry after 1')
  })
})

describe('menus', () => {
  test('are those of the narrowest scope that is set, first in the language of the reader', async () => {
    const server = await start()
    server.user({ id: 11 })
    server.group({ id: -5 })
    const { api } = botFor(server)
    const list = (command: string) => [{ command, description: 'x' }]
    const shown = (chat: number, language?: string) => server.menu(chat, language)[0]?.command
    await api.setMyCommands(list('semua'))
    expect([shown(11), shown(-5)]).toEqual(['semua', 'semua'])
    await api.setMyCommands(list('pribadi'), { scope: { type: 'all_private_chats' } })
    await api.setMyCommands(list('private'), { scope: { type: 'all_private_chats' }, language_code: 'en' })
    await api.setMyCommands(list('grup'), { scope: { type: 'all_group_chats' } })
    expect([shown(11), shown(11, 'en'), shown(11, 'id'), shown(-5)]).toEqual([
      'pribadi',
      'private',
      'pribadi',
      'grup',
    ])
    await api.setMyCommands(list('petugas'), { scope: { type: 'chat', chat_id: 11 } })
    expect([shown(11, 'en'), shown(12)]).toEqual(['petugas', 'pribadi'])
    await api.deleteMyCommands({ scope: { type: 'chat', chat_id: 11 } })
    expect(shown(11)).toBe('pribadi')
    const refused = (scope: object, other = {}) =>
      refusal(api.setMyCommands([], { scope: scope as never, ...other }))
    expect(await refused({ type: 'chat', chat_id: 99 })).toMatch(/chat not found/)
    expect(await refused({ type: 'semua' })).toMatch(/unsupported type/)
    expect(await refused({ type: 'default' }, { language_code: 'indonesia' })).toMatch(/language code/)
  })
})

describe('topics', () => {
  test('that are closed are refused alone', async () => {
    const server = await start()
    const group = server.group({ id: -1_001_234_567_890, forum: true })
    const topic = group.topic('Cuti')
    const { api } = botFor(server)
    group.closes(topic)
    expect(await refusal(api.sendMessage(group.id, 'x', { message_thread_id: topic }))).toMatch(
      /TOPIC_CLOSED/,
    )
    await api.sendMessage(group.id, 'x')
    group.closes()
    expect(await refusal(api.sendMessage(group.id, 'x'))).toMatch(/TOPIC_CLOSED/)
    expect(await refusal(api.sendMessage(group.id, 'x', { message_thread_id: 1 }))).toMatch(
      /thread not found/,
    )
  })
})

describe('faults', () => {
  test('are ordered by method or by call, and are no violations', async () => {
    const server = await start()
    const sari = server.user({ id: 11 })
    const { api } = botFor(server)
    server.fail('sendMessage', { error_code: 502, description: 'Bad Gateway' }, 2)
    server.drop(({ params }) => params.text === 'putus')
    server.drop(({ params }) => params.text === 'sampai', { after: true })
    expect(await refusal(api.sendMessage(11, 'a'))).toBe('502 Bad Gateway')
    expect(await refusal(api.sendMessage(11, 'a'))).toBe('502 Bad Gateway')
    await expect(api.sendMessage(11, 'putus')).rejects.toThrow(HttpError)
    await expect(api.sendMessage(11, 'sampai')).rejects.toThrow(HttpError)
    server.hang('sendMessage')
    const hanging = expect(api.sendMessage(11, 'gantung')).rejects.toThrow(HttpError)
    expect((await server.called((call) => call.params.text === 'gantung')).outcome).toBe('hung')
    server.delay(5)
    await api.sendMessage(11, 'b')
    expect(sari.received().map(({ text }) => text)).toEqual(['sampai', 'b'])
    expect(server.calls.map(({ outcome }) => outcome)).toEqual([
      'injected',
      'injected',
      'dropped',
      'dropped',
      'hung',
      'ok',
    ])
    expect(server.calls.at(-1)?.ms).toBeGreaterThanOrEqual(4)
    expect(server.violations).toEqual([])
    await server.close()
    await hanging
  })

  test('at random repeat with their seed', async () => {
    const outcomes = []
    for (const seed of [7, 7, 8]) {
      const server = await start()
      server.user({ id: 11 })
      server.chaos({ seed, tooMany: 0.2, serverError: 0.2, dropBefore: 0.1, dropAfter: 0.1 })
      const { api } = botFor(server)
      for (let count = 0; count < 30; count++) await api.sendMessage(11, `${count}`).catch(() => 'lost')
      outcomes.push(server.calls.map(({ outcome }) => outcome).join())
    }
    expect(outcomes[0]).toBe(outcomes[1])
    expect(outcomes[0]).not.toBe(outcomes[2])
    expect(new Set(outcomes[0]?.split(','))).toEqual(new Set(['ok', 'injected', 'dropped']))
  })

  test('an abandoned poll frees the place for the next', async () => {
    const server = await start()
    const poll = request(`${server.url}/bot${server.token}/getUpdates?timeout=30`)
    poll.on('error', () => undefined)
    poll.end()
    const { api } = botFor(server)
    await api.getMe()
    poll.destroy()
    const next = api.getUpdates({ timeout: 30 })
    server.user({ id: 11 }).says('halo')
    expect(await next).toHaveLength(1)
    expect(server.violations).toEqual([])
  })
})
