import { describe, expect, test } from 'vitest'
import { createChatModel } from '../../src/model/openai.ts'
import { createModelServer } from '../support/model-server.ts'
import type { Person, Seen } from '../support/slack-server.ts'
import { type SlackStage, type StageOptions, slackStage } from './slack-stage.ts'

interface Stage extends SlackStage {
  readonly sari: Person
  readonly thread: `slack:${string}`
  readonly time: { now: number }
  answers(): readonly Seen[]
}

async function open(options: StageOptions = {}): Promise<Stage> {
  const time = { now: 1_000_000 }
  const stage = await slackStage({ clock: () => time.now, ...options })
  await stage.start()
  const sari = stage.server.person('Sari')
  const { ts, deliveries } = sari.says('/pertama')
  await stage.server.delivered({ deliveries })
  await stage.server.until(() => sari.sees().messages.some(({ ours }) => ours))
  const answers = (): readonly Seen[] =>
    sari.sees().messages.filter(({ ours, thread }) => ours && thread === ts)
  return Object.assign(stage, { sari, time, thread: `slack:${sari.dm}/${ts}` as const, answers })
}

/** Shows an answer that grows by a word at each step of so many ms. */
async function grow(
  { channel, time }: Stage,
  to: `slack:${string}`,
  words: number,
  ms = 2_000,
): Promise<void> {
  for (let i = 1; i <= words; i++) {
    await channel.preview?.(to, `Jawaban${' tumbuh'.repeat(i)}`)
    time.now += ms
  }
}

const calls = ({ server }: Stage, method: string) => server.calls.filter((call) => call.method === method)

describe('a growing answer', () => {
  test('grows in a thread of a private chat, and the answer takes its place', async () => {
    const stage = await open()
    await grow(stage, stage.thread, 4)
    expect(stage.answers()).toMatchObject([{ streaming: true, text: 'Jawaban tumbuh tumbuh tumbuh tumbuh' }])
    await stage.channel.send(stage.thread, {
      text: '**Jawaban** akhir.',
      choices: [{ label: 'Ya', value: 'a:b' }],
    })
    const [answer, ...more] = stage.answers()
    expect(more).toEqual([])
    expect(answer).toMatchObject({ streaming: false, text: 'Jawaban akhir.' })
    expect(answer?.buttons.map(({ label }) => label)).toEqual(['Ya'])
    expect(stage.server.violations).toEqual([])
  })

  test('is not shown elsewhere: there the answer simply comes', async () => {
    const stage = await open()
    await grow(stage, `slack:${stage.sari.dm}`, 3)
    await grow(stage, 'slack:C1/171.22', 3)
    expect(calls(stage, 'chat.startStream')).toEqual([])
  })

  test('that says something else meanwhile is left as it was until the answer', async () => {
    const stage = await open()
    await stage.channel.preview?.(stage.thread, 'Pertama begini')
    stage.time.now += 5_000
    await stage.channel.preview?.(stage.thread, 'Ternyata begitu')
    expect(calls(stage, 'chat.appendStream')).toEqual([])
    await stage.channel.send(stage.thread, { text: 'Begitu.' })
    expect(stage.answers().map(({ text }) => text)).toEqual(['Begitu.'])
  })

  test('grows so slowly that Slack never asks to slow down', async () => {
    const stage = await open({ server: { limits: true } })
    for (let i = 0; i < 40; i++) await grow(stage, stage.thread, 10, 100)
    expect(calls(stage, 'chat.appendStream').length).toBeLessThanOrEqual(60)
    await stage.channel.send(stage.thread, { text: 'Selesai.' })
    for (let i = 0; i < 30; i++) {
      await stage.channel.preview?.(stage.thread, `Jawaban ${i}`)
      await stage.channel.send(stage.thread, { text: `Selesai ${i}.` }).catch(() => undefined)
    }
    expect(calls(stage, 'chat.startStream').length).toBeLessThanOrEqual(13)
    expect(stage.server.tooManyRequests).not.toHaveProperty('chat.startStream')
    expect(stage.server.tooManyRequests).not.toHaveProperty('chat.appendStream')
    expect(stage.server.tooManyRequests).not.toHaveProperty('chat.stopStream')
  })

  test('that Slack does not take is dropped, for a while all of them, and the answer comes', async () => {
    const stage = await open()
    stage.server.fail('chat.startStream', { status: 429, retryAfter: 30 })
    await grow(stage, stage.thread, 3)
    expect(calls(stage, 'chat.startStream')).toHaveLength(1)
    await stage.channel.send(stage.thread, { text: 'Jawaban.' })
    expect(stage.answers().map(({ text }) => text)).toEqual(['Jawaban.'])
    stage.time.now += 31_000
    await grow(stage, stage.thread, 1)
    expect(calls(stage, 'chat.startStream')).toHaveLength(2)
  })

  test.each([
    ['the stream cannot be ended now', 'chat.stopStream', { status: 429, retryAfter: 7 }, 7],
    ['the answer cannot be put in its place now', 'chat.update', { status: 503 }, 1],
  ])('%s: the same answer is tried again, and stands there once', async (_, method, fault, seconds) => {
    const stage = await open()
    await grow(stage, stage.thread, 2)
    stage.server.fail(method, fault)
    await expect(stage.channel.send(stage.thread, { text: 'Jawaban.' })).rejects.toMatchObject({ seconds })
    await stage.channel.send(stage.thread, { text: 'Jawaban.' })
    expect(stage.answers().map(({ text }) => text)).toEqual(['Jawaban.'])
    expect(stage.server.violations).toEqual([])
  })

  test.each([
    ['had ended by itself', ['chat.stopStream']],
    ['was deleted', ['chat.stopStream', 'chat.delete']],
  ] as const)('that %s does not keep the answer back', async (_, methods) => {
    const stage = await open()
    await grow(stage, stage.thread, 2)
    const { ts = '' } = stage.answers()[0] ?? {}
    for (const method of methods) await byHand(stage, method, ts)
    await stage.channel.send(stage.thread, { text: 'Jawaban.' })
    expect(stage.answers().map(({ text }) => text)).toEqual(['Jawaban.'])
  })
})

/** Does something to a message with the bot's own token, as another process of it might. */
async function byHand({ server, sari }: Stage, method: string, ts: string): Promise<void> {
  const headers = { authorization: `Bearer ${server.botToken}` }
  const body = new URLSearchParams({ channel: sari.dm, ts })
  const answer = await fetch(`${server.apiUrl}${method}`, { method: 'POST', headers, body })
  expect(await answer.json()).toMatchObject({ ok: true })
}

test('an answer of a model grows where it will stand', async () => {
  const model = await createModelServer()
  try {
    model.answerWith('Kena teguran tertulis. [1: "tanpa alasan yang sah 4 sampai 6 hari kerja"]')
    const chat = await createChatModel({
      baseUrl: model.url,
      model: 'uji',
      firstTokenMs: 20_000,
      totalMs: 20_000,
    })
    const stage = await open({ chat })
    const [, thread] = stage.thread.split('/')
    stage.sari.says('bolos 5 hari kena sanksi apa?', { thread: thread ?? '' })
    await stage.server.until(() =>
      stage.answers().some(({ streaming, text }) => !streaming && /Sumber/.test(text)),
    )
    expect(stage.answers()).toHaveLength(1)
    expect(stage.server.violations).toEqual([])
  } finally {
    await model.close()
  }
})

describe('the connection of Socket Mode', () => {
  test.each([
    ['is asked to come again', ({ server }: SlackStage) => server.sockets.disconnect()],
    ['is cut', ({ server }: SlackStage) => server.sockets.cut()],
  ])('that %s comes again, and nothing said meanwhile is lost', async (_, end) => {
    const stage = await open()
    end(stage)
    stage.sari.says('/kedua')
    stage.sari.says('/ketiga')
    await stage.server.until(() => stage.server.sockets.opened() === 2)
    const texts = () =>
      stage.sari
        .sees()
        .messages.filter(({ ours }) => ours)
        .map(({ text }) => text.slice(0, 16))
    await stage.server.until(() => texts().length >= 3)
    expect(texts()).toEqual(['Perintah /pertam', 'Perintah /kedua ', 'Perintah /ketiga'])
    expect(stage.server.sockets.connections()).toBe(1)
  })
})
