/**
 * The circles in a relation where each has at most one above: each circle once, from whoever comes first in the pairs.
 * Who is merely below a circle is in none.
 */
export function circlesOf(above: ReadonlyMap<string, string>): readonly (readonly string[])[] {
  const circles: string[][] = []
  const done = new Set<string>()
  for (const start of above.keys()) {
    const path = new Map<string, number>()
    let at: string | undefined = start
    while (at !== undefined && !done.has(at) && !path.has(at)) {
      path.set(at, path.size)
      at = above.get(at)
    }
    const from = at === undefined ? undefined : path.get(at)
    const walked = [...path.keys()]
    if (from !== undefined) circles.push(walked.slice(from))
    for (const one of walked) done.add(one)
  }
  return circles
}
