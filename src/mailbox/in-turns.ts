/** Does the work for each item, a few at once, in order; resolves when all are done. */
export async function inTurns<T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const left = items.values()
  const lane = async (): Promise<void> => {
    for (const item of left) await work(item)
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, lane))
}

/** So many neglected conversations are taken up at once: what a crash interrupts costs a message one of its attempts. */
export const TAKEN_UP_AT_ONCE = 4
