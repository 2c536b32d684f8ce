import { readNumber } from '../../indonesian/numbers.ts'
import { stem } from '../../indonesian/stem.ts'
import { wordsOf } from '../../indonesian/words.ts'
import { shortName } from '../../regulations/registry.ts'
import type { Found } from '../../regulations/search.ts'
import { citation, nameOf, place } from './citation.ts'
import type { QuestionTexts } from './texts.ts'

/**
 * An answer in the words that are stored: the sentence that answers (`lead`) first, then the rest, then where
 * it stands, then the sentence of each related passage, so that near cases can be told apart.
 */
export function quote(
  question: string,
  passage: Found,
  related: readonly Found[],
  t: QuestionTexts,
): { readonly text: string; readonly lead: string } {
  const sentences = sentencesOf(passage.body)
  const lead = answeringSentence(question, sentences)
  const rest = passage.body
    .replace(lead, '')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\s*- *$/gm, '')
    .trim()
  const wording =
    passage.origin === 'digest' && passage.official !== null ? clauseOf(passage.official, passage.ayat) : ''
  const official = wording && `${t.officialNote}\n\n${wording.replace(/^/gm, '> ')}`
  const note = passage.official === null ? t.digestNote : ''
  const answer = lead.replace(/^- /, '').replaceAll('**', '')
  const warning =
    passage.regulation.status === 'dicabut'
      ? t.noLongerInForce(passage.regulation.revoked_by.map(nameOf).join(', '))
      : ''
  const text = [
    warning,
    `**${answer}**`,
    rest,
    `${t.source}: ${citation(passage, t)}.`,
    official,
    others(question, related, t),
    note,
  ]
    .filter(Boolean)
    .join('\n\n')
  return { text, lead: answer }
}

/** The ayat of an official text that a digest is about, else the whole pasal; cut at a line when very long. */
export function clauseOf(official: string, ayat: string | null): string {
  const [from, to] = (ayat ?? '').split('-').map(Number)
  const lines = official.split('\n')
  const own = lines.filter((_, i) => {
    const number = Number(
      /^\((\d+)[a-z]?\)/.exec(
        lines.slice(0, i + 1).findLast((line) => /^\(\d+[a-z]?\)/.test(line)) ?? '',
      )?.[1],
    )
    return from !== undefined && number >= from && number <= (to ?? from)
  })
  const chosen = own.length > 0 ? own : lines
  let text = ''
  for (const line of chosen) {
    if (text !== '' && text.length + line.length > LONGEST_WORDING) return `${text}…`
    text += `${line}\n`
  }
  return text.trim()
}

/** An official wording longer than this, in characters, is cut: the whole pasal is one tap away. */
const LONGEST_WORDING = 900

/** What comes nearest to a question, when nothing surely answers it: a sentence of each, and where it stands. */
export function nearest(question: string, passages: readonly Found[], t: QuestionTexts): string {
  return [t.unsure, listed(question, passages), t.unsureEnd].join('\n\n')
}

function others(question: string, related: readonly Found[], t: QuestionTexts): string {
  return related.length === 0 ? '' : `**${t.related}**\n${listed(question, related)}`
}

function listed(question: string, passages: readonly Found[]): string {
  const line = (passage: Found): string => {
    const sentence = answeringSentence(question, sentencesOf(passage.body))
      .replace(/^- /, '')
      .replaceAll('**', '')
    return `- ${sentence} _(${place(passage)} ${shortName(passage.regulation)})_`
  }
  return passages.map(line).join('\n')
}

/** The sentences and bullets of a text, as they stand in it. */
export function sentencesOf(body: string): readonly string[] {
  return body
    .split('\n')
    .flatMap((line) => (line.startsWith('- ') ? [line] : line.split(/(?<=[.!?])\s+(?=[A-Z0-9"(])/)))
    .map((sentence) => sentence.trim())
    .filter(Boolean)
}

/** The sentence that shares most with the question; the first one unless another says clearly more. */
function answeringSentence(question: string, sentences: readonly string[]): string {
  const asked = new Set(wordsOf(question).map(stem))
  const wantsNumber = /\b(berapa|brp|maksimal|minimal|umur|usia|lama|persen|kapan)\b/i.test(question)
  const score = (sentence: string): number => {
    const words = new Set(wordsOf(sentence).map(stem))
    const shared = [...asked].filter((word) => words.has(word)).length / Math.max(1, asked.size)
    return (
      shared + (wantsNumber && wordsOf(sentence).some((word) => readNumber(word) !== undefined) ? 0.2 : 0)
    )
  }
  const [first = ''] = sentences
  let best = first
  let bestScore = score(first) + FIRST_SENTENCE_BONUS
  for (const sentence of sentences.slice(1)) {
    if (score(sentence) > bestScore) [best, bestScore] = [sentence, score(sentence)]
  }
  return best
}

/** An entry's first sentence is written to answer its usual question; another has to fit clearly better. */
const FIRST_SENTENCE_BONUS = 0.35
