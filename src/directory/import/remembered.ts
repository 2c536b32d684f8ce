const MOST = 5000

/** A function of a text that remembers what it gave for the texts it saw of late: lists repeat themselves. */
export function remembered<T>(find: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const found = find(text)
    if (known.size >= MOST) known.clear()
    known.set(text, found)
    return found
  }
}
