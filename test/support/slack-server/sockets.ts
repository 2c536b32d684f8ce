import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import type { Attempt, Carrier, Delivery, Outcome } from './deliveries.ts'
import { acceptWire, type Wire } from './frames.ts'
import { isJson, type Json } from './params.ts'

/** What Socket Mode works with. */
export interface SocketOptions {
  readonly app: string
  readonly origin: () => string
  readonly onOpen: () => void
  readonly onLost: (delivery: Delivery, attempt: Attempt) => void
  readonly onProblem: (what: string) => void
}

interface Sent {
  readonly delivery: Delivery
  readonly attempt: Attempt
  readonly over: Wire
  readonly done: (outcome: Outcome) => void
}

/** Socket Mode's side of Slack: tickets, hello, envelopes, acks and the request to reconnect. */
export function createSockets({ app, origin, onOpen, onLost, onProblem }: SocketOptions) {
  const tickets = new Set<string>()
  const wires = new Set<Wire>()
  const envelopes = new Set<string>()
  const sent = new Map<string, Sent[]>()
  let opened = 0
  const carrier: Carrier = {
    by: 'socket',
    carry(delivery, attempt, done) {
      const over = [...wires].at(-1)
      if (over === undefined) return
      envelopes.add(delivery.envelope)
      const before = sent.get(delivery.envelope) ?? []
      sent.set(delivery.envelope, [...before, { delivery, attempt, over, done }])
      over.send(JSON.stringify(envelopeOf(delivery, attempt)))
    },
  }
  return {
    /** How the bot is reached over a WebSocket; undefined while none is open. */
    carrier: () => (wires.size > 0 ? carrier : undefined),
    /** How many WebSockets are open now. */
    connections: () => wires.size,
    /** How many were opened so far. */
    opened: () => opened,
    /** The address apps.connections.open answers: good for one connection. */
    ticket(): string {
      const ticket = crypto.randomUUID()
      tickets.add(ticket)
      return `${origin().replace('http:', 'ws:')}/link/?ticket=${ticket}&app_id=${app}`
    },
    upgrade(request: IncomingMessage, socket: Duplex): void {
      const ticket = new URL(request.url ?? '/', 'http://loopback').searchParams.get('ticket') ?? ''
      if (!tickets.delete(ticket)) {
        socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\n')
        return
      }
      const wire = acceptWire(request, socket, take, () => gone(wire))
      wires.add(wire)
      opened += 1
      wire.send(JSON.stringify(hello(app, wires.size)))
      onOpen()
    },
    /** Asks every connection to come again, as Slack does every few hours. */
    disconnect(reason: 'warning' | 'refresh_requested' | 'link_disabled' = 'refresh_requested'): void {
      for (const wire of wires)
        wire.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'loopback' } }))
    },
    /** Cuts every connection without a word. */
    cut(): void {
      for (const wire of wires) wire.cut()
    },
    /** Says goodbye to every connection; one that does not answer in 200 ms is cut. */
    async close(): Promise<void> {
      const last = [...wires]
      for (const wire of last) wire.close()
      await Promise.race([Promise.all(last.map(({ over }) => over)), pause(200, undefined, { ref: false })])
      for (const wire of wires) wire.cut()
    },
  }

  function take(text: string): void {
    const ack: unknown = JSON.parse(text)
    const id = isJson(ack) && typeof ack.envelope_id === 'string' ? ack.envelope_id : ''
    const [first, ...rest] = sent.get(id) ?? []
    if (!envelopes.has(id)) onProblem(`ack of an unknown envelope ${id}`)
    if (first === undefined || !isJson(ack)) return
    if (rest.length > 0) sent.set(id, rest)
    else sent.delete(id)
    const payload = isJson(ack.payload) && Object.keys(ack.payload).length > 0 ? ack.payload : undefined
    if (payload !== undefined && first.delivery.kind === 'events_api')
      onProblem('an event was acknowledged with a payload, which Slack does not accept')
    first.done({ ok: true, response: payload })
  }

  function gone(wire: Wire): void {
    wires.delete(wire)
    for (const [id, each] of [...sent]) {
      const kept = each.filter(({ over }) => over !== wire)
      for (const { delivery, attempt } of each.filter(({ over }) => over === wire)) onLost(delivery, attempt)
      if (kept.length > 0) sent.set(id, kept)
      else sent.delete(id)
    }
    if (wires.size > 0) onOpen()
  }
}

function envelopeOf({ envelope, kind, body }: Delivery, { retry, reason }: Attempt): Json {
  return {
    envelope_id: envelope,
    type: kind,
    accepts_response_payload: kind !== 'events_api',
    payload: body,
    ...(kind === 'events_api' && { retry_attempt: retry, retry_reason: reason ?? '' }),
  }
}

function hello(app: string, connections: number): Json {
  return {
    type: 'hello',
    num_connections: connections,
    debug_info: { host: 'loopback', build_number: 1, approximate_connection_time: 18_060 },
    connection_info: { app_id: app },
  }
}
