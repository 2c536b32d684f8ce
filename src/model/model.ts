import type { FilledPrompt } from './prompt.ts'

/** A model that writes: streams the answer's text piece by piece, none empty; throws `ModelUnavailable`, or the signal's reason once it is aborted. */
export interface ChatModel {
  readonly name: string
  stream(prompt: FilledPrompt, signal?: AbortSignal): AsyncIterable<string>
}

/** A model that measures meaning: one vector per text, in the order given, all equally long; throws `ModelUnavailable`. */
export interface EmbeddingModel {
  readonly name: string
  /** The length of every vector, where it was asked for. */
  readonly dimensions?: number
  embed(texts: readonly string[]): Promise<readonly (readonly number[])[]>
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
