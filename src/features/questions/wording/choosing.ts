import { fold, wordsOf } from '../../../indonesian/words.ts'
import { namedArticle, namedRegulations } from '../../../regulations/references.ts'
import type { Found } from '../../../regulations/search.ts'
import { intentsOf } from '../asking/intent.ts'
import { partsOf } from '../asking/parts.ts'
import { quantitiesIn } from '../asking/quantities.ts'
import { stemOf } from '../asking/stems.ts'
import { topicOf } from '../asking/topic.ts'
import { unitAsked } from '../asking/unit.ts'
import { sentencesOf } from './sentences.ts'
import { serves } from './serving.ts'
import { settles } from './settling.ts'

/** A passage this near to the best in score may be what was meant. */
export const NEARLY_AS_GOOD = 0.72
/**
 * What was found, with the passage to answer from first: of the pasal that is named with its law; else the one whose
 * range holds the figure asked about ("19 hari": "17 sampai 20 hari"); else the one that defines what is asked about,
 * or tells it apart; else of the best pasal the passage that gives what is asked, the ordinary case before its
 * extension. All others stay in order.
 */
export function chosenFirst(question: string, found: readonly Found[]): readonly Found[] {
  const [first] = found
  if (first === undefined) return found
  const chosen =
    named(question, found) ??
    inRange(question, first, found) ??
    settling(question, first, found) ??
    defining(question, first, found) ??
    ordinary(question, first, found) ??
    serving(question, first, found) ??
    first
  return [chosen, ...found.filter((passage) => passage !== chosen)]
}

/** The first of a regulation that a question names, moved to the front where it answers about as surely. */
export function namedFirst(
  found: readonly Found[],
  regulations: readonly string[],
  isSure: (passage: Found) => boolean,
): readonly Found[] {
  const named = found.find((passage) => regulations.includes(passage.regulation.id) && isSure(passage))
  return named === undefined ? found : [named, ...found.filter((passage) => passage !== named)]
}

/**
 * What was found for a bare name ("cuti besar"), with the passage first that tells what it is: one whose title
 * begins with the name or defines it, of several the earliest, since a law says first what it then goes into.
 */
export function aptestFirst(name: string, found: readonly Found[]): readonly Found[] {
  const head = fold(name)
  const [first] = found
  const about = found.filter(
    ({ title, body, score }) =>
      score >= (first?.score ?? 0) * 0.85 &&
      (fold(title).startsWith(head) ||
        fold(title).endsWith(`disebut ${head}`) ||
        fold(body).startsWith(`${head} adalah`)),
  )
  const chosen = about
    .filter(({ regulation }) => regulation.id === about[0]?.regulation.id)
    .reduce<Found | undefined>(
      (best, next) => (best === undefined || isBefore(next, best) ? next : best),
      undefined,
    )
  return chosen === undefined ? found : [chosen, ...found.filter((passage) => passage !== chosen)]
}

function isBefore(one: Found, other: Found): boolean {
  const [a, b] = [one, other].map(
    ({ pasal, ayat }) => Number.parseInt(pasal, 10) * 1_000 + Number.parseInt(ayat ?? '0', 10),
  )
  return (a ?? 0) < (b ?? 0)
}

/** The first passage of the pasal that a question names together with its law: "pasal 11 PP 94/2021". */
function named(question: string, found: readonly Found[]): Found | undefined {
  const article = namedArticle(question)
  if (article === undefined) return undefined
  const laws = namedRegulations(question, [...new Map(found.map(({ regulation: r }) => [r.id, r])).values()])
  const of = found.filter(({ regulation, pasal }) => pasal === article.pasal && laws.includes(regulation.id))
  return of.find(({ ayat }) => article.ayat !== undefined && ayat === article.ayat) ?? of[0]
}

/** The passage that tells apart what a question compares. */
function settling(question: string, first: Found, found: readonly Found[]): Found | undefined {
  const parts = partsOf(question)
  if (parts?.kind !== 'comparison') return undefined
  return found.find((passage) => passage.score >= first.score * NEARLY_AS_GOOD && settles(passage, parts))
}

/** The passage with a sentence that says what the thing asked about is: "Diskresi adalah …". */
function defining(question: string, first: Found, found: readonly Found[]): Found | undefined {
  const name = topicOf(question).join(' ')
  if (intentsOf(question)[0] !== 'definition' || name === '') return undefined
  const defines = new RegExp(`^${name} (?:adalah|ialah|merupakan|berarti|artinya|yaitu)\\b`)
  return found.find(
    ({ body, score }) =>
      score >= first.score * NEARLY_AS_GOOD &&
      sentencesOf(body).some((sentence) => defines.test(fold(sentence))),
  )
}

function inRange(question: string, first: Found, found: readonly Found[]): Found | undefined {
  const asked = quantitiesIn(question)
  const holds = (passage: Found): boolean => quantitiesIn(passage.body).some((each) => asked.includes(each))
  if (asked.length === 0 || holds(first) || quantitiesIn(first.body).length === 0) return undefined
  return found.find(
    (passage) =>
      passage.regulation.id === first.regulation.id &&
      passage.score >= first.score * NEARLY_AS_GOOD &&
      holds(passage),
  )
}

/** Where the first speaks of an extension and the question does not: another of its pasal that gives what is asked. */
function ordinary(question: string, first: Found, found: readonly Found[]): Found | undefined {
  const isExtension = ({ title, body }: Pick<Found, 'title' | 'body'>): boolean =>
    EXTENSION.test(`${title} ${body}`)
  const [intent] = intentsOf(question)
  if ((intent !== 'duration' && intent !== 'amount') || EXTENSION.test(question) || !isExtension(first))
    return undefined
  const unit = unitAsked(question)
  const others = found.filter(
    (passage) =>
      passage.article === first.article &&
      passage.origin === first.origin &&
      !isExtension(passage) &&
      serves(intent, passage.body, unit) >= serves(intent, first.body, unit),
  )
  return others.find(({ body }) => AT_MOST.test(body)) ?? others[0]
}

/** How long something may last, not how long one must have worked for it. */
const AT_MOST = /paling lama|paling lambat|maksimal|selama-lamanya/i
const EXTENSION = /perpanjang|tambahan waktu|tambah waktu/i

/** Another passage of the same pasal that gives what is asked, where the first does not and is no more about it. */
function serving(question: string, first: Found, found: readonly Found[]): Found | undefined {
  const [intent] = intentsOf(question)
  const unit = unitAsked(question)
  const isServed = ({ body }: Found): boolean => intent === undefined || serves(intent, body, unit) >= 0.5
  if (isServed(first)) return undefined
  const topic = new Set(topicOf(question).map(stemOf))
  const about = ({ title, body }: Found): number =>
    new Set(
      wordsOf(`${title} ${body}`)
        .map(stemOf)
        .filter((word) => topic.has(word)),
    ).size
  return found.find(
    (passage) =>
      passage.article === first.article &&
      passage.origin === first.origin &&
      isServed(passage) &&
      about(passage) >= about(first),
  )
}
