import { readAmendments } from './effects/amendments.ts'
import { readClosings } from './effects/closings.ts'
import type { Effect } from './effects/effect.ts'
import type { Structure } from './structure.ts'

export { type Dates, enactedOn } from './effects/dates.ts'
export type { Effect }

/** What a regulation does to others, as its own text says it; a target's misread year stays as it was read. */
export function readEffects(structure: Structure, id: string): readonly Effect[] {
  return [...readAmendments(structure, id), ...readClosings(structure.articles, id)]
}

/** An effect on a regulation as a whole, or on a pasal. */
export interface ArticleEffect {
  readonly by: Effect['by']
  readonly on: { readonly regulation: string; readonly pasal?: string }
  readonly kind: Exclude<Effect['kind'], 'kept'>
}

/**
 * The same no finer than a pasal, each once: what befalls an ayat amends its pasal. What only stays in force is left
 * out, and so is what is said of a part of the whole that no pasal names, or of an explanation.
 */
export function ofArticles(effects: readonly Effect[]): readonly ArticleEffect[] {
  const found = new Map<string, ArticleEffect>()
  for (const { by, on, kind } of effects) {
    const { regulation, pasal, ayat, part } = on
    const finer = ayat !== undefined || part !== undefined
    if (kind === 'kept' || part === 'penjelasan' || (finer && pasal === undefined)) continue
    const key = JSON.stringify([by.pasal, regulation, pasal])
    if (finer && found.has(key)) continue
    found.set(key, {
      by,
      on: { regulation, ...(pasal !== undefined && { pasal }) },
      kind: finer ? 'amended' : kind,
    })
  }
  return [...found.values()]
}
