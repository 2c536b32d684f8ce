/** Cuts a list into runs of which each weighs at most so much, or is one that weighs more by itself. */
export function* batches<T>(
  list: readonly T[],
  weightOf: (one: T) => number,
  most: number,
): Generator<readonly T[]> {
  let run: T[] = []
  let weight = 0
  for (const one of list) {
    if (run.length > 0 && weight + weightOf(one) > most) {
      yield run
      run = []
      weight = 0
    }
    run.push(one)
    weight += weightOf(one)
  }
  if (run.length > 0) yield run
}
