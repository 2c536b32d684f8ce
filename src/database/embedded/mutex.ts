/** Lets one holder in at a time, the others in the order they came. */
export class Mutex {
  private tail: Promise<void> = Promise.resolve()

  /** Resolves once it is one's turn, to the function that passes the turn on. */
  async take(): Promise<() => void> {
    const before = this.tail
    const { promise, resolve } = Promise.withResolvers<void>()
    this.tail = promise
    await before
    return resolve
  }
}
