import { fold } from '../../indonesian/words.ts'
import { isAbuse } from './asides/abuse.ts'
import { authorityIn } from './asides/authorities.ts'
import { type Courtesy, courtesyIn } from './asides/courtesy.ts'
import { isCrisis } from './asides/crisis.ts'
import { isInjected, withoutInjection } from './asides/injection.ts'
import { isOutside } from './asides/outside.ts'
import { personalIn } from './asides/personal.ts'
import { talksOfRules } from './asides/rule-words.ts'

/** What is no question that a rule could answer. */
export type SmallTalk =
  | 'empty'
  | Courtesy
  | 'abuse'
  | 'crisis'
  | 'injection'
  /** Only the person's own records could answer it. */
  | 'personal'
  /** Another authority answers for it. */
  | 'elsewhere'
  /** No office answers for it. */
  | 'outside'

/**
 * Recognises what needs no search; undefined for everything that may be a question about a rule. It would rather
 * search in vain than turn away what could be answered.
 */
export function smallTalk(text: string): SmallTalk | undefined {
  const said = fold(text)
  if (!/\p{L}{2}/u.test(said)) return courtesyIn(said) ?? 'empty'
  if (isCrisis(said) && !talksOfRules(said)) return 'crisis'
  if (isInjected(text)) return withoutInjection(text) === undefined ? 'injection' : undefined
  const courtesy = courtesyIn(said)
  if (courtesy !== undefined) return courtesy
  if (isAbuse(said)) return 'abuse'
  if (personalIn(text) !== undefined) return 'personal'
  if (authorityIn(said) !== undefined) return 'elsewhere'
  return isOutside(said) ? 'outside' : undefined
}
