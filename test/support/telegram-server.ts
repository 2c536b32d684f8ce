import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises'
import type { Update, UserFromGetMe } from 'grammy/types'
import {
  DEFAULT_BOT,
  type RecordedCall,
  type TelegramServer,
  type TelegramServerOptions,
  type Violation,
} from './telegram-server/api.ts'
import { type Body, readBody } from './telegram-server/body.ts'
import type { Call, Methods } from './telegram-server/content.ts'
import { editingMethods } from './telegram-server/editing.ts'
import { createFaults } from './telegram-server/faults.ts'
import { createChannel, createGroup, type Group } from './telegram-server/groups.ts'
import { createLimiter, TELEGRAM_LIMITS } from './telegram-server/limits.ts'
import type { Params } from './telegram-server/params.ts'
import { createPerson, type Person } from './telegram-server/people.ts'
import { Refusal } from './telegram-server/refusal.ts'
import { sendingMethods } from './telegram-server/sending.ts'
import { menuOf, settingMethods } from './telegram-server/settings.ts'
import { createSignal } from './telegram-server/signal.ts'
import { createUpdateQueue } from './telegram-server/updates.ts'
import { createWebhook } from './telegram-server/webhook.ts'
import { createWorld } from './telegram-server/world.ts'

export type { RecordedCall, TelegramServer, TelegramServerOptions, Violation } from './telegram-server/api.ts'
export type { Chaos, Fault, Match } from './telegram-server/faults.ts'
export type { Channel, Group, GroupOptions, SayOptions } from './telegram-server/groups.ts'
export { type Limits, TELEGRAM_LIMITS } from './telegram-server/limits.ts'
export type { Button } from './telegram-server/markup.ts'
export type { FileOptions, Person, PersonOptions } from './telegram-server/people.ts'
export type { Press, Screen } from './telegram-server/screen.ts'
export type { NewUpdate } from './telegram-server/updates.ts'
export type { Seen } from './telegram-server/world.ts'

const COUNTED = /^(send(?!ChatAction)|editMessage)/i
const DRAFT = /^send(Rich)?MessageDraft$/i

/**
 * Starts a Bot API server on 127.0.0.1 that refuses what core.telegram.org/bots/api refuses, in
 * Telegram's words. Methods it doesn't have are answered 404, like ones Telegram doesn't have.
 */
export async function createTelegramServer(options: TelegramServerOptions = {}): Promise<TelegramServer> {
  const { token = '7000000001:AAloopback-token-for-tests-000000000', now = () => performance.now() } = options
  const bot: UserFromGetMe = { ...DEFAULT_BOT, ...options.bot }
  const world = createWorld(bot, now, options.date ?? (() => new Date()), options.queryLifetimeMs ?? 15_000)
  const calls: RecordedCall[] = []
  const violations: Violation[] = []
  const signal = createSignal()
  const faults = createFaults()
  const people = new Map<number, Person>()
  const groups = new Map<number, Group>()
  const limits = options.limits === true ? TELEGRAM_LIMITS : options.limits
  const limiter = limits ? createLimiter(limits, now) : undefined
  const updates = createUpdateQueue(signal, () => webhook.pump())
  const webhook = createWebhook(updates, {
    retryMs: options.webhookRetryMs ?? 100,
    timeoutMs: options.webhookTimeoutMs ?? 60_000,
    fate: faults.fate,
    reply: answerWebhook,
  })
  const methods: Methods = {
    ...sendingMethods(world),
    ...editingMethods(world),
    ...settingMethods(world, webhook),
  }
  const closing = new AbortController()
  const http = createServer(
    { keepAliveTimeout: 60_000 },
    (request, response) => void answer(request, response),
  )
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const { port } = http.address() as AddressInfo // a TCP server's address is always one

  return {
    url: `http://127.0.0.1:${port}`,
    token,
    bot,
    calls,
    violations,
    get tooManyRequests() {
      return calls.filter((call) => call.error_code === 429).length
    },
    answers: world.answers,
    menu: (chat, language) => menuOf(world, chat, language),
    unanswered: () => [...world.queries.keys()].filter((id) => !world.answers.has(id)),
    pending: () => updates.queue.map(({ update }) => update),
    async delivered(update, timeoutMs = 15_000) {
      const gone = () =>
        updates.queue.some((item) => item.update.update_id === update.update_id) ? undefined : true
      await signal.until(gone, timeoutMs, () => `update ${update.update_id} was not taken in ${timeoutMs} ms`)
    },
    called(match, timeoutMs = 15_000) {
      const fits = (call: RecordedCall) =>
        call.outcome !== 'pending' && (typeof match === 'string' ? match === call.method : match(call))
      return signal.until(
        () => calls.find(fits),
        timeoutMs,
        () => `no such call in ${timeoutMs} ms${refusals()}`,
      )
    },
    user: (person) => once(people, person.id, () => createPerson(world, updates.push, person, refusals)),
    group: (group) => once(groups, group.id, () => createGroup(world, updates.push, group, refusals)),
    channel: (channel) => createChannel(world, updates.push, channel, refusals),
    push: updates.push,
    redeliver: updates.redeliver,
    fail(match, { error_code, description, parameters }, times = 1) {
      faults.order(match, times, { refuse: new Refusal(error_code, description, parameters) })
    },
    delay: (ms, match = ({ method }) => method !== 'getUpdates') => faults.delay(ms, match),
    hang: (match, times = 1) => faults.order(match, times, { act: 'hang' }),
    drop: (match, { times = 1, after = false } = {}) =>
      faults.order(match, times, { act: after ? 'dropAfter' : 'drop' }),
    chaos: faults.chaos,
    calm: faults.calm,
    async close() {
      closing.abort()
      webhook.close()
      http.closeAllConnections()
      await new Promise((resolve) => http.close(resolve))
    },
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://loopback')
    const [, file, given, rest] = /^\/(file\/)?bot([^/]+)\/(.+)$/.exec(pathname) ?? []
    if (file !== undefined) return download(response, given, rest ?? '')
    const gone = new AbortController()
    response.on('close', () => gone.abort())
    const body = await readBody(request, searchParams).catch((error: unknown) => asRefusal(error))
    const params = body instanceof Refusal ? {} : recorded(body)
    const index = calls.push({ method: rest ?? '', params, at: now(), outcome: 'pending' }) - 1
    try {
      if (given === undefined || rest === undefined) throw new Refusal(404, 'Not Found')
      if (given !== token) throw new Refusal(401, 'Unauthorized')
      if (body instanceof Refusal) throw body
      const plan = faults.next(rest, body.params)
      if (plan.delayMs > 0) await pause(plan.delayMs, undefined, { signal: closing.signal })
      if (plan.refuse !== undefined) {
        const { code: error_code, message: description } = plan.refuse
        finish(index, { outcome: 'injected', error_code, description })
        return send(response, plan.refuse)
      }
      if (plan.act === 'hang') return finish(index, { outcome: 'hung' })
      const done = plan.act === 'drop' || (await carryOut(rest, body, gone.signal))
      finish(index, { outcome: plan.act === 'pass' ? 'ok' : 'dropped' })
      if (plan.act === 'pass') send(response, done)
      else response.destroy()
    } catch (error) {
      if (closing.signal.aborted) return
      refuse(index, asRefusal(error))
      send(response, asRefusal(error))
    }
  }

  // Nobody hears what becomes of a call in a webhook's answer; it is recorded like any other.
  async function answerWebhook(method: string, params: Params): Promise<void> {
    const index = calls.push({ method, params, at: now(), outcome: 'pending' }) - 1
    try {
      await carryOut(method, { params, files: new Map() }, AbortSignal.abort())
      finish(index, { outcome: 'ok' })
    } catch (error) {
      refuse(index, asRefusal(error))
    }
  }

  function refuse(index: number, refusal: Refusal): void {
    const { method = '', params = {} } = calls[index] ?? {}
    const [error_code, description] = [refusal.code, refusal.message]
    violations.push({ method, params, at: now(), error_code, description })
    finish(index, { outcome: 'refused', error_code, description })
  }

  async function carryOut(method: string, { params, files }: Body, gone: AbortSignal): Promise<unknown> {
    const name = method.toLowerCase()
    if (name === 'getupdates') return poll(params, gone)
    const handler = Object.hasOwn(methods, name) ? methods[name] : undefined
    if (handler === undefined) throw new Refusal(404, 'Not Found: method not found')
    if (limiter !== undefined && COUNTED.test(method))
      pace(method, params, limiter.take(Number(params.chat_id), DRAFT.test(method)))
    const literal: Call['literal'] = (what) => {
      for (const entity of what) note(method, params, `people see ${entity} as it is written`)
    }
    return handler({ params, files, literal })
  }

  async function poll(params: Params, gone: AbortSignal): Promise<readonly Update[]> {
    if (webhook.isSet()) {
      const advice = 'use deleteWebhook to delete the webhook first'
      throw new Refusal(409, `Conflict: can't use getUpdates method while webhook is active; ${advice}`)
    }
    // The poll before may have been given up a moment ago: let its end be seen first.
    if (updates.polling()) await nextTurn().then(() => nextTurn())
    updates.interrupt('other getUpdates request; make sure that only one bot instance is running')
    updates.allow(params)
    return updates.take(params, AbortSignal.any([gone, closing.signal]))
  }

  function pace(
    method: string,
    params: Params,
    { retryAfter, impatient }: { retryAfter: number; impatient: boolean },
  ) {
    if (impatient) note(method, params, 'sent again before retry_after was over')
    if (retryAfter === 0) return
    throw new Refusal(429, `Too Many Requests: retry after ${retryAfter}`, { retry_after: retryAfter })
  }

  function finish(index: number, end: Partial<RecordedCall>): void {
    const call = calls[index]
    if (call !== undefined) calls[index] = { ...call, ...end, ms: now() - call.at }
    signal.notify()
  }

  function download(response: ServerResponse, given: string | undefined, path: string): void {
    const file = [...world.files.values()].find((stored) => stored.path === path)
    if (given === token && file !== undefined) {
      response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(file.bytes)
      return
    }
    send(response, given === token ? new Refusal(404, 'Not Found') : new Refusal(401, 'Unauthorized'))
  }

  function note(method: string, params: Params, description: string): void {
    violations.push({ method, params, at: now(), error_code: 0, description })
  }

  function refusals(): string {
    const lines = violations.slice(-5).map(({ method, description }) => `  ${method}: ${description}`)
    return lines.length === 0 ? '' : `\nrefused lately:\n${lines.join('\n')}`
  }
}

function once<T>(known: Map<number, T>, id: number, create: () => T): T {
  const found = known.get(id) ?? create()
  known.set(id, found)
  return found
}

function recorded({ params, files }: Body): Params {
  const shown = [...files].map(([field, { name, bytes }]) => [field, { name, bytes: bytes.length }])
  return { ...params, ...Object.fromEntries(shown) }
}

function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  return new Refusal(
    500,
    `Internal Server Error: ${error instanceof Error ? (error.stack ?? error.message) : error}`,
  )
}

function send(response: ServerResponse, result: unknown): void {
  const refused = result instanceof Refusal ? result : undefined
  const { code: error_code, message: description, parameters } = refused ?? {}
  const body = refused ? { ok: false, error_code, description, parameters } : { ok: true, result }
  response.writeHead(refused?.code ?? 200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
