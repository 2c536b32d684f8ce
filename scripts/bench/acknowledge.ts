import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { createSlackServer, type SlackServer } from '../../test/support/slack-server.ts'
import { createTelegramServer, type TelegramServer } from '../../test/support/telegram-server.ts'
import { createOwnDatabase } from './database.ts'
import { type Figure, type Findings, quantile } from './figures.ts'
import { freePort, type Program, startProgram, until } from './program.ts'
import { knownQuestions } from './questions.ts'
import type { Rig } from './rig.ts'

const SECONDS = 30
const RUSH = 50
const GENTLE = 2
const PEOPLE = 250
const WARM_UP = 10
const DRAIN_MS = 900_000

/** How long Slack and Telegram wait for "taken", and people for an answer, beside echo bots that keep nothing. */
export async function benchAcknowledge(rig: Rig, on?: string): Promise<Findings> {
  const questions = knownQuestions(200).map(({ text }) => text)
  const played = {
    peer: await play(rig, 'scripts/bench/acknowledge-echo.ts', {}),
    abdi: await play(rig, 'src/main.ts', {
      DATA_DIR: rig.folder(),
      LOG_LEVEL: 'error',
      ...(on !== undefined && { DATABASE_URL: await createOwnDatabase(rig, on) }),
    }),
  }
  const found = { peer: new Map<string, Measured>(), abdi: new Map<string, Measured>() }
  for (const who of ['peer', 'abdi'] as const) {
    const { program, ways, calm } = played[who]
    for (const way of ways) {
      rig.tell(`${way.name} asks ${who === 'abdi' ? 'Abdi' : 'the echo bot'}, gently, then in a rush`)
      for (let i = 1; i <= WARM_UP; i++) await way.asked(-i, `${questions[i]} `)
      const answered = await gently(way, questions)
      const acknowledged = await rush(way, questions)
      const rest = performance.now()
      await calm()
      found[who].set(way.name, { answered, ...acknowledged, drained: (performance.now() - rest) / 1_000 })
    }
    await program.stop()
  }
  const names = played.abdi.ways.map(({ name }) => name)
  const refused = played.abdi.ways.reduce((sum, { refusals }) => sum + refusals(), 0)
  const late = played.abdi.ways.reduce((sum, { late }) => sum + late(), 0)
  return {
    bench: `acknowledge (${on === undefined ? 'embedded database' : 'PostgreSQL'})`,
    peer: 'Bolt and grammY echo',
    figures: names.flatMap((name) => figuresOf(name, found.abdi.get(name), found.peer.get(name))),
    notes: [
      `Questions of the digests; in a rush ${RUSH} a second for ${SECONDS} s from ${PEOPLE} people, gently ${GENTLE} a second for ${SECONDS} s, each from somebody new; nobody waits for anything.`,
      'The echo bots keep nothing: the one of Bolt acknowledges before it looks at what came, the one of grammY after its reply. The bot’s own messages come back to it from Slack.',
      'Telegram holds 40 connections at most, and what waits for one waits in its queue; a relay that both bots have measures without it.',
      `What came late (Slack: after 3 s): ${late}. Calls of Abdi that were refused: ${refused}.`,
    ],
  }
}

interface Measured {
  /** ms from question to answer, at a gentle pace. */
  readonly answered: readonly number[]
  /** ms until the bot had acknowledged it, in a rush. */
  readonly taken: readonly number[]
  /** The same from when it was written, where a platform lets things wait. */
  readonly queued?: readonly number[]
  /** Events a second, as they could be sent. */
  readonly pace: number
  /** Seconds after the rush until nothing was left to be said. */
  readonly drained: number
}

/** A platform as the bench uses it: both resolve to ms. */
interface Way {
  readonly name: string
  asked(person: number, question: string): Promise<number>
  /** With what the platform itself let it wait. */
  taken(person: number, question: string): Promise<number>
  /** How long each answer of the bot took, of all so far. */
  times?(): readonly number[]
  refusals(): number
  late(): number
}

interface Played {
  readonly program: Program
  readonly ways: readonly Way[]
  /** Resolves once everything is answered. */
  calm(): Promise<unknown>
}

async function play(rig: Rig, file: string, environment: Readonly<Record<string, string>>): Promise<Played> {
  const [slack, telegram, port] = await Promise.all([createSlackServer(), createTelegramServer(), freePort()])
  const relay = await createRelay(port)
  rig.onEnd(() => Promise.all([slack.close(), telegram.close(), relay.close()]))
  const program = startProgram(rig, file, {
    directory: rig.folder(),
    environment: {
      PORT: String(port),
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_SIGNING_SECRET: slack.signingSecret,
      SLACK_API_URL: slack.apiUrl,
      TELEGRAM_BOT_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.url,
      TELEGRAM_WEBHOOK_URL: `${relay.url}/telegram`,
      TELEGRAM_WEBHOOK_SECRET: 'rahasia-webhook-tolok-ukur',
      ...environment,
    },
  })
  const met = () =>
    telegram.calls.some(({ method, outcome }) => method === 'setWebhook' && outcome === 'ok') &&
    slack.calls.some(({ method }) => method === 'auth.test')
  await until(program, 'it had told both platforms where it is', () => met() || undefined)
  slack.deliverTo(`http://127.0.0.1:${port}/slack/events`)
  return {
    program,
    ways: [overSlack(slack), overTelegram(telegram, relay.times)],
    calm: () =>
      file === 'src/main.ts'
        ? until(program, 'everything was answered', () => open(port), { timeoutMs: DRAIN_MS, everyMs: 200 })
        : pause(1_000),
  }
}

function overSlack(server: SlackServer): Way {
  return {
    name: 'Slack',
    async asked(person, question) {
      const from = server.person(`Orang ${person}`)
      const asked = Date.now()
      from.says(question)
      const reply = await server.until(
        () => server.messages(from.dm).find(({ ours, streaming }) => ours && !streaming),
        60_000,
      )
      return reply.at - asked
    },
    async taken(person, question) {
      const [delivery] = server.person(`Orang ${person}`).says(question).deliveries
      if (delivery === undefined) throw new Error('a message in private is always delivered')
      await server.delivered(delivery, 120_000)
      return Math.max(0, ...delivery.attempts.map(({ ms = 0 }) => ms))
    },
    refusals: () => server.violations.length,
    late: () => server.lateAcks.length,
  }
}

function overTelegram(server: TelegramServer, times: readonly number[]): Way {
  const person = (number: number) => server.user({ id: 10_000 + number, name: `Orang ${number}` })
  return {
    name: 'Telegram',
    async asked(number, question) {
      const from = person(number)
      const asked = performance.now()
      from.says(question)
      return (await from.waitFor(1, 60_000)).at - asked
    },
    async taken(number, question) {
      const sent = performance.now()
      await server.delivered(person(number).says(question), 120_000)
      return performance.now() - sent
    },
    times: () => [...times],
    refusals: () => server.violations.length,
    late: () => 0,
  }
}

/** Passes requests on and keeps how many ms each answer took: Telegram's own queue is not in them. */
async function createRelay(
  port: number,
): Promise<{ readonly url: string; readonly times: readonly number[]; close(): Promise<unknown> }> {
  const times: number[] = []
  const server = createServer(async (request, response) => {
    const { method = '', url = '', headers } = request
    const { 'content-type': type = '', 'x-telegram-bot-api-secret-token': secret = '' } = headers
    const body = await buffer(request)
    const begun = performance.now()
    try {
      const answer = await fetch(`http://127.0.0.1:${port}${url}`, {
        method,
        headers: { 'content-type': type, 'x-telegram-bot-api-secret-token': String(secret) },
        body,
      })
      const words = await answer.text()
      times.push(performance.now() - begun)
      response.writeHead(answer.status).end(words)
    } catch {
      response.writeHead(502).end() // nobody listens there yet, or any more
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, // a TCP server's address is always one
    times,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

async function gently({ asked }: Way, questions: readonly string[]): Promise<readonly number[]> {
  const { results } = await steadily(GENTLE, (i) => asked(PEOPLE + i, questions[i % questions.length] ?? ''))
  return results
}

async function rush(
  { taken, times }: Way,
  questions: readonly string[],
): Promise<Pick<Measured, 'taken' | 'queued' | 'pace'>> {
  const before = times?.().length ?? 0
  const { results, pace } = await steadily(RUSH, (i) =>
    taken(i % PEOPLE, questions[i % questions.length] ?? ''),
  )
  const own = times?.().slice(before)
  return { taken: own ?? results, ...(own && { queued: results }), pace }
}

/** Begins something so many times a second, whether or not what was begun before is over. */
async function steadily(
  perSecond: number,
  work: (i: number) => Promise<number>,
): Promise<{ readonly results: readonly number[]; readonly pace: number }> {
  const begun = performance.now()
  const results: Promise<number>[] = []
  for (let i = 0; i < perSecond * SECONDS; i++) {
    await pause(Math.max(0, begun + (i * 1_000) / perSecond - performance.now()))
    results.push(work(i))
  }
  const pace = (results.length * 1_000) / (performance.now() - begun + 1_000 / perSecond)
  return { results: await Promise.all(results), pace }
}

/** True once nothing stored waits to be answered or delivered, as /metrics says it. */
async function open(port: number): Promise<true | undefined> {
  const page = await fetch(`http://127.0.0.1:${port}/metrics`, { signal: AbortSignal.timeout(10_000) }).catch(
    () => undefined, // it is too busy to say
  )
  const counts = [...((await page?.text()) ?? '').matchAll(/^abdi_messages_open\{.*\} (\d+)$/gm)]
  return counts.length === 2 && counts.every(([, count]) => count === '0') ? true : undefined
}

function figuresOf(name: string, abdi: Measured | undefined, peer: Measured | undefined): readonly Figure[] {
  if (abdi === undefined || peer === undefined) throw new Error(`${name} was not measured`)
  const taken = [0.5, 0.95, 0.99].map((share) => ({
    name: `${name}, ${RUSH}/s: ${share * 100} of 100 taken within`,
    unit: 'ms' as const,
    abdi: quantile(abdi.taken, share),
    peer: quantile(peer.taken, share),
  }))
  const answered = [0.5, 0.95].map((share) => ({
    name: `${name}, ${GENTLE}/s: ${share * 100} of 100 answered within`,
    unit: 'ms' as const,
    abdi: quantile(abdi.answered, share),
    peer: quantile(peer.answered, share),
  }))
  const queued = abdi.queued &&
    peer.queued && {
      name: `${name}, ${RUSH}/s: the same with its queue, 95 of 100`,
      unit: 'ms' as const,
      abdi: quantile(abdi.queued, 0.95),
      peer: quantile(peer.queued, 0.95),
    }
  return [
    ...taken,
    ...(queued ? [queued] : []),
    { name: `${name}, ${RUSH}/s: could be sent`, unit: '/s', abdi: abdi.pace, peer: peer.pace },
    { name: `${name}: all answered after the rush`, unit: 's', abdi: abdi.drained },
    ...answered,
  ]
}
