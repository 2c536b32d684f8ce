import { verifySlackRequest } from '@slack/bolt'
import type { Body } from './desk.ts'

/** True for a body that Slack signed within the last five minutes (docs.slack.dev/authentication/verifying-requests-from-slack). */
export function isSigned(headers: Headers, body: string, signingSecret: string): boolean {
  try {
    verifySlackRequest({
      signingSecret,
      body,
      headers: {
        'x-slack-signature': headers.get('x-slack-signature') ?? '',
        'x-slack-request-timestamp': Number(headers.get('x-slack-request-timestamp') ?? Number.NaN),
      },
    })
    return true
  } catch {
    return false // it says only which rule was broken
  }
}

/** A body as JSON, or a form: what was pressed comes as JSON in its `payload`, a slash command as plain fields. */
export function readRequest(text: string, type: string): Body | undefined {
  try {
    if (!type.startsWith('application/x-www-form-urlencoded')) return object(JSON.parse(text))
    const fields = new URLSearchParams(text)
    const payload = fields.get('payload')
    return payload === null ? Object.fromEntries(fields) : object(JSON.parse(payload))
  } catch {
    return undefined // broken words from whoever knows the secret
  }
}

function object(value: unknown): Body | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Body) : undefined
}

/** What Slack is answered: nothing, words, or JSON. */
export function respond(response: unknown): Response {
  if (response === undefined || response === '') return new Response('', { status: 200 })
  return typeof response === 'string' ? new Response(response) : Response.json(response)
}
