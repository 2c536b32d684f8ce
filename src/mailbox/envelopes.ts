import type { Seal } from '../seal.ts'
import { clean } from './whole.ts'

/** What is stored so that only whoever has the key can read it. */
export type Envelopes = ReturnType<typeof createEnvelopes>

/** JSON as it is stored: as it is, or in an envelope nobody opens without the key. */
export function createEnvelopes(seal: Seal) {
  return {
    /** A value in an envelope, as JSON. */
    closed: (value: unknown): string => JSON.stringify({ sealed: seal.close(JSON.stringify(value, clean)) }),
    /** A stored value, out of its envelope where it is in one. Throws `Unreadable` where the key is another. */
    opened: (stored: unknown): unknown => (isSealed(stored) ? JSON.parse(seal.open(stored.sealed)) : stored),
    /** What is kept of the key of a message that is gone, so that it is known when it is delivered again. */
    settledAs: (key: string): string => seal.digest('settled', key),
  }
}

/** True for a value in an envelope. */
export function isSealed(stored: unknown): stored is { readonly sealed: string } {
  return (
    typeof stored === 'object' && stored !== null && 'sealed' in stored && typeof stored.sealed === 'string'
  )
}
