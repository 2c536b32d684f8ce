import type { Log } from '../log.ts'

const LONGEST_PAUSE = 30

/** What a platform makes of a failed step: the seconds it asks to wait, and how the log puts it. */
export interface Setback {
  readonly wait: number | undefined
  readonly said: string
}

/** Calls that must work in the end, and calls that may fail; `halt` ends both. */
export function createInsistence(log: Log, halt: AbortSignal, setback: (error: unknown) => Setback) {
  return {
    /** Keeps trying what fails for now, slower each time, until it works (else undefined: we stop). */
    async insist<T>(what: string, attempt: () => Promise<T>): Promise<T | undefined> {
      for (let tries = 0; !halt.aborted; tries++) {
        try {
          return await attempt()
        } catch (error) {
          if (halt.aborted) return undefined
          const { wait, said } = setback(error)
          log.warn({ call: what, tries, err: error }, said)
          await pause(wait ?? Math.min(LONGEST_PAUSE, 2 ** tries / 2), halt)
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
