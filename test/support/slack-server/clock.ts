/** The time a server lives by: limits, trigger ids, ack deadlines, retries and message timestamps. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Acts once after `ms`; returns what calls it off. */
  after(ms: number, act: () => void): () => void
}

/** A clock that only moves when told to, so that five minutes cost nothing. */
export interface ManualClock extends Clock {
  /** Moves on by `ms` and does what falls due, in order. */
  advance(ms: number): void
}

/** The machine's own time; what waits on it keeps no process alive. */
export const REAL_CLOCK: Clock = {
  now: () => Date.now(),
  after(ms, act) {
    const timer = setTimeout(act, ms).unref()
    return () => clearTimeout(timer)
  },
}

/** A clock that stands still at `start` (ms; the present by default) until it is advanced. */
export function createManualClock(start: number = Date.now()): ManualClock {
  const waiting = new Set<{ readonly at: number; readonly act: () => void }>()
  let time = start
  return {
    now: () => time,
    after(ms, act) {
      const entry = { at: time + ms, act }
      waiting.add(entry)
      return () => waiting.delete(entry)
    },
    advance(ms) {
      const end = time + ms
      for (let due = next(end); due !== undefined; due = next(end)) {
        waiting.delete(due)
        time = Math.max(time, due.at)
        due.act()
      }
      time = end
    },
  }

  function next(end: number) {
    const due = [...waiting].filter(({ at }) => at <= end)
    return due.sort((a, b) => a.at - b.at)[0]
  }
}
