import type { Json } from '../../chat/feature.ts'

/** A row as JSON keeps it: moments in ISO 8601, what is empty left out. */
export function plainRow(row: object): Readonly<Record<string, Json>> {
  const full = JSON.parse(JSON.stringify(row)) as Record<string, Json> // what came from the database is JSON by now
  return Object.fromEntries(Object.entries(full).filter(([, value]) => value !== null && value !== ''))
}
