/** A terminal and the programs in between each pass one Ctrl+C on: within so long it is the same one. */
const SAME_PRESS_MS = 500

/**
 * A signal that is aborted by Ctrl+C (or a polite kill); the second time `now` is called instead. `asked` is told of the
 * first.
 */
export function stopOnSignals(asked: () => void, now: () => void): AbortSignal {
  const stop = new AbortController()
  let first: number | undefined
  const hear = (): void => {
    if (first === undefined) {
      first = performance.now()
      stop.abort()
      asked()
    } else if (performance.now() - first > SAME_PRESS_MS) now()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, hear)
  return stop.signal
}
