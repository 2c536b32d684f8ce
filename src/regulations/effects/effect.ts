import type { Place } from './places.ts'

/** What one regulation does to another, and where it says so. */
export interface Effect {
  readonly by: { readonly regulation: string; readonly pasal: string }
  /** What it is done to: the whole regulation where neither pasal nor part is set. */
  readonly on: {
    readonly regulation: string
    readonly pasal?: string
    readonly ayat?: string
    /**
     * What is meant where it is smaller than that or lies beside it: "huruf b", "penjelasan", "ketentuan mengenai
     * pembiayaan dalam Bab IX", "peraturan pelaksanaan" (of the regulation).
     */
    readonly part?: string
  }
  /** `kept`: said to stay in force. */
  readonly kind: 'amended' | 'inserted' | 'deleted' | 'revoked' | 'kept'
  /** What limits it, in the law's words: "kecuali ketentuan Pasal 5", "sepanjang tidak bertentangan". */
  readonly exception?: string
  /** The number the pasal has from then on, where it is renumbered. */
  readonly becomes?: string
}

/** What an amending law orders for one place of the law it amends. */
export interface Change extends Place {
  readonly kind: 'amended' | 'inserted' | 'deleted'
  readonly becomes?: string
}
