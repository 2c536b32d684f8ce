import { GrammyError } from 'grammy'
import type { Log } from '../../log.ts'

const LONGEST_PAUSE = 30

/** Calls that must work in the end, and calls that may fail. */
export function createInsistence(log: Log, halt: AbortSignal) {
  return {
    /** Keeps trying what fails for now, slower each time, until it works (else undefined: we stop). */
    async insist<T>(what: string, attempt: () => Promise<T>): Promise<T | undefined> {
      for (let tries = 0; !halt.aborted; tries++) {
        try {
          return await attempt()
        } catch (error) {
          if (halt.aborted) return undefined
          const asked = error instanceof GrammyError ? error.parameters.retry_after : undefined
          log.warn({ call: what, tries, err: error }, reason(error))
          await pause(asked ?? Math.min(LONGEST_PAUSE, 2 ** tries), halt)
        }
      }
      return undefined
    },
    /** Makes a call whose failure nobody has to react to. */
    async quietly(what: string, attempt: () => Promise<unknown>): Promise<void> {
      try {
        await attempt()
      } catch (error) {
        log.debug({ call: what, err: error }, 'a call that may fail did')
      }
    },
  }
}

function reason(error: unknown): string {
  if (!(error instanceof GrammyError)) return 'a step of Telegram failed; trying again'
  return error.error_code === 409
    ? 'another process asks for the same updates'
    : 'Telegram refused a call; trying again'
}

function pause(seconds: number, halt: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer)
      halt.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, seconds * 1000)
    halt.addEventListener('abort', end)
  })
}
