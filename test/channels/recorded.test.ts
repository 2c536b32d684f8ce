import type { Update } from 'grammy/types'
import { afterEach, describe, expect, test } from 'vitest'
import {
  type Arrived,
  arrivals,
  expectedOf,
  openSocketGate,
  type Payload,
  type Recording,
  recordingsOf,
  type SocketGate,
  withEarlier,
} from '../support/recorded.ts'
import { type SlackStage, slackStage } from './slack-stage.ts'
import { SECRET, type TelegramStage, telegramStage, there } from './telegram-stage.ts'

const TELEGRAM = recordingsOf('telegram')
const SLACK = recordingsOf('slack')

/** What a platform is asked to show besides messages. */
const SHOWN = [
  'answerCallbackQuery',
  'assistant.threads.setSuggestedPrompts',
  'views.open',
  'views.publish',
  'views.update',
]

/** On a busy machine too. */
const SOON = { interval: 5, timeout: 10_000 }

const cleanups: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup()
})

describe('what Telegram sends', () => {
  describe('posted to the webhook', () => {
    for (const recording of TELEGRAM)
      replay(recording, async () => {
        const stage = await telegramStage({ delivery: 'webhook' })
        await stage.start()
        await stage.server.called('setWebhook')
        await plays(stage, withEarlier(recording, TELEGRAM), (one) => post(stage, updateOf(one)))
      })
  })

  test('all of it again, one after another, where the bot asks for it', async () => {
    const stage = await telegramStage()
    const sound = TELEGRAM.filter(({ gap }) => gap === undefined)
    for (const recording of sound) meet(stage, updateOf(recording))
    await stage.start()
    await stage.server.called('getMe')
    const updates = sound.map(updateOf).sort((a, b) => a.update_id - b.update_id)
    for (const update of updates) stage.server.push(update)
    await expect.poll(() => stage.server.pending(), { interval: 5, timeout: 20_000 }).toEqual([])
    await becomesCalm(stage)
    const arrived = await arrivals(stage.database)
    const wanted = sound.filter(({ expected }) => expected.incoming !== null)
    expect([...arrived.keys()].sort()).toEqual(
      wanted.map((one) => `telegram:${updateOf(one).update_id}`).sort(),
    )
    for (const one of wanted) {
      const came = there(arrived.get(`telegram:${updateOf(one).update_id}`))
      expect([came], one.name).toEqual(expectedOf(one, [came]))
    }
    expect(stage.log.filter((line) => line.startsWith('error'))).toEqual([])
  }, 60_000)
})

describe('what Slack sends', () => {
  describe('in signed requests', () => {
    for (const recording of SLACK.filter((one) => !isFrame(one)))
      replay(recording, async () => {
        const stage = await slackStage({ manner: 'http', server: { echo: false } })
        await stage.start()
        const played = withEarlier(recording, SLACK).map((one) => asKnownHere(stage, one))
        await plays(stage, played, (one) => request(stage, one))
      })
  })

  describe('over a connection', () => {
    for (const recording of SLACK.filter(isFrame))
      replay(recording, async () => {
        const { stage, gate } = await connected()
        const played = withEarlier(recording, SLACK).map((one) => asKnownHere(stage, one))
        await plays(stage, played, (one) => frame(gate, one))
      })
  })
})

/** What was answered to a payload; 200 for what was acknowledged over a connection. */
interface Answer {
  readonly status: number
  readonly answer?: unknown
}

function replay(recording: Recording, run: () => Promise<void>): void {
  const { name, about, gap } = recording
  const declare = gap === undefined ? test : test.fails
  declare(`${name}: ${about}`, run)
}

/** Plays recordings in their order, and looks at what came of the last. */
async function plays(
  stage: TelegramStage | SlackStage,
  recordings: readonly Recording[],
  send: (recording: Recording) => Promise<Answer>,
): Promise<void> {
  const last = there(recordings.at(-1))
  const { status = 200, answer, calls = [], unreachable, logged } = last.expected
  for (const earlier of recordings.slice(0, -1)) {
    expect(await send(earlier), earlier.name).toMatchObject({ status: earlier.expected.status ?? 200 })
    await becomesCalm(stage)
  }
  const before = await arrivals(stage.database)
  const shown = shownBy(stage)
  if (unreachable !== undefined) expect(await stage.unreachable(unreachable)).toBeNull()
  expect(await send(last)).toMatchObject({ status, answer })
  await becomesCalm(stage)
  const arrived = [...(await arrivals(stage.database))].filter(([key]) => !before.has(key))
  const came: readonly Arrived[] = arrived.map(([, message]) => message)
  expect(came).toEqual(expectedOf(last, came))
  await expect.poll(() => shownBy(stage).length, SOON).toBeGreaterThanOrEqual(shown.length + calls.length)
  await stage.stop() // what is still being shown is shown before
  expect(shownBy(stage).slice(shown.length).sort()).toEqual([...calls].sort())
  if (unreachable !== undefined) expect(await stage.unreachable(unreachable)).not.toBeNull()
  expect(stage.log.filter((line) => line.startsWith('error'))).toEqual([])
  if (logged !== undefined) expect(stage.log.join('\n')).toContain(logged)
}

/** Every message is answered, every answer delivered. */
async function becomesCalm({ bot }: TelegramStage | SlackStage): Promise<void> {
  await expect.poll(() => bot.mailbox.backlog(), SOON).toEqual({ unanswered: 0, unsent: 0, letters: 0 })
}

function shownBy({ server }: TelegramStage | SlackStage): readonly string[] {
  return server.calls.map(({ method }) => method).filter((method) => SHOWN.includes(method))
}

function updateOf({ payload }: Recording): Update {
  return payload as unknown as Update // whatever Telegram sends
}

/** The loopback Telegram must know the chats that answers go to. */
function meet({ server }: TelegramStage, update: Update): void {
  const message = update.message ?? update.edited_message ?? update.callback_query?.message
  const chat = message?.chat ?? update.my_chat_member?.chat
  if (chat?.type === 'private') server.user({ id: chat.id, name: chat.first_name })
  else if (chat !== undefined) server.group({ id: chat.id, forum: chat.is_forum === true })
}

async function post(stage: TelegramStage, update: Update): Promise<Answer> {
  meet(stage, update)
  const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': SECRET }
  const response = await fetch(stage.hook, { method: 'POST', headers, body: JSON.stringify(update) })
  return answerOf(response)
}

async function request({ hook, server }: SlackStage, { payload, headers }: Recording): Promise<Answer> {
  const { body, type } = written(payload)
  const response = await fetch(hook, {
    method: 'POST',
    headers: { 'content-type': type, ...server.sign(body), ...headers },
    body,
  })
  return answerOf(response)
}

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text()
  const json = response.headers.get('content-type')?.startsWith('application/json') === true
  return { status: response.status, answer: text === '' ? undefined : json ? JSON.parse(text) : text }
}

/** Events are sent as JSON, what is pressed as JSON in a form, commands as the form they are. */
function written(payload: Payload): { readonly body: string; readonly type: string } {
  const form = 'application/x-www-form-urlencoded'
  if (typeof payload === 'string') return { body: payload, type: form }
  const body = JSON.stringify(payload)
  const isEvent = ['event_callback', 'url_verification', 'app_rate_limited'].includes(String(payload.type))
  return isEvent
    ? { body, type: 'application/json' }
    : { body: new URLSearchParams({ payload: body }).toString(), type: form }
}

/** True for what comes over a connection as it is. */
function isFrame({ payload }: Recording): boolean {
  return (
    typeof payload === 'object' &&
    ('envelope_id' in payload || ['hello', 'disconnect'].includes(String(payload.type)))
  )
}

/** A bot whose connection says what a test wants. */
async function connected(): Promise<{ readonly stage: SlackStage; readonly gate: SocketGate }> {
  const hello = there(SLACK.find(({ name }) => name === 'socket-hello'))
  let stage: SlackStage | undefined
  const gate = await openSocketGate(
    () => JSON.stringify(asKnownHere(there(stage), hello).payload),
    () => there(stage).server.apiUrl,
  )
  cleanups.push(() => gate.close())
  stage = await slackStage({ manner: 'socket', server: { echo: false }, slack: { apiUrl: gate.url } })
  await stage.start()
  return { stage, gate }
}

/** Says something to the bot and resolves to what it acknowledged it with, or once it is connected again. */
async function frame(gate: SocketGate, { payload, expected }: Recording): Promise<Answer> {
  const { type, envelope_id: id } = payload as Readonly<Record<string, unknown>> // a frame is one
  const opened = gate.opened()
  if (type !== 'hello') gate.say(JSON.stringify(payload))
  if (expected.reconnects) await expect.poll(() => gate.opened(), SOON).toBe(opened + 1)
  if (id === undefined) return { status: 200, answer: undefined }
  const ack = (): unknown => gate.heard.find((said) => (said as { envelope_id?: unknown }).envelope_id === id)
  await expect.poll(ack, SOON).toBeDefined()
  const given = (ack() as { payload?: object }).payload
  return { status: 200, answer: Object.keys(given ?? {}).length === 0 ? undefined : given }
}

/** A recording with the ids that its cast has on the loopback Slack (test/fixtures/payloads/README.md). */
function asKnownHere({ server }: SlackStage, recording: Recording): Recording {
  const [sari, budi] = [server.person('Sari Lestari'), server.person('Budi Santoso')]
  const members = [sari, budi]
  const ids: Readonly<Record<string, string>> = {
    T08KOTA5R2N: server.team.id,
    A08ABDI3T6U: server.app,
    U08ABDI7B9K: server.bot.user,
    B08ABDI1C4M: server.bot.id,
    U08SARI4K2L: sari.id,
    D08SARI7Q1M: sari.dm,
    U08BUDI9X3P: budi.id,
    D08BUDI2W5N: budi.dm,
    C08UMUM6T4R: server.channel('umum', { members }).id,
    C08TATA2V8Y: server.channel('tata-usaha', { members, private: true }).id,
  }
  const text = JSON.stringify(recording).replace(/[A-Z]08[A-Z0-9]{8}/g, (id) => ids[id] ?? id)
  return JSON.parse(text) as Recording // what it was, but for the ids
}
