import { createHmac } from 'node:crypto'
import type { Clock } from './clock.ts'
import type { Carrier, Delivery, Outcome } from './deliveries.ts'
import type { Json } from './params.ts'

/** The headers with which Slack signs a body (docs.slack.dev/authentication/verifying-requests-from-slack). */
export function signed(secret: string, body: string, seconds: number): Readonly<Record<string, string>> {
  const digest = createHmac('sha256', secret).update(`v0:${seconds}:${body}`).digest('hex')
  return { 'x-slack-request-timestamp': String(seconds), 'x-slack-signature': `v0=${digest}` }
}

/** A delivery's body and content type, as Slack writes each kind. */
export function written({ kind, body }: Pick<Delivery, 'kind' | 'body'>): {
  readonly body: string
  readonly type: string
} {
  if (kind === 'events_api') return { body: JSON.stringify(body), type: 'application/json' }
  const fields = kind === 'interactive' ? { payload: JSON.stringify(body) } : strings(body)
  return { body: new URLSearchParams(fields).toString(), type: 'application/x-www-form-urlencoded' }
}

/** Takes deliveries to a Request URL by signed POST. */
export function createHttpCarrier(url: string, secret: string, clock: Clock, gone: AbortSignal): Carrier {
  return {
    by: 'http',
    carry(delivery, attempt, done) {
      const { body, type } = written(delivery)
      const retried = attempt.retry > 0
      const headers = {
        'content-type': type,
        'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
        ...signed(secret, body, Math.floor(clock.now() / 1000)),
        ...(retried && { 'x-slack-retry-num': String(attempt.retry) }),
        ...(retried && { 'x-slack-retry-reason': attempt.reason ?? 'unknown_error' }),
      }
      void post(url, { method: 'POST', redirect: 'manual', signal: gone, headers, body }).then((outcome) => {
        if (!gone.aborted) done(outcome)
      })
    },
  }
}

async function post(url: string, request: RequestInit): Promise<Outcome> {
  try {
    const response = await fetch(url, request)
    const text = await response.text()
    const final = response.headers.get('x-slack-no-retry') === '1'
    if (!response.ok) return { ok: false, reason: 'http_error', status: response.status, final }
    return { ok: true, status: response.status, response: parsed(text) }
  } catch {
    // Refused, reset or cut off: Slack has one word for all of them.
    return { ok: false, reason: 'connection_failed' }
  }
}

function parsed(text: string): unknown {
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return text // a command may be answered in plain words
  }
}

function strings(body: Json): Record<string, string> {
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, String(value)]))
}
