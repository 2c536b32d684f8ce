import type { Seal } from '../seal.ts'
import { clean } from './whole.ts'

/** JSON as it is stored: as it is, or in an envelope nobody opens without the key. */
export function createEnvelopes(seal: Seal) {
  return {
    /** A value in an envelope, as JSON. */
    closed: (value: unknown): string => JSON.stringify({ sealed: seal.close(JSON.stringify(value, clean)) }),
    /** A stored value, out of its envelope where it is in one. Throws `Unreadable` where the key is another. */
    opened: (stored: unknown): unknown => (isSealed(stored) ? JSON.parse(seal.open(stored.sealed)) : stored),
  }
}

/** True for a value in an envelope. */
export function isSealed(stored: unknown): stored is { readonly sealed: string } {
  return (
    typeof stored === 'object' && stored !== null && 'sealed' in stored && typeof stored.sealed === 'string'
  )
}
