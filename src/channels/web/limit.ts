/** Says how many whole seconds a key has to wait: 0 when it may go on, and then it has used one of its turns. */
export type Limit = (key: string) => number

/**
 * Allows each key so many turns in any stretch of `windowMs` milliseconds. It remembers `room` keys, the
 * most recently used ones, so that its memory stays bounded whoever calls.
 */
export function createLimit(most: number, windowMs: number, now: () => number, room = 10_000): Limit {
  const used = new Map<string, readonly number[]>()
  return (key) => {
    const time = now()
    const turns = (used.get(key) ?? []).filter((turn) => turn > time - windowMs)
    const [oldest] = turns
    const mayGoOn = oldest === undefined || turns.length < most
    used.delete(key) // set again below: the map keeps its keys in order of use
    used.set(key, mayGoOn ? [...turns, time] : turns)
    for (const stale of used.keys()) {
      if (used.size <= room) break
      used.delete(stale)
    }
    return mayGoOn ? 0 : Math.max(1, Math.ceil((oldest + windowMs - time) / 1000))
  }
}

/** Seats that are taken and given back: at most so many for each key and in all. */
export function createSeats(forEach: number, inAll: number) {
  const taken = new Map<string, number>()
  let sum = 0
  return {
    /** False when no seat is left. */
    take(key: string): boolean {
      const count = taken.get(key) ?? 0
      if (count >= forEach || sum >= inAll) return false
      taken.set(key, count + 1)
      sum++
      return true
    },
    giveBack(key: string): void {
      const count = taken.get(key) ?? 0
      if (count > 1) taken.set(key, count - 1)
      else taken.delete(key)
      sum--
    },
  }
}
