import type { Reply } from '../../../chat/feature.ts'
import { type Choice, type Language, literal, type Outgoing } from '../../../chat/message.ts'
import { namesIn } from './personal-data.ts'
import { attribution, basisName, shortDay } from './published.ts'
import { type Entry, publishedOf } from './store.ts'
import { type PublishingTexts, texts } from './texts.ts'

/** A proposal as its reviewers see it, with what they can do. */
export function proposal(entry: Entry, language: Language): Outgoing {
  const t = texts[language]
  const { id, authorName, question, answer, basis, until } = entry
  const facts = t.facts(basis && basisName(basis), until && shortDay(until))
  const text = t.proposal(id, literal(authorName), literal(question), literal(answer), facts)
  const names = namesIn(`${question}\n${answer}`).map(literal)
  return { text: names.length > 0 ? `${text}\n\n${t.names(names)}` : text, choices: verdicts(entry, t) }
}

/** A live entry as officers see it in the list. */
export function liveEntry(entry: Entry, language: Language, timeZone: string): Outgoing {
  const t = texts[language]
  const { id, question, answer, until } = entry
  const source = attribution(publishedOf(entry), timeZone)
  return {
    text: t.entry(id, literal(question), literal(answer), source, until && shortDay(until)),
    choices: [{ label: t.withdraw, value: `cabut:${id}` }],
  }
}

/** The buttons that decide on a proposal. */
export function verdicts({ id }: Pick<Entry, 'id'>, t: PublishingTexts): readonly Choice[] {
  return [
    { label: t.approve, value: `setujui:${id}` },
    { label: t.reject, value: `tolak:${id}` },
  ]
}

/** The button that lets a rejected or withdrawn entry be proposed again. */
export function revision({ id }: Pick<Entry, 'id'>, t: PublishingTexts): readonly Choice[] {
  return [{ label: t.revise, value: `perbaiki:${id}` }]
}

/** A reply of one sentence. */
export function say(text: string): Reply {
  return { say: [{ text }] }
}
