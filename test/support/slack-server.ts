import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { RecordedCall, SlackServer, SlackServerOptions, Violation } from './slack-server/api.ts'
import { REAL_CLOCK } from './slack-server/clock.ts'
import { type Carrier, createDeliveries } from './slack-server/deliveries.ts'
import { createHappenings } from './slack-server/events.ts'
import { createFaults } from './slack-server/faults.ts'
import { createHttpCarrier, signed, written } from './slack-server/http-carrier.ts'
import { createInteractions } from './slack-server/interactions.ts'
import { createLimiter, SLACK_LIMITS } from './slack-server/limits.ts'
import { type Method, messageMethods } from './slack-server/messages.ts'
import { createPerson } from './slack-server/person.ts'
import type { Person } from './slack-server/person-api.ts'
import { createReplies } from './slack-server/replies.ts'
import { MINIMAL_SCOPES } from './slack-server/scopes.ts'
import { seenIn } from './slack-server/screen.ts'
import { createSockets } from './slack-server/sockets.ts'
import { streamMethods } from './slack-server/streams.ts'
import { createUploads } from './slack-server/uploads.ts'
import { viewMethods } from './slack-server/viewing.ts'
import { createWeb } from './slack-server/web.ts'
import { workspaceMethods } from './slack-server/workspace.ts'
import { createWorld, type Room, type User } from './slack-server/world.ts'

export type * from './slack-server/api.ts'
export { createManualClock, type ManualClock, REAL_CLOCK } from './slack-server/clock.ts'
export type { Attempt, Delivery } from './slack-server/deliveries.ts'
export type { Chaos, Fault, Match } from './slack-server/faults.ts'
export { type Limits, SLACK_LIMITS } from './slack-server/limits.ts'
export type { FileOptions, Person, Said, SayOptions, Target, Where } from './slack-server/person-api.ts'
export type { Button, Field } from './slack-server/render.ts'
export { MINIMAL_SCOPES } from './slack-server/scopes.ts'
export type { Seen, SeenView, Sight } from './slack-server/screen.ts'
export type { Uploaded } from './slack-server/uploads.ts'

const BOT_TOKEN = 'xoxb-loopback-bot-token'
const APP_TOKEN = 'xapp-1-loopback-app-token'
const SIGNING_SECRET = '8f742231b10e8888abcd99yyyzzz85a5'

/**
 * Starts a Slack on 127.0.0.1 that refuses what docs.slack.dev says is refused, and delivers by
 * Socket Mode or, after `deliverTo`, by signed HTTP.
 */
export async function createSlackServer(options: SlackServerOptions = {}): Promise<SlackServer> {
  const { clock = REAL_CLOCK, experience = 'agent', echo = true, shortcut = 'tanyakan' } = options
  const granted = new Set(options.scopes ?? MINIMAL_SCOPES)
  const agent = experience === 'agent'
  let port = 0
  const origin = () => `http://127.0.0.1:${port}`
  const world = createWorld(clock, origin, options.deactivated !== 'swallowed')
  const { signal, team, bot, app } = world
  const calls: RecordedCall[] = []
  const violations: Violation[] = []
  const tooManyRequests: Record<string, number> = {}
  const people = new Map<string, Person>()
  const faults = createFaults()
  const limits = options.limits === true ? SLACK_LIMITS : options.limits
  const limiter = limits ? createLimiter(limits, clock) : undefined
  const closing = new AbortController()
  let http: Carrier | undefined
  const sockets = createSockets({
    app,
    origin,
    onOpen: () => {
      deliveries.flush()
      signal.notify()
    },
    onLost: (delivery, attempt) => deliveries.lose(delivery, attempt),
    onProblem: (what) => note('socket_mode', what),
  })
  const deliveries = createDeliveries({
    clock,
    signal,
    fate: faults.fate,
    carrier: () => (closing.signal.aborted ? undefined : (http ?? sockets.carrier())),
  })
  const happen = createHappenings(world, {
    granted,
    echo,
    push: (body, id) => deliveries.push('events_api', body, id),
  })
  const replies = createReplies(world, happen, note)
  const uploads = createUploads(world, happen)
  const interactions = createInteractions(world, happen, replies, deliveries.push)
  const methods: Readonly<Record<string, Method>> = {
    ...messageMethods(world, happen),
    ...streamMethods(world, happen),
    ...viewMethods(world),
    ...uploads.methods,
    ...workspaceMethods(world, { agent, granted, note }),
    'apps.connections.open': () => ({ url: sockets.ticket() }),
  }
  const route = createWeb({
    world,
    methods,
    granted,
    tokens: { bot: BOT_TOKEN, app: APP_TOKEN },
    faults,
    limiter,
    replies,
    uploads,
    note,
    calls,
    violations,
    tooManyRequests,
  })
  const server = createServer(
    { keepAliveTimeout: 60_000 },
    (request, response) => void route(request, response),
  )
  server.on('upgrade', (request, socket) => sockets.upgrade(request, socket))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port // a TCP server's address is always one

  return {
    apiUrl: `${origin()}/api/`,
    botToken: BOT_TOKEN,
    appToken: APP_TOKEN,
    signingSecret: SIGNING_SECRET,
    team,
    app,
    bot,
    calls,
    violations,
    uploads: uploads.all,
    tooManyRequests,
    deliveries: deliveries.all,
    lateAcks: deliveries.lateAcks,
    get ackTimes() {
      return ackTimes()
    },
    ackPercentile(p = 95) {
      const times = ackTimes().sort((a, b) => a - b)
      return times[Math.max(0, Math.ceil((times.length * p) / 100) - 1)] ?? 0
    },
    deliverTo(url) {
      http = url === undefined ? undefined : createHttpCarrier(url, SIGNING_SECRET, clock, closing.signal)
      deliveries.flush()
    },
    sockets,
    person(name, { email, deactivated = false, bot: kind } = {}) {
      const known = people.get(name)
      if (known !== undefined) return known
      const user: User = {
        id: world.id('U'),
        name,
        deactivated,
        ...(email !== undefined && { email }),
        ...(kind && { bot: kind === 'classic' ? kind : 'user' }),
      }
      world.users.set(user.id, user)
      const person = createPerson({ world, happen, interactions, agent, callbackId: shortcut }, user)
      people.set(name, person)
      return person
    },
    channel(name, { private: hidden = false, archived = false, bot: invited = true, members = [] } = {}) {
      const known = [...world.rooms.values()].find((room) => room.kind !== 'im' && room.name === name)
      if (known !== undefined) return known
      const ids = [...members.map(({ id }) => id), ...(invited ? [bot.user] : [])]
      const kind: Room['kind'] = hidden ? 'group' : 'channel'
      return world.addRoom({ id: world.id('C'), name, kind, archived, members: new Set(ids) })
    },
    messages(channel, thread) {
      const room = world.rooms.get(channel)
      return room === undefined ? [] : seenIn(world, room, thread === undefined ? {} : { thread })
    },
    event: happen.event,
    push: (kind, body) => deliveries.push(kind, body, world.id('I')),
    redeliver: (delivery) => deliveries.again(delivery),
    sign: (body, seconds = Math.floor(clock.now() / 1000)) => signed(SIGNING_SECRET, body, seconds),
    written,
    fail: faults.order,
    chaos: faults.chaos,
    calm: faults.calm,
    async delivered(what, timeoutMs = 15_000) {
      const all = 'deliveries' in what ? what.deliveries : [what]
      const done = () => (all.every(({ state }) => state === 'acked') ? true : undefined)
      await signal.until(
        done,
        timeoutMs,
        () => `not answered in ${timeoutMs} ms: ${JSON.stringify(all.map(({ attempts }) => attempts))}`,
      )
    },
    called(match, timeoutMs = 15_000) {
      const fits = (call: RecordedCall) =>
        call.outcome !== 'pending' && (typeof match === 'string' ? match === call.method : match(call))
      return signal.until(
        () => calls.find(fits),
        timeoutMs,
        () => `no such call in ${timeoutMs} ms${lately()}`,
      )
    },
    until: (look, timeoutMs = 15_000) =>
      signal.until(
        () => look() || undefined,
        timeoutMs,
        () => `it did not come true in ${timeoutMs} ms${lately()}`,
      ),
    async close() {
      closing.abort()
      deliveries.close()
      await sockets.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }

  function ackTimes(): number[] {
    return deliveries.all.flatMap(({ attempts }) =>
      attempts.flatMap(({ ms }) => (ms === undefined ? [] : [ms])),
    )
  }

  function note(method: string, error: string): void {
    violations.push({ method, params: {}, error, details: [] })
  }

  function lately(): string {
    const last = violations
      .slice(-5)
      .map(({ method, error, details }) => `  ${method}: ${error} ${details.join(' ')}`)
    const said = [...world.rooms.values()].flatMap((room) => seenIn(world, room)).slice(-6)
    const words = said.map(({ from, text }) => `  ${from}: ${JSON.stringify(text.slice(0, 120))}`)
    const broken = last.length > 0 ? `\nrules broken lately:\n${last.join('\n')}` : ''
    return `${broken}${words.length > 0 ? `\nsaid lately:\n${words.join('\n')}` : ''}`
  }
}
