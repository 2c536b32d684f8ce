const SHARE = 32
const SHORTEST = 1
const LONGEST = 60

/**
 * How long to leave a platform alone that is away: a thirty-second part of the time it has been away so far, 1 to 60 seconds,
 * however many messages have failed meanwhile. So little time is lost once it is back.
 */
export function createOutage(clock: () => number = () => performance.now()) {
  let since: number | undefined
  return {
    isBack(): void {
      since = undefined
    },
    /** Seconds until the next try. */
    pause(): number {
      const now = clock()
      since ??= now
      return Math.min(LONGEST, Math.max(SHORTEST, (now - since) / 1000 / SHARE))
    },
  }
}
