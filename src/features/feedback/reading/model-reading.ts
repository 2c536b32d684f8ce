import { z } from 'zod'
import type { Log } from '../../../log.ts'
import { fenced, listen, objectIn } from '../../../model/listening.ts'
import type { ChatModel } from '../../../model/model.ts'
import { loadPrompt } from '../../../model/prompt.ts'
import { maskPersons } from './persons.ts'
import { allThemes, OTHER } from './themes.ts'

/** How a text sounds and what it is about. */
export interface Read {
  readonly sentiment: 'positive' | 'neutral' | 'negative'
  readonly themes: readonly string[]
}

/** Reads a text by a model; 'unusable' where it said something else, undefined while it is away. */
export type ModelReading = (words: string) => Promise<Read | 'unusable' | undefined>

const MOST_THEMES = 3
const answer = z.strictObject({
  nada: z.enum(['positive', 'neutral', 'negative']),
  tema: z.array(z.string()).min(1).max(MOST_THEMES),
})

/** Prepares the reader, which hears of persons only what the public would; throws an Error where the prompt is not as it should be. */
export function createModelReading({
  chat,
  log,
}: {
  readonly chat: ChatModel
  readonly log: Log
}): ModelReading {
  const prompt = loadPrompt('feedback', ['themes', 'report'])
  return async (words) => {
    const themes = allThemes().map(({ theme, name }) => `${theme}: ${name}`)
    const filled = prompt({ themes: themes.join('\n'), report: fenced(maskPersons(words)) })
    const heard = await listen(chat, filled, log)
    if (heard === undefined) return undefined
    const read = answer.safeParse(objectIn(heard))
    if (!read.success) return 'unusable'
    const { nada, tema } = read.data
    const known = new Set(allThemes().map(({ theme }) => theme))
    const told = [...new Set(tema)].filter((theme) => known.has(theme))
    return { sentiment: nada, themes: told.length > 0 ? told : [OTHER] }
  }
}
