import { readdirSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Content, ConversationId, Sender } from '../../src/chat/message.ts'
import type { Database } from '../../src/database/database.ts'
import { acceptWire, type Wire } from './slack-server/frames.ts'

/** A payload as its platform sends it, and what is to come of it. */
export interface Recording {
  /** Of its file, without the ending. */
  readonly name: string
  readonly about: string
  /** What is played before it, by name. */
  readonly after?: readonly string[]
  /** What it came with besides the headers every request has. */
  readonly headers?: Readonly<Record<string, string>>
  /** What came: an object, or the words of a form as they stand in the request. */
  readonly payload: Payload
  readonly expected: Expected
  /** What is read wrongly so far: its test passes only while that is so. */
  readonly gap?: string
}

/** What a platform sends. */
export type Payload = string | Readonly<Record<string, unknown>>

/** What comes of a payload. */
export interface Expected {
  /** Of the answer; 200 where nothing is said. */
  readonly status?: number
  /** What the answer says at least; it is empty where nothing is said. */
  readonly answer?: unknown
  /** What reaches the mailbox: a message, several in their order, or null for nothing. */
  readonly incoming: Arrived | readonly Arrived[] | null
  /** What the platform is asked to show besides messages, by method. */
  readonly calls?: readonly string[]
  /** The conversation that can no longer be written to. */
  readonly unreachable?: ConversationId
  /** A part of a warning in the log. */
  readonly logged?: string
  /** True where the bot is to open another connection. */
  readonly reconnects?: boolean
}

/** A message as it stands in the mailbox, its time in ISO 8601 where that is in the payload. */
export interface Arrived {
  readonly conversation: ConversationId
  readonly sender: Sender
  readonly content: Content
  readonly sentAt?: string
  readonly shared?: true
  readonly edited?: true
}

const PAYLOADS = join(import.meta.dirname, '../fixtures/payloads')

/** Every recording of a platform, in the order of their names. Throws for a file that is no recording. */
export function recordingsOf(platform: string): readonly Recording[] {
  const files = readdirSync(join(PAYLOADS, platform)).sort()
  return files.map((file) => {
    const recording = JSON.parse(readFileSync(join(PAYLOADS, platform, file), 'utf8')) as Recording // looked at below
    if (!recording.about || !recording.payload || recording.expected?.incoming === undefined)
      throw new Error(`${platform}/${file} lacks "about", "payload" or "expected.incoming"`)
    return { ...recording, name: file.replace(/\.json$/, '') }
  })
}

/** A recording and before it what it comes after, in the order of playing. Throws for a name nobody has. */
export function withEarlier(recording: Recording, all: readonly Recording[]): readonly Recording[] {
  const earlier = (recording.after ?? []).map((name) => {
    const found = all.find((other) => other.name === name)
    if (found === undefined) throw new Error(`${recording.name} comes after ${name}, which there is not`)
    return found
  })
  return [...earlier, recording]
}

/** What has reached the mailbox so far, by delivery id. */
export async function arrivals(
  database: Database,
): Promise<ReadonlyMap<string, Arrived & { readonly failure?: string }>> {
  const rows = await database.query<{
    readonly key: string
    readonly conversation: ConversationId
    readonly account: string
    readonly name: string
    readonly content: Content
    readonly sent_at: Date
    readonly shared: boolean
    readonly edited: boolean
    readonly failure: string | null
  }>(
    `select key, conversation, account, sender_name as name, content, sent_at, shared, edited, failure
     from message where direction = 'in' order by id`,
  )
  return new Map(
    rows.map(({ key, account, name, sent_at, shared, edited, failure, ...row }) => [
      key,
      {
        ...row,
        sender: { account, name },
        sentAt: sent_at.toISOString(),
        ...(shared && { shared }),
        ...(edited && { edited }),
        ...(failure !== null && { failure }),
      },
    ]),
  )
}

/** What is expected beside what arrived: nothing is said of a time where the recording says nothing of it. */
export function expectedOf({ expected }: Recording, arrived: readonly Arrived[]): readonly Arrived[] {
  return [expected.incoming ?? []].flat().map((message, i) => {
    const { sentAt = arrived[i]?.sentAt } = message
    return { ...message, ...(sentAt !== undefined && { sentAt }) }
  })
}

/** The end of a connection that says, word for word, what a test wants; calls go on to the loopback Slack. */
export type SocketGate = Awaited<ReturnType<typeof openSocketGate>>

/** Opens it on 127.0.0.1; each connection is greeted with `hello`, and `api` is where calls go on to. */
export async function openSocketGate(hello: () => string, api: () => string) {
  const wires: Wire[] = []
  const heard: unknown[] = []
  const server = createServer((request, response) => void pass(request, response))
  server.on('upgrade', (request, socket) => {
    const wire = acceptWire(
      request,
      socket,
      (text) => void heard.push(JSON.parse(text)),
      () => undefined,
    )
    wires.push(wire)
    wire.send(hello())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // a TCP server's address is always one
  return {
    url: `http://127.0.0.1:${port}/api/`,
    /** What the bot has said so far. */
    heard,
    opened: () => wires.length,
    say: (words: string): void => wires.at(-1)?.send(words),
    async close(): Promise<void> {
      for (const wire of wires) wire.cut()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url === '/api/apps.connections.open') {
      const url = `ws://127.0.0.1:${port}/link/?ticket=c6f0a1d2&app_id=A08ABDI3T6U`
      return void response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ ok: true, url }))
    }
    const { authorization = '', 'content-type': type = 'application/json' } = request.headers
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer) // no encoding was set
    const answer = await fetch(new URL(request.url ?? '', api()), {
      method: 'POST',
      headers: { authorization, 'content-type': type },
      body: Buffer.concat(chunks),
    })
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text())
  }
}
