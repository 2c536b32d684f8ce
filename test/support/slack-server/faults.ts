import type { Params } from './params.ts'

/** Which calls a fault is for: a method, `*` for all, or what a function says of a call. */
export type Match = string | ((call: { readonly method: string; readonly params: Params }) => boolean)

/** What goes wrong instead of an answer; one of these. */
export interface Fault {
  /** An HTTP status; 429 carries Retry-After. */
  readonly status?: number
  /** Seconds of Retry-After (1). */
  readonly retryAfter?: number
  /** `{ok: false, error}`, nothing done. */
  readonly error?: string
  /** Never answered; with a number answered after so many ms of the server's clock. */
  readonly timeout?: true | number
  /** The connection is cut before anything is done, or after it was. */
  readonly hangUp?: true | 'after'
  /** How many calls (1). */
  readonly times?: number
}

/** Shares (0–1) of calls and deliveries that go wrong, drawn from `seed`, so that a run can be repeated. */
export interface Chaos {
  readonly seed?: number
  /** Calls answered 429 with Retry-After 1 (or `retryAfter`). */
  readonly rate429?: number
  readonly retryAfter?: number
  /** Calls answered 503, nothing done. */
  readonly rate5xx?: number
  /** Calls whose connection is cut: half of them before, half after they were carried out. */
  readonly rateTimeout?: number
  /** Deliveries that come twice. */
  readonly duplicate?: number
  /** Deliveries that come after the one behind them. */
  readonly reorder?: number
  /** Which calls; everything that sends, changes or shows by default. */
  readonly match?: Match
}

/** Keeps the faults that tests ordered and deals them out. */
export function createFaults() {
  const orders: { readonly match: Match; left: number; readonly fault: Fault }[] = []
  let chaos: { readonly rates: Chaos; readonly draw: () => number } | undefined
  return {
    order(match: Match, fault: Fault): void {
      orders.push({ match, left: fault.times ?? 1, fault })
    },
    chaos(rates: Chaos): void {
      chaos = { rates, draw: randomFrom(rates.seed ?? 1) }
    },
    calm(): void {
      orders.length = 0
      chaos = undefined
    },
    /** What is to happen to a call; undefined lets it pass. */
    next(method: string, params: Params): Fault | undefined {
      const order = orders.find(({ match, left }) => left > 0 && fits(match, method, params))
      if (order !== undefined) {
        order.left -= 1
        return order.fault
      }
      if (chaos === undefined || !fits(chaos.rates.match ?? sends, method, params)) return undefined
      return drawn(chaos.rates, chaos.draw())
    },
    /** Whether a delivery comes twice, or late. */
    fate(): { readonly twice: boolean; readonly late: boolean } {
      if (chaos === undefined) return { twice: false, late: false }
      const { duplicate = 0, reorder = 0 } = chaos.rates
      return { twice: chaos.draw() < duplicate, late: chaos.draw() < reorder }
    },
  }
}

function drawn(rates: Chaos, number: number): Fault | undefined {
  const { rate429 = 0, rate5xx = 0, rateTimeout = 0, retryAfter = 1 } = rates
  if (number < rate429) return { status: 429, retryAfter }
  if (number < rate429 + rate5xx) return { status: 503 }
  if (number < rate429 + rate5xx + rateTimeout / 2) return { hangUp: true }
  return number < rate429 + rate5xx + rateTimeout ? { hangUp: 'after' } : undefined
}

function fits(match: Match, method: string, params: Params): boolean {
  return typeof match === 'string' ? match === '*' || match === method : match({ method, params })
}

function sends({ method }: { readonly method: string }): boolean {
  return /^(chat|views|assistant|reactions)\./.test(method)
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
