import { describe, expect, test } from 'vitest'
import type { KeptFile, Outgoing } from '../../src/chat/message.ts'
import { Unreachable, Unreadable } from '../../src/errors.ts'
import type { Person } from '../support/telegram-server.ts'
import { type StageOptions, type TelegramStage, telegramStage, there } from './telegram-stage.ts'

const GROUP = -1_001_234_567_890
const TABLE =
  'Sanksinya:\n\n| Pelanggaran | Sanksi |\n|---|---|\n| Tidak masuk kerja 3 hari | Teguran **lisan** |\n| Tidak masuk kerja 4–6 hari | Teguran tertulis |'

async function open(options: StageOptions = {}): Promise<TelegramStage & { readonly sari: Person }> {
  const stage = await telegramStage(options)
  await stage.start()
  return Object.assign(stage, { sari: stage.server.user({ id: 11, name: 'Sari' }) })
}

/** Says something in Sari's chat by way of the mailbox, in the pieces Telegram takes. */
async function say({ bot, channel }: TelegramStage, message: Outgoing, key = 'satu'): Promise<void> {
  await bot.mailbox.say('telegram:11', channel.split(message), key)
  await bot.advance('telegram:11')
}

describe('a table that is too wide for a phone', () => {
  test('is sent as a rich message, with its buttons', async () => {
    const stage = await open()
    await say(stage, { text: TABLE, choices: [{ label: 'Ya', value: 'nilai:up:1' }] })
    const { rich, text, buttons } = await stage.sari.waitFor(1)
    expect(rich).toMatchObject({ html: expect.stringContaining('<td>Teguran <b>lisan</b></td>') })
    expect(text).toMatch(/Tidak masuk kerja 4–6 hari/)
    expect(buttons.flat()).toMatchObject([{ label: 'Ya' }])
    expect(stage.server.violations).toEqual([])
  })

  test('arrives as words where Telegram refuses it, and is tried again with the next', async () => {
    const stage = await open()
    stage.server.fail('sendRichMessage', {
      error_code: 400,
      description: 'Bad Request: RICH_MESSAGE_INVALID',
    })
    await say(stage, { text: TABLE, choices: [{ label: 'Ya', value: 'nilai:up:1' }] })
    const words = await stage.sari.waitFor(1)
    expect(words).toMatchObject({
      html: expect.stringContaining('Sanksi: Teguran <b>lisan'),
    })
    expect(words.text).toContain('Pelanggaran: Tidak masuk kerja 3 hari\nSanksi: Teguran lisan')
    await say(stage, { text: TABLE }, 'dua')
    expect((await stage.sari.waitFor(2)).rich).toBeDefined()
  })

  test('is not tried again where the Bot API does not know rich messages', async () => {
    const stage = await open()
    stage.server.fail('sendRichMessage', { error_code: 404, description: 'Not Found: method not found' }, 9)
    await say(stage, { text: TABLE })
    await say(stage, { text: TABLE }, 'dua')
    expect(stage.sari.received().map(({ rich }) => rich)).toEqual([undefined, undefined])
    expect(stage.server.calls.filter(({ method }) => method === 'sendRichMessage')).toHaveLength(1)
  })

  test('waits as long as Telegram asks', async () => {
    const stage = await open()
    const description = 'Too Many Requests: retry after 60'
    stage.server.fail('sendRichMessage', { error_code: 429, description, parameters: { retry_after: 60 } })
    await say(stage, { text: TABLE })
    expect(await stage.postponed('telegram:11')).toBeGreaterThan(50)
    await stage.timePasses('telegram:11')
    expect(stage.sari.received()).toHaveLength(1)
  })
})

test('the whole of a pasal opens out of a quote', async () => {
  const { server, sari } = await open()
  sari.says('bolos 5 hari kena sanksi apa?')
  await sari.waitFor(1)
  sari.presses('Lihat pasal lengkap')
  const { html, rich } = await sari.waitFor(2)
  expect(html).toMatch(
    /<b>Pasal 9[^<]*<\/b>\n<blockquote expandable>[\s\S]+teguran lisan[\s\S]+<\/blockquote>/,
  )
  expect(rich).toBeUndefined()
  expect(server.violations).toEqual([])
})

describe('a file', () => {
  const bytes = new TextEncoder().encode('isi')
  const kept = (mime: string, more: Partial<KeptFile> = {}): KeptFile => ({
    hash: 'abc',
    name: 'surat_edaran.pdf',
    mime,
    size: bytes.length,
    ...more,
  })
  const files = { files: { read: async () => bytes } }
  const CHOICES = [{ label: 'Ya', value: 'nilai:up:1' }]

  test.each([
    ['image/jpeg', 'photo'],
    ['image/png', 'photo'],
    ['application/pdf', 'document'],
    ['image/svg+xml', 'document'],
  ])('of the kind %s comes as a %s, its words and buttons under it', async (mime, kind) => {
    const stage = await open({ channel: files })
    await say(stage, { text: '**Surat** edaran', file: kept(mime), choices: CHOICES })
    const seen = await stage.sari.waitFor(1)
    expect(seen).toMatchObject({ text: 'Surat edaran', file: { kind, name: 'surat_edaran.pdf' } })
    expect(there(seen.file).bytes).toEqual(bytes)
    expect(seen.buttons.flat()).toMatchObject([{ label: 'Ya' }])
    expect(stage.sari.received()).toHaveLength(1)
    expect(stage.server.violations).toEqual([])
  })

  test('with more words than fit under it comes first, the words and buttons after it', async () => {
    const stage = await open({ channel: files })
    await say(stage, { text: 'kata '.repeat(1_000), file: kept('image/jpeg'), choices: CHOICES })
    const [first, ...rest] = stage.sari.received()
    expect(first).toMatchObject({ text: '', file: { kind: 'photo' }, buttons: [] })
    expect(
      rest
        .map(({ text }) => text)
        .join(' ')
        .split(/\s+/),
    ).toHaveLength(1_000)
    expect(rest.at(-1)?.buttons.flat()).toHaveLength(1)
    expect(stage.server.violations).toEqual([])
  })

  test('that Telegram refuses as a photo comes as a document', async () => {
    const stage = await open({ channel: files })
    stage.server.fail('sendPhoto', { error_code: 400, description: 'Bad Request: PHOTO_INVALID_DIMENSIONS' })
    await say(stage, { text: 'Foto', file: kept('image/jpeg') })
    expect((await stage.sari.waitFor(1)).file?.kind).toBe('document')
  })

  test.each([
    ['is gone', { files: { read: () => Promise.reject(new Unreadable('gone')) } }, {}],
    ['is too large', files, { size: 51 * 1024 * 1024 }],
    ['is empty', { files: { read: async () => new Uint8Array() } }, {}],
    ['has no place to come from', {}, {}],
  ])('that %s is told in a sentence, its words and buttons are not lost', async (_, channel, more) => {
    const stage = await open({ channel })
    await say(stage, { text: 'Ini **suratnya**.', file: kept('application/pdf', more), choices: CHOICES })
    const { text, html, buttons, file } = await stage.sari.waitFor(1)
    expect(text).toMatch(/^Berkas surat_edaran\.pdf tidak bisa saya kirim.+\n\nIni suratnya\.$/)
    expect([html.includes('<b>suratnya</b>'), buttons.flat().length, file]).toEqual([true, 1, undefined])
  })

  test('that Telegram refuses in every way is told in a sentence too', async () => {
    const stage = await open({ channel: files })
    stage.server.fail(
      ({ method }) => /^send(Photo|Document)$/.test(method),
      { error_code: 413, description: 'Request Entity Too Large' },
      2,
    )
    await say(stage, { text: '', file: kept('image/png') })
    expect((await stage.sari.waitFor(1)).text).toMatch(/^Berkas surat_edaran\.pdf tidak bisa/)
  })

  test('that cannot be read for now comes later', async () => {
    let away = true
    const read = async () => (away ? Promise.reject(new Error('the disk is away')) : bytes)
    const stage = await open({ channel: { files: { read } } })
    await say(stage, { text: 'Surat', file: kept('application/pdf') })
    await stage.postponed('telegram:11')
    away = false
    await stage.timePasses('telegram:11')
    expect(stage.sari.received()).toMatchObject([{ text: 'Surat', file: { kind: 'document' } }])
  })
})

describe('a keyboard that shares a number or place', () => {
  const ask: Outgoing = { text: 'Nomornya?', request: 'contact', choices: [{ label: 'Lewati', value: 'x' }] }

  test('is put away with the next message', async () => {
    const stage = await open()
    await say(stage, ask)
    await say(stage, { text: 'Terima kasih.' }, 'dua')
    await say(stage, { text: 'Lagi.' }, 'tiga')
    expect(
      stage.sari.received().map(({ keyboard, removesKeyboard }) => [keyboard !== undefined, removesKeyboard]),
    ).toEqual([
      [true, false],
      [false, true],
      [false, false],
    ])
  })

  test('is put away also where the next message has buttons, and leaves nothing behind', async () => {
    const stage = await open()
    await say(stage, ask)
    await say(stage, { text: 'Sudah benar?', choices: [{ label: 'Kirim', value: 'a!send' }] }, 'dua')
    expect(stage.sari.received().map(({ text }) => text)).toEqual(['Nomornya?', 'Sudah benar?'])
    expect(stage.sari.received()[1]?.buttons.flat()).toHaveLength(1)
    const away = stage.server.calls.filter(({ params }) =>
      JSON.stringify(params.reply_markup ?? '').includes('remove_keyboard'),
    )
    expect(away).toHaveLength(1)
    expect(stage.server.violations).toEqual([])
  })

  test('is put away also by the bot that comes after a restart', async () => {
    const stage = await open()
    await say(stage, ask)
    await stage.stop()
    await stage.start()
    stage.sari.presses('📱 Bagikan nomor saya')
    await stage.sari.waitFor(2)
    expect(
      stage.server.calls.some(({ params }) =>
        JSON.stringify(params.reply_markup ?? '').includes('remove_keyboard'),
      ),
    ).toBe(true)
    expect(stage.server.violations).toEqual([])
  })

  test('stays away from groups, where Telegram has none: the buttons come under the message', async () => {
    const { server, channel } = await open()
    const group = server.group({ id: GROUP })
    await channel.send(`telegram:${GROUP}`, ask)
    expect(group.received()).toMatchObject([{ buttons: [[{ label: 'Lewati' }]] }])
    expect(group.received()[0]?.keyboard).toBeUndefined()
    expect(server.violations).toEqual([])
  })
})

describe('a topic', () => {
  test('that is closed can no longer be written to, the others and the group can', async () => {
    const { server, channel } = await open()
    const group = server.group({ id: GROUP, forum: true })
    const [leave, pension] = [group.topic('Cuti'), group.topic('Pensiun')]
    group.closes(leave)
    await expect(channel.send(`telegram:${GROUP}/${leave}`, { text: 'Halo' })).rejects.toThrow(Unreachable)
    await channel.send(`telegram:${GROUP}/${pension}`, { text: 'Pensiun' })
    await channel.send(`telegram:${GROUP}`, { text: 'Umum' })
    expect(group.received().map(({ text, thread }) => [text, thread])).toEqual([
      ['Pensiun', pension],
      ['Umum', undefined],
    ])
  })

  test('that is closed is marked alone', async () => {
    const { bot, server, sari, unreachable } = await open()
    const group = server.group({ id: GROUP, forum: true })
    const leave = group.topic('Cuti')
    group.says(sari, '/bantuan', { topic: leave })
    group.says(sari, '/bantuan')
    await group.waitFor(2)
    group.closes(leave)
    await bot.mailbox.say(`telegram:${GROUP}/${leave}`, [{ text: 'Halo' }], 'tutup')
    await bot.advance(`telegram:${GROUP}/${leave}`)
    expect(await unreachable(`telegram:${GROUP}/${leave}`)).toMatch(/TOPIC_CLOSED/)
    expect(await unreachable(`telegram:${GROUP}`)).toBeNull()
  })

  test('of everybody is the group itself, whatever number Telegram gives it', async () => {
    const { server, sari } = await open()
    const group = server.group({ id: GROUP, forum: true })
    const { message } = group.says(sari, '/bantuan')
    await group.waitFor(1)
    server.push({
      message: { ...there(message), message_id: 99, message_thread_id: 1, is_topic_message: true } as never,
    })
    expect((await group.waitFor(2)).thread).toBeUndefined()
    expect(server.violations).toEqual([])
  })
})

describe('what comes in', () => {
  test('as an album is a message for each photo, the words under the first', async () => {
    const { database, sari } = await open()
    sari.sendsAlbum(3, 'bolos 5 hari kena sanksi apa?')
    expect((await sari.waitFor(1)).text).toMatch(/Pasal 9/)
    await sari.waitFor(3)
    const rows = await database.query<{ caption: string | null; ref: string }>(
      `select content->>'caption' as caption, content->>'ref' as ref from message where direction = 'in' order by id`,
    )
    expect(rows.map(({ caption }) => caption)).toEqual(['bolos 5 hari kena sanksi apa?', null, null])
    expect(new Set(rows.map(({ ref }) => ref)).size).toBe(3)
  })

  test('forwarded is what somebody else wrote: a question is answered, a number vouches for nothing', async () => {
    const { database, sari } = await open()
    sari.forwards({ text: 'bolos 5 hari kena sanksi apa?' })
    expect((await sari.waitFor(1)).text).toMatch(/Pasal 9/)
    sari.forwards({ phone: '+628111', userId: 11 })
    await sari.waitFor(2)
    const rows = await database.query(`select content from message where content->>'kind' = 'contact'`)
    expect(rows).toEqual([{ content: { kind: 'contact', phone: '+628111', own: false } }])
  })

  test('from an anonymous administrator is answered like anybody in the group', async () => {
    const { server } = await open()
    const group = server.group({ id: GROUP, title: 'BKPSDM' })
    group.saysAnonymously('bolos 5 hari kena sanksi apa?', { mention: true })
    expect((await group.waitFor(1)).text).toMatch(/Pasal 9/)
    group.saysAnonymously('/klaim UJI-COBA-1234')
    expect((await group.waitFor(2)).text).toMatch(/^Kode administrator jangan ditulis/)
    expect(server.violations).toEqual([])
  })
})
