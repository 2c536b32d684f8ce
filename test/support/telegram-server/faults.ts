import type { Params } from './params.ts'
import { Refusal, type RefusalParameters } from './refusal.ts'

/** Which calls a fault is for: a method's name, or what a function says of a call. */
export type Match = string | ((call: { readonly method: string; readonly params: Params }) => boolean)

/** An answer to give instead of Telegram's. */
export interface Fault {
  readonly error_code: number
  readonly description: string
  readonly parameters?: RefusalParameters
}

/** Shares of calls and updates (0–1) that go wrong, drawn from `seed`, so that a run can be repeated. */
export interface Chaos {
  readonly seed: number
  /** 429 with retry_after 1 (or `retryAfter`). */
  readonly tooMany?: number
  readonly retryAfter?: number
  /** 500 Internal Server Error, nothing done. */
  readonly serverError?: number
  /** The connection drops before anything is done. */
  readonly dropBefore?: number
  /** The call is carried out, then the connection drops: the caller can't know. */
  readonly dropAfter?: number
  /** Updates that the webhook gets twice, as after a lost answer. */
  readonly duplicate?: number
  /** Updates that the webhook gets after those behind them in other chats. */
  readonly reorder?: number
  /** Which calls; everything that sends, edits, answers or deletes by default. */
  readonly match?: Match
}

/** What is to happen to one call. */
export interface Plan {
  readonly delayMs: number
  readonly refuse?: Refusal
  readonly act: 'pass' | 'hang' | 'drop' | 'dropAfter'
}

/** Keeps the faults that tests ordered and deals them out call by call. */
export function createFaults() {
  const orders: { match: Match; left: number; plan: Plan }[] = []
  const delays: { match: Match; ms: number }[] = []
  let chaos: { rates: Chaos; draw: () => number } | undefined
  return {
    order(match: Match, times: number, plan: Partial<Plan>): void {
      orders.push({ match, left: times, plan: { delayMs: 0, act: 'pass', ...plan } })
    },
    delay(ms: number, match: Match): void {
      delays.push({ match, ms })
    },
    chaos(rates: Chaos): void {
      chaos = { rates, draw: randomFrom(rates.seed) }
    },
    calm(): void {
      orders.length = 0
      delays.length = 0
      chaos = undefined
    },
    /** Whether the webhook gets an update twice, or late. */
    fate(): { readonly twice: boolean; readonly late: boolean } {
      if (chaos === undefined) return { twice: false, late: false }
      const { duplicate = 0, reorder = 0 } = chaos.rates
      return { twice: chaos.draw() < duplicate, late: chaos.draw() < reorder }
    },
    next(method: string, params: Params): Plan {
      const delayMs = delays
        .filter((delay) => fits(delay.match, method, params))
        .reduce((sum, { ms }) => sum + ms, 0)
      const order = orders.find(({ match, left }) => left > 0 && fits(match, method, params))
      if (order !== undefined) {
        order.left -= 1
        return { ...order.plan, delayMs }
      }
      if (chaos === undefined || !fits(chaos.rates.match ?? sends, method, params))
        return { delayMs, act: 'pass' }
      return { delayMs, ...drawn(chaos.rates, chaos.draw()) }
    },
  }
}

function drawn(rates: Chaos, number: number): Pick<Plan, 'act' | 'refuse'> {
  const { tooMany = 0, serverError = 0, dropBefore = 0, dropAfter = 0, retryAfter = 1 } = rates
  if (number < tooMany) {
    const description = `Too Many Requests: retry after ${retryAfter}`
    return { act: 'pass', refuse: new Refusal(429, description, { retry_after: retryAfter }) }
  }
  if (number < tooMany + serverError)
    return { act: 'pass', refuse: new Refusal(500, 'Internal Server Error') }
  if (number < tooMany + serverError + dropBefore) return { act: 'drop' }
  return { act: number < tooMany + serverError + dropBefore + dropAfter ? 'dropAfter' : 'pass' }
}

function fits(match: Match, method: string, params: Params): boolean {
  return typeof match === 'string' ? match.toLowerCase() === method.toLowerCase() : match({ method, params })
}

function sends({ method }: { method: string }): boolean {
  return /^(send|edit|answer|delete(Message|Messages)$)/i.test(method)
}

// mulberry32
function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
