/** PostgreSQL stores neither NUL nor half a surrogate pair; people's text never loses anything else. */
export function whole(text: string): string {
  return text.replaceAll('\0', '').toWellFormed()
}

/** The same for everything in a JSON value, the names of its fields too: for `JSON.stringify`. */
export function clean(_key: string, value: unknown): unknown {
  if (typeof value === 'string') return whole(value)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const names = Object.keys(value)
  if (names.every((name) => whole(name) === name)) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [whole(name), inner]))
}
