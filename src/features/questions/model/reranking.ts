import type { Found } from '../../../regulations/search.ts'
import { isSure } from '../certainty.ts'
import { citation } from '../citation.ts'
import type { QuestionTexts } from '../texts.ts'
import type { Consultation, Reading } from './consulting.ts'
import { fenced, masked } from './fencing.ts'
import type { Prompts } from './prompts.ts'

const CANDIDATES = 12
const SHOWN_OF_EACH = 300

/**
 * What was found, where that is not sure, with the pasal first that a model says answer; the others keep their order,
 * and so does everything where the model is of no use. No pasal is lifted above what revoked or replaced it.
 */
export async function reranked(
  prompts: Pick<Prompts, 'rerank'>,
  consultation: Consultation,
  question: string,
  found: readonly Found[],
  t: QuestionTexts,
): Promise<readonly Found[]> {
  const articles = [...Map.groupBy(found, ({ article }) => article).values()]
  const sure = found[0] !== undefined && isSure(found[0])
  if (sure || articles.length < 2 || !consultation.has('quick')) return found
  const shown = articles.slice(0, CANDIDATES).flatMap(([best]) => best ?? [])
  const prompt = prompts.rerank({
    question: fenced(masked(question)),
    passages: shown.map((passage, i) => fenced(lineOf(passage, i + 1, t))).join('\n'),
  })
  const order = await consultation.ask(
    'quick',
    prompt,
    shown.map(({ passage }) => passage),
    (text) => readOrder(text, shown.length),
  )
  if (order === undefined) return found
  const lifted = order.flatMap((number) => articles[number - 1] ?? [])
  return firstAsSure(keptBelowSuccessors([...lifted, ...found], found), found)
}

/** Numbers and commas, nothing else: 1 to `count`, each once; a number that was not shown is passed over. */
export function readOrder(text: string, count: number): Reading<readonly number[]> {
  if (/^\s*TIDAK_ADA\b/.test(text)) return { outcome: 'unknown' }
  if (!/^\s*\[?\d{1,2}\]?(?:\s*[,>;\s]\s*\[?\d{1,2}\]?)*\s*\.?\s*$/.test(text)) return { outcome: 'unusable' }
  const value = [...new Set((text.match(/\d+/g) ?? []).map(Number))].filter(
    (number) => number >= 1 && number <= count,
  )
  return value.length > 0 ? { outcome: 'answered', value } : { outcome: 'unusable' }
}

function lineOf(passage: Found, number: number, t: QuestionTexts): string {
  const text = [passage.title || passage.heading, passage.body]
    .filter(Boolean)
    .join('. ')
    .replace(/\s+/g, ' ')
  return `[${number}] ${citation(passage, t).replaceAll('**', '')}: ${text.slice(0, SHOWN_OF_EACH)}`
}

/** Each passage once, in the new order, except that one which no longer holds stays behind its successor as before. */
function keptBelowSuccessors(order: readonly Found[], before: readonly Found[]): readonly Found[] {
  const unique = [...new Set(order)]
  return unique
    .map((passage, i) => {
      const behind = before.slice(0, before.indexOf(passage)).filter((other) => succeeds(other, passage))
      const last = Math.max(-1, ...behind.map((other) => unique.indexOf(other)))
      return { passage, place: last > i ? last + 0.5 : i }
    })
    .sort((a, b) => a.place - b.place)
    .map(({ passage }) => passage)
}

function succeeds(later: Found, { standing, pasal }: Found): boolean {
  if (standing.status !== 'dicabut' && standing.status !== 'diubah') return false
  return standing.by.some(
    (by) =>
      by.regulation === later.regulation.id &&
      (standing.status === 'dicabut' || (by.pasal === later.pasal && later.pasal === pasal)),
  )
}

/** What was lifted to the first place answers at least as surely as what stood there. */
function firstAsSure(order: readonly Found[], before: readonly Found[]): readonly Found[] {
  const least = before[0]?.confidence ?? 0
  const first = order[0]?.article
  return order.map((passage) =>
    passage.article === first && passage.confidence < least ? { ...passage, confidence: least } : passage,
  )
}
