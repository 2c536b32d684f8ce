import type { Log } from '../../log.ts'
import { askedToWait } from './failures.ts'

const LONGEST_PAUSE = 30

/** A way to keep trying what fails for now, slower each time, until it works (else undefined: we stop). */
export function createInsistence(log: Log, halt: AbortSignal) {
  return async <T>(what: string, attempt: () => Promise<T>): Promise<T | undefined> => {
    for (let tries = 0; !halt.aborted; tries++) {
      try {
        return await attempt()
      } catch (error) {
        if (halt.aborted) return undefined
        log.warn({ call: what, tries, err: error }, 'a step of Slack failed; trying again')
        await pause(askedToWait(error) ?? Math.min(LONGEST_PAUSE, 2 ** tries / 2), halt)
      }
    }
    return undefined
  }
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
