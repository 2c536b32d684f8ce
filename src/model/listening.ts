import type { Log } from '../log.ts'
import { type ChatModel, ModelUnavailable } from './model.ts'
import type { FilledPrompt } from './prompt.ts'

/** All a model says to a prompt; undefined, told in the log, where it is away. */
export async function listen(chat: ChatModel, prompt: FilledPrompt, log: Log): Promise<string | undefined> {
  let text = ''
  try {
    for await (const piece of chat.stream(prompt)) text += piece
    return text
  } catch (error) {
    if (!(error instanceof ModelUnavailable)) throw error
    log.warn({ prompt: prompt.name, reason: error.reason }, 'the model is away; going on without it')
    return undefined
  }
}

/** People's words as data: no fence of a prompt can be closed from within. */
export function fenced(text: string): string {
  return text.replaceAll('<', '‹').replaceAll('>', '›')
}

/** The object in a model's words, which some put between fences; undefined where there is none. */
export function objectIn(words: string): unknown {
  const text = /\{[\s\S]*\}/.exec(words)?.[0]
  if (text === undefined) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined // no JSON, so it is of no use
  }
}
