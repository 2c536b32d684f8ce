import { fold } from '../../../indonesian/words.ts'
import { INSULTS } from './abuse.ts'
import { isCrisis } from './crisis.ts'
import { isInjected, withoutInjection } from './injection.ts'
import { talksOfRules } from './rule-words.ts'

/**
 * What of a question is to be searched for: without orders to the bot, swearing, and what was said in despair. It
 * stays whole where nothing about a rule would be left.
 */
export function plainly(asked: string): string {
  const ordered = isInjected(asked) ? (withoutInjection(asked) ?? asked) : asked
  const calm = isCrisis(fold(ordered)) ? withoutDespair(ordered) : ordered
  const polite = calm
    .split(/(\s+)/)
    .filter((word) => !INSULTS.has(fold(word)))
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
  return talksOfRules(fold(polite)) && polite.length < calm.trim().length ? polite : calm
}

function withoutDespair(text: string): string {
  const parts = text.split(/(?<=[,.;!?\n])/)
  const kept = parts.filter((part) => !isCrisis(fold(part)))
  return talksOfRules(fold(kept.join(''))) ? kept.join('').trim() : text
}
