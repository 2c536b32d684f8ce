/** A right to work. */
export interface Seat {
  /** Lets the next one in; nothing where it was left before. */
  readonly leave: () => void
  /** Takes a seat again where one is free and nobody waits for it. True for whoever sits. */
  readonly regain: () => boolean
}

/** So many work at once; the others wait in the order they came. */
export function createSeats(count: number) {
  const queue: (() => void)[] = []
  let free = count

  async function enter(): Promise<void> {
    if (free > 0) free--
    else await new Promise<void>((resolve) => queue.push(resolve))
  }

  function pass(): void {
    const next = queue.shift()
    if (next === undefined) free++
    else next()
  }

  return {
    /** Resolves to a seat when it is one's turn. */
    async take(): Promise<Seat> {
      await enter()
      let seated = true
      return {
        leave() {
          if (seated) pass()
          seated = false
        },
        regain() {
          if (!seated && free > 0) {
            free--
            seated = true
          }
          return seated
        },
      }
    },
  }
}
