/** The text that is there of a regulation: from which file, how many pasal, and whether this run put or found it there. */
export interface There {
  readonly file?: string
  readonly textMark?: string
  readonly articles: number
  readonly ofThisRun: boolean
}

/** What is to be done with a text that arrives. */
export type Decision =
  | { readonly kind: 'store' }
  | { readonly kind: 'same-text' | 'set-aside' | 'refuse'; readonly reason: string }

/** A later text with a smaller share of the pasal that are there is not taken for a better one. */
const ENOUGH = 0.6

/**
 * Whether a text takes the place of what is there of its regulation; texts are never mixed. Of two files in one run
 * the one with more pasal is kept, whatever their order; over time the later one, unless it has far fewer. A text of
 * which somebody said what it is (`told`) is stored even if it is the same, for what was said. `force` puts aside what
 * is known from earlier, not what this run read.
 */
export function decide(
  arrived: { readonly textMark: string; readonly articles: number; readonly told?: boolean },
  there: There | undefined,
  force: boolean,
): Decision {
  if (there === undefined || there.articles === 0) return { kind: 'store' }
  const other = there.file ?? 'yang sudah ada'
  if (there.ofThisRun) {
    if (arrived.textMark === there.textMark) return { kind: 'same-text', reason: sameTextAs(other) }
    return arrived.articles > there.articles
      ? { kind: 'store' }
      : { kind: 'set-aside', reason: lessThan(other, arrived.articles, there.articles) }
  }
  if (force) return { kind: 'store' }
  if (arrived.textMark === there.textMark && !arrived.told)
    return { kind: 'same-text', reason: sameTextAs(other) }
  if (arrived.articles >= there.articles * ENOUGH) return { kind: 'store' }
  return {
    kind: 'refuse',
    reason: `hanya ${arrived.articles} pasal, padahal naskah yang sudah ada (${other}) berisi ${there.articles}; mungkin cuplikan. Yang lama tetap dipakai; --force untuk menggantinya.`,
  }
}

/** What is said of a file whose text another file brought. */
export function sameTextAs(file: string): string {
  return `naskahnya sama dengan ${file}`
}

/** What is said of a file that another of the same regulation goes before. */
export function lessThan(file: string, articles: number, more: number): string {
  return articles === more
    ? `tidak dipakai: ${file} berisi peraturan yang sama (sama-sama ${more} pasal)`
    : `tidak dipakai: ${file} lebih lengkap (${more} pasal, di sini ${articles})`
}
