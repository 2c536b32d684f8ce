import type { Given } from './naming.ts'
import type { Prepared, Refused } from './prepare.ts'

/** What a preparing thread is asked: to prepare a file, or to give up one it was asked for. */
export type Asked =
  | {
      readonly kind: 'prepare'
      readonly id: number
      readonly name: string
      readonly bytes: Uint8Array
      readonly given: Given
    }
  | { readonly kind: 'stop'; readonly id: number }

/** What it tells: how far it is with a file, what came of it, that it gave up, or that it met a bug. */
export type Told =
  | { readonly kind: 'page'; readonly id: number; readonly done: number; readonly of: number }
  | { readonly kind: 'done'; readonly id: number; readonly result: Prepared | Refused }
  | { readonly kind: 'stopped'; readonly id: number }
  | { readonly kind: 'failed'; readonly id: number; readonly error: Error }
