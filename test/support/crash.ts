import { setTimeout as pause } from 'node:timers/promises'
import { type Abdi, startAbdi } from '../../scripts/bench/abdi.ts'
import { type Account, audit, type Said } from '../../scripts/bench/audit.ts'
import { until } from '../../scripts/bench/program.ts'
import { knownQuestions } from '../../scripts/bench/questions.ts'
import type { Rig } from '../../scripts/bench/rig.ts'
import { openDatabase } from '../../src/database/database.ts'
import { createTelegramServer, type Person, type TelegramServer } from './telegram-server.ts'

/** When the process is killed: what it is doing at that moment. */
export const MOMENTS = ['starting', 'receiving', 'answering', 'sending'] as const
export type Moment = (typeof MOMENTS)[number]

/** How a crash run goes. The same seed gives the same people, questions and pauses. */
export interface CrashOptions {
  readonly rounds: number
  readonly seed: number
  /** Where the embedded database is, or will be. */
  readonly directory: string
  /** The address of a database of its own; without it the embedded one is used. */
  readonly database?: string
}

/** What came of a crash run. */
export interface CrashReport extends Account {
  readonly kills: Readonly<Record<Moment, number>>
  /** From the last start to everything answered and delivered, in ms. */
  readonly recoveryMs: number
}

const PEOPLE = 24
const BURST = { least: 6, most: 14 } as const

/**
 * Lets people ask in bursts and kills the bot (SIGKILL) once a round, at a random moment of what it is doing.
 * After the last round it may work in peace, is killed once more, and then the accounts are made up.
 */
export async function crash(
  rig: Rig,
  { rounds, seed, directory, database }: CrashOptions,
): Promise<CrashReport> {
  const between = randomOf(seed)
  const server = await createTelegramServer()
  rig.onEnd(() => server.close())
  const people = Array.from({ length: PEOPLE }, (_, i) => server.user({ id: 1_000 + i }))
  const questions = knownQuestions(500)
  const said: Said[] = []
  const kills: Record<Moment, number> = { starting: 0, receiving: 0, answering: 0, sending: 0 }
  const start = (): Promise<Abdi> => startAbdi(rig, { server, directory, ...(database && { database }) })
  let usualStart = 3_000

  async function burst(longestPause: number): Promise<void> {
    for (let left = between(BURST.least, BURST.most); left > 0; left--) {
      const person = people[between(0, PEOPLE - 1)] as Person // the index lies within the list
      const text = `${questions[said.length % questions.length]?.text} (${said.length + 1})`
      said.push({ person, text, update: person.says(text) })
      await pause(between(0, longestPause))
    }
  }

  async function killedAtStart(): Promise<void> {
    await burst(0)
    const abdi = await start()
    await pause(between(50, usualStart * 1.2))
    await abdi.kill()
  }

  async function killedAt(moment: Exclude<Moment, 'starting'>): Promise<void> {
    const abdi = await start()
    usualStart = await abdi.ready()
    server.calm()
    server.delay(moment === 'sending' ? between(0, 30) : 0, ({ method }) => method === 'sendMessage')
    const since = performance.now()
    const talk = burst(moment === 'receiving' ? 0 : 12)
    await until(abdi, `it was ${moment}`, () => isAt(moment, server, since), { everyMs: 1 })
    await pause(between(0, 40))
    await abdi.kill()
    await talk
  }

  for (let i = 0; i < rounds; i++) {
    const moment = MOMENTS[(i + seed) % MOMENTS.length] ?? 'starting'
    await (moment === 'starting' ? killedAtStart() : killedAt(moment))
    kills[moment]++
    rig.tell(`round ${i + 1} of ${rounds}: killed while ${moment}; ${said.length} questions so far`)
  }
  server.calm()
  const abdi = await start()
  await abdi.ready()
  const quiet = async (): Promise<true | undefined> =>
    (server.pending().length === 0 && (await abdi.open()) === 0) || undefined
  await until(abdi, 'everything was answered', quiet, { timeoutMs: 180_000, everyMs: 50 })
  const recoveryMs = performance.now() - abdi.begun
  await abdi.kill()
  const left = await openDatabase(
    database ? { kind: 'native', url: database } : { kind: 'embedded', directory },
  )
  rig.onEnd(() => left.close())
  return { ...(await audit(left, said)), kills, recoveryMs }
}

/** True once the server has seen, since then, the bot do what the moment is called. */
function isAt(
  moment: Exclude<Moment, 'starting'>,
  { calls }: TelegramServer,
  since: number,
): true | undefined {
  const recent = calls.slice(-200)
  if (moment === 'receiving')
    return (
      recent.some(({ method, at, ms }) => method === 'getUpdates' && ms !== undefined && at + ms >= since) ||
      undefined
    )
  const method = moment === 'answering' ? 'sendChatAction' : 'sendMessage'
  return recent.some((call) => call.method === method && call.at >= since) || undefined
}

/** Whole numbers between two bounds, the same ones for the same seed (mulberry32). */
export function randomOf(seed: number): (least: number, most: number) => number {
  let state = seed >>> 0
  return (least, most) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    const share = ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
    return Math.floor(least + share * (most - least + 1))
  }
}
