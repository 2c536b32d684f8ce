import { GrammyError } from 'grammy'
import type { Setback } from '../insistence.ts'

/** What Telegram's refusals mean for trying again. */
export function setbackOf(error: unknown): Setback {
  if (!(error instanceof GrammyError))
    return { wait: undefined, said: 'a step of Telegram failed; trying again' }
  const said =
    error.error_code === 409
      ? 'another process asks for the same updates'
      : 'Telegram refused a call; trying again'
  return { wait: error.parameters.retry_after, said }
}
