import type { Json } from '../../chat/feature.ts'
import { fold } from '../../indonesian/words.ts'

const REMEMBERED_TURNS = 3
const FOLLOW_UP_MINUTES = 30

/** A question of this conversation, what answered it, and when (ISO). */
export interface Remembered {
  readonly question: string
  readonly answer: string
  readonly at: string
}

/** The latest questions of a conversation, oldest first; what is older than half an hour is over. */
export function remembered(memory: Json, now: Date): readonly Remembered[] {
  if (!Array.isArray(memory)) return []
  const recent = (past: Json): past is Json & Remembered =>
    typeof past === 'object' &&
    past !== null &&
    'at' in past &&
    typeof past.at === 'string' &&
    now.getTime() - Date.parse(past.at) < FOLLOW_UP_MINUTES * 60_000
  return memory.filter(recent)
}

/** The memory with one more question in it. */
export function remember(history: readonly Remembered[], question: string, answer: string, now: Date): Json {
  return [
    ...history.map(({ question: q, answer: a, at }) => ({ question: q, answer: a, at })),
    { question: question.slice(0, 300), answer, at: now.toISOString() },
  ].slice(-REMEMBERED_TURNS)
}

/** Whether it goes on from the question before: "kalau PPPK?", "terus siapa yang memutuskan?". */
export function followsUp(asked: string, history: readonly Remembered[]): boolean {
  if (history.length === 0) return false
  const said = fold(asked)
  const words = said.split(' ').length
  return (
    (words <= 8 &&
      /^(?:kalau|kalo|klo|kl|gimana kalau|gmn klo|bagaimana dengan|bagaimana kalau|terus|trus|lalu|untuk|utk|buat|dan|yang|yg|berarti|trs)\b/.test(
        said,
      )) ||
    words <= 2
  )
}

const GROUPS = /\b(pns|pppk|p3k|cpns|honorer|asn|guru|dokter|perawat)\b/i

/** The earlier question with the new words; a new group of people takes the place of the old one. */
export function joined(before: string, asked: string): string {
  const base = GROUPS.test(asked) ? before.replace(new RegExp(GROUPS, 'gi'), '') : before
  return `${base} ${asked}`.replace(/\s+/g, ' ').trim()
}
