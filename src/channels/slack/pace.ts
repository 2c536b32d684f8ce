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
