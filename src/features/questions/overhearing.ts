import { fold } from '../../indonesian/words.ts'
import type { Found } from '../../regulations/search.ts'
import type { Answer } from './answering.ts'
import { APA, BERAPA, GIMANA, SIAPA, sign, TAG, TIDAK } from './asking/chat-words.ts'
import { stemOf } from './asking/stems.ts'
import { groupsIn, isAsking, isQuestionWord, topicOf } from './asking/topic.ts'
import { isSure } from './certainty.ts'
import { smallTalk } from './small-talk.ts'

/** True for words that ask something even where nobody was addressed: a question word or a question mark. */
export function isClearQuestion(said: string): boolean {
  if (smallTalk(said) !== undefined) return false
  return said.trimEnd().endsWith('?') || ASKING.test(fold(said)) || YES_OR_NO.test(fold(said))
}

/** True for an answer that may be given to whoever did not ask the bot: it is sure, and about what they said. */
export function mayButtIn(asked: string, { outcome, found: [best], citations }: Answer): boolean {
  if (outcome !== 'quoted' && outcome !== 'model') return false
  if (citations.length === 0) return true // what a law is, or whether it is in force, comes from its own entry
  return best !== undefined && isSure(best) && isAbout(asked, best)
}

const ASKING = sign(
  `${APA}|${BERAPA}|${GIMANA}|${SIAPA}|kapan|kapankah|kpn|mana|manakah|kemana|kmn|dimana|dmn|kenapa|knp|mengapa|bolehkah|bisakah|haruskah|wajibkah`,
)
const YES_OR_NO = sign(`${TIDAK}${TAG}$`)

/** "rapatnya jam berapa?" is no follow-up to a question about leave, and "jadi gimana pak?" is said to a colleague. */
function isAbout(asked: string, { title, heading, body, questions }: Found): boolean {
  const topic = topicOf(asked)
  const words = fold(asked).split(' ')
  if (topic.length === 0)
    return (
      groupsIn(asked).length > 0 ||
      words.some((word) => /\d/.test(word) || (isAsking(word) && !isQuestionWord(word)))
    )
  const there = new Set(
    fold([title, heading, body, ...questions].join(' '))
      .split(' ')
      .map(stemOf),
  )
  return topic.some((word) => there.has(stemOf(word)))
}
