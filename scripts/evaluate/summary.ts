import { quantile } from '../bench/figures.ts'
import type { Asked } from './asking.ts'
import { gainOf, hitsAt, mean, meanReciprocal, rankOf, ratioOf, type Share, shareOf } from './metrics.ts'

/** What an evaluation found, over the questions where it can be told; shares as so many of so many. */
export interface Summary {
  readonly questions: number
  readonly answerable: number
  readonly unanswerable: number
  /** Questions with a right pasal among the first n. */
  readonly recallAt1: Share
  readonly recallAt5: Share
  readonly recallAt10: Share
  /** Both 0 to 1, of the first ten; undefined where no question has gold. */
  readonly mrr: number | undefined
  readonly ndcg: number | undefined
  /** Where an older rule could be taken for the answer: how often it stands above the first right pasal. */
  readonly superseded: Share
  readonly refused: Share
  readonly refusedByKind: Readonly<Record<string, Share>>
  readonly falseRefusals: Share
  readonly unsure: { readonly answerable: Share; readonly unanswerable: Share }
  readonly figures: Share
  readonly citations: Share
  /** How many of the citations quote words. */
  readonly quotes: number
  readonly ms: { readonly p50: number; readonly p95: number; readonly max: number }
}

/** One question judged. Ranks count from 1 and are Infinity beyond the first ten. */
export interface Judged extends Asked {
  readonly rank: number
  readonly supersededRank: number
  /** What the answer had to say and does not. */
  readonly missing: readonly string[]
}

/** Holds an answer against what is known of its question. */
export function judge(asked: Asked): Judged {
  const { question, line } = asked
  const said = line.answer.replaceAll('**', '').toLowerCase()
  return {
    ...asked,
    rank: rankOf(line.passages, [...question.gold, ...question.also_ok]),
    supersededRank: rankOf(line.passages, question.superseded),
    missing: question.must_include.filter((words) => !said.includes(words.toLowerCase())),
  }
}

/** Whether anything about it is wrong: the pasal, the refusal, the figures or a citation. */
export function failed({ question, line, rank, missing, unproven }: Judged): boolean {
  if (unproven.length > 0) return true
  if (question.answerable === undefined) return false
  if (!question.answerable) return !line.refused
  return line.refused || missing.length > 0 || (question.gold.length > 0 && rank > 1)
}

/** The figures of questions that were asked and judged. */
export function summarize(judged: readonly Judged[]): Summary {
  const answerable = judged.filter(({ question }) => question.answerable === true)
  const unanswerable = judged.filter(({ question }) => question.answerable === false)
  const placed = answerable.filter(({ question }) => question.gold.length > 0)
  const ranks = placed.map(({ rank }) => rank)
  const gains = placed.map(({ question, line }) => gainOf(line.passages, question.gold, question.also_ok))
  const replaced = placed.filter(({ question }) => question.superseded.length > 0)
  const figured = answerable.filter(({ question }) => question.must_include.length > 0)
  const cited = judged.flatMap(({ line }) => line.citations)
  const unproven = judged.reduce((sum, one) => sum + one.unproven.length, 0)
  const refused = ({ line }: Judged): boolean => line.refused
  const unsure = (one: Judged): boolean => one.unsure
  return {
    questions: judged.length,
    answerable: answerable.length,
    unanswerable: unanswerable.length,
    recallAt1: hitsAt(ranks, 1),
    recallAt5: hitsAt(ranks, 5),
    recallAt10: hitsAt(ranks, 10),
    mrr: meanReciprocal(ranks),
    ndcg: mean(gains.filter((gain) => gain !== undefined)),
    superseded: shareOf(replaced, ({ rank, supersededRank }) => supersededRank < rank),
    refused: shareOf(unanswerable, refused),
    refusedByKind: eachKind(unanswerable, refused),
    falseRefusals: shareOf(answerable, refused),
    unsure: { answerable: shareOf(answerable, unsure), unanswerable: shareOf(unanswerable, unsure) },
    figures: shareOf(figured, ({ missing }) => missing.length === 0),
    citations: { part: cited.length - unproven, whole: cited.length },
    quotes: cited.filter(({ quote }) => quote !== undefined).length,
    ms: times(judged.map(({ line }) => line.ms)),
  }
}

/** The traits of a question that figures can be told apart by. */
export const TRAITS = ['voice', 'topic', 'kind', 'style', 'set'] as const
export type Trait = (typeof TRAITS)[number]

/** The summary of each group of questions that share a trait, the largest group first; "–" are those without it. */
export function summarizeBy(judged: readonly Judged[], trait: Trait): Readonly<Record<string, Summary>> {
  const groups = [...Map.groupBy(judged, ({ question }) => question[trait] ?? '–')]
  return Object.fromEntries(
    groups.sort(([, a], [, b]) => b.length - a.length).map(([name, group]) => [name, summarize(group)]),
  )
}

/** Makes JSON of summaries (a replacer): each share also as a ratio, null where nothing could be told. */
export function forPrograms(_: string, value: unknown): unknown {
  return isShare(value) ? { ...value, ratio: ratioOf(value) ?? null } : (value ?? null)
}

function isShare(value: unknown): value is Share {
  return typeof value === 'object' && value !== null && 'part' in value && 'whole' in value
}

function eachKind(all: readonly Judged[], passes: (one: Judged) => boolean): Readonly<Record<string, Share>> {
  const kinds = [...Map.groupBy(all, ({ question }) => question.kind ?? '–')]
  return Object.fromEntries(kinds.map(([kind, group]) => [kind, shareOf(group, passes)]))
}

function times(ms: readonly number[]): Summary['ms'] {
  if (ms.length === 0) return { p50: 0, p95: 0, max: 0 }
  return { p50: quantile(ms, 0.5), p95: quantile(ms, 0.95), max: Math.max(...ms) }
}
