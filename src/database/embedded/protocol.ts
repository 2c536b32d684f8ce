/** What the database thread is started with: a directory (none: in memory) and an image to begin from. */
export interface Start {
  readonly directory: string
  readonly seed?: Uint8Array
}

/** What the bot asks of the database thread; answers carry the same id. */
export type Request =
  | {
      readonly id: number
      readonly kind: 'query'
      readonly sql: string
      readonly parameters: readonly unknown[]
    }
  | { readonly id: number; readonly kind: 'dump' }
  | { readonly id: number; readonly kind: 'close' }

/** What the database thread says. */
export type Answer =
  | { readonly kind: 'ready' }
  | Result
  | {
      readonly kind: 'failure'
      readonly id: number
      readonly message: string
      readonly code?: string
      readonly constraint?: string
      readonly detail?: string
    }
  | { readonly kind: 'notification'; readonly channel: string; readonly payload: string }

/** What a statement gave: its rows, and how many rows it changed. */
export interface Result {
  readonly kind: 'result'
  readonly id: number
  readonly rows: readonly object[]
  readonly affected: number
}
