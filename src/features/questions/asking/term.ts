import { fold } from '../../../indonesian/words.ts'
import { parseReference, withoutArticle } from '../../../regulations/references.ts'
import { intentsOf } from './intent.ts'
import { isQuestionWord } from './topic.ts'

/** The longest term that laws define, in words. */
const LONGEST = 7
const ASKING =
  /^(?:dimaksud|definisi(?:nya)?|arti(?:nya)?|pengertian(?:nya)?|istilah|disebut|singkatan(?:nya)?|kepanjangan(?:nya)?|apaan|apaansih)$/

/** The term whose meaning a question asks ("apa itu PPPK?" → "pppk"); undefined where it asks for something else. */
export function termAsked(question: string): string | undefined {
  if (intentsOf(question)[0] !== 'definition') return undefined
  const rest = parseReference(question).reduceRight(
    (text, { start, end }) => `${text.slice(0, start)} ${text.slice(end)}`,
    question,
  )
  const words = fold(withoutArticle(rest))
    .split(' ')
    .filter((word) => word !== '' && !ASKING.test(word))
  while (words.length > 0 && isQuestionWord(words[0] ?? '')) words.shift()
  while (words.length > 0 && isQuestionWord(words.at(-1) ?? '')) words.pop()
  return words.length === 0 || words.length > LONGEST ? undefined : words.join(' ')
}
