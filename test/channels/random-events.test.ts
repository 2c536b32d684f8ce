import { expect, test } from 'vitest'
import type { ChatModel } from '../../src/model/model.ts'
import { becomesCalm, crashes, mostInAMinute, unanswered } from '../support/random-events/calm.ts'
import { movesOf } from '../support/random-events/moves.ts'
import { createSlackPlay } from '../support/random-events/slack.ts'
import { createTelegramPlay } from '../support/random-events/telegram.ts'
import { SLACK_LIMITS } from '../support/slack-server.ts'
import { TELEGRAM_LIMITS } from '../support/telegram-server.ts'
import { slackStage } from './slack-stage.ts'
import { telegramStage } from './telegram-stage.ts'

const EVENTS = Number(process.env.RANDOM_EVENTS ?? 120)
const SEED = Number(process.env.RANDOM_SEED ?? 1)
const AT_ONCE = 20
const TIME = { timeout: 120_000 + EVENTS * 300 }
const CALM_MS = 60_000

const moves = movesOf({ seed: SEED, events: EVENTS })
const batches = Array.from({ length: Math.ceil(EVENTS / AT_ONCE) }, (_, i) => ({
  seed: SEED * 1_000_000 + i, // what goes wrong on the way in one batch depends on nothing before it
  moves: moves.slice(i * AT_ONCE, (i + 1) * AT_ONCE),
}))

const chat: ChatModel = {
  name: 'uji',
  async *stream() {
    yield 'Menurut aturan, '
    yield 'jawabannya ada di bawah ini.'
  },
}

/** Nothing here is about how fast messages go out, but everything is about what may be left out. */
const PLENTY = { perMinute: 1e6, perSecond: 1e6, burst: 1e6 }

test(`Slack: ${EVENTS} events of every kind hurt nobody (seed ${SEED})`, TIME, async () => {
  const tiers = { ...SLACK_LIMITS.tiers, 3: PLENTY, 4: PLENTY }
  const stage = await slackStage({
    manner: SEED % 2 === 0 ? 'socket' : 'http',
    chat,
    server: { limits: { posts: PLENTY, tiers } },
  })
  await stage.start()
  const { server } = stage
  const play = await createSlackPlay(stage)
  for (const { seed, moves: some } of batches) {
    server.chaos({ seed, rate429: 0.05, rate5xx: 0.05, rateTimeout: 0.05, duplicate: 0.1, reorder: 0.1 })
    await play.together(some)
    await becomesCalm(stage, CALM_MS)
    play.look()
  }
  server.calm()
  expect.soft(await unanswered(stage, play.asked())).toEqual([])
  expect
    .soft(server.calls.filter(({ outcome }) => outcome === 'limited').map(({ method }) => method))
    .toEqual([])
  expect
    .soft(mostInAMinute(server.calls, 'chat.appendStream'))
    .toBeLessThanOrEqual(SLACK_LIMITS.tiers[4].perMinute)
  expect.soft(play.violations()).toEqual([])
  expect.soft(play.refused()).toEqual([])
  expect.soft(crashes(stage)).toEqual([])
  const ani = server.person('Ani')
  ani.says('masih di sana?')
  await server.until(() => ani.sees().messages.some(({ ours }) => ours))
  tell('Slack', {
    asked: [...play.asked()].length,
    delivered: server.deliveries.length,
    calls: server.calls.length,
    injected: server.calls.filter(({ outcome }) => outcome === 'injected' || outcome === 'dropped').length,
    streams: server.calls.filter(({ method }) => method === 'chat.startStream').length,
    late: server.lateAcks.length,
  })
})

test(`Telegram: ${EVENTS} events of every kind hurt nobody (seed ${SEED})`, TIME, async () => {
  const { drafts = [] } = TELEGRAM_LIMITS
  const stage = await telegramStage({
    delivery: 'webhook',
    chat,
    server: {
      limits: { perChat: PLENTY, perGroup: PLENTY, overall: PLENTY, drafts },
      queryLifetimeMs: TIME.timeout, // presses come again, long after they were answered
    },
  })
  await stage.start()
  const { server } = stage
  await server.called('setWebhook')
  const play = await createTelegramPlay(stage)
  for (const { seed, moves: some } of batches) {
    const sent = { tooMany: 0.05, serverError: 0.05, dropBefore: 0.03, dropAfter: 0.03 }
    server.chaos({ seed, ...sent, duplicate: 0.1, reorder: 0.1 })
    await play.together(some)
    await becomesCalm(stage, CALM_MS)
    play.look()
  }
  server.calm()
  expect.soft(await unanswered(stage, play.asked())).toEqual([])
  expect.soft(play.violations()).toEqual([])
  expect.soft(crashes(stage)).toEqual([])
  const ani = server.user({ id: 5, name: 'Ani' })
  ani.says('masih di sana?')
  await ani.waitFor(1)
  tell('Telegram', {
    asked: [...play.asked()].length,
    calls: server.calls.length,
    injected: server.calls.filter(({ outcome }) => outcome === 'injected' || outcome === 'dropped').length,
  })
})

/** The figures of a run that was asked for. */
function tell(platform: string, figures: Readonly<Record<string, number>>): void {
  if (process.env.RANDOM_EVENTS) console.info(platform, { events: EVENTS, seed: SEED, ...figures })
}
