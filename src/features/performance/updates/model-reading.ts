import type { Person, Turn } from '../../../chat/feature.ts'
import { dayAt } from '../../../indonesian/dates.ts'
import type { Log } from '../../../log.ts'
import { fenced, listen } from '../../../model/listening.ts'
import { mask } from '../../../model/masking.ts'
import type { ChatModel } from '../../../model/model.ts'
import { loadPrompt } from '../../../model/prompt.ts'
import type { Target } from '../targets/target.ts'
import { readAnswer } from './model-answer.ts'
import type { Said } from './reading.ts'

/** Reads a report by a model; nothing where there is none, it is away, or its words do not stand in the report. */
export type ModelReader = (text: string, turn: Turn, targets: readonly Target[]) => Promise<Partial<Said>>

/** The day's budget of a model and the record of its calls. */
export interface ModelUsage {
  spend(person: Person, day: string): Promise<boolean>
  giveBack(account: string, day: string): Promise<void>
  record(call: {
    readonly prompt: string
    readonly version: string
    readonly model: string
    readonly passages: readonly string[]
    readonly citations: readonly string[]
    readonly outcome: 'answered' | 'unusable' | 'unavailable' | 'over-budget'
    readonly milliseconds: number
    readonly charactersIn: number
    readonly charactersOut: number
  }): Promise<void>
}

/** What asking a model needs. */
export interface Asking {
  readonly chat: ChatModel
  readonly usage?: ModelUsage
  readonly log: Log
}

/** Prepares the reader; throws an Error naming the prompt's file where that is not as it should be. */
export function createModelReader({ chat, usage, log }: Asking): ModelReader {
  const prompt = loadPrompt('update', ['targets', 'report'])
  return async (text, { person, now, timeZone }, targets) => {
    const today = dayAt(now, timeZone)
    const { texts } = mask(text, targets.map(({ number, title }) => `${number}. ${title}`).join('\n') || '-')
    const [report = '', list = ''] = texts.map(fenced)
    const filled = prompt({ report, targets: list })
    if (usage !== undefined && !(await usage.spend(person, today))) return {}
    const started = performance.now()
    const heard = await listen(chat, filled, log)
    const said = heard === undefined ? undefined : readAnswer(heard, text, today, targets)
    if (heard === undefined) await usage?.giveBack(person.account, today)
    await usage?.record({
      prompt: filled.name,
      version: filled.version,
      model: chat.name,
      passages: [],
      citations: [],
      outcome: heard === undefined ? 'unavailable' : said === undefined ? 'unusable' : 'answered',
      milliseconds: performance.now() - started,
      charactersIn: filled.system.length + filled.user.length,
      charactersOut: heard?.length ?? 0,
    })
    return said ?? {}
  }
}
