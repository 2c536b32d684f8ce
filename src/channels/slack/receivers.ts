import type { Receiver } from '@slack/bolt'
import type { Log } from '../../log.ts'
import { type Body, createDesk } from './desk.ts'
import { silent } from './logger.ts'
import { isSigned, readRequest, respond } from './requests.ts'
import { Socket } from './socket.ts'

/** Slack waits 3 s for an answer. */
const STARTING_MS = 2_000
/** Slack closes a connection at once; where it does not, nobody waits for it. */
const CLOSING_MS = 500

/** A way Bolt gets what Slack sends. What is taken is acknowledged only after it has been worked through. */
export interface OwnReceiver extends Receiver {
  /** Resolves once everything taken so far is worked through; nothing more is taken. */
  stop(): Promise<void>
}

/** Slack's signed requests, as our own web server hands them over (docs.slack.dev/authentication/verifying-requests-from-slack). */
export interface HttpReceiver extends OwnReceiver {
  handle(request: Request): Promise<Response>
}

/** Takes signed requests; while it is not started, or stops, Slack is told to come again. */
export function createHttpReceiver(signingSecret: string, log: Log): HttpReceiver {
  const desk = createDesk(log)
  const opening = Promise.withResolvers<void>()
  let open = false

  async function answer(request: Request): Promise<Response> {
    const text = await request.text()
    if (!isSigned(request.headers, text, signingSecret)) return new Response('', { status: 401 })
    const body = readRequest(text, request.headers.get('content-type') ?? '')
    if (body === undefined) return new Response('', { status: 400 })
    if (body.type === 'url_verification') return Response.json({ challenge: String(body.challenge) })
    // a press or a command comes only once: whoever is just starting lets it wait a moment
    if (!open) await Promise.race([opening.promise, patience(STARTING_MS)])
    if (!open) return new Response('', { status: 503 })
    const retry = request.headers.get('x-slack-retry-num')
    try {
      return respond(await desk.work(body, retry === null ? undefined : Number(retry)))
    } catch (error) {
      log.error({ err: error }, 'something Slack sent could not be stored')
      return new Response('', { status: 500 })
    }
  }

  return {
    init: desk.init,
    async start() {
      open = true
      opening.resolve()
    },
    async stop() {
      open = false
      opening.resolve()
      await desk.empty()
    },
    handle: answer,
  }
}

/** A connection that Slack sends over, without a public address (docs.slack.dev/apis/events-api/using-socket-mode). */
export interface SocketReceiver extends OwnReceiver {
  /** Connects once; `ended` resolves when the connection is lost. Throws what Slack answers. */
  start(): Promise<Connection>
}

/** How long we are listening for. */
export interface Connection {
  readonly ended: Promise<void>
}

/** Takes envelopes from Socket Mode; what could not be stored is not acknowledged, and Slack sends it again. */
export function createSocketReceiver(
  { appToken, slackApiUrl }: { appToken: string; slackApiUrl: string },
  log: Log,
): SocketReceiver {
  const desk = createDesk(log)
  let client: Socket | undefined
  let stopping = false

  async function take({ body, ack, retry_num, envelope_id }: Envelope): Promise<void> {
    if (stopping) return
    let response: unknown
    try {
      response = await desk.work(body, retry_num)
    } catch (error) {
      log.error({ envelope: envelope_id, err: error }, 'something Slack sent could not be stored')
      return
    }
    try {
      await ack(response === undefined ? undefined : (response as Body))
    } catch (error) {
      log.debug({ envelope: envelope_id, err: error }, 'the connection ended before an acknowledgement')
    }
  }

  return {
    init: desk.init,
    async start() {
      // a new one each time: the library's own reconnecting gives up, with an unhandled rejection, when Slack is away
      const connecting = new Socket({
        appToken,
        autoReconnectEnabled: false,
        logger: silent,
        clientOptions: { slackApiUrl, retryConfig: { retries: 0 }, timeout: 10_000 },
      })
      client = connecting
      connecting.on('slack_event', (envelope: Envelope) => void take(envelope))
      const ended = new Promise<void>((resolve) => connecting.once('disconnected', () => resolve()))
      await connecting.start()
      if (stopping) await connecting.disconnect() // it was asked to stop before it had a connection to close
      return { ended }
    },
    async stop() {
      stopping = true
      await desk.empty()
      await Promise.race([client?.disconnect(), patience(CLOSING_MS)])
    },
  }
}

interface Envelope {
  readonly body: Body
  readonly envelope_id?: string
  readonly retry_num?: number
  ack(response?: Body): Promise<void>
}

function patience(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref())
}
