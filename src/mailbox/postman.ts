import { setTimeout as pause } from 'node:timers/promises'
import type { Channel } from '../chat/channel.ts'
import { RetryLater, Unreachable } from '../errors.ts'
import { isNight } from '../indonesian/hours.ts'
import type { Log } from '../log.ts'
import { type DueLetter, type Letters, PACER_SECONDS, type PacerLease, type When } from './letters.ts'
import type { Mailbox } from './mailbox.ts'

/** What carrying letters needs. */
export interface PostContext {
  readonly letters: Letters
  readonly mailbox: Pick<Mailbox, 'unreachable' | 'postpone' | 'fail'>
  readonly log: Log
  readonly clock: () => Date
  readonly timeZone: string
  channel(name: string): Channel | undefined
}

const FETCHED = 15
/** A platform across the world takes a third of a second for a message. */
const MOST_UNDER_WAY = 16
const MOST_ATTEMPTS = 12
const CHANCE = 2
/** A letter that waits no longer than this is waited for. */
const SHORT_WAIT_S = 1.5
const LONGEST_PAUSE_MS = 250

/**
 * Carries letters: on each channel one after another as its pace has room, in one process at a time. What is answered
 * meanwhile goes before them, since it asks nobody for room. One letter that cannot go now waits by itself; where
 * three in a row cannot, the platform is asked no more until the time it named is over.
 */
export function createPostman(context: PostContext) {
  const { letters, log, clock, timeZone } = context
  const running = new Map<string, Promise<void>>()
  let stopping = false

  /** Resolves once no letter may go any more for now. */
  async function carry(): Promise<void> {
    if (stopping) return
    await letters.expire(clock())
    for (const name of await letters.channels(when()))
      if (!running.has(name)) {
        const work = carryOn(name)
          .catch((error: unknown) => log.error({ channel: name, err: error }, 'carrying letters failed'))
          .finally(() => running.delete(name))
        running.set(name, work)
      }
    await Promise.all(running.values())
  }

  async function carryOn(name: string): Promise<void> {
    const channel = context.channel(name)
    if (channel === undefined) return // it is switched off; it may be back after a restart
    const lease = await letters.lease(name)
    if (lease === undefined) return
    const round = createRound(channel, lease)
    try {
      await round.run()
    } finally {
      await letters.release(lease)
    }
  }

  function createRound(channel: Channel, lease: PacerLease) {
    const underWay = new Map<string, Promise<void>>()
    let fetched: readonly DueLetter[] = []
    let setbacks = 0
    let silentUntil = 0
    let ours = true

    async function run(): Promise<void> {
      const heart = setInterval(() => void beat(), (PACER_SECONDS * 1000) / 3)
      try {
        while (!stopping && ours) {
          const next = await nextLetter()
          if (next === undefined) break
          if (!(await room(next))) break
          const work = send(next).finally(() => underWay.delete(next.id))
          underWay.set(next.id, work)
          if (underWay.size >= (isAway() ? 1 : MOST_UNDER_WAY)) await Promise.race(underWay.values())
        }
      } finally {
        clearInterval(heart)
        await Promise.all(underWay.values())
      }
    }

    async function beat(): Promise<void> {
      try {
        ours = await letters.renew(lease)
      } catch (error) {
        ours = false // whoever cannot say that it is theirs leaves it to others
        log.warn({ channel: channel.name, err: error }, 'the right to send letters could not be renewed')
      }
    }

    /** A few failures are chance; more of them without a success in between are not. */
    function isAway(): boolean {
      return setbacks > CHANCE
    }

    async function nextLetter(): Promise<DueLetter | undefined> {
      for (;;) {
        const [next, ...rest] = fetched
        fetched = rest
        if (next !== undefined) return next
        const due = await letters.due(channel.name, when(), FETCHED + underWay.size)
        fetched = due.filter(({ id }) => !underWay.has(id))
        if (fetched.length > 0) continue
        if (underWay.size > 0) await Promise.race(underWay.values())
        else if (!(await waitFor(await letters.wait(channel.name, when())))) return undefined
      }
    }

    /** Waits for a letter that may go soon; false where there is none, or we stop. */
    async function waitFor(seconds: number | undefined): Promise<boolean> {
      if (seconds === undefined || seconds > SHORT_WAIT_S || stopping || !ours) return false
      await pause(Math.max(1, Math.min(LONGEST_PAUSE_MS, seconds * 1000)))
      return true
    }

    /** Waits until the platform has room; false where we stop meanwhile. */
    async function room({ conversation }: DueLetter): Promise<boolean> {
      while (!stopping && ours) {
        const silence = silentUntil - performance.now()
        const wait = silence > 0 ? silence : (channel.room?.(conversation) ?? 0) * 1000
        if (wait <= 0) return true
        await pause(Math.min(LONGEST_PAUSE_MS, Math.ceil(wait)))
      }
      return false
    }

    async function send({ id, conversation, message, sent, attempts }: DueLetter): Promise<void> {
      try {
        if (!(await letters.take(id))) return
        const pieces = channel.split(message)
        for (const [i, piece] of pieces.entries()) {
          if (i < sent) continue
          const platformId = await channel.send(conversation, piece)
          await letters.delivered(id, i + 1, platformId, i === pieces.length - 1)
        }
        setbacks = 0
      } catch (error) {
        await setBack(error, { id, conversation, attempts })
      }
    }

    async function setBack(
      error: unknown,
      { id, conversation, attempts }: Pick<DueLetter, 'id' | 'conversation' | 'attempts'>,
    ): Promise<void> {
      if (error instanceof Unreachable) {
        setbacks = 0
        log.info({ conversation, reason: error.message }, 'conversation is unreachable')
        return context.mailbox.unreachable(conversation, error.message)
      }
      const waits = error instanceof RetryLater
      const seconds = waits ? error.seconds : Math.min(300, 2 ** attempts)
      log.warn({ conversation, message: id, seconds, err: error }, 'a letter is postponed')
      if (!waits && attempts + 1 >= MOST_ATTEMPTS) return context.mailbox.fail(id, nameOf(error))
      await context.mailbox.postpone(id, seconds)
      if (waits) setbacks++
      if (waits && isAway()) silentUntil = Math.max(silentUntil, performance.now() + error.seconds * 1000)
    }

    return { run }
  }

  function when(): When {
    const now = clock()
    return { now, night: isNight(now, timeZone) }
  }

  return {
    carry,
    /** Begins to carry what may go, without waiting for it. */
    kick(): void {
      carry().catch((error: unknown) => log.error({ err: error }, 'looking for letters failed'))
    },
    /** Resolves once the letters under way are sent; nothing new is begun. */
    async stop(): Promise<void> {
      stopping = true
      await Promise.all(running.values())
    },
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error
}
