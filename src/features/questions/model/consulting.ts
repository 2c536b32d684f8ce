import type { Turn } from '../../../chat/feature.ts'
import { dayAt } from '../../../indonesian/dates.ts'
import type { Log } from '../../../log.ts'
import { type ChatModel, ModelUnavailable } from '../../../model/model.ts'
import type { FilledPrompt } from '../../../model/prompt.ts'
import type { Usage } from './budget.ts'
import type { CallOutcome } from './store.ts'

/** The models that may be consulted: one that writes answers, the same with little patience for what comes before. */
export interface Consulted {
  readonly chat?: ChatModel
  readonly quick?: ChatModel
  /** The day's budget and the record of calls; without it there is neither. */
  readonly usage?: Usage
  readonly log: Log
}

/** What was read of a model's words: something of use with the pasal it cites, or why there is nothing. */
export type Reading<T> =
  | { readonly outcome: 'answered'; readonly value: T; readonly citations?: readonly string[] }
  | { readonly outcome: Exclude<CallOutcome, 'answered'> }

/** The models within one turn of one person: several calls, one answer of the budget. */
export interface Consultation {
  /** Asks one of the models; undefined where there is none, it is away or too slow, or its words are of no use. */
  ask<T>(
    which: 'chat' | 'quick',
    prompt: FilledPrompt,
    passages: readonly string[],
    read: (text: string) => Reading<T>,
    growing?: (text: string) => void,
  ): Promise<T | undefined>
  /** True once a model was not asked because the day's budget is used up. */
  isOverBudget(): boolean
  has(which: 'chat' | 'quick'): boolean
}

/** Opens a turn's consultation; nothing is asked or spent before the first `ask`. */
export function consult(
  models: Consulted,
  { person, now, timeZone }: Pick<Turn, 'person' | 'now' | 'timeZone'>,
): Consultation {
  const { usage, log } = models
  const day = dayAt(now, timeZone)
  let spent: Promise<boolean> | undefined
  let overBudget = false
  let useful = false

  async function mayAsk(): Promise<boolean> {
    spent ??= usage?.spend(person, day) ?? Promise.resolve(true)
    overBudget = !(await spent)
    return !overBudget
  }

  /** An answer that never came is not counted. */
  async function giveBack(): Promise<void> {
    if (useful || spent === undefined) return
    spent = undefined
    await usage?.giveBack(person.account, day)
  }

  return {
    has: (which) => models[which] !== undefined,
    isOverBudget: () => overBudget,
    async ask(which, prompt, passages, read, growing) {
      const model = models[which]
      if (model === undefined) return undefined
      const started = performance.now()
      const { text, failed } = (await mayAsk())
        ? await listen(model, prompt, log, growing)
        : { text: '', failed: 'over-budget' as const }
      if (failed === 'unavailable') await giveBack()
      else useful ||= failed === undefined
      const reading = failed === undefined ? read(text) : { outcome: failed }
      await usage?.record({
        prompt: prompt.name,
        version: prompt.version,
        model: model.name,
        passages,
        citations: reading.outcome === 'answered' ? (reading.citations ?? []) : [],
        outcome: reading.outcome,
        milliseconds: performance.now() - started,
        charactersIn: failed === 'over-budget' ? 0 : prompt.system.length + prompt.user.length,
        charactersOut: text.length,
      })
      return reading.outcome === 'answered' ? reading.value : undefined
    },
  }
}

async function listen(
  model: ChatModel,
  prompt: FilledPrompt,
  log: Log,
  growing: ((text: string) => void) | undefined,
): Promise<{ text: string; failed?: 'unavailable' }> {
  let text = ''
  try {
    for await (const piece of model.stream(prompt)) {
      text += piece
      growing?.(text)
    }
    return { text }
  } catch (error) {
    if (!(error instanceof ModelUnavailable)) throw error
    log.warn({ prompt: prompt.name, reason: error.reason }, 'the model is away; going on without it')
    return { text, failed: 'unavailable' }
  }
}
