import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RecordedCall, Violation } from './api.ts'
import type { createFaults, Fault } from './faults.ts'
import type { createLimiter } from './limits.ts'
import type { Method } from './messages.ts'
import { isJson, type Params, readParams, readText, textOf } from './params.ts'
import { Refusal } from './refusal.ts'
import type { Replies } from './replies.ts'
import { checkScope } from './scopes.ts'
import { readBytes, type Uploads } from './uploads.ts'
import type { World } from './world.ts'

/** What the Web API answers with and from. */
export interface WebOptions {
  readonly world: World
  readonly methods: Readonly<Record<string, Method>>
  readonly granted: ReadonlySet<string>
  readonly tokens: { readonly bot: string; readonly app: string }
  readonly faults: ReturnType<typeof createFaults>
  readonly limiter: ReturnType<typeof createLimiter> | undefined
  readonly replies: Replies
  readonly uploads: Uploads
  readonly note: (method: string, error: string) => void
  readonly calls: RecordedCall[]
  readonly violations: Violation[]
  readonly tooManyRequests: Record<string, number>
}

/** Answers requests: methods under /api/, files both ways, and replies to a response_url. */
export function createWeb(
  options: WebOptions,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const { world, methods, granted, tokens, faults, limiter, replies, uploads, note } = options
  const { calls, violations, tooManyRequests } = options
  const { clock, origin, signal } = world
  return route

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', origin())
    const [, area = '', rest = ''] = /^\/([^/]*)\/?(.*)$/.exec(url.pathname) ?? []
    if (area === 'api') return answer(rest, request, url.searchParams, response)
    if (area === 'files-pri') return download(rest, request, response)
    if (area === 'upload') return upload(rest.replace(/^v1\//, ''), request, response)
    if (area === 'response') return reply(rest, request, response)
    response.writeHead(404).end()
  }

  async function answer(
    method: string,
    request: IncomingMessage,
    query: URLSearchParams,
    response: ServerResponse,
  ): Promise<void> {
    const read = await readParams(request, query).catch(asRefusal)
    const params = read instanceof Refusal ? {} : read
    const { token: _secret, ...shown } = params
    const index = calls.push({ method, params: shown, at: clock.now(), outcome: 'pending' }) - 1
    try {
      if (read instanceof Refusal) throw read
      const fault = faults.next(method, params)
      if (fault !== undefined) return spoil(index, fault, response, () => carryOut(method, params, request))
      const retryAfter = paced(method, params)
      if (retryAfter > 0) {
        finish(index, { outcome: 'limited', status: 429, error: 'ratelimited' })
        return tooMany(method, retryAfter, response)
      }
      const done = carryOut(method, params, request)
      finish(index, { outcome: 'ok', status: 200 })
      send(response, { ok: true, ...done })
    } catch (error) {
      const refusal = asRefusal(error)
      if (refusal.blame)
        violations.push({ method, params: shown, error: refusal.message, details: refusal.details })
      finish(index, { outcome: 'refused', status: 200, error: refusal.message })
      send(response, refusal.body)
    }
  }

  function carryOut(method: string, params: Params, request: IncomingMessage) {
    const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? textOf(params, 'token')
    const handler = Object.hasOwn(methods, method) ? methods[method] : undefined
    if (handler === undefined) throw new Refusal('unknown_method', [], { req_method: method })
    if (given === undefined) throw new Refusal('not_authed')
    if (given !== tokens.bot && given !== tokens.app) throw new Refusal('invalid_auth')
    const ofApp = method === 'apps.connections.open'
    if (ofApp !== (given === tokens.app)) throw new Refusal('not_allowed_token_type')
    checkScope(method, world.rooms.get(textOf(params, 'channel') ?? '')?.kind ?? '', granted)
    return handler(params)
  }

  function spoil(index: number, fault: Fault, response: ServerResponse, act: () => object): void {
    const { status, error, timeout, hangUp, retryAfter = 1 } = fault
    const { method = '' } = calls[index] ?? {}
    if (hangUp !== undefined) {
      if (hangUp === 'after') act()
      finish(index, { outcome: 'dropped' })
      response.destroy()
      return
    }
    if (timeout === true) {
      finish(index, { outcome: 'hung' })
      return
    }
    if (timeout !== undefined) {
      const done = act()
      clock.after(timeout, () => {
        finish(index, { outcome: 'ok', status: 200 })
        send(response, { ok: true, ...done })
      })
      return
    }
    finish(index, { outcome: 'injected', status: status ?? 200, ...(error !== undefined && { error }) })
    if (status === 429) tooMany(method, retryAfter, response)
    else if (status !== undefined) response.writeHead(status).end('upstream error')
    else send(response, { ok: false, error })
  }

  function paced(method: string, params: Params): number {
    const place = textOf(params, 'channel') ?? ''
    const { retryAfter, impatient } = limiter?.take(method, place) ?? { retryAfter: 0, impatient: false }
    if (impatient) note(method, 'called again before Retry-After was over')
    return retryAfter
  }

  function tooMany(method: string, retryAfter: number, response: ServerResponse): void {
    tooManyRequests[method] = (tooManyRequests[method] ?? 0) + 1
    response.setHeader('retry-after', String(retryAfter))
    send(response, { ok: false, error: 'ratelimited' }, 429)
  }

  // Without the right token Slack shows a login page, with 200: a trap for downloads that trust the status.
  function download(path: string, request: IncomingMessage, response: ServerResponse): void {
    const id = /^(?:download\/)?T\w+-(F\w+)\//.exec(path)?.[1] ?? ''
    const file = world.files.get(id)
    const allowed = request.headers.authorization === `Bearer ${tokens.bot}` && granted.has('files:read')
    if (!allowed)
      response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
        .end('<!DOCTYPE html><title>Slack</title>')
    else if (file === undefined) response.writeHead(404).end()
    else
      response
        .writeHead(200, { 'content-type': file.mime, 'content-length': file.bytes.length })
        .end(file.bytes)
  }

  // Recorded, and made to fail, as a call of the method `upload`; only a 200 says that the bytes were taken.
  async function upload(key: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const bytes = await readBytes(request).catch(asRefusal)
    const params = { key, length: bytes instanceof Refusal ? -1 : bytes.length }
    const index = calls.push({ method: 'upload', params, at: clock.now(), outcome: 'pending' }) - 1
    const take = (): object => {
      if (bytes instanceof Refusal) throw bytes
      uploads.put(key, bytes)
      return {}
    }
    try {
      const fault = faults.next('upload', params)
      if (fault !== undefined) return spoil(index, fault, response, take)
      take()
      finish(index, { outcome: 'ok', status: 200 })
      response.writeHead(200).end(`OK - ${params.length}`)
    } catch (error) {
      const { message, details } = asRefusal(error)
      violations.push({ method: 'upload', params, error: message, details })
      finish(index, { outcome: 'refused', status: 400, error: message })
      response.writeHead(400).end(message)
    }
  }

  async function reply(id: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const body: unknown = JSON.parse(await readText(request))
      replies.post(id, isJson(body) ? body : {})
      send(response, { ok: true })
    } catch (error) {
      const refusal = asRefusal(error)
      note('response_url', [refusal.message, ...refusal.details].join(' '))
      send(response, refusal.body, 404)
    }
    signal.notify()
  }

  function finish(index: number, end: Partial<RecordedCall>): void {
    const call = calls[index]
    if (call !== undefined) calls[index] = { ...call, ...end }
    signal.notify()
  }
}

function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  return new Refusal('internal_error', [
    error instanceof Error ? (error.stack ?? error.message) : String(error),
  ])
}

function send(response: ServerResponse, body: object, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body))
}
