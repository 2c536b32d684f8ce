import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api'
import { RetryLater, Unreachable } from '../../errors.ts'

/** Slack's own word for why a call failed ("channel_not_found"); undefined where it did not come to that. */
export function refusalOf(error: unknown): string | undefined {
  return error instanceof WebAPIPlatformError ? error.data.error : undefined
}

/** True where Slack cannot be reached, or fails by itself. */
export function isAway(error: unknown): boolean {
  if (error instanceof WebAPIRequestError) return true
  if (error instanceof WebAPIHTTPError) return error.statusCode >= 500
  return AWAY.has(refusalOf(error) ?? '')
}

/** True where our token is not, or no longer, one that may. */
export function isTokenRefused(error: unknown): boolean {
  return TOKEN.has(refusalOf(error) ?? '')
}

/** The seconds Slack asks us to wait; undefined where it does not. */
export function askedToWait(error: unknown): number | undefined {
  if (error instanceof WebAPIRateLimitedError) return Math.max(1, error.retryAfter)
  if (['ratelimited', 'rate_limited'].includes(refusalOf(error) ?? '')) return 30
  return error instanceof Error && error.message.startsWith('Retry header did not') ? 30 : undefined
}

/** Slack's refusals in the words the mailbox knows; what is no refusal stays what it is. */
export function asOurs(error: unknown): unknown {
  const seconds = askedToWait(error)
  if (seconds !== undefined) return new RetryLater(seconds, 'too many requests')
  if (isTokenRefused(error)) return new RetryLater(60, `the token is refused (${refusalOf(error)})`)
  const refusal = refusalOf(error) ?? ''
  return GONE.has(refusal) ? new Unreachable(`blocked: ${refusal}`) : error
}

const AWAY = new Set([
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
])
const TOKEN = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'missing_scope',
  'not_allowed_token_type',
])
const GONE = new Set([
  'channel_not_found',
  'is_archived',
  'not_in_channel',
  'user_not_found',
  'user_disabled',
  'user_not_visible',
  'cannot_dm_bot',
  'messages_tab_disabled',
  'cannot_reply_to_message',
  'restricted_action',
  'restricted_action_read_only_channel',
  'restricted_action_thread_only_channel',
  'restricted_action_non_threadable_channel',
  'restricted_action_thread_locked',
  'thread_locked',
  'thread_not_found',
  'invalid_thread_ts', // whoever asked in a channel took the question back
  'ekm_access_denied',
  'team_access_not_granted',
  'access_denied',
  'no_permission',
])
