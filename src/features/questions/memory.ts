import type { Json } from '../../chat/feature.ts'

const REMEMBERED_TURNS = 3
const FOLLOW_UP_MINUTES = 30
/** So much of a question is remembered, in characters. */
export const LONGEST_REMEMBERED = 300

/** A question of this conversation, what answered it, what else was listed (each as a question), and when (ISO). */
export interface Remembered {
  readonly question: string
  readonly answer: string
  readonly listed?: readonly string[]
  readonly at: string
}

/** The latest questions of a conversation, oldest first; what is older than half an hour is over. */
export function remembered(memory: Json, now: Date): readonly Remembered[] {
  if (!Array.isArray(memory)) return []
  return memory.filter((past: Json): past is Json & Remembered => {
    if (typeof past !== 'object' || past === null || !('at' in past) || !('question' in past)) return false
    const recent =
      typeof past.at === 'string' && now.getTime() - Date.parse(past.at) < FOLLOW_UP_MINUTES * 60_000
    return recent && typeof past.question === 'string'
  })
}

/** The memory with one more question in it. */
export function remember(history: readonly Remembered[], latest: Omit<Remembered, 'at'>, now: Date): Json {
  const kept = [...history, { ...latest, at: now.toISOString() }].slice(-REMEMBERED_TURNS)
  return kept.map(({ question, answer, listed = [], at }) => ({
    question: question.slice(0, LONGEST_REMEMBERED),
    answer,
    listed: listed.map((each) => each.slice(0, LONGEST_REMEMBERED)),
    at,
  }))
}
