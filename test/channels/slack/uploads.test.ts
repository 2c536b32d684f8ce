import { WebClient } from '@slack/web-api'
import { afterEach, describe, expect, test } from 'vitest'
import { silent } from '../../../src/channels/slack/logger.ts'
import { splitMessage } from '../../../src/channels/slack/outgoing.ts'
import { createUploads } from '../../../src/channels/slack/uploads.ts'
import { createSlackChannel } from '../../../src/channels/slack.ts'
import type { ConversationId, KeptFile, Outgoing } from '../../../src/chat/message.ts'
import { RetryLater, Unreadable } from '../../../src/errors.ts'
import { TAKEN } from '../../files/samples.ts'
import { botOn, CLAIM_CODE, recording } from '../../support/bot.ts'
import {
  createSlackServer,
  type Fault,
  MINIMAL_SCOPES,
  type Person,
  type SlackServer,
  type SlackServerOptions,
} from '../../support/slack-server.ts'
import { type SlackStage, type StageOptions, slackStage, there } from '../slack-stage.ts'

const PHOTO = TAKEN['foto.jpg'] ?? new Uint8Array()
const KEPT: KeptFile = { hash: 'abc', name: 'bukti_antrean.jpg', mime: 'image/jpeg', size: PHOTO.length }
const CHOICES = [{ label: 'Jawab', value: 'jawab:1' }]
const QUESTION: Outgoing = { text: 'Pertanyaan **1** dari Budi', file: KEPT, choices: CHOICES }
const TOLD = /^📎 bukti_antrean\.jpg: berkas ini tersimpan, tetapi tidak bisa dikirim lewat Slack/

const cleanups: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

async function openServer(options?: SlackServerOptions): Promise<SlackServer> {
  const server = await createSlackServer(options)
  cleanups.push(() => server.close())
  return server
}

type Stage = SlackStage & { readonly sari: Person; readonly dm: ConversationId }

/** Sari, and files whose bytes are always the photo's, unless the options say otherwise. */
async function open(options: StageOptions = {}): Promise<Stage> {
  const stage = await slackStage({ slack: { files: { read: async () => PHOTO } }, ...options })
  await stage.start()
  const sari = stage.server.person('Sari')
  return Object.assign(stage, { sari, dm: `slack:${sari.dm}` as const })
}

/** Says something by way of the mailbox, in the pieces Slack takes. */
async function say({ bot, channel }: Stage, to: ConversationId, message = QUESTION): Promise<void> {
  await bot.mailbox.say(to, channel.split(message), 'satu')
  await bot.advance(to)
}

const ours = ({ sari }: Stage) => sari.sees().messages.filter((message) => message.ours)
const called = ({ server }: Stage, method: string) => server.calls.filter((call) => call.method === method)

/** The words with their button, then the photo itself, each once, and nothing is left to do. */
async function expectBoth(stage: Stage): Promise<void> {
  const [words, photo, ...more] = ours(stage)
  expect(words).toMatchObject({ text: 'Pertanyaan 1 dari Budi', files: [], buttons: [{ label: 'Jawab' }] })
  expect(photo).toMatchObject({ text: '', files: ['bukti_antrean.jpg'] })
  expect(more).toEqual([])
  expect(await stage.database.query('select 1 from message where done_at is null')).toEqual([])
  expect(stage.server.uploads).toMatchObject([{ name: 'bukti_antrean.jpg', title: 'bukti_antrean.jpg' }])
  expect(Buffer.from(there(stage.server.uploads[0]).bytes).equals(PHOTO)).toBe(true)
}

/** The words with their button, and a sentence about the photo. */
function expectToldInWords(stage: Stage): void {
  const [words, told, ...more] = ours(stage)
  expect(words).toMatchObject({ text: 'Pertanyaan 1 dari Budi', buttons: [{ label: 'Jawab' }] })
  expect(told).toMatchObject({ text: expect.stringMatching(TOLD), files: [] })
  expect(more).toEqual([])
  expect(stage.server.uploads).toEqual([])
  expect(stage.log.filter((line) => line.includes('a file is told of in words'))).toHaveLength(1)
  expect(stage.log.join('\n')).not.toMatch(/antrean|Budi/)
}

describe('a photo that came with a question', () => {
  async function openOffice() {
    const server = await openServer()
    const log: string[] = []
    const bot = await botOn(
      (bot) =>
        createSlackChannel({
          token: server.botToken,
          apiUrl: server.apiUrl,
          delivery: { kind: 'socket', appToken: server.appToken },
          commands: bot.features.flatMap(({ commands = [] }) => commands).map(({ name }) => name),
          prompts: [],
          log: recording(log),
          ...(bot.files && { files: bot.files }),
        }),
      { log, files: {} },
    )
    cleanups.push(() => bot.stop())
    const hears = async (person: Person, count: number) => {
      const all = () => person.sees().messages.filter((message) => message.ours)
      await server.until(() => all().length >= count)
      return there(all()[count - 1])
    }
    const [sari, budi] = [server.person('Sari'), server.person('Budi')]
    sari.runs(`/abdi klaim ${CLAIM_CODE}`)
    await hears(sari, 1)
    budi.says('tanya HR')
    await hears(budi, 1)
    budi.says('Apakah antrean seperti ini biasa?')
    await hears(budi, 2)
    budi.says('lewati')
    await hears(budi, 3)
    budi.says('', { files: [{ name: 'bukti antrean.jpg', mime: 'image/jpeg', bytes: PHOTO }] })
    await hears(budi, 4)
    budi.presses('Kirim')
    expect((await hears(budi, 5)).text).toMatch(/nomor 1/)
    return { server, sari, budi, hears }
  }

  test('reaches the officer in private, behind the question, byte for byte', async () => {
    const { server, sari, hears } = await openOffice()
    const photo = await hears(sari, 3)
    expect(photo.files).toEqual(['bukti antrean.jpg'])
    expect(await hears(sari, 2)).toMatchObject({ text: expect.stringMatching(/antrean seperti ini biasa/) })
    const [file, ...more] = server.uploads
    expect(Buffer.from(there(file).bytes).equals(PHOTO)).toBe(true)
    expect([file?.channel, more]).toEqual([sari.dm, []])
    sari.runs('/abdi pertanyaan')
    await hears(sari, 5)
    sari.presses('Lihat lampiran')
    expect(await hears(sari, 6)).toMatchObject({ text: 'Lampiran: bukti antrean.jpg' })
    expect(await hears(sari, 7)).toMatchObject({ files: ['bukti antrean.jpg'] })
    expect(server.violations).toEqual([])
  })

  test('is not shown to who may not see it, not even by a button made up for it', async () => {
    const { server, sari, budi, hears } = await openOffice()
    await hears(sari, 3)
    const wati = server.person('Wati')
    wati.says('halo')
    const greeting = await hears(wati, 1)
    for (const person of [wati, budi]) {
      const before = person.sees().messages.filter((message) => message.ours).length
      const where = person === wati ? greeting : await hears(budi, 5)
      person.presses({ actionId: 'abdi:choice:0', value: 'lampiran:1' }, where)
      expect((await hears(person, before + 1)).files).toEqual([])
      person.says('/akhir')
      expect((await hears(person, before + 2)).text).toMatch(/\/akhir tidak/)
    }
    expect(server.uploads).toHaveLength(1)
  })
})

describe('a file', () => {
  test('comes in the thread its words are in', async () => {
    const stage = await open()
    const { ts } = stage.sari.says('halo', { thread: stage.sari.says('/satu').ts })
    const thread = there(stage.sari.sees().messages.find((message) => message.ts === ts)?.thread)
    await stage.server.until(() => ours(stage).length === 2)
    const before = ours(stage).length
    await say(stage, `${stage.dm}/${thread}`)
    const [words, photo] = ours(stage).slice(before)
    expect([words?.thread, photo?.thread]).toEqual([thread, thread])
    expect([words?.buttons.length, photo?.files]).toEqual([1, ['bukti_antrean.jpg']])
    expect(stage.server.uploads).toMatchObject([{ channel: stage.sari.dm, thread }])
    expect(stage.server.violations).toEqual([])
  })

  test('is told of where the token lacks the right, and holds nothing up', async () => {
    const scopes = MINIMAL_SCOPES.filter((scope) => scope !== 'files:write')
    const stage = await open({ server: { scopes } })
    await say(stage, stage.dm)
    expectToldInWords(stage)
    expect(stage.log.join('\n')).toMatch(/"refusal":"missing_scope"/)
    expect(stage.log.join('\n')).not.toMatch(/postponed/)
  })

  test.each<readonly [string, NonNullable<StageOptions['slack']>, Partial<KeptFile>]>([
    ['is gone', { files: { read: () => Promise.reject(new Unreadable('gone')) } }, {}],
    ['is too large', {}, { size: 21 * 1024 * 1024 }],
    ['is larger than was said', { files: { read: async () => new Uint8Array(21 * 1024 * 1024) } }, {}],
    ['is empty', { files: { read: async () => new Uint8Array() } }, {}],
    ['has no place to come from', {}, {}],
  ])('that %s is told of, its words and buttons are not lost', async (what, slack, more) => {
    const nowhere = what === 'has no place to come from'
    const files = { read: async () => PHOTO }
    const stage = await open({ slack: nowhere ? {} : { files, ...slack } })
    await say(stage, stage.dm, { ...QUESTION, file: { ...KEPT, ...more } })
    expectToldInWords(stage)
    expect(called(stage, 'files.getUploadURLExternal')).toEqual([])
  })

  test.each([
    ['files.getUploadURLExternal', { error: 'file_uploads_disabled' }],
    ['files.getUploadURLExternal', { error: 'file_upload_size_restricted' }],
    ['upload', { status: 413 }],
    ['files.completeUploadExternal', { error: 'file_type_not_allowed' }],
    ['files.completeUploadExternal', { error: 'missing_scope' }],
  ])('that %s refuses with %j is told of', async (method, fault) => {
    const stage = await open()
    stage.server.fail(method, fault)
    await say(stage, stage.dm)
    expectToldInWords(stage)
  })

  test.each<readonly [string, Fault, number, number]>([
    ['files.getUploadURLExternal', { status: 503 }, 1, 1],
    ['files.getUploadURLExternal', { status: 429, retryAfter: 60 }, 60, 1],
    ['upload', { status: 500 }, 1, 2],
    ['upload', { status: 429, retryAfter: 60 }, 60, 2],
    ['upload', { hangUp: true }, 1, 2],
    ['upload', { hangUp: 'after' }, 1, 2],
    ['files.completeUploadExternal', { status: 500 }, 1, 1],
    ['files.completeUploadExternal', { status: 429, retryAfter: 60 }, 60, 1],
    ['files.completeUploadExternal', { error: 'internal_error' }, 1, 1],
    ['files.completeUploadExternal', { hangUp: true }, 1, 1],
    ['files.completeUploadExternal', { hangUp: 'after' }, 1, 1],
  ])('that %s fails once with %j comes once, %i s later', async (method, fault, seconds, uploads) => {
    const stage = await open()
    stage.server.fail(method, fault)
    await say(stage, stage.dm)
    const left = await stage.postponed(stage.dm)
    expect(left).toBeGreaterThan(seconds - 5)
    expect(left).toBeLessThanOrEqual(seconds)
    expect(ours(stage)[0]).toMatchObject({ text: 'Pertanyaan 1 dari Budi', buttons: [{ label: 'Jawab' }] })
    await stage.timePasses(stage.dm)
    await expectBoth(stage)
    expect(called(stage, 'upload')).toHaveLength(uploads)
    expect(called(stage, 'chat.postMessage')).toHaveLength(1)
  })

  test('that Slack still looks through after a lost answer is not shown twice', async () => {
    const stage = await open()
    stage.server.fail('files.completeUploadExternal', { hangUp: 'after' })
    stage.server.fail('files.info', { error: 'file_not_found' })
    await say(stage, stage.dm)
    await stage.postponed(stage.dm)
    await stage.timePasses(stage.dm) // it is not there yet, and cannot be shown again
    await stage.postponed(stage.dm)
    await stage.timePasses(stage.dm)
    await expectBoth(stage)
  })

  test('that was held up comes again when it is asked for again', async () => {
    const stage = await open()
    stage.server.fail('files.completeUploadExternal', { hangUp: 'after' })
    await say(stage, stage.dm)
    await stage.postponed(stage.dm)
    await stage.timePasses(stage.dm)
    await stage.bot.mailbox.say(stage.dm, stage.channel.split({ text: 'Lampiran', file: KEPT }), 'dua')
    await stage.bot.advance(stage.dm)
    expect(ours(stage).map(({ files }) => files.length)).toEqual([0, 1, 0, 1])
  })

  test('that cannot be brought for minutes is told of, and what comes after it is said', async () => {
    const stage = await open()
    stage.server.fail('upload', { status: 500, times: 99 })
    await say(stage, stage.dm)
    const pauses: number[] = []
    while (ours(stage).length < 2) {
      pauses.push(Math.ceil(await stage.postponed(stage.dm)))
      await stage.timePasses(stage.dm)
    }
    expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 60, 60])
    expectToldInWords(stage)
    stage.sari.says('/akhir')
    await stage.server.until(() => ours(stage).length === 3)
  })

  test('comes once Slack is back, however long it was away', async () => {
    const stage = await open()
    await say(stage, stage.dm, { text: QUESTION.text, choices: CHOICES })
    stage.server.fail('*', { status: 503, times: 12 })
    await stage.bot.mailbox.say(stage.dm, [{ text: '', file: KEPT }], 'dua')
    await stage.bot.advance(stage.dm)
    while (ours(stage).length < 2) {
      expect(await stage.postponed(stage.dm)).toBeLessThanOrEqual(60)
      await stage.timePasses(stage.dm)
    }
    await expectBoth(stage)
  })

  test('for a channel that takes nothing any more marks it as unreachable', async () => {
    const stage = await open()
    const room = stage.server.channel('arsip', { members: [stage.sari] })
    room.archived = true
    await stage.bot.mailbox.say(`slack:${room.id}`, [{ text: '', file: KEPT }], 'satu')
    await stage.bot.advance(`slack:${room.id}`)
    expect(await stage.unreachable(`slack:${room.id}`)).toMatch(/is_archived/)
  })

  test('that was stored in one piece with its words is told of below them', async () => {
    const stage = await open()
    await stage.bot.mailbox.say(stage.dm, [QUESTION], 'satu')
    await stage.bot.advance(stage.dm)
    const [only, ...more] = ours(stage)
    expect(only?.text).toMatch(/^Pertanyaan 1 dari Budi\s+📎 bukti_antrean\.jpg: berkas ini tersimpan/)
    expect([only?.buttons.length, more]).toEqual([1, []])
  })

  test('is a piece of its own behind the words, the buttons under the last of these', () => {
    const pieces = splitMessage({ text: 'kata '.repeat(1_000), file: KEPT, choices: CHOICES })
    expect(pieces.map(({ file, choices }) => [file !== undefined, choices !== undefined])).toEqual([
      [false, false],
      [false, true],
      [true, false],
    ])
    expect(splitMessage({ text: '', file: KEPT })).toEqual([{ text: '', file: KEPT }])
  })

  test('goes to no address but Slack’s', async () => {
    const slot = { ok: true, upload_url: 'http://127.0.0.1:9/upload', file_id: 'F1' }
    const client = new WebClient('xoxb-1')
    client.files.getUploadURLExternal = async () => slot
    const log: string[] = []
    const sources = { client, files: { read: async () => PHOTO }, apiUrl: 'https://slack.com/api/' }
    expect(await createUploads(sources, recording(log))('slack:D9', KEPT)).toBeUndefined()
    const near = { ...sources, apiUrl: 'http://127.0.0.1:9/api/' } // where nothing listens
    await expect(createUploads(near, recording(log))('slack:D9', KEPT)).rejects.toThrow(RetryLater)
    expect(log).toHaveLength(1)
  })
})

describe('the loopback Slack takes uploads as Slack does', () => {
  async function client(options?: SlackServerOptions) {
    const server = await openServer(options)
    const web = new WebClient(server.botToken, {
      slackApiUrl: server.apiUrl,
      retryConfig: { retries: 0 },
      logger: silent,
    })
    const begin = async (bytes: Uint8Array, length = bytes.length) => {
      const slot = await web.files.getUploadURLExternal({ filename: 'a.txt', length })
      const body = bytes as Uint8Array<ArrayBuffer> // never shared between threads here
      const { status } = await fetch(there(slot.upload_url), { method: 'POST', body })
      return { id: there(slot.file_id), status }
    }
    const complete = (id: string, channel_id?: string) =>
      web.apiCall('files.completeUploadExternal', { files: [{ id }], ...(channel_id && { channel_id }) })
    return { server, web, begin, complete }
  }

  test('and refuses what Slack refuses', async () => {
    const { server, web, begin, complete } = await client()
    const { id, status } = await begin(PHOTO)
    expect(status).toBe(200)
    await expect(web.files.getUploadURLExternal({ filename: 'a', length: 0 })).rejects.toThrow(
      'missing_argument',
    )
    expect((await begin(PHOTO, PHOTO.length + 1)).status).toBe(400)
    expect((await fetch(`${new URL(server.apiUrl).origin}/upload/v1/x`, { method: 'POST' })).status).toBe(400)
    await expect(complete(id, 'C404')).rejects.toThrow('channel_not_found')
    await expect(complete(id, server.person('Sari').id)).rejects.toThrow('invalid_arguments')
    await expect(complete(id, server.channel('jauh', { bot: false }).id)).rejects.toThrow('not_in_channel')
    await expect(complete('F404', server.person('Sari').dm)).rejects.toThrow('file_not_found')
    expect(await complete(id, server.person('Sari').dm)).toMatchObject({ files: [{ id, title: 'a.txt' }] })
    await expect(complete(id, server.person('Sari').dm)).rejects.toThrow('file_not_found')
    expect(server.uploads).toMatchObject([{ id, channel: server.person('Sari').dm }])
    expect(server.person('Sari').sees().messages).toMatchObject([{ files: ['a.txt'], ours: true }])
    expect((await web.files.info({ file: id })).file?.ims).toEqual([server.person('Sari').dm])
  })

  test('and asks for the right to', async () => {
    const { begin } = await client({ scopes: ['chat:write', 'files:read'] })
    await expect(begin(PHOTO)).rejects.toThrow('missing_scope')
  })
})
