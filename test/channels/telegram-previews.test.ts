import { Api } from 'grammy'
import { afterEach, describe, expect, test } from 'vitest'
import { createSender } from '../../src/channels/telegram/outgoing.ts'
import { createPace } from '../../src/channels/telegram/pace.ts'
import { createPreviews } from '../../src/channels/telegram/previews.ts'
import type { ConversationId } from '../../src/chat/message.ts'
import { recording } from '../support/bot.ts'
import { createTelegramServer, type TelegramServerOptions } from '../support/telegram-server.ts'

const cleanups: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup()
})

/** Previews and messages of one process against Telegram's limits, on one clock that stands until it is moved. */
async function open(options: TelegramServerOptions = {}) {
  const time = { now: 1_000_000 }
  const clock = (): number => time.now
  const server = await createTelegramServer({ limits: true, now: clock, ...options })
  cleanups.push(() => server.close())
  const api = new Api(server.token, { apiRoot: server.url })
  const pace = createPace(clock)
  const previews = createPreviews(api, recording([]), pace, clock)
  const sender = createSender(api, pace)
  return {
    server,
    time,
    previews,
    async answers(to: ConversationId, text: string): Promise<void> {
      await previews.end(to)
      await sender.deliver(to, { text })
    },
    drafts: () => server.calls.filter(({ method }) => method === 'sendMessageDraft'),
  }
}

/** Many people ask; each answer grows for some seconds and then arrives. */
async function ask(people: number, seconds: number, startedWithin: number) {
  const stage = await open()
  const { server, time, previews, answers } = stage
  const asked = Array.from({ length: people }, (_, i) => ({
    to: `telegram:${100 + i}` as const,
    screen: server.user({ id: 100 + i }),
    from: time.now + Math.floor((i / people) * startedWithin),
    done: false,
  }))
  const [start, step] = [time.now, 100]
  for (; asked.some(({ done }) => !done); time.now += step) {
    const growing = asked.filter(({ from, done }) => from <= time.now && !done)
    await Promise.all(
      growing.map(async (person) => {
        const age = time.now - person.from
        if (age < seconds * 1000) return previews.show(person.to, `Jawaban yang tumbuh ${age}`)
        person.done = true
        await answers(person.to, `Jawaban lengkap setelah ${age} ms.`)
      }),
    )
  }
  return { ...stage, asked, lasted: (time.now - start) / 1000 }
}

describe('previews keep within what Telegram takes', () => {
  test.each([
    [1, 30, 0],
    [40, 12, 4_000],
    [300, 15, 20_000],
    [25, 60, 3_000],
  ])('%i conversations at once, growing for %i s', async (people, seconds, startedWithin) => {
    const { server, asked, drafts, lasted } = await ask(people, seconds, startedWithin)
    expect(server.tooManyRequests).toBe(0)
    expect(server.violations).toEqual([])
    for (const { screen } of asked) {
      expect(screen.received().map(({ text }) => text)).toEqual([expect.stringMatching(/^Jawaban lengkap/)])
      expect(screen.drafts().length).toBeGreaterThan(0)
    }
    expect(drafts().length / lasted).toBeLessThanOrEqual(20)
  })

  test('each conversation gets its share when many grow at once', async () => {
    const { asked } = await ask(100, 30, 5_000)
    const counts = asked.map(({ screen }) => screen.drafts().length)
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(3)
    expect(Math.max(...counts)).toBeLessThanOrEqual(3 * Math.min(...counts))
  })

  test('messages that fill the limit leave no room for previews, and lose none to them', async () => {
    const { server, time, previews, answers, drafts } = await open()
    const reader = server.user({ id: 50 })
    for (let i = 0; i < 200; i++) server.user({ id: 1_000 + i })
    for (let i = 0; i < 200; i++, time.now += 34) {
      await previews.show('telegram:50', `Tumbuh ${i}`)
      await answers(`telegram:${1_000 + i}`, 'Siaran')
    }
    expect([server.tooManyRequests, server.violations]).toEqual([0, []])
    expect(drafts().length).toBeLessThanOrEqual(8)
    await answers('telegram:50', 'Lengkap')
    expect(reader.received()).toHaveLength(1)
  })

  test('without pacing the same server would refuse', async () => {
    const { server, time } = await open()
    server.user({ id: 11 })
    const api = new Api(server.token, { apiRoot: server.url })
    for (let i = 1; i <= 45; i++, time.now += 700)
      await api.sendMessageDraft(11, 1, `${i}`).catch(() => undefined)
    expect(server.tooManyRequests).toBeGreaterThan(0)
  })
})

describe('a preview', () => {
  test('that is under way when its answer comes arrives before it, not below it', async () => {
    const { server, previews, answers } = await open()
    server.user({ id: 11 })
    server.delay(100, ({ method }) => method === 'sendMessageDraft')
    const showing = previews.show('telegram:11', 'Tumbuh')
    await answers('telegram:11', 'Lengkap')
    await showing
    expect(server.calls.map(({ method, outcome }) => [method, outcome])).toEqual([
      ['sendMessageDraft', 'ok'],
      ['sendMessage', 'ok'],
    ])
  })

  test('that hangs holds its answer up no longer than a second', async () => {
    const { server, previews, answers } = await open()
    const sari = server.user({ id: 11 })
    server.hang('sendMessageDraft')
    void previews.show('telegram:11', 'Tumbuh')
    const before = performance.now()
    await answers('telegram:11', 'Lengkap')
    expect(performance.now() - before).toBeLessThan(3_000)
    expect(sari.received()).toHaveLength(1)
  })

  test('that one person cannot be shown is still shown to others', async () => {
    const { server, time, previews } = await open()
    const [sari, budi] = [server.user({ id: 11 }), server.user({ id: 12 })]
    sari.blocks()
    for (let i = 0; i < 5; i++, time.now += 2_000)
      for (const to of ['telegram:11', 'telegram:12'] as const) await previews.show(to, `Tumbuh ${i}`)
    expect(server.violations).toHaveLength(1)
    expect(budi.drafts()).toHaveLength(5)
  })

  test('is not tried again where the Bot API does not know drafts', async () => {
    const { server, time, previews, drafts } = await open()
    server.user({ id: 11 })
    server.fail('sendMessageDraft', { error_code: 404, description: 'Not Found: method not found' })
    for (let i = 0; i < 3; i++, time.now += 2_000) await previews.show('telegram:11', `Tumbuh ${i}`)
    expect(drafts()).toHaveLength(1)
  })
})
