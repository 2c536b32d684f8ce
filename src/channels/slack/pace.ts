/** Lets at most so many things happen in any minute; the clock is in ms. */
export function createPace(most: number, clock: () => number): { take(): boolean } {
  const taken: number[] = []
  return {
    take() {
      const now = clock()
      while (taken[0] !== undefined && now - taken[0] >= 60_000) taken.shift()
      if (taken.length >= most) return false
      taken.push(now)
      return true
    },
  }
}

/** Lets things happen so many times a second, evenly; the clock is in ms. */
export function createSpacing(perSecond: number, clock: () => number): { room(): number } {
  let next = Number.NEGATIVE_INFINITY
  return {
    /** Seconds until there is room for one; 0 takes it. */
    room() {
      const now = clock()
      if (now < next) return (next - now) / 1000
      next = now + 1000 / perSecond
      return 0
    },
  }
}
