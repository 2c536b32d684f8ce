import { loadPrompt } from '../../../model/prompt.ts'

/** The prompts of this feature, ready to be filled. */
export type Prompts = ReturnType<typeof loadPrompts>

/** Reads every prompt of this feature at once; throws an Error naming the file where one is not as it should be. */
export function loadPrompts() {
  return {
    answer: loadPrompt('answer', ['organization', 'today', 'passages', 'history', 'question']),
    rewrite: loadPrompt('rewrite', ['history', 'question']),
    rerank: loadPrompt('rerank', ['passages', 'question']),
  }
}
