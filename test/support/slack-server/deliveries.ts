import type { Signal } from '../telegram-server/signal.ts'
import type { Clock } from './clock.ts'
import type { Json } from './params.ts'

/** What is delivered: an event, a press, submission or shortcut, or a slash command. */
export type Kind = 'events_api' | 'interactive' | 'slash_commands'

/** One try to hand something to the bot. */
export interface Attempt {
  /** 0 first, then x-slack-retry-num. */
  readonly retry: number
  /** Why it was tried again, in Slack's words. */
  readonly reason?: string
  /** When, ms of the server's clock. */
  readonly at: number
  readonly by: 'http' | 'socket'
  /** `late` after 3 s without an answer; `lost` with the connection it went over. */
  outcome: 'pending' | 'acked' | 'late' | 'failed' | 'lost'
  /** Real milliseconds until the answer, even a late one. */
  ms?: number
  status?: number
}

/** Something for the bot, with how it went. */
export interface Delivery {
  /** The event_id; for the rest an id of its own, which Socket Mode uses as envelope_id. */
  readonly id: string
  readonly envelope: string
  readonly kind: Kind
  readonly body: Json
  readonly attempts: readonly Attempt[]
  readonly state: 'waiting' | 'acked' | 'failed'
  /** What the answer carried: response_action, text of a command. */
  readonly response?: unknown
}

/** How an attempt ended, as its carrier tells. */
export interface Outcome {
  readonly ok: boolean
  readonly reason?: string
  readonly status?: number
  readonly response?: unknown
  /** x-slack-no-retry was set. */
  readonly final?: boolean
}

/** Takes an attempt to the bot and calls back once, or never. */
export interface Carrier {
  readonly by: 'http' | 'socket'
  carry(delivery: Delivery, attempt: Attempt, done: (outcome: Outcome) => void): void
}

/** What the deliveries work with. */
export interface DeliveryOptions {
  readonly clock: Clock
  readonly signal: Signal
  readonly fate: () => { readonly twice: boolean; readonly late: boolean }
  /** How deliveries go now; undefined lets them wait. */
  readonly carrier: () => Carrier | undefined
}

const DEADLINE_MS = 3000
/** Pauses before the three repetitions of an event. */
const PAUSES_MS = [0, 60_000, 300_000]

type Open = { -readonly [K in keyof Delivery]: Delivery[K] } & {
  readonly attempts: Attempt[]
  readonly onAck: (response: unknown) => void
  readonly onFail: (reason: string) => void
}

/** Hands things to the bot as Slack does: 3 s for an answer, events again at once, after 1 and 5 minutes. */
export function createDeliveries({ clock, signal, fate, carrier }: DeliveryOptions) {
  const all: Open[] = []
  const waiting = new Map<Open, { readonly retry: number; readonly reason?: string }>()
  const held: Open[] = []
  const lateAcks: { readonly delivery: Delivery; readonly attempt: Attempt }[] = []
  const timers = new Map<Attempt, () => void>()
  return {
    all: all as readonly Delivery[],
    lateAcks,
    push(
      kind: Kind,
      body: Json,
      id: string,
      onAck: (response: unknown) => void = () => undefined,
      onFail: (reason: string) => void = () => undefined,
    ): Delivery {
      const delivery: Open = {
        id,
        envelope: crypto.randomUUID(),
        kind,
        body,
        attempts: [],
        state: 'waiting',
        onAck,
        onFail,
      }
      all.push(delivery)
      const { twice, late } = fate()
      if (late) hold(delivery)
      else attempt(delivery, 0)
      if (twice && kind === 'events_api') attempt(delivery, 1, 'http_timeout')
      if (!late) release()
      return delivery
    },
    /** Sends something once more under its own id, as after a lost answer. */
    again(delivery: Delivery, reason = 'http_timeout'): void {
      const open = all.find((each) => each === delivery)
      if (open !== undefined)
        attempt(open, Math.max(0, ...open.attempts.map(({ retry }) => retry)) + 1, reason)
    },
    /** Tries what waited for a way to the bot. */
    flush(): void {
      for (const [delivery, { retry, reason }] of [...waiting]) {
        waiting.delete(delivery)
        attempt(delivery, retry, reason)
      }
    },
    /** Everything that went over a lost connection waits for the next one. */
    lose(delivery: Delivery, attempt: Attempt): void {
      const open = all.find((each) => each === delivery)
      if (open === undefined || attempt.outcome !== 'pending') return
      settle(attempt, 'lost')
      if (open.state === 'waiting') waiting.set(open, { retry: attempt.retry + 1, reason: 'timeout' })
    },
    close(): void {
      for (const stop of timers.values()) stop()
      timers.clear()
      waiting.clear()
    },
  }

  function attempt(delivery: Open, retry: number, reason?: string): void {
    const way = carrier()
    if (way === undefined) {
      waiting.set(delivery, { retry, ...(reason !== undefined && { reason }) })
      return
    }
    const started = performance.now()
    const made: Attempt = {
      retry,
      ...(reason !== undefined && { reason }),
      at: clock.now(),
      by: way.by,
      outcome: 'pending',
    }
    delivery.attempts.push(made)
    timers.set(
      made,
      clock.after(DEADLINE_MS, () => {
        settle(made, 'late')
        lateAcks.push({ delivery, attempt: made })
        repeat(delivery, retry, way.by === 'http' ? 'http_timeout' : 'timeout')
      }),
    )
    way.carry(delivery, made, ({ ok, reason: why = 'unknown_error', status, response, final }) => {
      made.ms = performance.now() - started
      if (status !== undefined) made.status = status
      if (made.outcome !== 'pending') return signal.notify()
      settle(made, ok ? 'acked' : 'failed')
      if (!ok) return final === true ? give(delivery, why) : repeat(delivery, retry, why)
      if (delivery.state === 'acked') return
      delivery.state = 'acked'
      delivery.response = response
      delivery.onAck(response)
      signal.notify()
    })
  }

  function settle(made: Attempt, outcome: Attempt['outcome']): void {
    made.outcome = outcome
    timers.get(made)?.()
    timers.delete(made)
    signal.notify()
  }

  function repeat(delivery: Open, retry: number, reason: string): void {
    const pause = PAUSES_MS[retry]
    if (delivery.state === 'acked') return
    const again = () => {
      if (delivery.state === 'waiting') attempt(delivery, retry + 1, reason)
    }
    if (delivery.kind !== 'events_api' || pause === undefined) give(delivery, reason)
    else if (pause === 0) setImmediate(again)
    else clock.after(pause, again)
  }

  function give(delivery: Open, reason: string): void {
    if (delivery.state !== 'waiting') return
    delivery.state = 'failed'
    delivery.onFail(reason)
    signal.notify()
  }

  function hold(delivery: Open): void {
    held.push(delivery)
    // Where nothing comes behind it, it comes all the same.
    setTimeout(release, 20).unref()
  }

  function release(): void {
    for (const delivery of held.splice(0)) attempt(delivery, 0)
  }
}
