import { setTimeout as pause } from 'node:timers/promises'
import type { Update } from 'grammy/types'
import { flagParam, isRecord, numberParam, type Params, textParam } from './params.ts'
import { badRequest } from './refusal.ts'
import type { UpdateQueue, Waiting } from './updates.ts'

/** How the server delivers to a webhook. */
export interface WebhookOptions {
  /** Pause before a failed delivery is tried again; doubles up to 32 times that (ms). */
  readonly retryMs: number
  /** How long an answer is awaited (ms); Telegram waits about 60 s. */
  readonly timeoutMs: number
  /** What becomes of an update on its way. */
  readonly fate: () => { readonly twice: boolean; readonly late: boolean }
  /** Carries out a call that came in the body of the answer. */
  readonly reply: (method: string, params: Params) => Promise<unknown>
}

/** A webhook that is or is not set. */
export type Webhook = ReturnType<typeof createWebhook>

/** How much later an update comes that is late. */
const LATE_MS = 10

/**
 * Delivers waiting updates by POST: the messages of one chat in sequence, the next only after a 2xx for
 * the one before, several chats at a time (max_connections, 40). What a person presses goes in a sequence of
 * its own, as in Telegram's own server, so that a press may come before what was written before it.
 */
export function createWebhook(updates: UpdateQueue, { retryMs, timeoutMs, fate, reply }: WebhookOptions) {
  const busy = new Set<string>()
  const failures = new Map<Waiting, number>()
  let target:
    | { url: string; secret: string | undefined; connections: number; gone: AbortController }
    | undefined
  let lastError: { last_error_date: number; last_error_message: string } | undefined
  return {
    isSet: () => target !== undefined,
    /** core.telegram.org/bots/api#setwebhook; plain http only for the loopback. */
    set(params: Params): void {
      const url = textParam(params, 'url') ?? ''
      if (url === '') {
        remove(params)
        return
      }
      const { protocol, hostname } = URL.parse(url) ?? {}
      const loopback = hostname === '127.0.0.1' || hostname === 'localhost' || hostname === '[::1]'
      if (protocol !== 'https:' && !(protocol === 'http:' && loopback)) {
        throw badRequest('bad webhook: An HTTPS URL must be provided for webhook')
      }
      const secret = textParam(params, 'secret_token')
      if (secret !== undefined && !/^[A-Za-z0-9_-]{1,256}$/.test(secret)) {
        throw badRequest('secret token contains unallowed characters')
      }
      remove(params)
      updates.interrupt('setWebhook request')
      updates.allow(params)
      lastError = undefined
      const connections = numberParam(params, 'max_connections') ?? 40
      target = { url, secret, connections, gone: new AbortController() }
      pump()
    },
    remove,
    info() {
      const types = updates.allowedTypes()
      return {
        url: target?.url ?? '',
        has_custom_certificate: false,
        pending_update_count: updates.queue.length,
        ...(target !== undefined && { max_connections: target.connections }),
        ...(types !== undefined && { allowed_updates: types }),
        ...lastError,
      }
    },
    pump,
    close(): void {
      target?.gone.abort()
      target = undefined
    },
  }

  function remove(params: Params): void {
    target?.gone.abort()
    target = undefined
    busy.clear()
    if (flagParam(params, 'drop_pending_updates')) updates.clear()
  }

  function pump(): void {
    if (target === undefined) return
    const ahead = new Set<string>()
    for (const item of updates.queue) {
      const lane = laneOf(item.update)
      if (!ahead.has(lane) && !busy.has(lane) && busy.size < target.connections) {
        busy.add(lane)
        void deliver(item, lane, target)
      }
      ahead.add(lane)
    }
  }

  async function deliver(item: Waiting, lane: string, to: NonNullable<typeof target>): Promise<void> {
    const { twice, late } = failures.has(item) ? { twice: false, late: false } : fate()
    if (late) await pause(LATE_MS)
    const problem = (twice && (await post(item.update, to))) || (await post(item.update, to))
    if (to !== target) return
    if (problem === undefined) {
      failures.delete(item)
      busy.delete(lane)
      updates.remove(item)
      pump()
      return
    }
    lastError = { last_error_date: Math.floor(Date.now() / 1000), last_error_message: problem }
    const failed = (failures.get(item) ?? 0) + 1
    failures.set(item, failed)
    const again = () => {
      if (to !== target) return
      busy.delete(lane)
      pump()
    }
    setTimeout(again, retryMs * 2 ** Math.min(failed - 1, 5)).unref()
  }

  async function post(update: Update, { url, secret, gone }: NonNullable<typeof target>) {
    try {
      const response = await fetch(url, {
        method: 'POST',
        redirect: 'manual',
        signal: AbortSignal.any([gone.signal, AbortSignal.timeout(timeoutMs)]),
        headers: {
          'content-type': 'application/json',
          ...(secret !== undefined && { 'x-telegram-bot-api-secret-token': secret }),
        },
        body: JSON.stringify(update),
      })
      const body = await response.text()
      if (!response.ok) return `Wrong response from the webhook: ${response.status} ${response.statusText}`
      await carryOut(response.headers.get('content-type'), body)
      return undefined
    } catch (error) {
      return error instanceof Error && error.name === 'TimeoutError'
        ? 'Read timeout expired'
        : 'Connection failed'
    }
  }

  // core.telegram.org/bots/api#making-requests-when-getting-updates; what such a call answers nobody learns.
  async function carryOut(type: string | null, body: string): Promise<void> {
    if (!type?.startsWith('application/json') || !body.startsWith('{')) return
    const call: unknown = JSON.parse(body)
    if (isRecord(call) && typeof call.method === 'string') await reply(call.method, call)
  }
}

function laneOf(update: Update): string {
  const [kind, inner]: readonly unknown[] =
    Object.entries(update).find(([name]) => name !== 'update_id') ?? []
  if (!isRecord(inner)) return ''
  const owner = kind !== 'callback_query' && isRecord(inner.chat) ? inner.chat : inner.from
  return isRecord(owner) ? `${kind === 'callback_query' ? 'press ' : ''}${owner.id}` : ''
}
