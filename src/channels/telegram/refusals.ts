import { GrammyError, HttpError } from 'grammy'
import { RetryLater, Unreachable } from '../../errors.ts'

/** Whether Telegram refused what was said, so that saying it in another way may help. */
export function isRefused(error: unknown): error is GrammyError {
  return error instanceof GrammyError && [400, 413].includes(error.error_code) && !isGone(error)
}

/** Whether Telegram does not have a method: a Bot API server of one's own may be older than the bot. */
export function isUnknown(error: unknown): boolean {
  return error instanceof GrammyError && error.error_code === 404
}

/** Whether Telegram was not there, so that nobody knows whether it took the call. */
export function isAway(error: unknown): boolean {
  return error instanceof HttpError || (error instanceof GrammyError && error.error_code >= 500)
}

/** Telegram's refusals in the words the mailbox knows. */
export function asOurs(error: unknown): unknown {
  if (!(error instanceof GrammyError)) return error
  if (error.parameters.retry_after !== undefined)
    return new RetryLater(error.parameters.retry_after, 'too many requests')
  if (error.error_code === 401) return new RetryLater(60, 'the token is refused')
  return isGone(error) ? new Unreachable(error.description.slice(0, 80)) : error
}

const GONE =
  /chat not found|PEER_ID_INVALID|user is deactivated|have no rights|not enough rights|CHAT_WRITE_FORBIDDEN|message thread not found|TOPIC_CLOSED|TOPIC_DELETED/i

function isGone(error: GrammyError): boolean {
  return error.error_code === 403 || GONE.test(error.description)
}
