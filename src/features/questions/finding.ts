import type { Log } from '../../log.ts'
import { type EmbeddingModel, ModelUnavailable } from '../../model/model.ts'
import { vectorsOf } from '../../regulations/embedding.ts'
import { type Found, isBoundary, type Search, type SearchOptions } from '../../regulations/search.ts'
import { isSure } from './certainty.ts'
import type { Remembered } from './memory.ts'
import type { Consultation } from './model/consulting.ts'
import type { Prompts } from './model/prompts.ts'
import { rewritten } from './model/rewriting.ts'

/** What finding needs: the search, and a model of meaning where one is configured. */
export interface Finding {
  readonly search: Search
  readonly prompts: Pick<Prompts, 'rewrite'>
  readonly embedding?: EmbeddingModel
  readonly log: Log
}

/** What is found for a question in its own words and, where that is not sure, also in the words of the law. */
export async function find(
  deps: Finding,
  consultation: Consultation,
  question: string,
  history: readonly Remembered[],
  options: Pick<SearchOptions, 'asOf' | 'term'>,
): Promise<readonly Found[]> {
  const [own = []] = await searched(deps, [question], options)
  const settled = own.some(isBoundary) || (own[0] !== undefined && isSure(own[0]))
  if (settled || !consultation.has('quick')) return own
  const variants = await rewritten(deps.prompts, consultation, question, history)
  if (variants.length === 0) return own
  const others = await searched(deps, variants, options)
  return mergedByRank(
    own,
    others.map((hits) => hits.filter((hit) => !isBoundary(hit))),
  )
}

/** What is found for each of some questions, by words and, where there is a model for it, by meaning. */
export async function searched(
  { search, embedding, log }: Omit<Finding, 'prompts'>,
  questions: readonly string[],
  options: Pick<SearchOptions, 'asOf' | 'term'>,
): Promise<readonly (readonly Found[])[]> {
  const vectors = embedding === undefined ? [] : await embedded(embedding, questions, log)
  return Promise.all(
    questions.map((question, i) => {
      const dense = vectors[i]
      return search(question, { ...options, ...(dense && { dense }) })
    }),
  )
}

/** How much the first few places differ: the smaller, the more a first place counts. */
const FLATNESS = 10

/**
 * Several searches as one, by reciprocal rank: what the question itself found counts as much as all the others
 * together, and all of it stays. A pasal keeps its best score and confidence.
 */
export function mergedByRank(own: readonly Found[], others: readonly (readonly Found[])[]): readonly Found[] {
  const merged = new Map<string, { rank: number; passages: Found[] }>()
  for (const [i, list] of [own, ...others].entries()) {
    const weight = i === 0 ? 1 : 1 / Math.max(1, others.length)
    for (const [place, passages] of [...Map.groupBy(list, ({ article }) => article).values()].entries()) {
      const [first] = passages
      if (first === undefined) continue
      const known = merged.get(first.article) ?? { rank: 0, passages: [] }
      const more = passages.filter(({ passage }) =>
        known.passages.every((other) => other.passage !== passage),
      )
      merged.set(first.article, {
        rank: known.rank + weight / (FLATNESS + place),
        passages: alike([...known.passages, ...more], passages),
      })
    }
  }
  // a sort keeps what is equal in its order, so the question's own goes first
  return [...merged.values()].sort((a, b) => b.rank - a.rank).flatMap(({ passages }) => passages)
}

function alike(passages: readonly Found[], latest: readonly Found[]): Found[] {
  const score = Math.max(...[...passages, ...latest].map((passage) => passage.score))
  const confidence = Math.max(...[...passages, ...latest].map((passage) => passage.confidence))
  return passages.map((passage) => ({ ...passage, score, confidence }))
}

async function embedded(
  model: EmbeddingModel,
  questions: readonly string[],
  log: Log,
): Promise<readonly NonNullable<SearchOptions['dense']>[]> {
  try {
    return (await model.embed(questions)).map((vector) => ({ model: vectorsOf(model), vector }))
  } catch (error) {
    if (!(error instanceof ModelUnavailable)) throw error
    log.warn({ reason: error.reason }, 'the embedding model is away; searching by words alone')
    return []
  }
}
