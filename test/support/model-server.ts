import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'

/** A chat request as it came in, checked. */
export type ChatRequest = z.output<typeof chatBody>

/** One request that reached the server; `end` resolves once the connection is done with: everything sent, or not. */
export interface ModelCall {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: unknown
  readonly end: Promise<'whole' | 'cut'>
}

/** An OpenAI-compatible endpoint on the loopback, with faults to order; those ordered first happen first, each `times` times (1). */
export interface ModelServer {
  /** Ends in `/v1`. */
  readonly url: string
  readonly calls: readonly ModelCall[]
  /** What chat answers from now on ("Baik."). */
  answerWith(answer: string | ((request: ChatRequest) => string)): void
  /** What a streamed answer thinks aloud first from now on, as `reasoning_content` (""). */
  thinkFirst(thoughts: string): void
  /** Why a chat answer ends from now on ("stop"). */
  finishWith(reason: string): void
  /** Answers with an error; `retryAfter` goes into the header as it is. */
  fail(status: number, options?: { retryAfter?: number | string; times?: number }): void
  /** Takes the request and never says a word. */
  silent(times?: number): void
  /** Sends so many characters of the answer, then breaks the connection, or with `clean` ends it as if all were said. */
  cutAfter(characters: number, times?: number, options?: { clean?: boolean }): void
  /** Waits so many milliseconds before each piece of a streamed answer from now on. */
  delayPerChunk(ms: number): void
  /** The vector of a text from now on; a wrong number of dimensions is passed on as it is. */
  embedWith(embed: (text: string, dimensions: number) => readonly number[]): void
  close(): Promise<void>
}

type Fault =
  | { kind: 'status'; status: number; retryAfter?: number | string }
  | { kind: 'silence' }
  | { kind: 'cut'; characters: number; clean: boolean }

const message = z.strictObject({
  role: z.enum(['system', 'user', 'assistant', 'developer']),
  content: z.string(),
})

const chatBody = z.object({
  model: z.string().min(1),
  messages: z.array(message).min(1),
  stream: z.boolean().default(false),
  temperature: z.number().min(0).max(2).optional(),
  max_tokens: z.int().positive().optional(),
  max_completion_tokens: z.int().positive().optional(),
})

const embeddingBody = z.strictObject({
  model: z.string().min(1),
  input: z.array(z.string().min(1)).min(1).max(2_048),
  encoding_format: z.literal('float'),
  dimensions: z.int().positive().optional(),
})

/** Starts the server on a free port of 127.0.0.1; with a key it answers 401 to whoever does not show it. */
export async function createModelServer(options: { key?: string } = {}): Promise<ModelServer> {
  const calls: ModelCall[] = []
  const faults: Fault[] = []
  const stopped = new AbortController()
  let answer: (request: ChatRequest) => string = () => 'Baik.'
  let embed: (text: string, dimensions: number) => readonly number[] = bagOfWords
  let thoughts = ''
  let finish = 'stop'
  let delay = 0

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { authorization } = request.headers
    const path = request.url ?? ''
    const end = new Promise<'whole' | 'cut'>((resolve) =>
      response.on('close', () => resolve(response.writableFinished && !cut.has(response) ? 'whole' : 'cut')),
    )
    const body = await bodyOf(request)
    calls.push({ path, headers: request.headers, body, end })
    if (options.key !== undefined && authorization !== `Bearer ${options.key}`)
      return refuse(response, 401, `Incorrect API key provided: ${authorization?.slice(7)}.`)
    const fault = faults.shift()
    if (fault?.kind === 'silence') return
    if (fault?.kind === 'status')
      return refuse(response, fault.status, `ordered, asked with ${authorization}`, fault.retryAfter)
    if (request.method === 'GET' && path === '/v1/models')
      return send(response, { object: 'list', data: [MODEL] })
    if (request.method === 'POST' && path === '/v1/embeddings') return embeddings(body, response, fault)
    if (request.method === 'POST' && path === '/v1/chat/completions') return chat(body, response, fault)
    return refuse(response, 404, `no route ${request.method} ${path}`)
  }

  async function embeddings(
    body: unknown,
    response: ServerResponse,
    fault: Fault | undefined,
  ): Promise<void> {
    const { data: asked, error } = embeddingBody.safeParse(body)
    if (error) return refuse(response, 400, z.prettifyError(error))
    if (fault) return breakOff(response)
    const data = asked.input.map((text, index) => ({ index, embedding: embed(text, asked.dimensions ?? 64) }))
    send(response, {
      object: 'list',
      model: asked.model,
      data: data.toReversed(),
      usage: { prompt_tokens: 1, total_tokens: 1 },
    })
  }

  async function chat(
    body: unknown,
    response: ServerResponse,
    fault: Extract<Fault, { kind: 'cut' }> | undefined,
  ): Promise<void> {
    const { data: asked, error } = chatBody.safeParse(body)
    if (error) return refuse(response, 400, z.prettifyError(error))
    const whole = answer(asked)
    const text = fault ? whole.slice(0, fault.characters) : whole
    if (asked.stream) return stream(asked.model, text, response, fault)
    if (fault) return breakOff(response)
    const message = { role: 'assistant', content: text }
    send(response, {
      ...head('chat.completion', asked.model),
      choices: [{ index: 0, message, finish_reason: finish }],
    })
  }

  async function stream(
    model: string,
    text: string,
    response: ServerResponse,
    fault: { clean: boolean } | undefined,
  ): Promise<void> {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    const say = (delta: object, finish_reason: string | null = null): Promise<void> =>
      write(response, {
        ...head('chat.completion.chunk', model),
        choices: [{ index: 0, delta, finish_reason }],
      })
    await say({ role: 'assistant', content: '' })
    if (thoughts !== '') await say({ reasoning_content: thoughts })
    for (const content of text.match(/\s*\S+|\s+$/g) ?? []) {
      if (delay > 0) await setTimeout(delay, undefined, { signal: stopped.signal })
      await say({ content })
    }
    if (fault && !fault.clean) return breakOff(response)
    if (fault) return void response.end()
    await say({}, finish)
    response.end('data: [DONE]\n\n')
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) =>
      response.destroy(error instanceof Error ? error : undefined),
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const order = (fault: Fault, times = 1): void =>
    void faults.push(...Array.from({ length: times }, () => fault))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, // listening on a port, hence no pipe's name
    calls,
    answerWith(to) {
      answer = typeof to === 'string' ? () => to : to
    },
    thinkFirst(to) {
      thoughts = to
    },
    finishWith(reason) {
      finish = reason
    },
    fail: (status, { retryAfter, times } = {}) =>
      order({ kind: 'status', status, ...(retryAfter !== undefined && { retryAfter }) }, times),
    silent: (times) => order({ kind: 'silence' }, times),
    cutAfter: (characters, times, { clean = false } = {}) => order({ kind: 'cut', characters, clean }, times),
    delayPerChunk(ms) {
      delay = ms
    },
    embedWith(own) {
      embed = own
    },
    async close() {
      stopped.abort()
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

const MODEL = { id: 'test-model', object: 'model', created: 0, owned_by: 'test' }
const cut = new WeakSet<ServerResponse>()

const head = (object: string, model: string): object => ({ id: 'chatcmpl-1', object, created: 0, model })

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = ''
  for await (const chunk of request.setEncoding('utf8')) text += chunk
  try {
    return text === '' ? undefined : JSON.parse(text)
  } catch {
    return text // no JSON: the schemas refuse a bare text
  }
}

function send(response: ServerResponse, body: object): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

function refuse(
  response: ServerResponse,
  status: number,
  message: string,
  retryAfter?: number | string,
): void {
  const headers = {
    'content-type': 'application/json',
    ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
  }
  response
    .writeHead(status, headers)
    .end(JSON.stringify({ error: { message, type: 'test', code: null, param: null } }))
}

/** Resolves once the piece has left, so that what was written before a break does arrive. */
function write(response: ServerResponse, event: object): Promise<void> {
  return new Promise((resolve) => response.write(`data: ${JSON.stringify(event)}\n\n`, () => resolve()))
}

function breakOff(response: ServerResponse): void {
  cut.add(response)
  response.destroy()
}

/** A vector of length 1 in which each word counts in the place its hash gives it: texts that share words are near. */
export function bagOfWords(text: string, dimensions: number): number[] {
  const vector = new Array<number>(dimensions).fill(0)
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    let hash = 0x811c9dc5
    for (const char of word) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0
    const at = hash % dimensions
    vector[at] = (vector[at] ?? 0) + 1
  }
  const length = Math.hypot(...vector)
  return length > 0 ? vector.map((value) => value / length) : vector.fill(1, 0, 1)
}

/** Everything a stream gives, once it has ended. */
export async function allOf<T>(stream: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const one of stream) all.push(one)
  return all
}
