import type { Choice } from '../../chat/message.ts'
import { isOfficersAnswer } from '../../regulations/knowledge/answers.ts'
import { shortName } from '../../regulations/registry.ts'
import { type Found, onePerArticle } from '../../regulations/search.ts'
import { stemOf } from './asking/stems.ts'
import { topicOf } from './asking/topic.ts'
import { place } from './citation.ts'
import { showing } from './full-article.ts'
import type { QuestionTexts } from './texts.ts'
import { NEARLY_AS_GOOD } from './wording/choosing.ts'

/** The action behind a related question; what follows the colon is the question itself. */
export const ASK_AGAIN = 'tanyalagi'
/** A button shows so much, and with the action's name that is well below what Telegram sends back. */
const LONGEST_LABEL = 40
const LONGEST_VALUE = 64
/** Buttons under an answer; the verdicts and "Tanya HR" come on top. */
const CHOICES = 3
const PASSAGES = 2

/** Other passages that may be what was meant, at most two, each another place than the answer's, one of its pasal. */
export function relatedTo(best: Found, found: readonly Found[]): readonly Found[] {
  const seen = new Set([keyOf(best)])
  const sibling = found.find((passage) => passage.article === best.article && !seen.has(keyOf(passage)))
  return found
    .filter((passage) => passage.article !== best.article || passage === sibling)
    .filter(
      (passage) =>
        passage.score >= best.score * NEARLY_AS_GOOD && !seen.has(keyOf(passage)) && seen.add(keyOf(passage)),
    )
    .slice(0, PASSAGES)
}

/** A passage as a question that finds it again: "Pasal 316 PP 11/2017: Cuti besar paling lama 3 bulan". */
export function asQuestion(passage: Found): string {
  const about = passage.title || passage.body.slice(0, 100)
  if (isOfficersAnswer(passage)) return about
  return `pasal ${passage.pasal} ${shortName(passage.regulation)} ${about}`
}

/** The buttons under an answer: each pasal it rests on, then everyday questions that its neighbours answer. */
export function choicesFor(
  question: string,
  cited: readonly Found[],
  found: readonly Found[],
  t: QuestionTexts,
): readonly Choice[] {
  const places = onePerArticle(cited.filter((passage) => !isOfficersAnswer(passage))).slice(0, 2)
  const articles = places.map((passage) => ({
    label: places.length > 1 ? shortPlace(passage) : t.seeArticle,
    value: showing(passage.regulation.id, passage.pasal),
  }))
  const asked = relatedQuestions(question, cited, found, CHOICES - articles.length)
  return [...articles, ...asked.map((each) => ({ label: each, value: `${ASK_AGAIN}:${each}` }))]
}

/** "Pasal 316 PP 11/2017". */
export function shortPlace({ pasal, regulation }: Found): string {
  return `${place({ pasal, ayat: null, huruf: null })} ${shortName(regulation)}`
}

/** One question of each neighbour, in order, that is short enough for a button and is not what was just asked. */
function relatedQuestions(
  question: string,
  cited: readonly Found[],
  found: readonly Found[],
  count: number,
): readonly string[] {
  const asked = new Set(topicOf(question).map(stemOf))
  const [best] = cited
  if (best === undefined) return []
  const chosen: string[] = []
  const taken: ReadonlySet<string>[] = [asked]
  for (const passage of found) {
    if (chosen.length >= count) break
    if (cited.some((each) => each.passage === passage.passage) || passage.score < best.score * AKIN) continue
    const fitting = passage.questions
      .map((each) => ({ each: asLabel(each), topic: new Set(topicOf(each).map(stemOf)) }))
      .filter(
        ({ each, topic }) =>
          isButton(each) && topic.size >= 2 && taken.every((other) => !isSame(topic, other)),
      )
      .sort((a, b) => shared(b.topic, asked) - shared(a.topic, asked))
    const [next] = fitting
    const least = isNear(passage, best) ? 1 : 2
    if (next === undefined || shared(next.topic, asked) < least) continue
    chosen.push(next.each)
    taken.push(next.topic)
  }
  return chosen
}

/** True within one chapter of one regulation, where a single word in common is enough. */
function isNear(one: Found, other: Found): boolean {
  const chapter = ({ heading }: Found): string => heading.split(/ [›–] /)[0] ?? ''
  return one.regulation.id === other.regulation.id && chapter(one) === chapter(other)
}

/** Below this share of the best score a passage is about something else. */
const AKIN = 0.55

function asLabel(question: string): string {
  const text = question.replace(/[?.!]+$/, '')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}?`
}

function isButton(label: string): boolean {
  return label.length <= LONGEST_LABEL && Buffer.byteLength(`${ASK_AGAIN}:${label}`) <= LONGEST_VALUE
}

/** True where two questions are about the very same words. */
function isSame(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && shared(one, other) === one.size
}

function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return [...one].filter((word) => other.has(word)).length
}

function keyOf({ regulation, pasal, ayat, huruf }: Found): string {
  return `${regulation.id}#${pasal}#${ayat ?? ''}#${huruf ?? ''}`
}
