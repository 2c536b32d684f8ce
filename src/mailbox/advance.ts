import type { Channel } from '../chat/channel.ts'
import type { Person } from '../chat/feature.ts'
import {
  type ConversationId,
  channelOf,
  type Incoming,
  type Language,
  type Outgoing,
} from '../chat/message.ts'
import { texts } from '../chat/texts.ts'
import type { Answered, ConversationState } from '../chat/turn.ts'
import { RetryLater, Unreachable } from '../errors.ts'
import type { Log } from '../log.ts'
import { LEASE_SECONDS, type Lease } from './leases.ts'
import type { Mailbox } from './mailbox.ts'
import { kept, recalled } from './memory.ts'
import type { Next } from './next.ts'
import { createSeats, type Seat } from './seats.ts'

/** What advancing a conversation needs: the table, the channels, and the turn itself. */
export interface AdvanceContext {
  readonly mailbox: Mailbox
  readonly log: Log
  channel(name: string): Channel | undefined
  person(account: string, name: string): Promise<Person>
  turn(
    message: Incoming,
    person: Person,
    state: ConversationState,
    preview: (text: string) => void,
  ): Promise<Answered>
  /**
   * So many answers are worked on at once; the rest wait, each conversation in its turn. What comes in is stored
   * beside them, so few keep "taken" quick. A model's answer mostly waits, so there may be more of them.
   */
  readonly atOnce: number
  /** Called with how long an answer took, from taking it up to answered, in seconds, and whether it failed. */
  observe?(seconds: number, failed: boolean): void
}

/**
 * A message is answered at most this often before it gets an apology: one that takes the process with it each
 * time must end, one that merely waited through other crashes should not. A piece is delivered at most so often.
 */
const ANSWER_ATTEMPTS = 10
const DELIVERY_ATTEMPTS = 12

/**
 * The one verb of the worker: answer what is unanswered in order, deliver what is undelivered, look once
 * more. Idempotent, and safe to call from anywhere at any time: one process works on a conversation at once.
 */
export function createAdvance(context: AdvanceContext) {
  const running = new Map<ConversationId, Promise<void>>()
  const again = new Set<ConversationId>()
  const timers = new Map<ConversationId, NodeJS.Timeout>()
  const seats = createSeats(context.atOnce)
  let stopping = false

  function advance(conversation: ConversationId): Promise<void> {
    const current = running.get(conversation)
    if (current !== undefined) {
      again.add(conversation)
      return current
    }
    const work = untilQuiet(conversation)
      .catch((error: unknown) =>
        context.log.error({ conversation, err: error }, 'advancing a conversation failed'),
      )
      .finally(() => {
        if (running.get(conversation) === work) running.delete(conversation)
      })
    running.set(conversation, work)
    return work
  }

  async function untilQuiet(conversation: ConversationId): Promise<void> {
    do {
      const seat = await seats.take() // before the lease, which would have to be renewed all the while
      if (stopping) return seat.leave()
      again.delete(conversation)
      const wait = await once(conversation, seat).finally(seat.leave)
      if (wait === 'taken') return
      if (wait === undefined || again.has(conversation)) continue
      running.delete(conversation) // as below: whoever calls from now on is not heard here
      return later(conversation, wait)
    } while (!stopping && ((await context.mailbox.hasOpen(conversation)) || again.has(conversation)))
    running.delete(conversation) // in the same breath as the last look, so that no call falls between the two
  }

  /** Resolves to the seconds to wait when the conversation has to pause, or to 'taken' when another works on it. */
  async function once(conversation: ConversationId, seat: Seat): Promise<number | 'taken' | undefined> {
    const lease = await context.mailbox.take(conversation)
    if (lease === undefined) return 'taken'
    return work(lease, seat).finally(() => context.mailbox.release(lease))
  }

  async function work(lease: Lease, seat: Seat): Promise<number | undefined> {
    const renew = (): Promise<void> =>
      context.mailbox.renew(lease).catch((error: unknown) => {
        context.log.warn({ conversation: lease.conversation, err: error }, 'a lease could not be renewed')
      })
    const heartbeat = setInterval(() => void renew(), (LEASE_SECONDS * 1000) / 3)
    let current = lease
    try {
      while (!stopping) {
        const next = await context.mailbox.next(current)
        if (next === undefined) return undefined
        if (next.kind === 'wait') return next.seconds
        if (next.kind === 'deliver') {
          seat.leave() // a platform is slow, and costs nobody here anything
          const wait = await deliver(current, next)
          if (wait !== undefined) return wait
          if (!seat.regain()) return undefined // the rest waits in its turn, without a lease
        } else current = { ...current, ...(await answer(current, next)) }
      }
      return undefined
    } finally {
      clearInterval(heartbeat)
    }
  }

  /** Resolves to what the conversation is in the middle of then. */
  async function answer(
    lease: Lease,
    next: Next & { kind: 'answer' },
  ): Promise<Pick<Lease, 'state' | 'sealed'>> {
    const { id, message, own } = next
    const seen = recalled(message, lease.state, own)
    const started = performance.now()
    const channel = context.channel(channelOf(lease.conversation))
    if (!message.aside) void channel?.showTyping(lease.conversation)
    const preview = (text: string): void => void channel?.preview?.(lease.conversation, text)
    const { answered, failure } = await attempt({ ...lease, state: seen }, next, preview)
    const { state, learnt } = kept(message, lease.state, seen, answered.state, own)
    const pieces = answered.replies.flatMap((reply: Outgoing) => channel?.split(reply) ?? [reply])
    const { sealed = false } = answered
    const news =
      own && Object.keys(learnt).length > 0
        ? { person: own.person, account: message.sender.account, memory: learnt }
        : undefined
    await context.mailbox.answer(lease, id, state, pieces, {
      failure,
      learnt: news,
      traceless: answered.traceless ? message.content : undefined,
      sealed,
    })
    context.observe?.((performance.now() - started) / 1000, failure !== undefined)
    return { state, sealed }
  }

  async function attempt(
    lease: Lease,
    { message, attempts, id, traceless }: Next & { kind: 'answer' },
    preview: (text: string) => void,
  ): Promise<{ answered: Answered; failure?: string }> {
    const apology = (language: Language): Answered => ({
      replies: message.aside ? [] : [{ text: texts[language].failed }], // nobody asked Abdi anything
      state: lease.state,
      ...(lease.sealed && { traceless: true, sealed: true }),
    })
    if (attempts > ANSWER_ATTEMPTS) return { answered: apology('id'), failure: 'too many attempts' } // asks nobody anything
    const person = await context.person(message.sender.account, message.sender.name)
    try {
      return { answered: await context.turn(message, person, lease.state, preview) }
    } catch (error) {
      context.log.error({ ...whose(lease, traceless), message: id, err: error }, 'a turn failed')
      return {
        answered: apology(person.language),
        failure: error instanceof Error ? error.name : typeof error,
      }
    }
  }

  async function deliver(lease: Lease, next: Next & { kind: 'deliver' }): Promise<number | undefined> {
    const { conversation } = lease
    const channel = context.channel(channelOf(conversation))
    if (channel === undefined) {
      await context.mailbox.postpone(next.id, 60) // its channel is switched off; it may be back after a restart
      return 60
    }
    try {
      await context.mailbox.delivered(next.id, await said(channel, conversation, next), next.revision)
      return undefined
    } catch (error) {
      if (error instanceof Unreachable) {
        context.log.info(
          { ...whose(lease, next.traceless), reason: error.message },
          'conversation is unreachable',
        )
        await context.mailbox.unreachable(conversation, error.message)
        return undefined
      }
      const seconds = error instanceof RetryLater ? error.seconds : Math.min(300, 2 ** next.attempts)
      context.log.warn(
        { ...whose(lease, next.traceless), message: next.id, seconds, err: error },
        'delivery is postponed',
      )
      if (!(error instanceof RetryLater) && next.attempts >= DELIVERY_ATTEMPTS) {
        await context.mailbox.fail(next.id, (error as Error).name)
        return undefined
      }
      await context.mailbox.postpone(next.id, seconds)
      return seconds
    }
  }

  /** Says a piece, or puts its new words where it was said before, on platforms that can; resolves to their id of it. */
  async function said(
    channel: Channel,
    conversation: ConversationId,
    { message, platformId }: Next & { kind: 'deliver' },
  ): Promise<string> {
    if (platformId === undefined) return channel.send(conversation, message)
    await channel.edit?.(conversation, platformId, message)
    return platformId
  }

  function later(conversation: ConversationId, seconds: number): void {
    if (stopping || seconds > 600) return // the sweep finds what is further away
    const timer = setTimeout(
      () => {
        timers.delete(conversation)
        void advance(conversation)
      },
      seconds * 1000 + 5,
    )
    clearTimeout(timers.get(conversation))
    timers.set(conversation, timer)
  }

  return {
    advance,
    /** Resolves once the answers under way are given; nothing new is begun. What is open stays stored. */
    async stop(): Promise<void> {
      stopping = true
      for (const timer of timers.values()) clearTimeout(timer)
      await Promise.all(running.values())
    },
  }
}

/** The conversation, for the log; of what is to leave no trace not even that. */
function whose(
  { conversation, sealed }: Lease,
  traceless: boolean,
): { readonly conversation?: ConversationId } {
  return sealed || traceless ? {} : { conversation }
}
