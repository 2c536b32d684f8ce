import type { FilledPrompt } from './prompt.ts'

/** A model that writes: streams the answer's text piece by piece, none empty; throws `ModelUnavailable`, or the signal's reason once it is aborted. */
export interface ChatModel {
  readonly name: string
  stream(prompt: FilledPrompt, signal?: AbortSignal): AsyncIterable<string>
}

/** A model that measures meaning: one vector per text, in the order given, all equally long; throws `ModelUnavailable`, or the signal's reason once it is aborted. */
export interface EmbeddingModel {
  readonly name: string
  /** The length of every vector, where it was asked for. */
  readonly dimensions?: number
  embed(texts: readonly string[], signal?: AbortSignal): Promise<readonly (readonly number[])[]>
}

/** Why a model gave nothing: asked too often, too slow, it will not (key, request, content), no connection, or a bad answer. */
export type Unavailability = 'rate-limit' | 'timeout' | 'refused' | 'unreachable' | 'broken'

/** The model cannot be used now, so do without it; `retryAfter` is in seconds where the endpoint said. The message holds no key, address or text. */
export class ModelUnavailable extends Error {
  readonly reason: Unavailability
  readonly retryAfter?: number
  constructor(reason: Unavailability, message: string, retryAfter?: number) {
    super(message)
    this.name = 'ModelUnavailable'
    this.reason = reason
    if (retryAfter !== undefined) this.retryAfter = retryAfter
  }
}

/** How long a request may take, in milliseconds: until the first piece of its answer, and in all. */
export interface Limits {
  readonly firstMs: number
  readonly totalMs: number
}

/** Runs one request and gives on the pieces of its answer; throws `ModelUnavailable`, or the caller's reason to call it off. */
export type Guard = <T>(
  limits: Limits,
  ask: (signal: AbortSignal) => AsyncIterable<T>,
  caller?: AbortSignal,
) => AsyncGenerator<T>

/**
 * A guard that keeps requests within their time, tries once more while nothing has come, and after 3 failures in
 * a row skips the model for 30 s. `explain` says what another error means; `now` is in milliseconds since the epoch.
 */
export function createGuard(
  model: string,
  explain: (error: unknown) => ModelUnavailable,
  now: () => number,
): Guard {
  let failures = 0
  let skippedUntil = 0

  function enter(): void {
    if (failures < PATIENCE) return
    const seconds = Math.ceil((skippedUntil - now()) / 1_000)
    if (seconds > 0)
      throw new ModelUnavailable('unreachable', `${model} is skipped after ${failures} failures`, seconds)
    skip() // this request is the trial; the others stay skipped until it succeeds
  }

  function skip(): void {
    skippedUntil = now() + SKIPPED_MS
  }

  return async function* guarded(limits, ask, caller) {
    caller?.throwIfAborted()
    enter()
    const time = startTime(model, limits, caller)
    let heard = false
    try {
      for (let triesLeft = 1; ; triesLeft--) {
        try {
          for await (const piece of ask(time.signal)) {
            heard = true
            time.heard()
            yield piece
          }
          failures = 0
          return
        } catch (error) {
          const failure = time.signal.aborted
            ? time.signal.reason
            : error instanceof ModelUnavailable
              ? error
              : explain(error)
          if (triesLeft > 0 && !heard && mayPass(failure)) continue
          if (failure instanceof ModelUnavailable && ++failures >= PATIENCE) skip()
          throw failure
        }
      }
    } finally {
      time.stop()
    }
  }
}

const PATIENCE = 3
const SKIPPED_MS = 30_000

/** A signal that ends the request when its time is up, when the caller calls it off, and when it is stopped. */
function startTime(model: string, { firstMs, totalMs }: Limits, caller: AbortSignal | undefined) {
  const own = new AbortController()
  const late = (ms: number, what: string): NodeJS.Timeout =>
    setTimeout(() => own.abort(new ModelUnavailable('timeout', `${model} ${what} ${ms} ms`)), ms)
  const silence = late(firstMs, 'was silent for')
  const total = late(totalMs, 'was not done after')
  return {
    signal: caller ? AbortSignal.any([caller, own.signal]) : own.signal,
    heard: () => clearTimeout(silence),
    stop() {
      clearTimeout(silence)
      clearTimeout(total)
      own.abort() // whoever stops reading ends the request
    },
  }
}

function mayPass(failure: unknown): boolean {
  if (!(failure instanceof ModelUnavailable) || failure.retryAfter !== undefined) return false
  return failure.reason === 'unreachable' || failure.reason === 'broken'
}
