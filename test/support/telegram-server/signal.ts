/** Lets tests wait for something to become true without sleeping. */
export interface Signal {
  /** Looks again at everything that is waited for. */
  notify(): void
  /** Resolves with the first defined value of `find`; rejects with `describe()` after `timeoutMs`. */
  until<T>(find: () => T | undefined, timeoutMs: number, describe: () => string): Promise<T>
}

/** A signal nobody waits on yet. */
export function createSignal(): Signal {
  const waiting = new Set<() => void>()
  return {
    notify() {
      for (const look of [...waiting]) look()
    },
    until(find, timeoutMs, describe) {
      const found = find()
      if (found !== undefined) return Promise.resolve(found)
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(look)
          reject(new Error(describe()))
        }, timeoutMs)
        function look() {
          const value = find()
          if (value === undefined) return
          clearTimeout(timer)
          waiting.delete(look)
          resolve(value)
        }
        waiting.add(look)
      })
    },
  }
}
