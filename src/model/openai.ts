import { mask, masked, restoring } from './masking.ts'
import {
  type ChatModel,
  createGuard,
  type EmbeddingModel,
  ModelUnavailable,
  type Unavailability,
} from './model.ts'
import type { FilledPrompt } from './prompt.ts'

/** An OpenAI-compatible endpoint and a model of it; the key may be left out where the endpoint wants none. */
export interface Endpoint {
  readonly apiKey?: string
  /** Up to and with `/v1`; OpenAI's own where left out. */
  readonly baseUrl?: string
  readonly model: string
  /** Milliseconds since the epoch; the real clock where left out. */
  readonly now?: () => number
}

/** How long a chat model may take, in milliseconds: until its first token (8,000), and in all (25,000). */
export interface ChatLimits {
  readonly firstTokenMs?: number
  readonly totalMs?: number
}

/** How long the vectors should be (not every model can), and how many milliseconds one text may take (5,000; a second more for each further one). */
export interface EmbeddingOptions {
  readonly dimensions?: number
  readonly timeoutMs?: number
}

/**
 * A chat model at an endpoint; nothing is sent before the first `stream`, and never what could name a person: that is
 * masked, and put back in the answer. Tries once more while no token has come; after 3 failures in a row it is
 * skipped for 30 s.
 */
export async function createChatModel(options: Endpoint & ChatLimits): Promise<ChatModel> {
  const { model, firstTokenMs = 8_000, totalMs = 25_000, now = Date.now } = options
  const { ChatOpenAI } = await import('@langchain/openai')
  const guard = createGuard(model, (error) => unavailable(error, model, now), now)

  async function* ask(prompt: FilledPrompt, signal: AbortSignal): AsyncGenerator<string> {
    const { apiKey, ...configuration } = clientOptions(options)
    const chat = new ChatOpenAI({
      model,
      apiKey,
      configuration,
      streamUsage: false,
      maxRetries: 0,
      zdrEnabled: true, // keeps nothing at OpenAI, for the models that langchain reaches through its Responses API
      ...sampling(model, prompt),
    })
    // `streamEvents` and not `stream`: it runs no callbacks, so no environment variable can make it trace or print
    const events = chat.streamEvents(
      [
        ['system', prompt.system],
        ['human', prompt.user],
      ],
      { signal },
    )
    let spoke = false
    let end: string | undefined
    for await (const event of events) {
      if (event.event === 'message-finish') end = event.reason
      if (event.event !== 'content-block-delta') continue
      const text = event.delta.type === 'text-delta' ? event.delta.text : '' // it thinks aloud: alive, but nothing to show
      spoke ||= text !== ''
      yield text
    }
    if (end === 'content_filter') throw new ModelUnavailable('refused', `${model} withheld its answer`)
    if (end !== 'stop')
      throw new ModelUnavailable('broken', end ? `${model} stopped early: ${end}` : `${model} was cut off`)
    if (!spoke) throw new ModelUnavailable('broken', `${model} answered nothing`)
  }

  return {
    name: model,
    stream(prompt, signal) {
      const hidden = mask(prompt.system, prompt.user)
      const [system = '', user = ''] = hidden.texts
      const limits = { firstMs: firstTokenMs, totalMs }
      return restoring(
        guard(limits, (limit) => ask({ ...prompt, system, user }, limit), signal),
        hidden,
      )
    },
  }
}

/** An embedding model at an endpoint; asks for 64 texts at a time, masked, tried and skipped as by `createChatModel`. */
export async function createEmbeddingModel(options: Endpoint & EmbeddingOptions): Promise<EmbeddingModel> {
  const { model, dimensions, timeoutMs = 5_000, now = Date.now } = options
  const size = dimensions === undefined ? {} : { dimensions }
  const { OpenAI } = await import('openai')
  const client = new OpenAI({ ...clientOptions(options), maxRetries: 0 })
  const guard = createGuard(model, (error) => unavailable(error, model, now), now)

  async function* ask(input: string[], signal: AbortSignal): AsyncGenerator<number[][]> {
    const body = { model, input, encoding_format: 'float' as const, ...size }
    yield vectorsOf(await client.embeddings.create(body, { signal }), input.length, model, dimensions)
  }

  return {
    name: model,
    ...size,
    async embed(texts, signal) {
      const vectors: number[][] = []
      for (let at = 0; at < texts.length; at += BATCH) {
        const batch = texts.slice(at, at + BATCH).map(masked)
        const ms = timeoutMs + (batch.length - 1) * 1_000
        for await (const some of guard({ firstMs: ms, totalMs: ms }, (limit) => ask(batch, limit), signal))
          vectors.push(...some)
      }
      return vectors
    },
  }
}

const BATCH = 64
const OPENAI = 'https://api.openai.com/v1'

/** Says everything that the packages would else take from the environment: addresses, identities, a log that prints requests. */
function clientOptions({ apiKey, baseUrl }: Endpoint) {
  return {
    apiKey: apiKey || 'none',
    baseURL: baseUrl ?? OPENAI,
    adminAPIKey: null,
    organization: null,
    project: null,
    logLevel: 'off' as const,
  }
}

/** OpenAI's reasoning models take no temperature, and their thoughts count as tokens; the time limit bounds them instead. */
function sampling(
  model: string,
  prompt: FilledPrompt,
): Partial<Pick<FilledPrompt, 'temperature' | 'maxTokens'>> {
  const { temperature, maxTokens } = prompt
  return /^(o\d|gpt-[5-9](?!-chat))/.test(model) ? {} : { temperature, maxTokens }
}

/** What went wrong in our own words: the packages' errors quote keys, requests and answers, so none of them goes on, not even as cause. */
function unavailable(error: unknown, model: string, now: () => number): ModelUnavailable {
  const { status, headers, name } = Object(error) as { status?: unknown; headers?: unknown; name?: unknown }
  if (typeof status === 'number')
    return new ModelUnavailable(reasonOf(status), `${model} answered ${status}`, retryAfter(headers, now))
  const kind = error instanceof Error ? error.constructor.name : ''
  if (name === 'TimeoutError' || kind === 'APIConnectionTimeoutError')
    return new ModelUnavailable('timeout', `${model} took too long to connect to`)
  if (kind === 'APIConnectionError')
    return new ModelUnavailable('unreachable', `${model} cannot be reached${codeOf(error)}`)
  return new ModelUnavailable('broken', `${model} broke off or answered what cannot be read${codeOf(error)}`)
}

function reasonOf(status: number): Unavailability {
  if (status === 429) return 'rate-limit'
  if (status === 408 || status === 504) return 'timeout'
  return status >= 500 ? 'broken' : 'refused'
}

/** Seconds to wait, from a header that holds seconds or a date. */
function retryAfter(headers: unknown, now: () => number): number | undefined {
  const text = headers instanceof Headers ? headers.get('retry-after')?.trim() : undefined
  if (!text) return undefined
  const seconds = /^\d+(\.\d+)?$/.test(text) ? Number(text) : (Date.parse(text) - now()) / 1_000
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : undefined
}

/** The system's own code (ECONNREFUSED) of the innermost cause, for whoever reads the log. */
function codeOf(error: unknown): string {
  let code = ''
  for (let at = error; at instanceof Error; at = at.cause)
    if ('code' in at && typeof at.code === 'string' && /^[A-Z_]+$/.test(at.code)) code = ` (${at.code})`
  return code
}

function vectorsOf(
  answer: unknown,
  count: number,
  model: string,
  dimensions: number | undefined,
): number[][] {
  const rows = (answer as { data?: { index?: number; embedding?: unknown }[] } | null)?.data
  if (!Array.isArray(rows) || rows.length !== count)
    throw new ModelUnavailable('broken', `${model} did not answer with ${count} vectors`)
  const vectors = rows.toSorted((a, b) => (a.index ?? 0) - (b.index ?? 0)).map((row) => row.embedding)
  const length = dimensions ?? (Array.isArray(vectors[0]) ? vectors[0].length : 0)
  return vectors.map((vector) => {
    if (Array.isArray(vector) && vector.length === length && length > 0 && vector.every(Number.isFinite))
      return vector
    const got = Array.isArray(vector) ? `a vector of ${vector.length}` : 'no vector'
    throw new ModelUnavailable('broken', `${model} answered with ${got} instead of ${length} numbers`)
  })
}
